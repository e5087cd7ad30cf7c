// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

namespace Aura {

//! Says when the next frame is due: at once after a rest, at most 60 times a second; down to 30
//! times so that frames take 5 % of a core, and never so often that they take more than a quarter.
class FramePacer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! There is something to show. Any number of times until due().
    void request();

    //! The frame that was requested, without waiting for its time; false where none was.
    bool hurry();

    //! A frame, or a part of one, took so long.
    void addCost(qint64 nanoseconds) { m_cost += nanoseconds; }

signals:
    void due();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QBasicTimer m_timer;
    QElapsedTimer m_sinceFrame; // began with the last frame
    qint64 m_cost = 0;          // of it, ns
};

} // namespace Aura
