// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the transcript lays out and paints, once a frame.
#include "ui/theme/theme.h"
#include "ui/transcript/messageactionbar.h"
#include "ui/transcript/messagelayout.h"
#include "ui/transcript/messagelayoutcache.h"
#include "ui/transcript/newestbutton.h"
#include "ui/transcript/transcriptview.h"
#include "ui/transcript/typography.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>
#include <climits>
#include <cmath>

namespace Aura {

namespace {

constexpr int fewRects = 4; // more of them are painted as one
constexpr int columnMargin = 24;
constexpr int newestGap = 12;
constexpr int estimatedExtra = 48; // paddings and the line below a message

} // namespace

int TranscriptView::columnWidth() const
{
    const int maximum = qRound(m_type->columnMaximum * std::max(1.0, m_zoom));
    return std::max(80, std::min(maximum, viewport()->width() - 2 * columnMargin));
}

int TranscriptView::columnLeft() const
{
    return (viewport()->width() - columnWidth()) / 2;
}

MessageLayout &TranscriptView::layoutOf(int row)
{
    const Message &message = m_model->messageAt(row);
    MessageLayout *layout = m_layouts->find(message.id);
    if (!layout) {
        layout = &m_layouts->insert(
            std::make_unique<MessageLayout>(message, *m_type, themeOf(palette())));
        layout->setSliced();
    }
    const bool isAnchor = row == m_geometry.anchorRow() && !m_geometry.isAtEnd();
    const int moved = layout->update(columnWidth(), isAnchor ? m_geometry.anchorOffset() : 0);
    if (isAnchor && moved != 0)
        m_geometry.setAnchor(row, m_geometry.anchorOffset() + moved);
    if (!layout->isComplete())
        scheduleFrame();
    m_geometry.heights().setHeight(row, layout->height());
    return *layout;
}

int TranscriptView::realise(int row, int from, int to, int anchor)
{
    MessageLayout &layout = layoutOf(row);
    const int moved = layout.realise(from, to, anchor);
    m_geometry.heights().setHeight(row, layout.height());
    return moved;
}

void TranscriptView::onFrameDue()
{
    QElapsedTimer cost;
    cost.start();
    layoutFrame();
    paintChanges();
    m_pacer.addCost(cost.nsecsElapsed());
}

void TranscriptView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_autoScroll.timerId())
        autoScroll();
    else
        QAbstractScrollArea::timerEvent(event);
}

void TranscriptView::layoutFrame()
{
    m_geometry.setViewportHeight(viewport()->height() - topPadding);
    if (m_geometry.heights().count() > 0) {
        if (m_geometry.isAtEnd())
            layoutFromEnd();
        else
            layoutFromAnchor();
        dropUnseen();
    }
    syncScrollBar();
}

// What was painted is moved, and the rest painted anew.
void TranscriptView::paintChanges()
{
    std::vector<PaintedPart> parts;
    int y = topPadding - m_geometry.anchorOffset();
    const int bottom = viewport()->height();
    for (int row = m_geometry.anchorRow(); row < m_geometry.heights().count() && y < bottom;
         ++row) {
        if (MessageLayout *layout = m_layouts->find(m_model->messageAt(row).id))
            layout->collectParts(parts, y, -y, bottom - y);
        y += m_geometry.heights().height(row);
    }
    FrameDifference change = FrameDifference::between(m_parts, parts, viewport()->rect());
    m_parts = std::move(parts);
    // The mark of the current message, and pixels that are no whole ones, cannot be moved.
    const qreal ratio = viewport()->devicePixelRatioF();
    if ((m_currentRow >= 0 && hasFocus()) || ratio != std::floor(ratio))
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

void TranscriptView::layoutFromEnd()
{
    int missing = m_geometry.viewportHeight();
    for (int row = m_geometry.heights().count() - 1; row >= 0; --row) {
        // From the row's end upwards until the viewport is full; what is above its place in the
        // row is an estimate and stays one.
        int height = layoutOf(row).height();
        for (int previous = -1; previous != height;) {
            previous = height;
            realise(row, height - missing, height, 0);
            height = m_geometry.heights().height(row);
        }
        if (height >= missing) {
            m_geometry.setAnchor(row, height - missing);
            return;
        }
        missing -= height;
    }
    m_geometry.setAnchor(0, 0);
}

void TranscriptView::layoutFromAnchor()
{
    const int count = m_geometry.heights().count();
    int y = -m_geometry.anchorOffset();
    for (int row = m_geometry.anchorRow(); row < count; ++row) {
        const int moved = realise(row, -y, m_geometry.viewportHeight() - y, -y);
        if (row == m_geometry.anchorRow() && moved != 0) {
            m_geometry.setAnchor(row, m_geometry.anchorOffset() + moved);
            y -= moved;
        }
        y += m_geometry.heights().height(row);
        if (y > m_geometry.viewportHeight())
            return;
    }
    // The end has come into sight: hang on it again.
    m_geometry.setAtEnd(true);
    layoutFromEnd();
}

void TranscriptView::dropUnseen()
{
    const int margin = m_geometry.viewportHeight();
    int y = -m_geometry.anchorOffset();
    for (int row = m_geometry.anchorRow(); row < m_geometry.heights().count(); ++row) {
        if (MessageLayout *layout = m_layouts->find(m_model->messageAt(row).id))
            layout->dropOutside(-y - margin, m_geometry.viewportHeight() - y + margin);
        y += m_geometry.heights().height(row);
        if (y > m_geometry.viewportHeight())
            return;
    }
}

void TranscriptView::scrollBy(int dy)
{
    m_place = {};
    moveBy(dy);
    showFrame();
}

// Moves what is seen by exactly so many pixels: what comes into sight is laid out before it counts.
void TranscriptView::moveBy(int dy)
{
    int row = m_geometry.anchorRow();
    int offset = m_geometry.anchorOffset();
    while (dy < 0) {
        offset += realise(row, offset + dy, offset, offset);
        const int step = std::min(-dy, offset);
        offset -= step;
        dy += step;
        if (dy == 0 || row == 0)
            break;
        --row;
        offset = layoutOf(row).height();
    }
    if (dy > 0) {
        offset += dy;
        while (row + 1 < m_geometry.heights().count()
               && offset >= m_geometry.heights().height(row)) {
            offset -= m_geometry.heights().height(row);
            ++row;
            realise(row, 0, offset + m_geometry.viewportHeight(), 0);
        }
    }
    m_geometry.setAtEnd(false);
    m_geometry.setAnchor(row, offset);
}

void TranscriptView::showFrame()
{
    layoutFrame();
    paintChanges();
}

void TranscriptView::syncScrollBar()
{
    m_syncing = true;
    QScrollBar *bar = verticalScrollBar();
    bar->setPageStep(m_geometry.viewportHeight());
    bar->setSingleStep(qRound(m_type->bodyLine));
    bar->setRange(0, int(m_geometry.maximumScrollPosition()));
    bar->setValue(int(m_geometry.scrollPosition()));
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
    m_place = {};
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
    if (event->size().width() != event->oldSize().width()) {
        keepPlace();
        estimateHeights();
        restorePlace();
    }
    layoutFrame();
    paintChanges();
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    QElapsedTimer cost;
    cost.start();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
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
    painter.fillRect(rect, theme.surface);
    const BlockPaint paint{theme, *m_type, rect, {}};
    int y = topPadding - m_geometry.anchorOffset();
    for (int row = m_geometry.anchorRow(); row < m_geometry.heights().count(); ++row) {
        if (y > rect.bottom())
            break;
        const int height = m_geometry.heights().height(row);
        if (y + height > rect.top())
            paintRow(painter, row, y, paint);
        y += height;
    }
}

void TranscriptView::paintRow(QPainter &painter, int row, int top, const BlockPaint &paint)
{
    MessageLayout *layout = m_layouts->find(m_model->messageAt(row).id);
    if (!layout)
        return; // laid out with the next frame
    TextSelection inRow;
    const bool selected =
        !m_selection.isEmpty() && m_selection.begin().row <= row && m_selection.end().row >= row;
    if (selected) {
        inRow.anchor =
            m_selection.begin().row == row ? m_selection.begin() : TextPosition{row, 0, 0};
        inRow.cursor =
            m_selection.end().row == row ? m_selection.end() : TextPosition{row, INT_MAX, 0};
    }
    layout->paint(painter, QPointF(columnLeft(), top), paint, selected ? &inRow : nullptr);
    if (row == m_currentRow && hasFocus()) {
        painter.setPen(QPen(paint.theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        const QRect focus(columnLeft() - 8, top + 2, columnWidth() + 16,
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
    const MessageLayout *layout = m_layouts->find(m_model->messageAt(row).id);
    if (!layout || layout->role() == Role::System) {
        m_actions->hide();
        return;
    }
    const QRect footer = layout->footerRect().translated(columnLeft(), messageRect(row).top());
    int left = footer.left();
    if (const QString state = layout->stateText(); !state.isEmpty())
        left += QFontMetrics(m_type->small).horizontalAdvance(state) + 12;
    if (layout->role() == Role::User)
        left = footer.right() - m_actions->width();
    m_actions->move(left, footer.top() + (footer.height() - m_actions->height()) / 2);
    m_actions->show();
}

QRect TranscriptView::messageRect(int row) const
{
    return {columnLeft(), int(m_geometry.viewportTop(row)) + topPadding, columnWidth(),
            m_geometry.heights().height(row)};
}

} // namespace Aura
