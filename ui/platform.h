// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

//! What differs between platforms before there is a window; platform.cpp is the one file that
//! knows them.
namespace Aura {

//! No core files, which would hold keys; files for the user alone; a closed pipe is an error, not
//! the end of the program.
void prepareProcess();

//! Whether the program at the other end of a local socket is one of the same user.
bool isOwnPeer(qintptr socket);

//! Whether a window can be opened here.
bool hasDisplay();

} // namespace Aura
