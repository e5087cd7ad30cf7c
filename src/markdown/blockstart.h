// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace Aura {

// How lines tell what they begin, after CommonMark 0.31 chapters 4 and 5 and the tables of GFM
// 0.29. Every function takes the rest of a line from its first character that is no white space,
// without the line's end, looks at each byte at most a fixed number of times, and remembers
// nothing.

//! A fence that opens: ``` or ~~~, three or more, and its info string.
struct FenceStart
{
    char character = 0;
    int length = 0;
    qsizetype infoBegin = 0; // in the text, trimmed
    qsizetype infoEnd = 0;
};
std::optional<FenceStart> fenceStart(QByteArrayView text);
bool isFenceEnd(QByteArrayView text, char character, int length);

//! An ATX heading: its level, and where its content stands in the text.
struct AtxHeading
{
    int level = 0;
    qsizetype begin = 0;
    qsizetype end = 0;
};
std::optional<AtxHeading> atxHeading(QByteArrayView text);

bool isThematicBreak(QByteArrayView text);

//! The level that this underline gives the paragraph above it; 0: it is no underline.
int setextLevel(QByteArrayView text);

struct ListMarker
{
    char marker = 0; // - + * . )
    int ordinal = 0;
    int length = 0; // in bytes, the white space behind it not counted
};
std::optional<ListMarker> listMarker(QByteArrayView text);

//! The kind of HTML block (1 to 7) that begins here; 0: none.
int htmlBlockKind(QByteArrayView text);

//! Whether a block of that kind ends with this line. Kinds 6 and 7 end before a blank line instead.
bool endsHtmlBlock(QByteArrayView text, int kind);

//! The number of columns that this delimiter row of a table gives; 0: it is none.
int delimiterColumns(QByteArrayView text);

//! The number of cells in a row of a table: pipes that are not escaped part them.
int cellCount(QByteArrayView text);

//! What a line says about display math.
enum class MathMark { None, Dollars, Bracket, WholeDollars, WholeBracket };

//! A line that is only $$ or \[ opens a block; one that also ends it is whole.
MathMark mathMark(QByteArrayView text);
bool isMathEnd(QByteArrayView text, MathMark opened);

//! Whether the beginning of a line, seen so far, may still become something else than it looks
//! like: "```", "- ", "12.", "##", "|--", "$". It is not shown before its line is longer or ended.
bool isUndecided(QByteArrayView text);

} // namespace Aura
