// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Aura {

//! A stretch of one text, in UTF-16 units: [begin, end).
struct TextSpan
{
    int begin = 0;
    int end = 0;

    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

//! What a double click marks: the word, or the run of white space or signs, at an offset.
TextSpan wordAt(const QString &text, int offset);

//! What a triple click marks where lines are the unit: in code.
TextSpan lineAt(const QString &text, int offset);

//! What a triple click marks in a table: the cell.
TextSpan cellAt(const QString &text, int offset);

//! One step as a reader counts characters: an emoji of several parts, a letter with its accents.
//! -1 where the text ends.
int nextCharacter(const QString &text, int offset);
int previousCharacter(const QString &text, int offset);

//! The begin of the next word, and of this or the one before. -1 where there is none: the text's
//! end has been reached.
int nextWord(const QString &text, int offset);
int previousWord(const QString &text, int offset);

} // namespace Aura
