// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>
#include <QTextLayout>

class QPainter;

namespace Aura {

//! A part of a text that is marked when it is painted: [begin, end) in UTF-16 units.
struct TextMark
{
    int begin = 0;
    int end = 0; // may lie beyond the text's end: the line's end is marked as well
    QTextCharFormat format{};
};

//! One run of text broken into lines of an even height: a paragraph, a heading, a table's cell.
//! Directions are per paragraph, from its first strong character.
class TextFlow
{
public:
    TextFlow();

    //! Emoji take a font of pictures, whatever the formats say.
    void setText(const QString &text, const QFont &font, QList<QTextLayout::FormatRange> formats);
    void setAlignment(Qt::Alignment alignment) { m_alignment = alignment; }
    void setWrapping(bool wraps) { m_wraps = wraps; }
    //! Unset: from the text's first strong character.
    void setDirection(Qt::LayoutDirection direction) { m_direction = direction; }

    //! Breaks the text into lines of a width; returns the height. A line is at least lineHeight
    //! high, and higher where a tall glyph needs it.
    qreal layout(qreal width, qreal lineHeight);

    const QString &text() const { return m_text; }
    qreal height() const { return m_height; }
    qreal naturalWidth() const; // of the widest line as laid out
    int lineCount() const { return m_layout.lineCount(); }
    bool isLeftToRight() const; // as it was laid out
    //! Where the line begins that stands above the one with an offset.
    qreal topOfLineBefore(int offset) const;

    void paint(QPainter &painter, QPointF topLeft, const QRectF &clip,
               const QList<TextMark> &marks) const;

    //! The offset nearest to a point that is relative to the top left corner.
    int offsetAt(QPointF point) const;
    //! The offset only where the point lies on the text itself; else -1.
    int offsetOnText(QPointF point) const;
    QRectF caretRect(int offset) const;

private:
    QString m_text;
    QTextLayout m_layout;
    Qt::Alignment m_alignment = Qt::AlignLeading;
    qreal m_height = 0;
    bool m_wraps = true;
    Qt::LayoutDirection m_direction = Qt::LayoutDirectionAuto;
};

} // namespace Aura
