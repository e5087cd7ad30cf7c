// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/textboundaries.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace Aura {

namespace {

TextSpan between(const QString &text, int offset, auto &&parts)
{
    offset = std::clamp(offset, 0, int(text.size()));
    TextSpan span{offset, offset};
    while (span.begin > 0 && !parts(text.at(span.begin - 1)))
        --span.begin;
    while (span.end < text.size() && !parts(text.at(span.end)))
        ++span.end;
    return span;
}

} // namespace

TextSpan wordAt(const QString &text, int offset)
{
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, text);
    offset = std::clamp(offset, 0, int(text.size()));
    words.setPosition(offset);
    TextSpan word{offset, offset};
    if (!words.isAtBoundary() || offset == text.size())
        word.begin = int(std::max<qsizetype>(0, words.toPreviousBoundary()));
    words.setPosition(offset);
    if (const qsizetype end = words.toNextBoundary(); end > 0)
        word.end = int(end);
    return word;
}

TextSpan lineAt(const QString &text, int offset)
{
    return between(text, offset, [](QChar c) { return c == u'\n' || c == QChar::LineSeparator; });
}

TextSpan cellAt(const QString &text, int offset)
{
    return between(text, offset, [](QChar c) { return c == u'\n' || c == u'\t'; });
}

int nextCharacter(const QString &text, int offset)
{
    if (offset >= text.size())
        return -1;
    QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, text);
    characters.setPosition(offset);
    return int(characters.toNextBoundary());
}

int previousCharacter(const QString &text, int offset)
{
    if (offset <= 0)
        return -1;
    QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, text);
    characters.setPosition(std::min<qsizetype>(offset, text.size()));
    return int(characters.toPreviousBoundary());
}

int nextWord(const QString &text, int offset)
{
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, text);
    words.setPosition(offset);
    for (qsizetype at = words.toNextBoundary(); at >= 0; at = words.toNextBoundary()) {
        if (at < text.size() && !text.at(at).isSpace())
            return int(at);
    }
    return -1;
}

int previousWord(const QString &text, int offset)
{
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, text);
    words.setPosition(std::min<qsizetype>(offset, text.size()));
    for (qsizetype at = words.toPreviousBoundary(); at >= 0; at = words.toPreviousBoundary()) {
        if (at < text.size() && !text.at(at).isSpace())
            return int(at);
    }
    return -1;
}

} // namespace Aura
