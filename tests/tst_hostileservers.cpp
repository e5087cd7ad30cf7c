// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpaccessmanager.h"
#include "net/networkaccess.h"
#include "providers/chatprovider.h"
#include "providers/providerfactory.h"
#include "support/faultserver.h"
#include "support/hostilechats.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <ctime>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Aura::FaultServer::Behaviour)

namespace {

constexpr qint64 memoryLimit = 64; // MB
#if defined(__OPTIMIZE__)
constexpr qint64 stallLimit = 50; // ms
#else
constexpr qint64 stallLimit = 200; // the decoders are that much slower in a debug build
#endif

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool isSlowedDown = true; // memory and time are the sanitizer's
#else
constexpr bool isSlowedDown = false;
#endif

qint64 residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096 / (1024 * 1024);
}

//! Work of this thread alone: other programs on the machine do not count.
qint64 threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

//! The longest stretch of work between two turns of the event loop, and the most memory.
class Watch : public QObject
{
public:
    Watch()
    {
        connect(&m_timer, &QTimer::timeout, this, &Watch::look);
        m_timer.start(1ms);
    }

    qint64 growth() const { return m_most - m_before; }
    qint64 stall = 0;

private:
    void look()
    {
        const qint64 now = threadMilliseconds();
        stall = qMax(stall, now - m_last);
        m_last = now;
        m_most = qMax(m_most, residentMegabytes());
    }

    QTimer m_timer;
    qint64 m_before = residentMegabytes();
    qint64 m_most = m_before;
    qint64 m_last = threadMilliseconds();
};

} // namespace

// Servers that mean harm, asked by whole providers.
class TestHostileServers : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void costs_data();
    void costs();
};

void TestHostileServers::costs_data()
{
    QTest::addColumn<ServerKind>("kind");
    QTest::addColumn<FaultServer::Behaviour>("behaviour");
    QTest::addColumn<int>("patience"); // ms, until it is stopped
    constexpr int patience = isSlowedDown ? 20'000 : 6'000;
    for (const ServerKind kind : {ServerKind::Aura, ServerKind::OpenAi, ServerKind::Ollama}) {
        const QList<HostileChat> chats = hostileChats(kind);
        for (const HostileChat &chat : chats)
            QTest::addRow("%s, kind %d", chat.name.constData(), int(kind))
                << kind << chat.behaviour << (chat.ends ? patience : 1000);
    }
}

void TestHostileServers::costs()
{
    QFETCH(ServerKind, kind);
    QFETCH(FaultServer::Behaviour, behaviour);
    QFETCH(int, patience);
    FaultServer server;
    for (const char *path : {"/api/chat", "/v1/chat/completions"})
        server.on(path, behaviour);
    const Connection connection{.kind = kind, .baseUrl = server.url(), .model = u"m"_s};
    const auto network = engineNetworkAccess(makeNetworkThread())(connection, {});
    const auto provider = makeProvider(*network, connection);
    QVERIFY(provider != nullptr);
    QSignalSpy finished(provider.get(), &ChatProvider::finished);
    Watch watch;
    const RequestId id = provider->send({.messages = {{.text = u"Hello"_s}}});
    if (!finished.wait(patience))
        provider->cancel(id); // it can be stopped at any time
    QCOMPARE(finished.count(), 1);
    QCOMPARE(server.posts(), 1);
    const auto completion = finished.first().at(1).value<Completion>();
    QVERIFY(completion.state != ReplyState::Answering);
    if (isSlowedDown)
        return;
    QVERIFY2(watch.growth() <= memoryLimit, qPrintable(QString::number(watch.growth())));
    QVERIFY2(watch.stall <= stallLimit, qPrintable(QString::number(watch.stall)));
}

QTEST_GUILESS_MAIN(TestHostileServers)
#include "tst_hostileservers.moc"
