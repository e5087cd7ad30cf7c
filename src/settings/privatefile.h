// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace Aura {

//! Makes the folder and those above it that are missing; the folder itself gets mode 0700.
Result<void> makePrivateFolder(const QString &path);

//! Replaces the file's content in one step: there is the old content or the new, never a part.
//! Its mode is 0600; its folder is made where it is missing.
Result<void> writePrivateFile(const QString &fileName, const QByteArray &content);

//! Copies a file that cannot be read as it should beside itself, as NAME.damaged-DATE-TIME; a file
//! that cannot be read at all is renamed. Returns the copy's name; empty where that failed.
QString setAside(const QString &fileName);

} // namespace Aura
