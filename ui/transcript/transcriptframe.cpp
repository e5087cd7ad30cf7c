// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the transcript lays out and paints, once a frame.
#include "ui/theme/theme.h"
#include "ui/transcript/markedscrollbar.h"
#include "ui/transcript/messageactionbar.h"
#include "ui/transcript/messagelayout.h"
#include "ui/transcript/messagelayoutcache.h"
#include "ui/transcript/newestbutton.h"
#include "ui/transcript/transcriptview.h"
#include "ui/transcript/typography.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QPaintEvent>

#include <algorithm>
#include <climits>
#include <cmath>

namespace Aura {

namespace {

constexpr int fewRects = 4; // more of them are painted as one
constexpr int newestGap = 12;

} // namespace

void TranscriptView::onFrameDue()
{
    QElapsedTimer cost;
    cost.start();
    m_column.beginFrame();
    layoutFrame();
    paintChanges();
    m_pacer.addCost(cost.nsecsElapsed());
}

void TranscriptView::layoutFrame()
{
    m_column.layOut();
    if (!m_column.isComplete())
        scheduleFrame();
    syncScrollBar();
}

// What was painted is moved, and the rest painted anew.
void TranscriptView::paintChanges()
{
    std::vector<PaintedPart> parts =
        m_column.takeParts(-topPadding, viewport()->height() - topPadding);
    for (PaintedPart &part : parts)
        part.top += topPadding;
    FrameDifference change = FrameDifference::between(m_parts, parts, viewport()->rect());
    m_parts = std::move(parts);
    // The mark of the current message, and pixels that are no whole ones, cannot be moved.
    const qreal ratio = viewport()->devicePixelRatioF();
    if ((m_currentRow >= 0 && hasFocus()) || m_surface->caret.isShown()
        || ratio != std::floor(ratio))
        change = {.dirty = viewport()->rect()};
    if (change.shift != 0) {
        viewport()->scroll(0, change.shift, viewport()->rect());
        for (const QWidget *overlay :
             {static_cast<QWidget *>(m_actions), static_cast<QWidget *>(m_newest)}) {
            if (overlay->isVisible())
                change.dirty +=
                    QRegion(overlay->geometry()) + overlay->geometry().translated(0, change.shift);
        }
    }
    placeOverlays();
    viewport()->update(change.dirty);
}

void TranscriptView::scrollBy(int dy)
{
    m_column.forgetPlace();
    m_column.moveBy(dy);
    showFrame();
}

void TranscriptView::showFrame()
{
    layoutFrame();
    paintChanges();
}

void TranscriptView::syncScrollBar()
{
    m_syncing = true;
    auto *bar = static_cast<MarkedScrollBar *>(verticalScrollBar());
    bar->setSingleStep(qRound(m_column.type().bodyLine));
    bar->setPlace(int(m_geometry.maximumScrollPosition()), m_geometry.viewportHeight(),
                  int(m_geometry.scrollPosition()));
    m_lastScroll = bar->value();
    m_syncing = false;
    if (m_newest->isVisibleTo(viewport()) == m_geometry.isAtEnd()) {
        m_newest->setVisible(!m_geometry.isAtEnd());
        emit atEndChanged(m_geometry.isAtEnd());
    }
}

void TranscriptView::scrollContentsBy(int, int)
{
    if (m_syncing)
        return;
    const int value = verticalScrollBar()->value();
    const int by = value - m_lastScroll;
    if (std::abs(by) <= 2 * m_geometry.viewportHeight() && value > 0
        && value < verticalScrollBar()->maximum()) {
        scrollBy(by);
        return;
    }
    m_column.forgetPlace();
    m_geometry.setScrollPosition(value);
    showFrame();
}

void TranscriptView::scrollToEnd()
{
    m_geometry.setAtEnd(true);
    showFrame();
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_column.setViewport(viewport()->size() - QSize(0, topPadding));
    layoutFrame();
    paintChanges();
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    QElapsedTimer cost;
    cost.start();
    QPainter painter(viewport());
    const bool fewParts = event->region().rectCount() <= fewRects;
    const QRegion region = fewParts ? event->region() : QRegion(event->rect());
    for (const QRect &rect : region) {
        painter.setClipRect(rect);
        paintRows(painter, rect);
    }
    m_pacer.addCost(cost.nsecsElapsed());
}

void TranscriptView::paintRows(QPainter &painter, const QRect &rect)
{
    const Theme &theme = themeOf(palette());
    // Smooth edges, which whole pixels do not have, cost a fill three times as much.
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(rect, theme.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    const BlockPaint paint{theme, m_column.type(), rect, {}};
    int y = topPadding - m_geometry.anchorOffset();
    for (int row = m_geometry.anchorRow(); row < m_geometry.heights().count(); ++row) {
        if (y > rect.bottom())
            break;
        const int height = m_geometry.heights().height(row);
        if (y + height > rect.top())
            paintRow(painter, row, y, paint);
        y += height;
    }
    paintKeyboard(painter);
}

void TranscriptView::paintRow(QPainter &painter, int row, int top, const BlockPaint &paint)
{
    MessageLayout *layout = m_column.laidOut(row);
    if (!layout)
        return; // laid out with the next frame
    const RowMarks marks{m_surface->selection.inRow(row), m_surface->find.query(),
                         m_surface->find.current(row)};
    layout->paint(painter, QPointF(m_column.left(), top), paint, marks);
    if (row == m_currentRow && hasFocus() && !m_surface->target() && !m_surface->caret.isShown()) {
        painter.setPen(QPen(paint.theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        const QRect focus(m_column.left() - 8, top + 2, m_column.width() + 16,
                          m_geometry.heights().height(row) - 4);
        painter.drawRoundedRect(focus, 6, 6);
    }
}

void TranscriptView::placeOverlays()
{
    m_newest->move((viewport()->width() - m_newest->width()) / 2,
                   viewport()->height() - m_newest->height() - newestGap);
    const int row = actionsRow();
    if (row >= 0 && row < m_geometry.heights().count()
        && m_model->messageAt(row).id != m_actions->messageId())
        return showActions(row);
    if (row < 0 || row >= m_geometry.heights().count()) {
        m_actions->hide();
        return;
    }
    const MessageLayout *layout = m_column.laidOut(row);
    if (!layout || layout->role() == Role::System) {
        m_actions->hide();
        return;
    }
    const QRect footer = layout->footerRect().translated(m_column.left(), messageRect(row).top());
    int left = footer.left();
    if (const QString state = layout->stateText(); !state.isEmpty())
        left += QFontMetrics(m_column.type().small).horizontalAdvance(state) + 12;
    if (layout->role() == Role::User)
        left = footer.right() - m_actions->width();
    m_actions->move(left, footer.top() + (footer.height() - m_actions->height()) / 2);
    m_actions->show();
}

QRect TranscriptView::messageRect(int row) const
{
    return {m_column.left(), int(m_geometry.viewportTop(row)) + topPadding, m_column.width(),
            m_geometry.heights().height(row)};
}

} // namespace Aura
