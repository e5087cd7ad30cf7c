// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/streamdecoder.h"

#include <utility>

namespace Aura {

namespace {

//! How the bytes at one place read: a character, the beginning of one, or nothing.
struct Utf8Step
{
    enum class Kind { Character, Half, Invalid };

    Kind kind = Kind::Invalid;
    qsizetype length = 1;
};

struct LeadByte
{
    int length = 0; // of the whole character; 0: no character begins so
    uchar secondFrom = 0x80;
    uchar secondTo = 0xbf;
};

//! The table 3-7 of the Unicode standard, "Well-Formed UTF-8 Byte Sequences".
LeadByte leadByte(uchar byte)
{
    if (byte < 0x80)
        return {1};
    if (byte < 0xc2 || byte > 0xf4)
        return {0};
    if (byte < 0xe0)
        return {2};
    if (byte < 0xf0)
        return {3, uchar(byte == 0xe0 ? 0xa0 : 0x80), uchar(byte == 0xed ? 0x9f : 0xbf)};
    return {4, uchar(byte == 0xf0 ? 0x90 : 0x80), uchar(byte == 0xf4 ? 0x8f : 0xbf)};
}

Utf8Step stepAt(QByteArrayView bytes, qsizetype at)
{
    const LeadByte lead = leadByte(uchar(bytes[at]));
    if (lead.length == 0)
        return {};
    for (int i = 1; i < lead.length; ++i) {
        if (at + i == bytes.size())
            return {Utf8Step::Kind::Half, i};
        const uchar next = uchar(bytes[at + i]);
        if (next < (i == 1 ? lead.secondFrom : 0x80) || next > (i == 1 ? lead.secondTo : 0xbf))
            return {Utf8Step::Kind::Invalid, i};
    }
    return {Utf8Step::Kind::Character, lead.length};
}

} // namespace

void addText(QList<StreamEvent> &events, StreamEvent::Kind kind, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!events.isEmpty() && events.constLast().kind == kind)
        events.last().text += text;
    else
        events.append({.kind = kind, .text = text});
}

QString Utf8Reader::read(QByteArrayView bytes)
{
    QByteArray joined;
    if (!m_half.isEmpty()) {
        joined = std::exchange(m_half, {});
        joined.append(bytes);
        bytes = joined;
    }

    QString text;
    qsizetype runStart = 0;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const Utf8Step step = stepAt(bytes, at);
        if (step.kind != Utf8Step::Kind::Character) {
            text += m_decoder.decode(bytes.sliced(runStart, at - runStart));
            runStart = at + step.length;
            if (step.kind == Utf8Step::Kind::Half)
                m_half = bytes.sliced(at).toByteArray();
        }
        at += step.length;
    }
    if (runStart < bytes.size())
        text += m_decoder.decode(bytes.sliced(runStart));
    return text;
}

QList<StreamEvent> PlainTextDecoder::feed(QByteArrayView bytes)
{
    const QString text = m_utf8.read(bytes);
    if (text.isEmpty())
        return {};
    return {{.kind = StreamEvent::Kind::Text, .text = text}};
}

QList<StreamEvent> PlainTextDecoder::finish()
{
    return {}; // half a character is no text
}

} // namespace Aura
