// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Aura {

inline constexpr int messagesOfAConversation = 50;

//! The file of a history of so many messages, in conversations "c0", "c1" and so on, and one of
//! 100,000 more, "long", with an older answer beside every tenth. Made once, in a folder of its own
//! in the user's cache (a million: 1.4 GB); empty where that failed. Schema and content are a part
//! of the folder's name.
QString generatedHistory(int messages);

//! "kabelu0": three syllables, by the number; the common ones have the small numbers.
QString generatedWord(int number);

} // namespace Aura
