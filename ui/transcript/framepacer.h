// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

namespace Aura {

//! Says when the next frame is due: at once after a rest, at most once in 16 ms, and never so often
//! that frames take more than a quarter of the time.
class FramePacer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! There is something to show. Any number of times until due().
    void request();

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
