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
                          const TextSelection *selection) const
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
        paintBlock(painter, i, topLeft, paint, selection);
    }
    if (isAnswering())
        paintCaret(painter, topLeft, paint);
    paintFooter(painter, topLeft, paint);
}

void MessageLayout::paintBlock(QPainter &painter, int index, QPointF topLeft,
                               const BlockPaint &paint, const TextSelection *selection) const
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
    blockPaint.marks.clear();
    if (selection && index >= selection->begin().block && index <= selection->end().block) {
        TextMark mark;
        mark.begin = index == selection->begin().block ? selection->begin().offset : 0;
        mark.end = index == selection->end().block ? selection->end().offset : INT_MAX;
        mark.format.setBackground(paint.theme.selection);
        blockPaint.marks.append(mark);
    }
    found->second.block->paint(painter, origin, blockPaint);
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
