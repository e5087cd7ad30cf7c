// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegion>

#include <limits>
#include <vector>

namespace Aura {

//! A block, or the line below a message, as it lies in the viewport. Heights are pixels.
struct PaintedPart
{
    static constexpr int wholly = std::numeric_limits<int>::max();

    quint64 serial = 0; // the same as long as it is the same object
    int top = 0;        // in the viewport, the gap above it included
    int height = 0;
    int unchanged = wholly; // so much of it from its top looks as it did in the frame before
    int look = 0;           // anything else that shows: with another look all of it changed

    friend bool operator==(const PaintedPart &, const PaintedPart &) = default;
};

//! What turns the picture of one frame into that of the next: all of it moves down by shift (up
//! where that is negative), then what is dirty is painted.
struct FrameDifference
{
    int shift = 0;
    QRegion dirty{};

    //! Parts stand from top to bottom, each serial once in a frame.
    static FrameDifference between(const std::vector<PaintedPart> &before,
                                   const std::vector<PaintedPart> &now, const QRect &viewport);
};

} // namespace Aura
