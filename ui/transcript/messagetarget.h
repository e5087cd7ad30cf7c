// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/textboundaries.h"

#include <QList>
#include <QString>

namespace Aura {

class MessageContent;

//! What can be clicked in a message, and so is reached by Tab: the line that unfolds it, links,
//! the buttons of code.
struct MessageTarget
{
    enum class Kind { Fold, Link, Image, CopyCode, SaveCode, WrapCode };

    Kind kind = Kind::Link;
    int block = 0;
    TextSpan span{};   // of a link or an image, in the block's text
    QString address{}; // likewise
    QString text{};    // what stands there

    friend bool operator==(const MessageTarget &, const MessageTarget &) = default;
};

//! In the order of the text. Costs as much as parsing the message.
QList<MessageTarget> targetsOf(MessageContent &content);

} // namespace Aura
