// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <compare>

namespace Aura {

//! A place in the transcript's text: a message, a block of it, a UTF-16 offset in that block.
struct TextPosition
{
    int row = -1; // -1: nowhere
    int block = 0;
    int offset = 0;

    bool isValid() const { return row >= 0; }
    friend bool operator==(const TextPosition &, const TextPosition &) = default;
    friend auto operator<=>(const TextPosition &, const TextPosition &) = default;
};

//! A stretch of text from where a selection began to where it was led.
struct TextSelection
{
    TextPosition anchor{};
    TextPosition cursor{};

    bool isEmpty() const { return !anchor.isValid() || anchor == cursor; }
    TextPosition begin() const { return std::min(anchor, cursor); }
    TextPosition end() const { return std::max(anchor, cursor); }
    friend bool operator==(const TextSelection &, const TextSelection &) = default;
};

} // namespace Aura
