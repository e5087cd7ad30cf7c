// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/findquery.h"
#include "ui/transcript/textposition.h"

#include <optional>

namespace Aura {

//! What of a message is marked: positions are of its row.
struct RowMarks
{
    std::optional<TextSelection> selection{};
    FindQuery query{};                  // hits of it
    std::optional<TextSelection> hit{}; // the one that is shown
};

} // namespace Aura
