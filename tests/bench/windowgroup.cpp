// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the person at the window sees of a stream: how late, and what stops when Stop was pressed.
// Clocks of the wall are read: the machine has to be quiet.
#include "bench/benchjobs.h"
#include "bench/groups.h"
#include "bench/windowserver.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int repetitions = 3;

QJsonArray toArray(const QList<double> &values)
{
    QJsonArray array;
    for (const double value : values)
        array.append(value);
    return array;
}

//! The same job again and again; its figure of that name each time.
struct Runs
{
    Runs(const QStringList &job)
    {
        for (int i = 0; i < repetitions; ++i)
            results.append(runBenchJob(job));
    }
    QList<double> of(const QString &name) const
    {
        QList<double> values;
        for (const QJsonObject &result : results)
            values.append(result.value(name).toDouble(1e9));
        return values;
    }

    QList<QJsonObject> results;
};

Runs stream(const BenchServer &server, WindowRate rate)
{
    return Runs({u"window"_s, server.address(), QString::number(rate.eventsPerSecond),
                 QString::number(rate.seconds)});
}

void measureLatency(BenchReport &report, const BenchServer &server)
{
    const Runs fast = stream(server, fastRate);
    report.atMost(u"window: from token to screen at 10,000 events/s, last tenth ÷ first"_s,
                  median(fast.of(u"ratio"_s)), 1.5, u"×"_s,
                  {{u"ratios"_s, toArray(fast.of(u"ratio"_s))},
                   {u"medianMs"_s, toArray(fast.of(u"medianMs"_s))},
                   {u"shareOfCore"_s, toArray(fast.of(u"shareOfCore"_s))},
                   {u"decileMs"_s, fast.results.constLast().value("decileMs"_L1)}});
    const Runs usual = stream(server, usualRate);
    report.atMost(u"window: from token to screen at 200 events/s, 95 of 100 within"_s,
                  median(usual.of(u"p95Ms"_s)), 50, u"ms"_s,
                  {{u"p95Ms"_s, toArray(usual.of(u"p95Ms"_s))},
                   {u"medianMs"_s, toArray(usual.of(u"medianMs"_s))}});
}

void measureStop(BenchReport &report, const BenchServer &server)
{
    const Runs stops({u"stop"_s, server.address()});
    report.atMost(u"window: from Stop until the server sees the connection closed"_s,
                  median(stops.of(u"closedMs"_s)), 5, u"ms"_s,
                  {{u"closedMs"_s, toArray(stops.of(u"closedMs"_s))},
                   {u"inStopMs"_s, toArray(stops.of(u"inStopMs"_s))}});
    // The frame that shows the end is one; the text stands still.
    QList<double> late;
    bool hasGrown = false;
    for (const QJsonObject &result : stops.results) {
        const QJsonArray paints = result.value("paintsMs"_L1).toArray();
        late.append(double(std::count_if(paints.begin(), paints.end(), [](const QJsonValue &time) {
            return time.toDouble() > 100;
        })));
        hasGrown = hasGrown || result.value("hasGrown"_L1).toBool(true);
    }
    report.atMost(u"window: pictures of the transcript later than 100 ms after Stop"_s,
                  hasGrown ? 1e9 : *std::max_element(late.begin(), late.end()), 0, u"pictures"_s,
                  {{u"paintsMs"_s, stops.results.constLast().value("paintsMs"_L1)}});
}

void measureBlocked(BenchReport &report, const BenchServer &server)
{
    const Runs blocked({u"blocked"_s, server.address()});
    report.atMost(u"window: memory, while it is blocked and 100 MB are sent"_s,
                  median(blocked.of(u"growthMb"_s)), 8, u"MB"_s,
                  {{u"growthMb"_s, toArray(blocked.of(u"growthMb"_s))}});
}

} // namespace

void benchWindow(BenchReport &report)
{
    const BenchServer server;
    measureLatency(report, server);
    measureStop(report, server);
    measureBlocked(report, server);
}

} // namespace Aura
