// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/tokenestimate.h"

#include <utility>

namespace Aura {

namespace {

// Hundredths of a token.
constexpr int latinLetter = 25;
constexpr int otherLetter = 40;
constexpr int ideograph = 100;
constexpr int digit = 40;
constexpr int punctuation = 70;
constexpr int space = 5;
constexpr int lineBreak = 50;
constexpr int supplementary = 100; // each half of a surrogate pair

int asciiWeight(char16_t c)
{
    if ((c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'))
        return latinLetter;
    if (c >= u'0' && c <= u'9')
        return digit;
    if (c == u'\n')
        return lineBreak;
    return c <= u' ' ? space : punctuation;
}

bool isIdeographic(char16_t c)
{
    return (c >= 0x2e80 && c <= 0x9fff)  // CJK, kana, bopomofo
        || (c >= 0xac00 && c <= 0xd7af)  // hangul
        || (c >= 0xf900 && c <= 0xfaff)  // compatibility ideographs
        || (c >= 0xff00 && c <= 0xffef); // full-width forms
}

int weight(char16_t c)
{
    if (c < 0x80)
        return asciiWeight(c);
    if (c < 0x250) // accents are seldom in a vocabulary's long words
        return otherLetter;
    if (isIdeographic(c))
        return ideograph;
    if (QChar::isSurrogate(c))
        return supplementary;
    return c >= 0x2000 && c <= 0x2bff ? punctuation : otherLetter;
}

constexpr qsizetype wholeLength = 256 * 1024; // characters; of a longer text samples are counted
constexpr qsizetype samples = 64;

qint64 weigh(QStringView text)
{
    qint64 hundredths = 0;
    for (const QChar c : text)
        hundredths += weight(c.unicode());
    return hundredths;
}

qint64 weighSamples(QStringView text)
{
    constexpr qsizetype length = wholeLength / samples;
    qint64 hundredths = 0;
    for (qsizetype i = 0; i < samples; ++i)
        hundredths += weigh(text.sliced((text.size() - length) / (samples - 1) * i, length));
    return qint64(double(hundredths) / double(wholeLength) * double(text.size()));
}

} // namespace

qint64 estimateTokens(QStringView text)
{
    const qint64 hundredths = text.size() > wholeLength ? weighSamples(text) : weigh(text);
    return (hundredths + 99) / 100;
}

ContextFit fitContext(const QList<Message> &messages, qint64 tokenLimit)
{
    ContextFit fit{.firstSent = messages.size()};
    qint64 used = 0;
    for (const Message &message : messages) {
        if (message.role == Role::System)
            used += estimateTokens(message.text);
    }
    fit.needed = used + auraReservedTokens;
    fit.total = used;

    bool isNewest = true;
    bool fits = true;
    for (qsizetype i = messages.size() - 1; i >= 0; --i) {
        if (messages[i].role == Role::System)
            continue;
        const qint64 tokens = estimateTokens(messages[i].text);
        fit.total += tokens;
        if (std::exchange(isNewest, false))
            fit.needed += tokens;
        fits = fits && used + tokens + auraReservedTokens <= tokenLimit;
        if (!fits)
            continue;
        used += tokens;
        fit.firstSent = i;
    }
    return fit;
}

} // namespace Aura
