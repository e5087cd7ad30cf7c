// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTimer>

namespace Aura {

double residentMegabytes();

//! How long the event loop is away at most: by the clock, without the time that other programs had
//! the processors, and by the processor time of its thread. And how much memory it takes.
class LoopWatch
{
public:
    LoopWatch();

    void start();
    QJsonObject result() const; // gapMs, gapByTheClockMs, gapCpuMs, memoryMb

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_wall;
    double m_cpu = 0;
    double m_waited = 0;
    double m_longestWall = 0;
    double m_longestGap = 0;
    double m_longestCpu = 0;
    double m_memoryBefore = 0;
    double m_mostMemory = 0;
    int m_ticks = 0;
};

} // namespace Aura
