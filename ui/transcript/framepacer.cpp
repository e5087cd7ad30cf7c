// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/framepacer.h"

#include <QTimerEvent>

#include <algorithm>

namespace Aura {

namespace {

constexpr qint64 frameInterval = 16;    // ms
constexpr qint64 share = 4;             // a frame's time is at least so many times its cost
constexpr qint64 millisecond = 1000000; // ns

} // namespace

void FramePacer::request()
{
    if (m_timer.isActive())
        return;
    const qint64 interval = std::max(frameInterval, share * m_cost / millisecond);
    const qint64 passed = m_sinceFrame.isValid() ? m_sinceFrame.elapsed() : interval;
    m_timer.start(int(std::max<qint64>(0, interval - passed)), Qt::PreciseTimer, this);
}

void FramePacer::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    m_timer.stop();
    m_sinceFrame.start();
    m_cost = 0;
    emit due();
}

} // namespace Aura
