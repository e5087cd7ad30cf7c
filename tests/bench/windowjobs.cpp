// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole program while a server streams: window, conversation, history, engine.
#include "bench/groups.h"
#include "bench/loopwatch.h"
#include "bench/windowserver.h"

#include "chat/conversation.h"
#include "cli/commandline.h"
#include "net/httpaccessmanager.h"
#include "providers/chatprovider.h"
#include "providers/providerfactory.h"
#include "settings/connectionstore.h"
#include "support/hostilechats.h"
#include "ui/application.h"
#include "ui/composer.h"
#include "ui/conversationpage.h"
#include "ui/mainwindow.h"
#include "ui/transcript/transcriptview.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <numeric>
#include <vector>

#include <malloc.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int deciles = 10;

double processMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1e6;
}

void print(const QJsonObject &object)
{
    QTextStream(stdout) << QJsonDocument(object).toJson(QJsonDocument::Compact) << '\n';
}

void wait(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

template<typename Condition> bool waitFor(const Condition &holds, std::chrono::milliseconds limit)
{
    QElapsedTimer clock;
    clock.start();
    while (!holds() && clock.elapsed() < limit.count())
        wait(5ms);
    return holds();
}

QByteArray get(const QUrl &url)
{
    QNetworkAccessManager manager;
    QNetworkReply *reply = manager.get(QNetworkRequest(url));
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->readAll();
}

//! The program, with its window open and a connection to the benchmark's server.
class StreamingWindow
{
public:
    explicit StreamingWindow(const QUrl &baseUrl, ServerKind kind = ServerKind::OpenAi)
        : m_application({.dataDir = m_folder.path()})
    {
        if (!m_application.start())
            qFatal("the window does not open");
        ConnectionStore &connections = m_application.connections();
        connections.setDefaultId(connections.add(
            {.name = u"bench"_s, .kind = kind, .baseUrl = baseUrl, .model = u"m"_s}));
        m_application.window().newConversation();
        wait(500ms);
    }

    void ask() { emit page().composer().sendRequested(u"Tell me everything."_s); }
    void stop() { page().stop(); }
    ConversationPage &page() { return m_application.window().page(); }
    MainWindow &window() { return m_application.window(); }
    bool hasEnded() { return reply().role == Role::Assistant && !isAnswering(); }
    bool isAnswering() { return reply().state == ReplyState::Answering; }
    qsizetype characters() { return reply().text.size(); }

private:
    Message reply()
    {
        const Conversation *conversation = m_application.window().current();
        const int rows = conversation ? conversation->messages().rowCount() : 0;
        return rows > 0 ? conversation->messages().messageAt(rows - 1) : Message();
    }

    QTemporaryDir m_folder;
    Application m_application;
};

//! When how much of the reply was on the screen, and how often the transcript was painted.
class PaintWatch : public QObject
{
public:
    struct Frame
    {
        qint64 time = 0; // after it was painted, as monotonicNow()
        qsizetype characters = 0;
    };

    explicit PaintWatch(StreamingWindow &window)
        : m_window(window)
    {
        QCoreApplication::instance()->installEventFilter(this);
    }

    std::vector<Frame> frames;
    std::vector<qint64> paints; // of the transcript

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Timer && watched->inherits("Aura::FramePacer"))
            m_laidOut = m_window.characters(); // right before it is laid out
        if (event->type() == QEvent::Paint && watched == m_window.page().transcript().viewport())
            paints.push_back(monotonicNow());
        if (event->type() != QEvent::UpdateRequest || watched != &m_window.window() || m_isInside)
            return false;
        m_isInside = true;
        const qsizetype laidOut = m_laidOut;
        watched->event(event);
        m_isInside = false;
        frames.push_back({monotonicNow(), laidOut});
        return true;
    }

private:
    StreamingWindow &m_window;
    qsizetype m_laidOut = 0;
    bool m_isInside = false;
};

//! How long each event took from the server's write to the screen, in ms; empty where one never
//! came.
std::vector<double> latencies(const QByteArray &stamps,
                              const std::vector<PaintWatch::Frame> &frames)
{
    const auto *const sent = reinterpret_cast<const qint64 *>(stamps.constData());
    const qsizetype count = stamps.size() / qsizetype(sizeof(qint64));
    std::vector<double> found;
    qsizetype characters = 0;
    auto frame = frames.begin();
    for (qsizetype i = 0; i < count; ++i) {
        characters += windowEvent(i).characters;
        while (frame != frames.end() && frame->characters < characters)
            ++frame;
        if (frame == frames.end())
            return {};
        found.push_back(double(frame->time - sent[i]) / 1e6);
    }
    return found;
}

double mean(std::vector<double>::const_iterator from, std::vector<double>::const_iterator to)
{
    return std::accumulate(from, to, 0.0) / double(to - from);
}

} // namespace

// ADDRESS RATE SECONDS: from the server's write to the screen, over the whole stream.
int streamIntoWindow(const QStringList &arguments)
{
    const QUrl server(arguments.value(0));
    const QUrl base =
        server.resolved(QUrl(u'/' + arguments.value(1) + u'/' + arguments.value(2) + u"/v1"_s));
    StreamingWindow window(base);
    PaintWatch watch(window);
    const double before = processMilliseconds();
    window.ask();
    const auto limit = std::chrono::seconds(arguments.value(2).toInt() + 30);
    waitFor([&] { return window.isAnswering(); }, 5s);
    waitFor([&] { return !window.isAnswering(); }, limit);
    const double cpu = processMilliseconds() - before;
    wait(200ms);
    std::vector<double> all = latencies(get(server.resolved(QUrl(u"/stamps"_s))), watch.frames);
    if (all.size() < deciles) {
        print({{u"error"_s, u"not all was painted"_s}});
        return 1;
    }
    QJsonArray means;
    const auto share = qsizetype(all.size()) / deciles;
    for (int i = 0; i < deciles; ++i)
        means.append(mean(all.cbegin() + i * share, all.cbegin() + (i + 1) * share));
    std::sort(all.begin(), all.end());
    print({{u"decileMs"_s, means},
           {u"ratio"_s, means.last().toDouble() / means.first().toDouble()},
           {u"medianMs"_s, all.at(all.size() / 2)},
           {u"p95Ms"_s, all.at(all.size() * 95 / 100)},
           {u"frames"_s, qint64(watch.paints.size())},
           {u"shareOfCore"_s, cpu / (10.0 * arguments.value(2).toInt())}});
    return 0;
}

// ADDRESS: Stop in the middle of a stream.
int stopInWindow(const QStringList &arguments)
{
    const QUrl server(arguments.value(0));
    StreamingWindow window(server.resolved(
        QUrl(u"/%1/%2/v1"_s.arg(endlessRate.eventsPerSecond).arg(endlessRate.seconds))));
    PaintWatch watch(window);
    window.ask();
    waitFor([&] { return window.characters() > 0; }, 5s);
    wait(1500ms);
    watch.paints.clear();
    const qint64 stopped = monotonicNow();
    window.stop();
    const qint64 returned = monotonicNow();
    const qsizetype characters = window.characters();
    wait(1000ms);
    const double closed = get(server.resolved(QUrl(u"/closed"_s))).toDouble();
    QJsonArray paints;
    for (const qint64 time : watch.paints)
        paints.append(double(time - stopped) / 1e6);
    print({{u"closedMs"_s, (closed - double(stopped)) / 1e6},
           {u"inStopMs"_s, double(returned - stopped) / 1e6},
           {u"paintsMs"_s, paints},
           {u"hasGrown"_s, window.characters() != characters || window.isAnswering()}});
    return 0;
}

// ADDRESS KIND NAME: what a server that means harm costs the window.
int meetHostileChat(const QStringList &arguments)
{
    const auto kind = ServerKind(arguments.value(1).toInt());
    const QByteArray base = hostileBase(kind, arguments.value(2).toLatin1());
    StreamingWindow window(QUrl(arguments.value(0)).resolved(QUrl(QString::fromLatin1(base))),
                           kind);
    LoopWatch watch;
    malloc_trim(0);
    watch.start();
    window.ask();
    const bool ended = waitFor([&] { return window.hasEnded(); }, 3s);
    if (!ended)
        window.stop();
    wait(500ms);
    QJsonObject result = watch.result();
    const double text = double(window.characters()) * 2 / (1024 * 1024);
    result.insert(u"ended"_s, ended);
    result.insert(u"textMb"_s, text);
    result.insert(u"withoutTextMb"_s, result.value("memoryMb"_L1).toDouble() - text);
    print(result);
    return 0;
}

// ADDRESS KIND NAME: what it costs a provider alone.
int meetHostileAnswer(const QStringList &arguments)
{
    const auto kind = ServerKind(arguments.value(1).toInt());
    const QByteArray base = hostileBase(kind, arguments.value(2).toLatin1());
    const Connection connection{
        .kind = kind,
        .baseUrl = QUrl(arguments.value(0)).resolved(QUrl(QString::fromLatin1(base))),
        .model = u"m"_s};
    const auto network = engineNetworkAccess(makeNetworkThread())(connection, {});
    const auto provider = makeProvider(*network, connection);
    bool ended = false;
    QObject::connect(provider.get(), &ChatProvider::finished, provider.get(),
                     [&] { ended = true; });
    LoopWatch watch;
    malloc_trim(0);
    watch.start();
    const RequestId id = provider->send({.messages = {{.text = u"Hello"_s}}});
    const bool endedByItself = waitFor([&] { return ended; }, 3s);
    if (!endedByItself)
        provider->cancel(id);
    wait(50ms);
    QJsonObject result = watch.result();
    result.insert(u"ended"_s, endedByItself);
    print(result);
    return ended ? 0 : 1;
}

// ADDRESS: 100 MB arrive while the window's thread does nothing for five seconds.
int blockWindow(const QStringList &arguments)
{
    const QUrl server(arguments.value(0));
    StreamingWindow window(server.resolved(QUrl(u"/big/v1"_s)));
    window.ask();
    waitFor([&] { return window.characters() > 0; }, 5s);
    const double before = residentMegabytes();
    double most = before;
    for (int i = 0; i < 500; ++i) {
        QThread::msleep(10);
        most = std::max(most, residentMegabytes());
    }
    window.stop();
    print({{u"beforeMb"_s, before}, {u"growthMb"_s, most - before}});
    return 0;
}

} // namespace Aura
