// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"

#include <QString>

namespace Aura {

//! The text without the connection's secrets: key, header values, cookie values, proxy password.
//! Servers like to repeat a refused key. Secrets of less than 4 characters are left alone.
QString redact(QString text, const Connection &connection);

} // namespace Aura
