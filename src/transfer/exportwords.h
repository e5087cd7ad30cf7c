// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

//! What exports for people say around the messages.
namespace Aura {

QString speakerText(const Message &message); // "You", "Assistant (llama-3)"
QString reasoningTitle();                    // "Reasoning"
QString untitledText();                      // for a conversation without a title
QString endingText(ReplyState state);        // "The reply was stopped."; empty for a whole one
QString timeText(const QDateTime &time);     // local, "2026-03-01 14:05"; empty: unknown

} // namespace Aura
