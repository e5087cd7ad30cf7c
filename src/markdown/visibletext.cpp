// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/visibletext.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

struct NamedMark
{
    char32_t character;
    const char16_t *name;
};

constexpr std::array<NamedMark, 31> names{{
    {0x00ad, u"SHY"},  {0x034f, u"CGJ"},  {0x061c, u"ALM"},  {0x115f, u"HCF"}, {0x1160, u"HJF"},
    {0x180e, u"MVS"},  {0x200b, u"ZWSP"}, {0x200c, u"ZWNJ"}, {0x200d, u"ZWJ"}, {0x200e, u"LRM"},
    {0x200f, u"RLM"},  {0x2028, u"LSEP"}, {0x2029, u"PSEP"}, {0x202a, u"LRE"}, {0x202b, u"RLE"},
    {0x202c, u"PDF"},  {0x202d, u"LRO"},  {0x202e, u"RLO"},  {0x2060, u"WJ"},  {0x2061, u"AF"},
    {0x2062, u"IT"},   {0x2063, u"IS"},   {0x2064, u"IP"},   {0x2066, u"LRI"}, {0x2067, u"RLI"},
    {0x2068, u"FSI"},  {0x2069, u"PDI"},  {0x3164, u"HF"},   {0xfeff, u"BOM"}, {0xffa0, u"HHF"},
    {0xe0001, u"TAG"},
}};

bool isTag(char32_t c)
{
    return c >= 0xe0020 && c <= 0xe007f;
}

bool isSelector(char32_t c)
{
    return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef)
        || (c >= 0x180b && c <= 0x180d);
}

bool isEmoji(char32_t c)
{
    return (c >= 0x1f000 && c <= 0x1faff) || (c >= 0x2190 && c <= 0x2bff) || c == 0x00a9
        || c == 0x00ae || c == 0x203c || c == 0x2049 || c == 0x3030 || c == 0x303d;
}

//! Scripts that are written with joiners: Arabic, Syriac, the Indic ones, Khmer, Mongolian.
bool needsJoiners(char32_t c)
{
    return (c >= 0x0600 && c <= 0x08ff) || (c >= 0x0900 && c <= 0x0dff)
        || (c >= 0x0f00 && c <= 0x109f) || (c >= 0x1780 && c <= 0x18af)
        || (c >= 0xfb50 && c <= 0xfdcf) || (c >= 0xfe70 && c <= 0xfefc)
        || (c >= 0x11000 && c <= 0x11fff);
}

//! Characters that are drawn as nothing, or that turn the order of others, wherever they stand.
bool isSuspect(char32_t c)
{
    if (c < 0x20)
        return c != '\n' && c != '\t';
    if (c < 0x7f)
        return false;
    return c <= 0x9f || c == hardBreak || isSelector(c) || (c >= 0xe0000 && c <= 0xe0fff)
        || QChar::category(c) == QChar::Other_Format || QChar::category(c) == QChar::Separator_Line
        || QChar::category(c) == QChar::Separator_Paragraph || c == 0x034f || c == 0x115f
        || c == 0x1160 || c == 0x17b4 || c == 0x17b5 || c == 0x3164 || c == 0xffa0
        || (c >= 0xfdd0 && c <= 0xfdef);
}

//! The text by code points, with a look around.
class Characters
{
public:
    explicit Characters(QStringView text)
        : m_points(text.toUcs4())
    {}

    qsizetype size() const { return m_points.size(); }
    char32_t at(qsizetype i) const { return i >= 0 && i < size() ? char32_t(m_points[i]) : 0; }
    bool isHidden(qsizetype i) const;

private:
    bool isFlag(qsizetype i) const;
    qsizetype baseOf(qsizetype i) const;

    QList<uint> m_points;
};

//! What a joiner joins to on its left: marks, selectors and skin tones are passed over.
qsizetype Characters::baseOf(qsizetype i) const
{
    for (int steps = 0; i >= 0 && steps < 8; --i, ++steps) {
        const char32_t c = at(i);
        if (!isSelector(c) && !(c >= 0x1f3fb && c <= 0x1f3ff) && c != 0x20e3 && !QChar::isMark(c))
            break;
    }
    return i;
}

//! A tag in the emoji of a region's flag: a black flag, at most six tags, the cancelling one.
bool Characters::isFlag(qsizetype i) const
{
    qsizetype begin = i;
    while (begin > 0 && i - begin < 8 && isTag(at(begin)))
        --begin;
    qsizetype end = i;
    while (end - begin < 8 && isTag(at(end)) && at(end) != 0xe007f)
        ++end;
    return at(begin) == 0x1f3f4 && at(end) == 0xe007f && end - begin <= 7;
}

bool Characters::isHidden(qsizetype i) const
{
    const char32_t c = at(i);
    if (!isSuspect(c) || c == hardBreak)
        return false;
    if (c == 0x200d || c == 0x200c) {
        const char32_t left = at(baseOf(i - 1));
        const char32_t right = at(i + 1);
        return !(c == 0x200d && isEmoji(left) && isEmoji(right))
            && !(needsJoiners(left) && (c == 0x200d || needsJoiners(right)));
    }
    if (isSelector(c)) {
        const char32_t left = at(i - 1);
        return left == 0 || isSelector(left) || isSuspect(left) || QChar::isSpace(left);
    }
    if (isTag(c))
        return !isFlag(i);
    // Signs that Arabic, Syriac and Kaithi write around numbers and verses are seen.
    return !((c >= 0x0600 && c <= 0x0605) || c == 0x06dd || c == 0x070f || c == 0x0890
             || c == 0x0891 || c == 0x08e2 || c == 0x110bd || c == 0x110cd);
}

QString markFor(char32_t c)
{
    if (c < 0x20)
        return QString(QChar(0x2400 + c));
    if (c == 0x7f)
        return QString(QChar(0x2421));
    const auto named = std::ranges::find(names, c, &NamedMark::character);
    if (named != names.end())
        return u'⟨' + QString::fromUtf16(named->name) + u'⟩';
    return u"⟨U+%1⟩"_s.arg(uint(c), 4, 16, QChar(u'0')).toUpper();
}

bool mayHide(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) {
        const char16_t u = c.unicode();
        return u >= 0x7f
            ? (c.isSurrogate() ? u == 0xdb40 || (u >= 0xd800 && u < 0xd83c) : isSuspect(u))
            : u < 0x20 && u != '\n' && u != '\t';
    });
}

} // namespace

bool hasHiddenCharacters(QStringView text)
{
    if (!mayHide(text))
        return false;
    const Characters characters(text);
    for (qsizetype i = 0; i < characters.size(); ++i) {
        if (characters.isHidden(i))
            return true;
    }
    return false;
}

QString withoutHiddenCharacters(const QString &text)
{
    if (!mayHide(text))
        return text;
    const Characters characters(text);
    QString rest;
    rest.reserve(text.size());
    for (qsizetype i = 0; i < characters.size(); ++i) {
        if (!characters.isHidden(i))
            rest += QChar::fromUcs4(characters.at(i));
    }
    return rest;
}

RichText makeVisible(const RichText &source)
{
    if (!mayHide(source.text))
        return source;
    const Characters characters(source.text);
    RichText result;
    qsizetype run = 0;
    qsizetype unit = 0; // where in the source
    const auto addRun = [&result](TextRun piece, qsizetype from) {
        piece.offset = from;
        piece.length = result.text.size() - from;
        TextRun *last = result.runs.isEmpty() ? nullptr : &result.runs.last();
        if (last && last->offset + last->length == from && last->styles == piece.styles
            && last->link == piece.link && last->image == piece.image)
            last->length += piece.length;
        else
            result.runs.append(piece);
    };
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const char32_t c = characters.at(i);
        const bool hidden = characters.isHidden(i);
        while (run < source.runs.size()
               && source.runs[run].offset + source.runs[run].length <= unit)
            ++run;
        TextRun piece;
        if (run < source.runs.size() && source.runs[run].offset <= unit)
            piece = source.runs[run];
        if (hidden)
            piece.styles |= TextStyle::Mark;
        const qsizetype from = result.text.size();
        if (hidden)
            result.text += markFor(c);
        else
            result.text += QChar::fromUcs4(c == hardBreak ? U'\u2028' : c);
        if (piece.styles)
            addRun(piece, from);
        unit += QChar::requiresSurrogates(c) ? 2 : 1;
    }
    return result;
}

QString makeVisible(const QString &text)
{
    return mayHide(text) ? makeVisible(RichText{.text = text}).text : text;
}

} // namespace Aura
