// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"

class QIODevice;

namespace Aura {

enum class ExitCode;

//! Where import and export tell what they do.
struct TransferOutput
{
    QIODevice &text;
    QIODevice &problems;
    bool isTerminal = false; // then the progress is shown
};

//! `aura import`: reads the files into the history, also while a window has it open. Interrupted,
//! it has changed nothing.
ExitCode runImport(const CommandLine &line, const TransferOutput &output);

//! `aura export`: writes conversations to files.
ExitCode runExport(const CommandLine &line, const TransferOutput &output);

} // namespace Aura
