// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

//! What QTcpSocket has no word for; the platform's code stands in socketoptions.cpp.
namespace Aura {

//! Makes the next close of the socket an abrupt one: RST instead of FIN.
void setResetOnClose(qintptr descriptor);

//! How many written bytes the other side has not acknowledged yet; 0 where that cannot be known.
qsizetype unacknowledgedBytes(qintptr descriptor);

} // namespace Aura
