// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/completion.h"

namespace Aura {

//! What the program's commands return to the shell.
enum class ExitCode {
    Complete = 0,
    Failed = 1,
    Usage = 2,
    Interrupted = 3,
    CutByLimit = 4,
    Empty = 5,
    Stopped = 130, // 128 and the number of SIGINT, as shells say it
};

ExitCode exitCodeOf(ReplyState state);

} // namespace Aura
