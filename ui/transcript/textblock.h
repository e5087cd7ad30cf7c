// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/richtext.h"
#include "ui/transcript/messageblock.h"

#include <QImage>

#include <functional>

namespace Aura {

//! Text formats for the runs of a rich text.
QList<QTextLayout::FormatRange> formatsOf(const RichText &text, const BlockStyle &style);

//! A paragraph, a heading, a formula: text with styles, and the pictures in it that were loaded
//! below it.
class TextBlock : public MessageBlock
{
public:
    enum class Tone { Normal, Soft, Heading1, Heading2, Heading3, Heading4, Code, Formula };

    //! The source is asked for the text at each layout.
    TextBlock(std::function<RichText()> source, Tone tone)
        : m_source(std::move(source))
        , m_tone(tone)
    {}

    qreal layout(qreal width, const BlockStyle &style) override;
    void paint(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const override;
    QString text() const override { return m_text.text; }
    int offsetAt(QPointF point) const override { return m_flow.offsetAt(point); }
    QRectF caretRect(int offset) const override { return m_flow.caretRect(offset); }
    QRectF endRect() const override { return m_flow.caretRect(int(m_text.text.size())); }
    BlockHit hitAt(QPointF point) const override;
    qreal unchangedHeight() const override { return m_flow.unchangedHeight(); }
    qreal naturalWidth() const override { return m_flow.naturalWidth(); }

    static Tone headingTone(int level);

private:
    std::function<RichText()> m_source;
    Tone m_tone;
    struct Picture
    {
        QImage image{};
        QRectF rect{};
    };

    qreal placePictures(qreal width, const RemoteImages *images);

    RichText m_text;
    TextFlow m_flow;
    QList<Picture> m_pictures; // below the text
};

} // namespace Aura
