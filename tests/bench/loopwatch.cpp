// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/loopwatch.h"

#include "bench/cputime.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

double threadMilliseconds()
{
    return double(threadCpu()) / 1e6;
}

// How long this thread has been ready to run while other programs had the processors.
double waitedMilliseconds()
{
    QFile file(u"/proc/thread-self/schedstat"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() / 1e6;
}

} // namespace

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / (1024 * 1024);
}

LoopWatch::LoopWatch()
{
    m_timer.callOnTimeout([this] { tick(); });
    m_timer.start(0);
}

void LoopWatch::start()
{
    m_wall.start();
    m_cpu = threadMilliseconds();
    m_waited = waitedMilliseconds();
    m_longestWall = m_longestGap = m_longestCpu = 0;
    m_mostMemory = m_memoryBefore = residentMegabytes();
}

QJsonObject LoopWatch::result() const
{
    return {{u"gapMs"_s, m_longestGap},
            {u"gapByTheClockMs"_s, m_longestWall},
            {u"gapCpuMs"_s, m_longestCpu},
            {u"memoryMb"_s, m_mostMemory - m_memoryBefore}};
}

void LoopWatch::tick()
{
    const double wall = double(m_wall.nsecsElapsed()) / 1e6;
    const double cpu = threadMilliseconds();
    const double waited = waitedMilliseconds();
    m_longestWall = std::max(m_longestWall, wall);
    m_longestGap = std::max(m_longestGap, wall - (waited - m_waited));
    m_longestCpu = std::max(m_longestCpu, cpu - m_cpu);
    if (++m_ticks % 64 == 0)
        m_mostMemory = std::max(m_mostMemory, residentMegabytes());
    m_waited = waited;
    m_wall.restart();
    m_cpu = threadMilliseconds();
}

} // namespace Aura
