// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/findquery.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c == u'_';
}

bool isWholeWord(const QString &text, qsizetype begin, qsizetype end)
{
    const bool joinsBefore = begin > 0 && isWord(text.at(begin - 1)) && isWord(text.at(begin));
    const bool joinsBehind = end < text.size() && isWord(text.at(end)) && isWord(text.at(end - 1));
    return !joinsBefore && !joinsBehind;
}

//! The longest part of the query without a space: line ends and what a line begins with stand
//! where the query has spaces.
QString longestWord(const QString &text)
{
    QString longest;
    const QStringList words = text.simplified().split(u' ');
    for (const QString &word : words) {
        if (word.size() > longest.size())
            longest = word;
    }
    return longest;
}

constexpr bool isEmphasis(QChar c)
{
    return c == u'*' || c == u'_' || c == u'~' || c == u'`' || c == u'\\';
}

//! Whether the source may show what does not stand in it: references to characters, formulas,
//! links, images, hidden characters that are shown as marks.
bool isOpaque(const QString &source)
{
    return std::ranges::any_of(source, [](QChar c) {
        return c == u'&' || c == u'$' || c == u'[' || c == u'<'
            || c.category() == QChar::Other_Format
            || (c < u' ' && c != u'\n' && c != u'\t' && c != u'\r');
    });
}

} // namespace

QList<TextSpan> occurrences(const QString &text, const FindQuery &query)
{
    QList<TextSpan> spans;
    if (query.isEmpty())
        return spans;
    const Qt::CaseSensitivity sensitivity =
        query.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    QString shown = text;
    if (query.text.contains(u' ')) {
        shown.replace(u'\n', u' ');
        shown.replace(QChar::LineSeparator, u' ');
        shown.replace(QChar::Nbsp, u' ');
    }
    const qsizetype length = query.text.size();
    for (qsizetype at = shown.indexOf(query.text, 0, sensitivity); at >= 0;) {
        const bool counts = !query.wholeWords || isWholeWord(shown, at, at + length);
        if (counts)
            spans.append({int(at), int(at + length)});
        at = shown.indexOf(query.text, at + (counts ? length : 1), sensitivity);
    }
    return spans;
}

bool mayContain(Role role, const QString &source, const FindQuery &query)
{
    const Qt::CaseSensitivity sensitivity =
        query.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    QString word = longestWord(query.text);
    if (word.isEmpty() || source.contains(word, sensitivity))
        return true;
    if (role != Role::Assistant)
        return false;
    if (isOpaque(source))
        return true;
    if (std::ranges::none_of(source, isEmphasis))
        return false;
    QString bare = source;
    bare.removeIf(isEmphasis);
    word.removeIf(isEmphasis);
    return bare.contains(word, sensitivity);
}

} // namespace Aura
