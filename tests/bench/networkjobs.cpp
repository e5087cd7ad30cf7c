// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/groups.h"
#include "bench/loopwatch.h"
#include "bench/windowserver.h"

#include "net/openaidecoder.h"
#include "support/askhttp.h"
#include "support/faultpaths.h"
#include "support/faultserver.h"
#include "support/hostilechats.h"
#include "support/managers.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <ctime>

#include <malloc.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int eventCount = 200'000;

double cpuMilliseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1e6;
}

std::unique_ptr<QNetworkAccessManager> makeManager(const QString &name)
{
    const QList<TestManager> all = testManagers();
    const auto found = std::find_if(all.begin(), all.end(), [&](const TestManager &manager) {
        return QString::fromLatin1(manager.name) == name;
    });
    if (found == all.end())
        qFatal("there is no such manager");
    return found->make({}, {});
}

void print(const QJsonObject &object)
{
    QTextStream(stdout) << QJsonDocument(object).toJson(QJsonDocument::Compact) << '\n';
}

// Writes so many bytes a second, in a write a millisecond; false: the client has left.
bool sendPaced(FaultPeer &peer, const QByteArray &piece, qint64 total, double megabytesPerSecond)
{
    const auto start = std::chrono::steady_clock::now();
    QByteArray batch;
    qint64 sent = 0;
    for (int tick = 1; sent < total && !peer.isEnding(); ++tick) {
        const qint64 due = std::min(total, qint64(tick * megabytesPerSecond * 1000));
        batch.clear();
        while (sent + batch.size() < due)
            batch += piece;
        if (!peer.send(batch))
            return false;
        sent += batch.size();
        std::this_thread::sleep_until(start + tick * 1ms);
    }
    return true;
}

// What the events of a chat say: words, letters of other scripts, line breaks and quotes.
QStringList chatTexts()
{
    return {u" word"_s, u" and"_s, u" another"_s, u","_s,    u" the"_s, u" слово"_s,
            u" и"_s,    u"。"_s,   u" so"_s,      u" it"_s,  u" is"_s,  u"."_s,
            u"\n\n"_s,  u"\""_s,   u" x"_s,       u" 日本"_s};
}

// One chunk for each of them.
QByteArray chatEvents()
{
    QByteArray events;
    const QStringList texts = chatTexts();
    for (const QString &text : texts) {
        const QJsonArray quoted{text};
        QByteArray json = QJsonDocument(quoted).toJson(QJsonDocument::Compact);
        json = json.sliced(1, json.size() - 2);
        events += chunk(R"(data: {"id":"chatcmpl-0123456789","object":"chat.completion.chunk",)"
                        R"("created":1795167008,"model":"aura","choices":[{"index":0,)"
                        R"("delta":{"content":)"
                        + json + R"(},"finish_reason":null}]})" + "\n\n");
    }
    return events;
}

void runLoop(QNetworkReply &reply, std::chrono::milliseconds limit)
{
    QEventLoop loop;
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(limit, &loop, &QEventLoop::quit);
    if (!reply.isFinished())
        loop.exec();
}

} // namespace

int serveForever(const QStringList &)
{
    FaultServer server;
    addGoodPaths(server);
    addFaultPaths(server);
    addHostilePaths(server);
    const QByteArray event = chunk("data: " + QByteArray(223, 'x') + "\n\n"); // 231 bytes
    const QByteArray head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    server.on("/events", [=](FaultPeer &peer) {
        if (peer.send(head) && sendPaced(peer, event, event.size() * eventCount, 20))
            peer.send("0\r\n\r\n");
    });
    const QByteArray written = chatEvents();
    server.on("/chat-events", [=](FaultPeer &peer) {
        const qint64 total = written.size() * (eventCount / chatTexts().size());
        if (peer.send(head) && sendPaced(peer, written, total, 20))
            peer.send(chunk("data: [DONE]\n\n") + "0\r\n\r\n");
    });
    server.on("/push", [=](FaultPeer &peer) {
        if (peer.send(head) && sendPaced(peer, event, qint64(30e6 * 2), 30))
            peer.send("0\r\n\r\n");
    });
    addHostileChats(server);
    addWindowPaths(server);
    QTextStream(stdout) << server.url().toString() << '\n' << Qt::flush;
    QTextStream(stdin).readLine(); // until the benchmark ends
    return 0;
}

// MANAGER ADDRESS: processor time of the whole process for 200,000 events.
int streamEvents(const QStringList &arguments)
{
    const auto manager = makeManager(arguments.value(0));
    const QUrl server(arguments.value(1));
    ask(*manager, server.resolved(QUrl(u"/good-chunked"_s))); // warm
    qint64 bytes = 0;
    const double before = cpuMilliseconds(CLOCK_PROCESS_CPUTIME_ID);
    const ReplyPointer reply = post(*manager, server.resolved(QUrl(u"/events"_s)));
    QObject::connect(reply.get(), &QNetworkReply::readyRead, reply.get(),
                     [&] { bytes += reply->readAll().size(); });
    runLoop(*reply, 60s);
    const double cpu = cpuMilliseconds(CLOCK_PROCESS_CPUTIME_ID) - before;
    print({{u"cpuMs"_s, cpu},
           {u"whole"_s, reply->error() == QNetworkReply::NoError && bytes == 231LL * eventCount}});
    return 0;
}

// MANAGER ADDRESS: the same for 200,000 events of a chat, read by the decoder where the manager is
// ours and not looked at where it is Qt's.
int streamChat(const QStringList &arguments)
{
    const auto manager = makeManager(arguments.value(0));
    const bool decodes = arguments.value(0) == "engine"_L1;
    const QUrl server(arguments.value(1));
    ask(*manager, server.resolved(QUrl(u"/good-chunked"_s))); // warm
    OpenAiDecoder decoder;
    qint64 characters = 0;
    const double before = cpuMilliseconds(CLOCK_PROCESS_CPUTIME_ID);
    const ReplyPointer reply = post(*manager, server.resolved(QUrl(u"/chat-events"_s)));
    QObject::connect(reply.get(), &QNetworkReply::readyRead, reply.get(), [&] {
        const QByteArray bytes = reply->readAll();
        if (!decodes)
            return;
        const QList<StreamEvent> events = decoder.feed(bytes);
        for (const StreamEvent &event : events)
            characters += event.kind == StreamEvent::Kind::Text ? event.text.size() : 0;
    });
    runLoop(*reply, 60s);
    const double cpu = cpuMilliseconds(CLOCK_PROCESS_CPUTIME_ID) - before;
    const qint64 expected = chatTexts().join(QString()).size() * (eventCount / chatTexts().size());
    print({{u"cpuMs"_s, cpu}, {u"whole"_s, !decodes || characters == expected}});
    return 0;
}

// MANAGER ADDRESS: the longest gap of an event loop that takes 30 MB a second.
int takePush(const QStringList &arguments)
{
    const auto manager = makeManager(arguments.value(0));
    const QUrl server(arguments.value(1));
    ask(*manager, server.resolved(QUrl(u"/good-chunked"_s)));
    LoopWatch watch;
    qint64 bytes = 0;
    const ReplyPointer reply = post(*manager, server.resolved(QUrl(u"/push"_s)));
    watch.start();
    QObject::connect(reply.get(), &QNetworkReply::readyRead, reply.get(),
                     [&] { bytes += reply->readAll().size(); });
    runLoop(*reply, 20s);
    QJsonObject result = watch.result();
    result.insert(u"bytes"_s, bytes);
    print(result);
    return 0;
}

// ADDRESS READING MS: memory and the event loop's gaps, with the engine, for so long at most.
// READING: never, late (only at the end), or always.
int meetHostileServer(const QStringList &arguments)
{
    const auto manager = makeManager(u"engine"_s);
    const QUrl address(arguments.value(0));
    const QString reading = arguments.value(1);
    ask(*manager, address.resolved(QUrl(u"/good-chunked"_s)));
    LoopWatch watch;
    malloc_trim(0);
    watch.start();
    const ReplyPointer reply = post(*manager, address);
    if (reading == "never"_L1)
        reply->setReadBufferSize(1024 * 1024);
    if (reading == "always"_L1)
        QObject::connect(reply.get(), &QNetworkReply::readyRead, reply.get(),
                         [&] { reply->readAll(); });
    runLoop(*reply, std::chrono::milliseconds(arguments.value(2).toInt()));
    QJsonObject result = watch.result();
    result.insert(u"ended"_s, reply->isFinished());
    result.insert(u"error"_s, reply->errorString());
    print(result);
    return 0;
}

} // namespace Aura
