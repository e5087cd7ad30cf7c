// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/framedifference.h"

#include <algorithm>
#include <map>

namespace Aura {

namespace {

//! A part that stands in both frames.
struct Kept
{
    size_t before = 0; // its place in that frame
    size_t now = 0;
    int top = 0;
    int shift = 0;
    int height = 0; // so much of it looks the same
    bool isWhole = false;
};

std::vector<Kept> keptParts(const std::vector<PaintedPart> &before,
                            const std::vector<PaintedPart> &now)
{
    std::vector<Kept> kept;
    size_t from = 0;
    for (size_t i = 0; i < now.size(); ++i) {
        const PaintedPart &part = now[i];
        size_t j = from;
        while (j < before.size() && before[j].serial != part.serial)
            ++j;
        if (j == before.size())
            continue;
        from = j + 1;
        const int common = std::min(part.height, before[j].height);
        const int height = part.look == before[j].look ? std::min(part.unchanged, common) : 0;
        kept.push_back({.before = j,
                        .now = i,
                        .top = part.top,
                        .shift = part.top - before[j].top,
                        .height = std::max(0, height),
                        .isWhole = height == part.height && part.height == before[j].height});
    }
    return kept;
}

//! The shift that keeps the most.
int bestShift(const std::vector<Kept> &parts)
{
    std::map<int, int> heights;
    for (const Kept &part : parts)
        heights[part.shift] += part.height;
    const auto best = std::ranges::max_element(
        heights, {}, [](const std::pair<const int, int> &entry) { return entry.second; });
    return best == heights.end() ? 0 : best->first;
}

} // namespace

FrameDifference FrameDifference::between(const std::vector<PaintedPart> &before,
                                         const std::vector<PaintedPart> &now, const QRect &viewport)
{
    const std::vector<Kept> parts = keptParts(before, now);
    FrameDifference difference{.shift = bestShift(parts), .dirty = viewport};
    const Kept *above = nullptr; // the whole part that the next one may stand directly below
    int bottom = 0;              // of above
    for (const Kept &part : parts) {
        if (part.shift != difference.shift) {
            above = nullptr;
            continue;
        }
        // Between neighbours there is nothing but the surface.
        const bool joined = above && above->before + 1 == part.before && above->now + 1 == part.now;
        const int top = joined ? bottom : part.top;
        bottom = part.top + part.height;
        difference.dirty -= QRect(viewport.left(), top, viewport.width(), bottom - top);
        above = part.isWhole ? &part : nullptr;
    }
    // What comes in at an edge was not in the picture before.
    difference.dirty += QRegion(viewport) - viewport.translated(0, difference.shift);
    if (difference.dirty.contains(viewport) && difference.dirty.rectCount() == 1
        && difference.dirty.boundingRect() == viewport)
        difference.shift = 0;
    return difference;
}

} // namespace Aura
