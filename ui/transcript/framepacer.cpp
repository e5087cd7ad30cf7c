// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/framepacer.h"

#include <QTimerEvent>

#include <algorithm>

namespace Aura {

namespace {

constexpr qint64 millisecond = 1'000'000; // ns
constexpr qint64 shortest = 16 * millisecond;
constexpr qint64 smooth = 33 * millisecond; // up to this, rather rarer frames than more of the core
// What is counted takes 3 % of a core; the window's flush and the waking up bring it to 5 %.
constexpr qint64 usualRest = 33;
constexpr qint64 leastRest = 4; // whatever it costs: a quarter

} // namespace

void FramePacer::request()
{
    if (m_timer.isActive())
        return;
    const qint64 interval =
        std::max({shortest, std::min(smooth, usualRest * m_cost), leastRest * m_cost});
    const qint64 passed = m_sinceFrame.isValid() ? m_sinceFrame.nsecsElapsed() : interval;
    const qint64 rest = std::max<qint64>(0, interval - passed) / millisecond;
    m_timer.start(int(rest), Qt::PreciseTimer, this);
}

void FramePacer::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    hurry();
}

bool FramePacer::hurry()
{
    if (!m_timer.isActive())
        return false;
    m_timer.stop();
    m_sinceFrame.start();
    m_cost = 0;
    emit due();
    return true;
}

} // namespace Aura
