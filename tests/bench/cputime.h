// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <ctime>

namespace Aura {

//! What this thread has cost so far, in nanoseconds: unlike the clock, it does not run while others
//! have the core.
inline qint64 threadCpu()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

//! The thread time that a piece of work takes, in milliseconds.
template<typename Work> double cpuMilliseconds(Work work)
{
    const qint64 begin = threadCpu();
    work();
    return double(threadCpu() - begin) / 1e6;
}

} // namespace Aura
