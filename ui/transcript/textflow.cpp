// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/textflow.h"

#include "ui/transcript/emojispans.h"

#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Aura {

TextFlow::TextFlow()
{
    m_layout.setCacheEnabled(true);
}

void TextFlow::setText(const QString &text, const QFont &font,
                       QList<QTextLayout::FormatRange> formats)
{
    m_text = text;
    // A line feed inside a paragraph is a break that the text layout knows by another name.
    QString shown = text;
    shown.replace(u'\n', QChar::LineSeparator);
    const QList<TextSpan> emoji = emojiSpans(text);
    for (const TextSpan &span : emoji) {
        moveSelectorsBack(shown, span);
        QTextCharFormat format;
        format.setFontFamilies(
            {u"Noto Color Emoji"_s, u"Segoe UI Emoji"_s, u"Apple Color Emoji"_s, font.family()});
        formats.append({span.begin, span.end - span.begin, format});
    }
    m_layout.setFont(font);
    m_layout.setText(shown);
    m_layout.setFormats(formats);
}

qreal TextFlow::layout(qreal width, qreal lineHeight)
{
    QTextOption option;
    option.setWrapMode(m_wraps ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    option.setTabStopDistance(QFontMetricsF(m_layout.font()).horizontalAdvance(u' ') * 4);
    Qt::LayoutDirection direction = m_direction;
    if (direction == Qt::LayoutDirectionAuto)
        direction = m_text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
    option.setTextDirection(direction);
    // QTextLayout aligns to the left whatever the direction is.
    const bool flips = direction == Qt::RightToLeft && m_alignment.testFlag(Qt::AlignLeading);
    option.setAlignment(flips ? Qt::AlignRight : m_alignment);
    m_layout.setTextOption(option);

    qreal y = 0;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(width);
        const qreal height = std::max(lineHeight, std::ceil(line.height()));
        line.setPosition({0, y + std::floor((height - line.height()) / 2)});
        y += height;
    }
    m_layout.endLayout();
    m_height = y;
    return y;
}

bool TextFlow::isLeftToRight() const
{
    return m_layout.textOption().textDirection() == Qt::LeftToRight;
}

qreal TextFlow::topOfLineBefore(int offset) const
{
    const QTextLine line = m_layout.lineForTextPosition(offset);
    const int above = line.isValid() ? line.lineNumber() - 1 : -1;
    if (above <= 0)
        return 0;
    // Lines are put into the middle of their heights: where the line above ends is safe.
    const QTextLine before = m_layout.lineAt(above - 1);
    return std::floor(before.y() + before.height());
}

qreal TextFlow::naturalWidth() const
{
    qreal width = 0;
    for (int i = 0; i < m_layout.lineCount(); ++i)
        width = std::max(width, m_layout.lineAt(i).naturalTextWidth());
    return width;
}

void TextFlow::paint(QPainter &painter, QPointF topLeft, const QRectF &clip,
                     const QList<TextMark> &marks) const
{
    QList<QTextLayout::FormatRange> selections;
    for (const TextMark &mark : marks) {
        QTextLayout::FormatRange range;
        range.start = mark.begin;
        range.length = mark.end - mark.begin;
        range.format = mark.format;
        selections.append(range);
    }
    m_layout.draw(&painter, topLeft, selections, clip);
}

int TextFlow::offsetAt(QPointF point) const
{
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        if (point.y() < line.y() + line.height() || i == m_layout.lineCount() - 1)
            return line.xToCursor(point.x());
    }
    return 0;
}

int TextFlow::offsetOnText(QPointF point) const
{
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        if (line.naturalTextRect().contains(point))
            return line.xToCursor(point.x(), QTextLine::CursorOnCharacter);
    }
    return -1;
}

QRectF TextFlow::caretRect(int offset) const
{
    const QTextLine line = m_layout.lineForTextPosition(offset);
    if (!line.isValid())
        return {};
    return {line.cursorToX(offset), line.y(), 1, line.height()};
}

} // namespace Aura
