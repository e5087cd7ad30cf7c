// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/selectiongesture.h"

#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QDrag>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>

namespace Aura {

namespace {

constexpr int autoScrollInterval = 30; // ms
constexpr int fastest = 120;           // px in each interval

} // namespace

SelectionGesture::SelectionGesture(TranscriptView &view, TranscriptSelection &selection)
    : m_view(view)
    , m_selection(selection)
{}

bool SelectionGesture::isTripleClick(const QMouseEvent &event) const
{
    return m_sinceDoubleClick.isValid()
        && m_sinceDoubleClick.elapsed() < QApplication::doubleClickInterval()
        && (event.position().toPoint() - m_pressed).manhattanLength()
        < QApplication::startDragDistance();
}

void SelectionGesture::press(const QMouseEvent &event)
{
    const QPoint point = event.position().toPoint();
    const TextPosition position = m_view.positionAt(point);
    const bool third = isTripleClick(event);
    m_sinceDoubleClick.invalidate();
    m_pressed = m_last = point;
    m_state = State::Selecting;
    if (third) {
        m_selection.begin(position, TranscriptSelection::Unit::Paragraph);
    } else if (event.modifiers().testFlag(Qt::ShiftModifier)) {
        m_selection.extendTo(position);
    } else if ((m_view.isOnText(point) && m_selection.contains(position))
               || m_view.canClick(point)) {
        m_state = State::Undecided;
    } else {
        m_selection.begin(position);
    }
}

void SelectionGesture::move(const QMouseEvent &event)
{
    const QPoint point = event.position().toPoint();
    m_last = point;
    if (m_state == State::Undecided) {
        if ((point - m_pressed).manhattanLength() < QApplication::startDragDistance())
            return;
        const TextPosition pressed = m_view.positionAt(m_pressed);
        if (m_selection.contains(pressed))
            return dragOut();
        if (!m_view.isOnText(m_pressed))
            return; // a button is no text
        m_state = State::Selecting;
        m_selection.begin(pressed);
    }
    if (m_state != State::Selecting)
        return;
    extendTo(point);
    const bool outside = point.y() < 0 || point.y() > m_view.viewport()->height();
    if (outside && !m_autoScroll.isActive())
        m_autoScroll.start(autoScrollInterval, this);
    else if (!outside)
        m_autoScroll.stop();
}

void SelectionGesture::extendTo(QPoint point)
{
    m_selection.extendTo(m_view.positionAt(point));
}

void SelectionGesture::release(const QMouseEvent &event)
{
    m_autoScroll.stop();
    switch (std::exchange(m_state, State::Idle)) {
    case State::Idle: break;
    case State::Undecided:
        if (!m_view.click(event.position().toPoint()))
            m_selection.begin(m_view.positionAt(m_pressed));
        break;
    case State::Selecting: m_selection.offerAsPrimary(); break;
    }
}

void SelectionGesture::doubleClick(const QMouseEvent &event)
{
    m_pressed = m_last = event.position().toPoint();
    if (!m_view.isOnText(m_pressed))
        return press(event); // two clicks on a button
    m_sinceDoubleClick.start();
    m_state = State::Selecting;
    m_selection.begin(m_view.positionAt(m_pressed), TranscriptSelection::Unit::Word);
}

void SelectionGesture::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_autoScroll.timerId())
        return QObject::timerEvent(event);
    const int below = m_last.y() - m_view.viewport()->height();
    const int by = (below > 0 ? below : std::min(0, m_last.y())) / 2;
    QScrollBar *bar = m_view.verticalScrollBar();
    bar->setValue(bar->value() + std::clamp(by, -fastest, fastest));
    extendTo(m_last);
}

void SelectionGesture::dragOut()
{
    m_state = State::Idle;
    auto *drag = new QDrag(&m_view);
    drag->setMimeData(new ExcerptMimeData(m_selection.excerpts()));
    drag->exec(Qt::CopyAction);
}

} // namespace Aura
