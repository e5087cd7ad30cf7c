// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cli/commandline.h"

namespace Aura {

//! Reads the arguments of `aura ask`, without "ask" itself.
Result<AskOptions> parseAskArguments(const QStringList &arguments);

} // namespace Aura
