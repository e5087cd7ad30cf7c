// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/benchreport.h"

#include <QList>
#include <QStringList>

namespace Aura {

//! Goals that belong together. A new group is a file, a function here, and a line in benchGroups().
struct BenchGroup
{
    const char *name = nullptr;
    void (*run)(BenchReport &report) = nullptr;
};

//! What runs in a process of its own, started by a group: `aura_bench --job NAME ARGUMENT…`.
//! It prints one JSON object.
struct BenchJob
{
    const char *name = nullptr;
    int (*run)(const QStringList &arguments) = nullptr;
    bool hasWindow = false;
};

void benchDecoders(BenchReport &report);
void benchHistory(BenchReport &report);
void benchHistoryWindow(BenchReport &report);
void benchNetwork(BenchReport &report);
void benchOpening(BenchReport &report);
void benchProgram(BenchReport &report);
void benchStreaming(BenchReport &report);
void benchSurface(BenchReport &report);
void benchWindow(BenchReport &report);

int serveForever(const QStringList &arguments); // prints its address first
int streamEvents(const QStringList &arguments);
int streamChat(const QStringList &arguments);
int takePush(const QStringList &arguments);
int meetHostileServer(const QStringList &arguments);
int keepLongReply(const QStringList &arguments);
int streamCycle(const QStringList &arguments);
int streamIntoWindow(const QStringList &arguments);
int stopInWindow(const QStringList &arguments);
int blockWindow(const QStringList &arguments);
int meetHostileChat(const QStringList &arguments);
int meetHostileAnswer(const QStringList &arguments);
int useHistory(const QStringList &arguments);

inline QList<BenchGroup> benchGroups()
{
    return {{"streaming", benchStreaming},
            {"opening", benchOpening},
            {"program", benchProgram},
            {"surface", benchSurface},
            {"decoders", benchDecoders},
            {"history", benchHistory},
            {"historywindow", benchHistoryWindow},
            {"network", benchNetwork},
            {"window", benchWindow}};
}

inline QList<BenchJob> benchJobs()
{
    return {{"serve", serveForever},
            {"events", streamEvents},
            {"chat", streamChat},
            {"push", takePush},
            {"hostile", meetHostileServer},
            {"memory", keepLongReply, true},
            {"stream", streamCycle, true},
            {"window", streamIntoWindow, true},
            {"stop", stopInWindow, true},
            {"blocked", blockWindow, true},
            {"hostilechat", meetHostileChat, true},
            {"hostileanswer", meetHostileAnswer},
            {"historywindow", useHistory, true}};
}

} // namespace Aura
