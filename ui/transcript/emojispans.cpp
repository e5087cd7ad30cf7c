// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/emojispans.h"

#include <algorithm>
#include <iterator>

namespace Aura {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

// Emoji_Presentation of Unicode 15.0; planned ones in between are taken in.
constexpr Range pictures[] = {
    {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x23F0, 0x23F0},   {0x23F3, 0x23F3},
    {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267F, 0x267F},
    {0x2693, 0x2693},   {0x26A1, 0x26A1},   {0x26AA, 0x26AB},   {0x26BD, 0x26BE},
    {0x26C4, 0x26C5},   {0x26CE, 0x26CE},   {0x26D4, 0x26D4},   {0x26EA, 0x26EA},
    {0x26F2, 0x26F3},   {0x26F5, 0x26F5},   {0x26FA, 0x26FA},   {0x26FD, 0x26FD},
    {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},   {0x274C, 0x274C},
    {0x274E, 0x274E},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x27B0, 0x27B0},   {0x27BF, 0x27BF},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},
    {0x2B55, 0x2B55},   {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E},
    {0x1F191, 0x1F19A}, {0x1F1E6, 0x1F1FF}, {0x1F201, 0x1F201}, {0x1F21A, 0x1F21A},
    {0x1F22F, 0x1F22F}, {0x1F232, 0x1F236}, {0x1F238, 0x1F23A}, {0x1F250, 0x1F251},
    {0x1F300, 0x1F320}, {0x1F32D, 0x1F335}, {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393},
    {0x1F3A0, 0x1F3CA}, {0x1F3CF, 0x1F3D3}, {0x1F3E0, 0x1F3F0}, {0x1F3F4, 0x1F3F4},
    {0x1F3F8, 0x1F43E}, {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC}, {0x1F4FF, 0x1F53D},
    {0x1F54B, 0x1F54E}, {0x1F550, 0x1F567}, {0x1F57A, 0x1F57A}, {0x1F595, 0x1F596},
    {0x1F5A4, 0x1F5A4}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5}, {0x1F6CC, 0x1F6CC},
    {0x1F6D0, 0x1F6D2}, {0x1F6D5, 0x1F6DF}, {0x1F6EB, 0x1F6EC}, {0x1F6F4, 0x1F6FC},
    {0x1F7E0, 0x1F7F0}, {0x1F90C, 0x1F93A}, {0x1F93C, 0x1F945}, {0x1F947, 0x1F9FF},
    {0x1FA70, 0x1FAFF},
};

constexpr char32_t firstPicture = pictures[0].first;
constexpr char32_t joiner = 0x200D;
constexpr char32_t asText = 0xFE0E;
constexpr char32_t asPicture = 0xFE0F;
constexpr char32_t keycap = 0x20E3;

bool isPicture(char32_t character)
{
    const auto *range = std::ranges::lower_bound(pictures, character, {}, &Range::last);
    return range != std::end(pictures) && character >= range->first;
}

//! What goes on with the picture before it: skin tones, the letters of a flag's region, keycaps.
bool belongsToPicture(char32_t character)
{
    return character == asPicture || character == keycap
        || (character >= 0x1F3FB && character <= 0x1F3FF)
        || (character >= 0xE0020 && character <= 0xE007F);
}

class Reader
{
public:
    explicit Reader(QStringView text)
        : m_text(text)
    {}

    QList<TextSpan> read()
    {
        while (m_at < m_text.size()) {
            const qsizetype begin = m_at;
            const char32_t character = peek();
            take();
            const char32_t next = peek();
            if (next == asPicture || (isPicture(character) && next != asText))
                add(begin, endOfSequence());
        }
        return m_spans;
    }

private:
    //! The character that comes, 0 at the end; half a surrogate pair is one by itself.
    char32_t peek() const
    {
        if (m_at >= m_text.size())
            return 0;
        const QChar unit = m_text[m_at];
        return isPair() ? QChar::surrogateToUcs4(unit, m_text[m_at + 1]) : unit.unicode();
    }

    bool isPair() const
    {
        return m_at + 1 < m_text.size() && m_text[m_at].isHighSurrogate()
            && m_text[m_at + 1].isLowSurrogate();
    }

    void take()
    {
        if (m_at < m_text.size())
            m_at += isPair() ? 2 : 1;
    }

    qsizetype endOfSequence()
    {
        for (;;) {
            const char32_t next = peek();
            if (next == joiner)
                take(); // and what it joins
            else if (!belongsToPicture(next))
                return m_at;
            take();
        }
    }

    void add(qsizetype begin, qsizetype end)
    {
        if (!m_spans.isEmpty() && m_spans.constLast().end == begin)
            m_spans.last().end = int(end); // clazy:exclude=detaching-member
        else
            m_spans.append({int(begin), int(end)});
    }

    QStringView m_text;
    qsizetype m_at = 0; // of the next UTF-16 unit
    QList<TextSpan> m_spans;
};

} // namespace

QList<TextSpan> emojiSpans(QStringView text)
{
    // Keycaps begin with a digit, but hold a later character as well.
    const bool none =
        std::ranges::all_of(text, [](QChar unit) { return unit.unicode() < firstPicture; });
    return none ? QList<TextSpan>() : Reader(text).read();
}

void moveSelectorsBack(QString &text, const TextSpan &span)
{
    for (int at = span.begin; at < span.end; ++at) {
        if (text.at(at) != char16_t(asPicture))
            continue;
        for (int length = 1; length > 0; at += length) {
            const QChar next = at + 1 < span.end ? text.at(at + 1) : QChar();
            const bool pair = at + 2 < span.end && text.at(at + 2).isHighSurrogate();
            length = next == char16_t(keycap) ? 1 : next == char16_t(joiner) ? 2 + int(pair) : 0;
            length = std::min(length, span.end - at - 1);
            std::rotate(text.begin() + at, text.begin() + at + 1, text.begin() + at + 1 + length);
        }
    }
}

} // namespace Aura
