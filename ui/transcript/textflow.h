// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <vector>

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
//!
//! A text that grows is laid out from where it can still change: lines above it stay in parts of
//! their own, and look as they would if all was laid out at once.
class TextFlow
{
public:
    TextFlow();
    ~TextFlow();

    //! Emoji take a font of pictures, whatever the formats say. So many units of the text are the
    //! same as before, and so are their formats and the font.
    void setText(const QString &text, const QFont &font, QList<QTextLayout::FormatRange> formats,
                 qsizetype same = 0);
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
    int lineCount() const;
    //! So much from its top, the last layout() left looking as it was.
    qreal unchangedHeight() const { return m_unchanged; }

    void paint(QPainter &painter, QPointF topLeft, const QRectF &clip,
               const QList<TextMark> &marks) const;

    //! The offset nearest to a point that is relative to the top left corner.
    int offsetAt(QPointF point) const;
    //! The offset only where the point lies on the text itself; else -1.
    int offsetOnText(QPointF point) const;
    QRectF caretRect(int offset) const;

private:
    struct Part;
    struct Line;

    QTextOption option() const;
    bool isFirm(qsizetype lineBegin, qsizetype same) const;
    bool isSeam(qsizetype at, qsizetype lineBefore, qsizetype same) const;
    qreal topOfLineBefore(qsizetype offset) const;
    void keepLines(qsizetype same);
    void fillLastPart();
    void breakLastPart();
    Line lineAt(int index) const;
    const Part &partAt(int offset) const;

    QString m_text;
    QString m_shown; // the same, as the text layout knows it
    QFont m_font;
    QList<QTextLayout::FormatRange> m_formats;
    qsizetype m_same = 0;                       // since the last layout
    std::vector<std::unique_ptr<Part>> m_parts; // only the last one may change
    Qt::Alignment m_alignment = Qt::AlignLeading;
    qreal m_width = -1;
    qreal m_lineHeight = 0;
    qreal m_height = 0;
    qreal m_unchanged = 0;
    bool m_wraps = true;
    Qt::LayoutDirection m_direction = Qt::LayoutDirectionAuto;
};

} // namespace Aura
