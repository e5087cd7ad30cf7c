// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/transcriptselection.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QPoint>

class QMouseEvent;

namespace Aura {

class TranscriptView;

//! How the mouse selects in the transcript: by dragging, with double and triple clicks, with Shift;
//! scrolling at the edges; and how selected text is dragged out. A click that selects nothing is
//! for what lies under it.
class SelectionGesture : public QObject
{
    Q_OBJECT

public:
    //! The view and its selection outlive the gesture. Events are the left button's, of the
    //! viewport.
    SelectionGesture(TranscriptView &view, TranscriptSelection &selection);

    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    void doubleClick(const QMouseEvent &event);

    //! Whether the button is down: the mouse is about text, not about what it passes.
    bool isActive() const { return m_state != State::Idle; }

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    //! Undecided: the button is down on selected text or on something to click.
    enum class State { Idle, Undecided, Selecting };

    void extendTo(QPoint point);
    void scrollAtEdge(QPoint point);
    bool isTripleClick(const QMouseEvent &event) const;
    void dragOut();

    TranscriptView &m_view;
    TranscriptSelection &m_selection;
    State m_state = State::Idle;
    QPoint m_pressed;
    QPoint m_last;
    QElapsedTimer m_sinceDoubleClick;
    QBasicTimer m_autoScroll;
};

} // namespace Aura
