// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What selecting, copying and finding cost: beside a reply that grows, and over a long
// conversation.
#include "bench/cputime.h"
#include "bench/groups.h"
#include "bench/transcriptstage.h"
#include "ui/transcript/transcriptfind.h"
#include "ui/transcript/transcriptselection.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int rounds = 9;
constexpr int manyMessages = 100'000;
constexpr double frame = 16; // ms

//! The CPU time of one cycle of a reply, each piece a frame.
double streamOnce(TranscriptStage &stage, const QStringList &chunks)
{
    return cpuMilliseconds([&] {
        for (const QString &chunk : chunks) {
            stage.append(chunk);
            stage.frame();
        }
    });
}

void benchHeldSelection(BenchReport &report)
{
    const QByteArray cycle = mixedCycle();
    const QStringList chunks = inChunks(cycle);
    QList<double> ratios;
    TranscriptStage without(4);
    TranscriptStage with(4);
    for (TranscriptStage *stage : {&without, &with}) {
        stage->open();
        stage->beginReply(QString::fromUtf8(cycle).repeated(8));
        streamOnce(*stage, chunks);
    }
    with.view().selection().select({{2, 0, 1}, {5, 1, 2}}); // from above into the reply
    for (int round = 0; round < rounds; ++round) {
        const double bare = streamOnce(without, chunks);
        ratios.append(streamOnce(with, chunks) / bare);
    }
    report.atMost(u"streaming with a selection held, against without"_s, median(ratios), 1.1,
                  u"ratio"_s);
}

void benchSelectAll(BenchReport &report)
{
    TranscriptStage stage(manyMessages);
    stage.open();
    QElapsedTimer clock;
    clock.start();
    stage.view().selection().selectAll();
    stage.view().copy();
    const double copied = double(clock.nsecsElapsed()) / 1e6;
    const qsizetype length = QGuiApplication::clipboard()->text().size();
    report.atMost(u"select all of 100,000 messages and copy"_s, copied, 1000, u"ms"_s,
                  {{u"characters"_s, length},
                   {u"untilPlainTextIsThere"_s, double(clock.nsecsElapsed()) / 1e6}});
    QGuiApplication::clipboard()->clear();
}

//! The longest time for which the event loop was kept from a frame while all was searched.
void benchFind(BenchReport &report)
{
    TranscriptStage stage(manyMessages);
    stage.open();
    TranscriptFind &find = stage.view().find();
    find.setQuery({u"the"_s}, {0, 0, 0});
    double longest = 0;
    QElapsedTimer all;
    all.start();
    while (find.isSearching()) {
        longest = std::max(longest, cpuMilliseconds([] { paintNow(); }));
        QEventLoop().processEvents(QEventLoop::AllEvents, 0);
    }
    report.atMost(u"longest frame while 100,000 messages are searched"_s, longest, frame, u"ms"_s,
                  {{u"hits"_s, find.count()}, {u"seconds"_s, double(all.elapsed()) / 1000}});
}

} // namespace

void benchSurface(BenchReport &report)
{
    benchHeldSelection(report);
    benchSelectAll(report);
    benchFind(report);
}

} // namespace Aura
