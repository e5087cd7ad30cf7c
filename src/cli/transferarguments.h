// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cli/commandline.h"

namespace Aura {

//! Read the arguments of `aura import` and `aura export`, without the command itself.
Result<ImportOptions> parseImportArguments(const QStringList &arguments);
Result<ExportOptions> parseExportArguments(const QStringList &arguments);

} // namespace Aura
