// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/wordbeginning.h"

#include <QChar>
#include <QList>

#include <array>

namespace Aura {

namespace {

using Kind = TokenCharacter::Kind;

constexpr char32_t firstBeyondAscii = 0x80;
constexpr qsizetype longestWord = 32 * 1024; // characters, each of a byte at least

constexpr char32_t firstMark = 0x300;
constexpr quint64 marks = 0x361f808029fdfULL; // a bit each, from firstMark on

//! Whether it is one of the combining marks that unicode61 leaves out of words.
bool isMark(char32_t character)
{
    constexpr char32_t bits = 64;
    return character >= firstMark && character < firstMark + bits
        && (marks >> (character - firstMark) & 1) != 0;
}

//! A Latin letter without its marks; in unicode61 no other script loses them, nor what is another
//! letter then.
char32_t withoutMarks(char32_t character)
{
    const bool isLatin =
        (character >= 0xc0 && character < 0x250) || (character >= 0x1e00 && character < 0x1f00);
    char32_t base = character;
    while (isLatin && QChar::decompositionTag(base) == QChar::Canonical)
        base = QChar::decomposition(base).at(0).unicode();
    return base < firstBeyondAscii ? QChar::toLower(base) : character;
}

//! What Qt and unicode61 take differently: a few letters of old and small scripts.
bool isUnsure(char32_t character)
{
    return (character >= 0x19b0 && character < 0x19ca) || character == 0x1e0 || character == 0x1e1
        || character == 0x1885 || character == 0x1886 || character == 0x1cf2 || character == 0x1cf3
        || character == 0xfffe || character == 0xffff;
}

TokenCharacter beyondAscii(char32_t character)
{
    if (isUnsure(character))
        return {Kind::Unsure, 0};
    const QChar::Category category = QChar::category(character);
    const QChar::UnicodeVersion version = QChar::unicodeVersion(character);
    // What Unicode 6.1 has not, newer emoji too, is a letter in unicode61, and as it stands.
    if (category == QChar::Other_PrivateUse || category == QChar::Other_NotAssigned
        || version > QChar::Unicode_6_1)
        return {Kind::Letter, character};
    if (isMark(character))
        return {Kind::Mark, 0};
    if (QChar::isLetterOrNumber(character))
        return {Kind::Letter, withoutMarks(QChar::toCaseFolded(character))};
    return {};
}

//! The character at a place; of one of two units, the place is the second afterwards.
char32_t takeCharacter(QStringView text, qsizetype *at)
{
    const QChar unit = text.at(*at);
    if (!unit.isHighSurrogate() || *at + 1 >= text.size() || !text.at(*at + 1).isLowSurrogate())
        return unit.unicode();
    return QChar::surrogateToUcs4(unit, text.at(++*at));
}

constexpr std::array<char16_t, firstBeyondAscii> foldedAscii = [] {
    std::array<char16_t, firstBeyondAscii> table{};
    for (char16_t c = u'0'; c <= u'9'; ++c)
        table.at(c) = c;
    for (char16_t c = u'a'; c <= u'z'; ++c) {
        table.at(c) = c;
        table.at(c - u'a' + u'A') = c;
    }
    return table;
}();

} // namespace

TokenCharacter TokenCharacter::of(char32_t character)
{
    if (character >= firstBeyondAscii)
        return beyondAscii(character);
    const char16_t folded = foldedAscii[character];
    return folded == 0 ? TokenCharacter{} : TokenCharacter{Kind::Letter, folded};
}

std::optional<QStringList> tokensOf(QStringView text)
{
    QStringList words;
    bool goesOn = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const TokenCharacter token = TokenCharacter::of(takeCharacter(text, &at));
        if (token.kind == Kind::Unsure)
            return {};
        if (token.kind == Kind::Mark)
            continue;
        if (token.kind == Kind::Letter && !goesOn)
            words.append(QString());
        goesOn = token.kind == Kind::Letter;
        if (goesOn)
            words.last() += QChar::fromUcs4(token.folded);
    }
    return words;
}

QString withShortWords(const QString &text)
{
    if (text.size() <= longestWord)
        return text;
    QString shortened;
    qsizetype taken = 0; // up to here
    qsizetype letters = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype begin = at;
        const Kind kind = TokenCharacter::of(takeCharacter(text, &at)).kind;
        if (kind == Kind::Letter)
            ++letters;
        else if (kind != Kind::Mark)
            letters = 0;
        if (letters <= longestWord)
            continue;
        shortened += QStringView(text).sliced(taken, begin - taken);
        taken = at + 1;
    }
    return taken == 0 ? text : shortened.append(QStringView(text).sliced(taken));
}

WordBeginning::WordBeginning(QStringView folded)
{
    const QList<uint> characters = folded.toUcs4();
    m_beginning.assign(characters.cbegin(), characters.cend());
}

WordBeginning::Answer WordBeginning::in(QStringView text) const
{
    bool isSure = true;
    bool mayBegin = true; // all of the word so far is the beginning's
    size_t matched = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const TokenCharacter token = TokenCharacter::of(takeCharacter(text, &at));
        if (token.kind == Kind::Letter) {
            mayBegin = mayBegin && m_beginning.at(matched) == token.folded;
            if (mayBegin && ++matched == m_beginning.size())
                return Answer::Yes;
        } else if (token.kind != Kind::Mark) {
            mayBegin = true;
            matched = 0;
            isSure = isSure && token.kind != Kind::Unsure;
        }
    }
    return isSure ? Answer::No : Answer::Unsure;
}

} // namespace Aura
