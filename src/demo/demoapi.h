// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demorequest.h"
#include "demo/scenario.h"

#include <chrono>

namespace Aura {

//! What an Aura server would answer to this request; chats are answered with the demo's pages,
//! one chunk a word, with the pause between two of them.
Scenario demoResponse(const DemoRequest &request, std::chrono::milliseconds pause);

//! The text in words, each with the space that follows it; joined they are the text again.
QList<QByteArray> wordsOf(const QString &text);

} // namespace Aura
