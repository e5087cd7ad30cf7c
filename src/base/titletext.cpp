// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/titletext.h"

#include <QChar>
#include <QList>
#include <QStringView>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace Aura {

namespace {

constexpr int maxGraphemes = 60;
constexpr qsizetype maxUnits = 240; // UTF-16 units; marks can be piled on one character without end
constexpr qsizetype readUnits = 4096; // of a line; a title needs no more

bool belongsInTitle(char32_t character)
{
    constexpr char32_t nonJoiner = 0x200c;
    constexpr char32_t joiner = 0x200d;
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned: return false;
    case QChar::Other_Format: return character == joiner || character == nonJoiner;
    default: return true;
    }
}

QString cleaned(QStringView line)
{
    QString result;
    for (const char32_t character : line.toUcs4()) {
        if (QChar::isSpace(character))
            result += u' ';
        else if (belongsInTitle(character))
            result += QChar::fromUcs4(character);
    }
    return result.simplified();
}

bool showsAnything(QStringView line)
{
    for (const QChar character : line) {
        if (!character.isSpace() && character.category() != QChar::Other_Format)
            return true;
    }
    return false;
}

QString cut(const QString &line)
{
    QTextBoundaryFinder graphemes(QTextBoundaryFinder::Grapheme, line);
    qsizetype end = 0;
    for (int count = 0; count < maxGraphemes; ++count) {
        const qsizetype next = graphemes.toNextBoundary();
        if (next < 0 || next > maxUnits)
            break;
        end = next;
    }
    if (end == line.size())
        return line;
    return line.first(end).trimmed() + u'…';
}

bool endsLine(QChar character)
{
    return character == u'\n' || character == u'\r' || character == QChar::LineSeparator
        || character == QChar::ParagraphSeparator;
}

} // namespace

QString titleFrom(const QString &text)
{
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = begin;
        while (end < text.size() && !endsLine(text.at(end)))
            ++end;
        const QStringView line = QStringView(text).sliced(begin, end - begin);
        const QString title = cleaned(line.first(std::min(line.size(), readUnits)));
        if (showsAnything(title))
            return cut(title);
        begin = end + 1;
    }
    return {};
}

} // namespace Aura
