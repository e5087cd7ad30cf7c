// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/messageblock.h"

namespace Aura {

//! A paragraph of plain text.
class ParagraphBlock : public MessageBlock
{
public:
    //! How much a paragraph looks like the rest.
    enum class Tone { Normal, Soft };

    explicit ParagraphBlock(const QString &text = {}, Tone tone = Tone::Normal)
        : m_text(text)
        , m_tone(tone)
    {}

    void append(QStringView piece);

    qreal layout(qreal width, const Typography &type) override;
    void paint(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const override;
    QString text() const override { return m_text; }
    int offsetAt(QPointF point) const override { return m_flow.offsetAt(point); }
    QRectF caretRect(int offset) const override { return m_flow.caretRect(offset); }
    qreal naturalWidth() const override { return m_flow.naturalWidth(); }

private:
    QString m_text;
    Tone m_tone;
    TextFlow m_flow;
    qreal m_width = -1; // that it is laid out in; -1: not laid out
};

} // namespace Aura
