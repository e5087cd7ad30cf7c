// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace Aura {

//! Writes a ZIP archive with these files; false where that failed.
bool writeZip(const QString &path, const QList<std::pair<QByteArray, QByteArray>> &files);

} // namespace Aura
