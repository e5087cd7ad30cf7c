// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <iterator>
#include <map>

namespace Aura {

//! Drops what lies farthest from the lines first … last until no more than so many are left. What a
//! growing block adds with one frame is dropped with another, not all of it in one that would pay
//! for hundreds.
template<typename LaidOut>
void keepNearest(std::map<int, LaidOut> &lines, int first, int last, std::size_t most)
{
    while (lines.size() > most) {
        const auto lowest = lines.begin();
        const auto highest = std::prev(lines.end());
        lines.erase(first - lowest->first > highest->first - last ? lowest : highest);
    }
}

} // namespace Aura
