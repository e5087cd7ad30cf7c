// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/blockstart.h"

#include <algorithm>

namespace Aura {

static constexpr int maxColumns = 128; // more would let a short text ask for very many cells

static bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

static bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

static qsizetype runLength(QByteArrayView text, qsizetype from, char c)
{
    qsizetype end = from;
    while (end < text.size() && text[end] == c)
        ++end;
    return end - from;
}

static QByteArrayView trimmedEnd(QByteArrayView text)
{
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    return text;
}

std::optional<FenceStart> fenceStart(QByteArrayView text)
{
    if (text.isEmpty() || (text[0] != '`' && text[0] != '~'))
        return {};
    const qsizetype length = runLength(text, 0, text[0]);
    if (length < 3)
        return {};
    FenceStart start{.character = text[0],
                     .length = int(length),
                     .infoBegin = length,
                     .infoEnd = trimmedEnd(text).size()};
    if (start.character == '`' && text.sliced(length).contains('`'))
        return {};
    while (start.infoBegin < start.infoEnd && isSpace(text[start.infoBegin]))
        ++start.infoBegin;
    return start;
}

bool isFenceEnd(QByteArrayView text, char character, int length)
{
    const qsizetype run = runLength(text, 0, character);
    return run >= length && trimmedEnd(text).size() == run;
}

std::optional<AtxHeading> atxHeading(QByteArrayView text)
{
    const qsizetype level = runLength(text, 0, '#');
    if (level < 1 || level > 6 || (level < text.size() && !isSpace(text[level])))
        return {};
    AtxHeading heading{.level = int(level), .begin = level, .end = trimmedEnd(text).size()};
    while (heading.begin < heading.end && isSpace(text[heading.begin]))
        ++heading.begin;
    qsizetype closing = heading.end;
    while (closing > heading.begin && text[closing - 1] == '#')
        --closing;
    if (closing == heading.begin)
        heading.end = heading.begin;
    else if (closing < heading.end && isSpace(text[closing - 1]))
        heading.end = trimmedEnd(text.first(closing)).size();
    heading.end = std::max(heading.end, heading.begin);
    return heading;
}

bool isThematicBreak(QByteArrayView text)
{
    if (text.isEmpty() || (text[0] != '-' && text[0] != '*' && text[0] != '_'))
        return false;
    int count = 0;
    for (const char c : text) {
        if (c == text[0])
            ++count;
        else if (!isSpace(c))
            return false;
    }
    return count >= 3;
}

int setextLevel(QByteArrayView text)
{
    if (text.isEmpty() || (text[0] != '=' && text[0] != '-'))
        return 0;
    if (runLength(text, 0, text[0]) != trimmedEnd(text).size())
        return 0;
    return text[0] == '=' ? 1 : 2;
}

std::optional<ListMarker> listMarker(QByteArrayView text)
{
    if (text.isEmpty())
        return {};
    ListMarker found{.marker = text[0], .length = 1};
    if (isDigit(text[0])) {
        qsizetype digits = 0;
        while (digits < text.size() && digits < 10 && isDigit(text[digits]))
            found.ordinal = digits < 9 ? found.ordinal * 10 + (text[digits] - '0') : 0, ++digits;
        if (digits > 9 || digits >= text.size() || (text[digits] != '.' && text[digits] != ')'))
            return {};
        found.marker = text[digits];
        found.length = int(digits) + 1;
    } else if (found.marker != '-' && found.marker != '+' && found.marker != '*') {
        return {};
    }
    if (found.length < text.size() && !isSpace(text[found.length]))
        return {};
    return found;
}

int delimiterColumns(QByteArrayView text)
{
    text = trimmedEnd(text);
    if (!text.contains('|'))
        return 0;
    if (text.startsWith('|'))
        text = text.sliced(1);
    if (text.endsWith('|'))
        text.chop(1);
    int columns = 0;
    for (qsizetype i = 0; columns <= maxColumns; ++i) {
        while (i < text.size() && isSpace(text[i]))
            ++i;
        i += i < text.size() && text[i] == ':' ? 1 : 0;
        const qsizetype dashes = runLength(text, i, '-');
        i += dashes;
        i += i < text.size() && text[i] == ':' ? 1 : 0;
        while (i < text.size() && isSpace(text[i]))
            ++i;
        if (dashes == 0 || (i < text.size() && text[i] != '|'))
            return 0;
        ++columns;
        if (i >= text.size())
            return columns <= maxColumns ? columns : 0;
    }
    return 0;
}

int cellCount(QByteArrayView text)
{
    text = trimmedEnd(text);
    if (text.startsWith('|'))
        text = text.sliced(1);
    int cells = 1;
    qsizetype lastPipe = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '|')
            ++cells, lastPipe = i;
    }
    return lastPipe >= 0 && lastPipe == text.size() - 1 ? cells - 1 : cells;
}

MathMark mathMark(QByteArrayView text)
{
    text = trimmedEnd(text);
    const bool dollars = text.startsWith("$$");
    if (!dollars && !text.startsWith("\\["))
        return MathMark::None;
    if (text.size() == 2)
        return dollars ? MathMark::Dollars : MathMark::Bracket;
    const QByteArrayView end = dollars ? "$$" : "\\]";
    if (text.size() < 5 || text.indexOf(end, 2) != text.size() - 2)
        return MathMark::None;
    return dollars ? MathMark::WholeDollars : MathMark::WholeBracket;
}

bool isMathEnd(QByteArrayView text, MathMark opened)
{
    return trimmedEnd(text).endsWith(opened == MathMark::Dollars ? "$$" : "\\]");
}

bool isUndecided(QByteArrayView text)
{
    const QByteArrayView trimmed = trimmedEnd(text);
    if (trimmed.isEmpty())
        return false;
    if (const auto fence = fenceStart(text))
        return true;
    const auto only = [trimmed](QByteArrayView set) {
        return std::ranges::all_of(trimmed, [set](char c) { return set.contains(c); });
    };
    if (only("`") || only("~") || only("#") || only("= ") || only("-*_+ \t") || only("|:- \t")
        || only("$") || only("\\[") || only("0123456789"))
        return true;
    const auto marker = listMarker(trimmed);
    return marker && marker->length == trimmed.size();
}

} // namespace Aura
