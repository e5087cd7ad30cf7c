// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What TranscriptView looks like.
#include "chat/conversationmodel.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/transcript/messageactions.h"
#include "ui/transcript/transcriptgeometry.h"
#include "ui/transcript/transcriptview.h"

#include <QPaintEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace Aura {

void TranscriptView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Theme &theme = themeOf(palette());
    painter.fillRect(event->rect(), theme.surface);
    if (m_model == nullptr || m_needsSync)
        return;
    painter.translate(0, -scrolledBy());
    const QRectF clip = QRectF(event->rect()).translated(0, scrolledBy());
    for (int i = qMax(0, m_geometry->rowAt(clip.top())); i < m_geometry->count(); ++i) {
        if (m_geometry->row(i).top > clip.bottom())
            break;
        paintRow(painter, i, clip);
    }
}

void TranscriptView::paintRow(QPainter &painter, int row, const QRectF &clip) const
{
    const Theme &theme = themeOf(palette());
    const TranscriptGeometry::Row &entry = m_geometry->row(row);
    const QRectF text = m_geometry->textRect(row);
    if (entry.role == Role::User)
        drawRounded(painter, m_geometry->bubbleRect(row), blockRadius,
                    laidOn(theme.surface, theme.bubble), Qt::transparent);

    MessageLayout::Selection selection;
    const auto [first, last] = std::minmax(m_anchor, m_cursor);
    if (first.row >= 0 && row >= first.row && row <= last.row) {
        selection.from = row == first.row ? first.position : 0;
        selection.to = row == last.row ? last.position : entry.layout->text().size();
    }
    painter.setPen(entry.role == Role::System ? theme.textSoft : theme.text);
    entry.layout->paint(painter, text.topLeft(), clip.top() - text.top(),
                        clip.bottom() - text.top(), theme, selection);
    const Message &message = m_model->messageAt(row);
    if (message.role == Role::Assistant && message.state == ReplyState::Answering) {
        QRectF caret = entry.layout->endCaret().translated(text.topLeft());
        painter.fillRect(caret, theme.accent);
    }
    if (row == m_currentRow && hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_geometry->bubbleRect(row).adjusted(-6, -4, 6, 4), blockRadius,
                                blockRadius);
    }
    paintState(painter, row);
}

void TranscriptView::paintState(QPainter &painter, int row) const
{
    const QString state = stateText(row);
    if (state.isEmpty())
        return;
    const Theme &theme = themeOf(palette());
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.87);
    painter.setFont(small);
    const ReplyState reply = m_model->messageAt(row).state;
    painter.setPen(reply == ReplyState::Failed          ? theme.problem
                       : reply == ReplyState::Answering ? theme.textSoft
                                                        : theme.warning);
    const auto alignment = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(m_geometry->footerRect(row), int(alignment), state);
}

QString TranscriptView::stateText(int row) const
{
    const Message &message = m_model->messageAt(row);
    if (message.role != Role::Assistant)
        return {};
    switch (message.state) {
    case ReplyState::Answering:
    case ReplyState::Complete: return {};
    case ReplyState::CutByLimit: return tr("Cut off at the limit");
    case ReplyState::Interrupted:
        if (message.error && message.error->kind == ErrorKind::EndNotConfirmed)
            return tr("The end could not be confirmed");
        return tr("Interrupted");
    case ReplyState::Stopped: return tr("Stopped");
    case ReplyState::Failed: return message.text.isEmpty() ? tr("No answer") : tr("Failed");
    case ReplyState::Empty: return tr("The answer is empty");
    }
    return {};
}

MessageActions::Offer TranscriptView::offerFor(int row) const
{
    const QModelIndex index = m_model->index(row);
    const int last = m_model->rowCount() - 1;
    const Message &message = m_model->messageAt(row);
    const bool cut = message.role == Role::Assistant && !message.text.isEmpty()
        && (message.state == ReplyState::CutByLimit || message.state == ReplyState::Interrupted
            || message.state == ReplyState::Stopped);
    return {.siblingIndex = index.data(ConversationModel::SiblingIndexRole).toInt(),
            .siblingCount = index.data(ConversationModel::SiblingCountRole).toInt(),
            .canAsk = m_model->messageAt(last).state != ReplyState::Answering,
            .canContinue = cut && row == last};
}

void TranscriptView::placeButtons()
{
    m_newest->setVisible(!m_followsEnd);
    m_newest->move((viewport()->width() - m_newest->width()) / 2,
                   viewport()->height() - m_newest->height() - 12);
    const int row = actionsRow();
    const bool possible = m_model != nullptr && !m_needsSync && row >= 0
        && row < m_geometry->count();
    const Message *message = possible ? &m_model->messageAt(row) : nullptr;
    if (message == nullptr || (message->role == Role::Assistant
                               && message->state == ReplyState::Answering)) {
        m_actions->hide();
        return;
    }
    m_actions->showFor(*message, offerFor(row));

    const QRectF footer = m_geometry->footerRect(row).translated(0, -scrolledBy());
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.87);
    const QString state = stateText(row);
    const int indent = state.isEmpty() ? -4 : QFontMetrics(small).horizontalAdvance(state) + 12;
    const bool toTheRight = (message->role == Role::User) == (layoutDirection() == Qt::LeftToRight);
    const int left = toTheRight ? int(footer.right()) - m_actions->width() + 4 - qMax(0, indent)
                                : int(footer.left()) + indent;
    m_actions->move(left, int(footer.center().y()) - m_actions->height() / 2);
    m_actions->show();
}

} // namespace Aura
