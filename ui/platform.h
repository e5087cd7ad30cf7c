// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

//! What differs between platforms before there is a window; platform.cpp is the one file that
//! knows them.
namespace Aura {

//! No core files, which would hold keys; files for the user alone; a closed pipe is an error, not
//! the end of the program; what a long text took goes back to the system. On Windows a console is
//! told that the program speaks UTF-8.
void prepareProcess();

//! The arguments of main() without the program's name; any that the user can type, whatever the
//! code page of Windows.
QStringList programArguments(int argc, char *argv[]);

//! Whether the program at the other end of a local socket is one of the same user.
bool isOwnPeer(qintptr socket);

//! Whether a window can be opened here.
bool hasDisplay();

} // namespace Aura
