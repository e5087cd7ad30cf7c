// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Aura {

//! A conversation's title made of any text: its first line that shows anything, in one line, cut
//! between two graphemes at about 60 characters.
//!
//! Control characters and those that turn the direction of text are taken out, so that a title
//! can stand in lists, menus and the window's title bar; U+200C and U+200D stay, words and emoji
//! need them.
QString titleFrom(const QString &text);

} // namespace Aura
