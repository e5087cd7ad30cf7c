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

namespace Aura {

namespace {

constexpr int frameInterval = 16; // ms: at most one layout and paint in each
constexpr int restFactor =
    3; // after a frame the rest is so many times as long: a quarter of a core
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

int TranscriptView::estimateHeight(int row) const
{
    const Message &message = m_model->messageAt(row);
    const qreal characters = columnWidth() / (m_type->em * 0.55);
    const qreal lines = std::max<qreal>(1, qreal(message.text.size()) / std::max(1.0, characters));
    return int(std::min(lines * m_type->bodyLine + estimatedExtra, INT_MAX / 2.0));
}

MessageLayout &TranscriptView::layoutOf(int row)
{
    const Message &message = m_model->messageAt(row);
    MessageLayout *layout = m_layouts->find(message.id);
    if (!layout) {
        layout = &m_layouts->insert(
            std::make_unique<MessageLayout>(message, *m_type, themeOf(palette())));
        if (m_surface->text.isUnfolded(row))
            layout->setFolded(false);
    }
    layout->update(columnWidth());
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

void TranscriptView::scheduleFrame()
{
    if (!m_frame.isActive())
        m_frame.start(std::max(frameInterval, int(m_lastFrameCost) * restFactor), Qt::PreciseTimer,
                      this);
}

void TranscriptView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_frame.timerId()) {
        m_frame.stop();
        QElapsedTimer cost;
        cost.start();
        layoutFrame();
        viewport()->repaint();
        m_lastFrameCost = cost.elapsed();
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
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
    placeOverlays();
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

// Moves what is seen by exactly so many pixels: what comes into sight is laid out before it counts.
void TranscriptView::scrollBy(int dy)
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
    showFrame();
}

void TranscriptView::showFrame()
{
    layoutFrame();
    viewport()->update();
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
    layoutFrame();
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(palette());
    painter.fillRect(event->rect(), theme.surface);
    const BlockPaint paint{theme, *m_type, event->rect(), {}};
    int y = topPadding - m_geometry.anchorOffset();
    for (int row = m_geometry.anchorRow(); row < m_geometry.heights().count(); ++row) {
        if (y > event->rect().bottom())
            break;
        paintRow(painter, row, y, paint);
        y += m_geometry.heights().height(row);
    }
    paintKeyboard(painter);
}

void TranscriptView::paintRow(QPainter &painter, int row, int top, const BlockPaint &paint)
{
    MessageLayout *layout = m_layouts->find(m_model->messageAt(row).id);
    if (!layout)
        return; // laid out with the next frame
    const RowMarks marks{m_surface->selection.inRow(row), m_surface->find.query(),
                         m_surface->find.current(row)};
    layout->paint(painter, QPointF(columnLeft(), top), paint, marks);
    if (row == m_currentRow && hasFocus() && !m_surface->target() && !m_surface->caret.isShown()) {
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
