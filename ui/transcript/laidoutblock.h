// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/messageblock.h"

#include <memory>

namespace Aura {

//! A block while it is laid out.
struct LaidOutBlock
{
    std::unique_ptr<MessageBlock> block{};
    int kind = 0; // MessageContent::kindOf()
    quint64 serial = 0;
    int unchanged = 0; // px from its top, as in PaintedPart
    qreal gap = 0;     // above it, px
};

} // namespace Aura
