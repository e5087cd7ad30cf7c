// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "ui/transcript/textposition.h"

#include <QString>

#include <optional>

namespace Aura {

//! A stretch of one message, as it is copied. A value: what is written of it does not change when
//! the message does, and may be written in any thread.
struct MessageExcerpt
{
    Role role = Role::User;
    QString text{};            // of the message
    TextSelection part{};      // blocks and offsets of the shown text; rows are not looked at
    bool withReasoning = true; // it is unfolded
};

//! As it reads: list markers, cells parted by tabs, no signs of formatting. Paragraphs are parted
//! by blank lines.
QString plainTextOf(const MessageExcerpt &excerpt);

//! As the author wrote it, where whole blocks are in it; what was cut is written anew.
QString markdownOf(const MessageExcerpt &excerpt);

//! A fragment of a body. Nothing in it makes a program load anything: images are their words.
QString htmlOf(const MessageExcerpt &excerpt);

//! The code, where nothing but code is in it: without control characters and the last line end.
std::optional<QString> codeOf(const MessageExcerpt &excerpt);

} // namespace Aura
