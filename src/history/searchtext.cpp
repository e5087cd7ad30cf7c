// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/searchtext.h"

#include <QChar>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

//! The character at a place of a text, and how many UTF-16 units it has.
char32_t characterAt(QStringView text, qsizetype at, qsizetype *units)
{
    const QChar first = text.at(at);
    *units = 1;
    if (first.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate()) {
        *units = 2;
        return QChar::surrogateToUcs4(first, text.at(at + 1));
    }
    return first.unicode();
}

} // namespace

bool isCjk(char32_t character)
{
    constexpr char32_t firstOfAll = 0x1100; // Hangul Jamo; nearly all text ends here
    if (character < firstOfAll)
        return false;
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo: return true;
    default: return character == 0x30fc; // the mark of long vowels, which is of no script
    }
}

QString cjkTerms(QStringView text)
{
    QString terms;
    QStringView previous; // the run's last character
    qsizetype units = 1;
    for (qsizetype at = 0; at < text.size(); at += units) {
        const bool isPart = isCjk(characterAt(text, at, &units));
        if (!previous.isEmpty()) {
            terms += previous;
            if (isPart)
                terms += text.sliced(at, units);
            terms += u' ';
        }
        previous = isPart ? text.sliced(at, units) : QStringView();
    }
    terms += previous;
    return terms;
}

bool hasFencedCode(QStringView text)
{
    for (const QStringView fence : {QStringView(u"```"), QStringView(u"~~~")}) {
        for (qsizetype at = text.indexOf(fence); at >= 0; at = text.indexOf(fence, at + 3)) {
            qsizetype before = at;
            while (before > 0 && text.at(before - 1) == u' ')
                --before;
            if (before == 0 || text.at(before - 1) == u'\n')
                return true;
        }
    }
    return false;
}

} // namespace Aura
