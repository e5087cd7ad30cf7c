// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole program while a server streams: window, conversation, history, engine.
#include "bench/groups.h"
#include "bench/windowserver.h"

#include "chat/conversation.h"
#include "cli/commandline.h"
#include "settings/connectionstore.h"
#include "support/askhttp.h"
#include "ui/application.h"
#include "ui/composer.h"
#include "ui/conversationpage.h"
#include "ui/mainwindow.h"
#include "ui/transcript/transcriptview.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <numeric>
#include <vector>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr double megabyte = 1024 * 1024;
constexpr int deciles = 10;

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / megabyte;
}

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
    explicit StreamingWindow(const QUrl &baseUrl)
        : m_application({.dataDir = m_folder.path()})
    {
        if (!m_application.start())
            qFatal("the window does not open");
        ConnectionStore &connections = m_application.connections();
        connections.setDefaultId(connections.add(
            {.name = u"bench"_s, .kind = ServerKind::OpenAi, .baseUrl = baseUrl, .model = u"m"_s}));
        m_application.window().newConversation();
        wait(500ms);
    }

    void ask() { emit page().composer().sendRequested(u"Tell me everything."_s); }
    void stop() { page().stop(); }
    ConversationPage &page() { return m_application.window().page(); }
    MainWindow &window() { return m_application.window(); }
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
