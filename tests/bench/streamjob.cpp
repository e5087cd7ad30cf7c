// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/groups.h"
#include "bench/transcriptstage.h"

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_START_INSTRUMENTATION
#define CALLGRIND_STOP_INSTRUMENTATION
#endif

namespace Aura {

//! Streams one cycle of Markdown behind so many KiB of it, each chunk a frame. Under callgrind with
//! --instr-atstart=no, only that cycle is counted.
int streamCycle(const QStringList &arguments)
{
    const QByteArray cycle = mixedCycle();
    const QStringList chunks = inChunks(cycle);
    const qsizetype before = arguments.value(0).toLongLong() * 1024;
    TranscriptStage stage(0);
    stage.open();
    stage.beginReply(QString::fromUtf8(cycle).repeated(qMax(qsizetype(1), before / cycle.size())));
    for (int run = 0; run < 2; ++run) { // fonts are warm in the second
        if (run == 1) {
            CALLGRIND_START_INSTRUMENTATION;
        }
        for (const QString &chunk : chunks) {
            stage.append(chunk);
            stage.frame();
        }
    }
    CALLGRIND_STOP_INSTRUMENTATION;
    return 0;
}

} // namespace Aura
