// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpaccessmanager.h"

namespace Aura {

struct CommandLine;

//! Does what a command line asks for that needs no window, and returns the exit code. A
//! QCoreApplication is there, with its name and its translators; its event loop runs in here.
//!
//! main.cpp reads the arguments before it makes an application:
//!     const CommandLine line = parseCommandLine(arguments);
//!     if (!line.needsWindow()) {
//!         QCoreApplication application(argc, argv); … translators …
//!         return runCommand(parseCommandLine(arguments)); // again: now its words are translated
//!     }
int runCommand(const CommandLine &line,
               const NetworkAccessFactory &makeNetwork = engineNetworkAccess(makeNetworkThread()));

} // namespace Aura
