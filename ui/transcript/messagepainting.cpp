// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a message is painted.
#include "ui/transcript/messagelayout.h"
#include "ui/transcript/typography.h"

#include <QPainter>

#include <algorithm>
#include <climits>

namespace Aura {

namespace {

constexpr int bubbleRadius = 10;
constexpr int caretWidth = 2;

} // namespace

void MessageLayout::paint(QPainter &painter, QPointF topLeft, const BlockPaint &paint,
                          const RowMarks &marks) const
{
    if (m_role == Role::User) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(paint.theme.bubble);
        painter.drawRoundedRect(bubbleRect().translated(topLeft), bubbleRadius, bubbleRadius);
    }
    const int first = std::max(0, blockAt(paint.clip.top() - topLeft.y()));
    for (int i = first; i < m_content->blockCount(); ++i) {
        if (topLeft.y() + blockTop(i) > paint.clip.bottom())
            break;
        paintBlock(painter, i, topLeft, paint, marks);
    }
    if (isAnswering())
        paintCaret(painter, topLeft, paint);
    paintFooter(painter, topLeft, paint);
}

void MessageLayout::paintBlock(QPainter &painter, int index, QPointF topLeft,
                               const BlockPaint &paint, const RowMarks &marks) const
{
    const QPointF origin = topLeft + blockOrigin(index);
    const qreal height = m_heights.height(index) - gap(index);
    m_content->paintFrame(painter, index,
                          QRectF(topLeft.x() + m_left, origin.y(), m_textWidth, height), gap(index),
                          paint);
    const auto found = m_blocks.find(index);
    if (found == m_blocks.end() || m_content->isFolded(index))
        return;
    BlockPaint blockPaint = paint;
    blockPaint.marks = marksIn(index, marks, paint.theme);
    found->second.block->paint(painter, origin, blockPaint);
}

QList<TextMark> MessageLayout::marksIn(int index, const RowMarks &marks, const Theme &theme) const
{
    QList<TextMark> inBlock;
    if (!marks.query.isEmpty()) {
        for (const TextSpan &span : foundIn(index, marks.query)) {
            TextMark mark{span.begin, span.end, {}};
            mark.format.setBackground(theme.found);
            inBlock.append(mark);
        }
    }
    const auto add = [&inBlock, index](const std::optional<TextSelection> &range) -> TextMark * {
        if (!range || index < range->begin().block || index > range->end().block)
            return nullptr;
        TextMark mark;
        mark.begin = index == range->begin().block ? range->begin().offset : 0;
        mark.end = index == range->end().block ? range->end().offset : INT_MAX;
        inBlock.append(mark);
        return &inBlock.last();
    };
    if (TextMark *selected = add(marks.selection))
        selected->format.setBackground(theme.selection);
    if (TextMark *hit = add(marks.hit)) {
        hit->format.setBackground(theme.accent);
        hit->format.setForeground(theme.onAccent);
    }
    return inBlock;
}

const QList<TextSpan> &MessageLayout::foundIn(int index, const FindQuery &query) const
{
    if (m_foundQuery != query) {
        m_foundQuery = query;
        m_found.clear();
    }
    const auto known = m_found.find(index);
    if (known != m_found.end())
        return known->second;
    return m_found[index] = occurrences(m_content->plainText(index), query);
}

void MessageLayout::paintCaret(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const
{
    QRectF caret(m_left, textTop(), 1, m_type.bodyLine);
    if (!m_blocks.empty() && m_blocks.rbegin()->first == m_content->blockCount() - 1) {
        const auto &[index, last] = *m_blocks.rbegin();
        if (m_content->isFolded(index))
            return;
        caret = last.block->endRect().translated(blockOrigin(index));
    } else if (m_content->blockCount() > 0) {
        return; // out of sight
    }
    painter.fillRect(QRectF(caret.topLeft() + topLeft + QPointF(caretWidth, 0),
                            QSizeF(caretWidth, caret.height())),
                     paint.theme.accent);
}

QString MessageLayout::stateText() const
{
    switch (m_state) {
    case ReplyState::Answering:
    case ReplyState::Complete: return {};
    case ReplyState::CutByLimit: return tr("Cut by a limit");
    case ReplyState::Interrupted: return tr("Interrupted");
    case ReplyState::Stopped: return tr("Stopped");
    case ReplyState::Failed: return tr("Failed");
    case ReplyState::Empty: return tr("Empty answer");
    }
    Q_UNREACHABLE();
}

void MessageLayout::paintFooter(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const
{
    const QString state = stateText();
    if (state.isEmpty())
        return;
    painter.setFont(m_type.small);
    painter.setPen(m_state == ReplyState::Failed ? paint.theme.problem : paint.theme.warning);
    painter.drawText(QRectF(footerRect()).translated(topLeft),
                     int(Qt::AlignLeading | Qt::AlignVCenter), state);
}

} // namespace Aura
