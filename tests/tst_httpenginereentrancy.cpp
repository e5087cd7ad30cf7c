// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/networkthread.h"
#include "net/httpaccessmanager.h"
#include "support/askhttp.h"
#include "support/faultpaths.h"
#include "support/faultserver.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkProxy>
#include <QPointer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <dlfcn.h>
#include <netdb.h>

using namespace Aura;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Moment = std::chrono::steady_clock::time_point;

// libcurl finds this one before the C library's: a name server that takes three seconds.
extern "C" int getaddrinfo(const char *name, const char *service, const addrinfo *hints,
                           addrinfo **result)
{
    using Function = int (*)(const char *, const char *, const addrinfo *, addrinfo **);
    static const auto real = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "getaddrinfo"));
    if (name && QByteArrayView(name) == "slow.test") {
        std::this_thread::sleep_for(3s);
        return EAI_NONAME;
    }
    return real(name, service, hints, result);
}

// Whatever is done in a slot of a reply, and wherever a reply is stopped.
class TestHttpEngineReentrancy : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void anythingInAnySlot_data();
    void anythingInAnySlot();
    void nestedLoopInReadyReadSeesTheEnd();
    void abortIsSeenByTheServer();
    void abortWhileTheNameIsLookedUp();
    void connectLimitWhileTheNameIsLookedUp();
    void otherTransfersGoOnWhileANameIsLookedUp();
    void endingTheThreadIsFast();
    void managersInTwoThreads();
    void autoDelete();

private:
    FaultServer m_server;
    std::atomic<Moment> m_closedAt;
    std::shared_ptr<NetworkThread> m_thread = makeNetworkThread();
};

namespace {

enum class Signal { MetaData, ReadyRead, Progress, Error, ChannelFinished, Finished };
enum class Action {
    Abort,
    Delete,
    DeleteManager,
    DeleteLater,
    Close,
    NewRequest,
    NestedLoop,
    Read
};

double milliseconds(Moment::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

void inSlot(QNetworkReply *reply, Signal signal, QObject *context,
            const std::function<void()> &slot)
{
    using Reply = QNetworkReply;
    switch (signal) {
    case Signal::MetaData: QObject::connect(reply, &Reply::metaDataChanged, context, slot); break;
    case Signal::ReadyRead: QObject::connect(reply, &Reply::readyRead, context, slot); break;
    case Signal::Progress: QObject::connect(reply, &Reply::downloadProgress, context, slot); break;
    case Signal::Error: QObject::connect(reply, &Reply::errorOccurred, context, slot); break;
    case Signal::ChannelFinished:
        QObject::connect(reply, &Reply::readChannelFinished, context, slot);
        break;
    case Signal::Finished: QObject::connect(reply, &Reply::finished, context, slot); break;
    }
}

void runLoop(std::chrono::milliseconds duration)
{
    QEventLoop loop;
    QTimer::singleShot(duration, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

Q_DECLARE_METATYPE(Signal)
Q_DECLARE_METATYPE(Action)

void TestHttpEngineReentrancy::initTestCase()
{
    addFaultPaths(m_server);
    addGoodPaths(m_server);
    m_server.on("/pieces", [](FaultPeer &peer) {
        peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (const char *piece : {"first ", "second ", "third"}) {
            peer.send(chunk(piece));
            peer.pause(10ms);
        }
        peer.send("0\r\n\r\n");
    });
    m_server.on("/tokens", [this](FaultPeer &peer) {
        peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk("first"));
        if (peer.waitForClose(10s))
            m_closedAt = std::chrono::steady_clock::now();
    });
}

void TestHttpEngineReentrancy::anythingInAnySlot_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Signal>("signal");
    QTest::addColumn<Action>("action");
    const QList<std::pair<const char *, Signal>> signalNames{
        {"metaDataChanged", Signal::MetaData},
        {"readyRead", Signal::ReadyRead},
        {"downloadProgress", Signal::Progress},
        {"errorOccurred", Signal::Error},
        {"readChannelFinished", Signal::ChannelFinished},
        {"finished", Signal::Finished}};
    const QList<std::pair<const char *, Action>> actions{{"abort", Action::Abort},
                                                         {"delete", Action::Delete},
                                                         {"delete manager", Action::DeleteManager},
                                                         {"deleteLater", Action::DeleteLater},
                                                         {"close", Action::Close},
                                                         {"new request", Action::NewRequest},
                                                         {"nested loop", Action::NestedLoop},
                                                         {"read", Action::Read}};
    for (const char *path : {"/pieces", "/chunk-trunc-rst", "/close"}) {
        for (const auto &[signalName, signal] : signalNames) {
            for (const auto &[actionName, action] : actions)
                QTest::addRow("%s, %s: %s", path, signalName, actionName)
                    << QByteArray(path) << signal << action;
        }
    }
}

void TestHttpEngineReentrancy::anythingInAnySlot()
{
    QFETCH(QByteArray, path);
    QFETCH(Signal, signal);
    QFETCH(Action, action);
    auto manager = std::make_unique<HttpAccessManager>(m_thread, TlsSettings{}, Timeouts{});
    manager->setProxy(QNetworkProxy::NoProxy);
    QPointer<QNetworkReply> reply = post(*manager, m_server.url(path)).release();
    ReplyPointer another;
    int finished = 0;
    int depth = 0;
    QObject context;
    connect(reply, &QNetworkReply::finished, &context, [&] { ++finished; });
    inSlot(reply, signal, &context, [&] {
        if (depth > 0)
            return;
        ++depth;
        switch (action) {
        case Action::Abort: reply->abort(); break;
        case Action::Delete: delete reply; break;
        case Action::DeleteManager: manager.reset(); break;
        case Action::DeleteLater: reply->deleteLater(); break;
        case Action::Close: reply->close(); break;
        case Action::NewRequest: another = post(*manager, m_server.url("/good-chunked")); break;
        case Action::NestedLoop: runLoop(60ms); break;
        case Action::Read: reply->readAll(); break;
        }
        --depth;
    });
    QTRY_VERIFY(!reply || reply->isFinished());
    runLoop(10ms); // nothing may come after the end
    QVERIFY(finished <= 1);
    if (reply)
        QCOMPARE(finished, 1);
    if (another)
        QCOMPARE(waitFor(*another).text, faultText());
    if (manager)
        delete reply;
}

void TestHttpEngineReentrancy::nestedLoopInReadyReadSeesTheEnd()
{
    HttpAccessManager manager(m_thread, {}, {});
    manager.setProxy(QNetworkProxy::NoProxy);
    for (const char *path : {"/good-chunked", "/slow-tokens", "/cl-short"}) {
        const ReplyPointer reply = post(manager, m_server.url(path));
        bool endSeen = false;
        const auto waitForTheEnd = [&] {
            QEventLoop loop;
            connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
            QTimer::singleShot(5s, &loop, &QEventLoop::quit);
            loop.exec();
            endSeen = reply->isFinished();
        };
        connect(reply.get(), &QNetworkReply::readyRead, this, waitForTheEnd,
                Qt::SingleShotConnection);
        QTRY_VERIFY(endSeen);
        QCOMPARE(reply->readAll(), faultText());
    }
}

void TestHttpEngineReentrancy::abortIsSeenByTheServer()
{
    HttpAccessManager manager(m_thread, {}, {});
    manager.setProxy(QNetworkProxy::NoProxy);
    QList<double> seen;
    double longestCall = 0;
    for (int i = 0; i < 20; ++i) {
        const ReplyPointer reply = post(manager, m_server.url("/tokens"));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QTRY_VERIFY(reply->bytesAvailable() > 0);
        m_closedAt = Moment{};
        const Moment start = std::chrono::steady_clock::now();
        reply->abort();
        longestCall = std::max(longestCall, milliseconds(std::chrono::steady_clock::now() - start));
        QCOMPARE(finished.size(), 1);
        QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
        QCOMPARE(reply->readAll(), "first"); // what had come stays
        QTRY_VERIFY(m_closedAt.load() != Moment{});
        seen.append(milliseconds(m_closedAt.load() - start));
    }
    std::sort(seen.begin(), seen.end());
    qInfo("the server sees the close after %.2f ms (median), %.2f ms (longest); abort() takes "
          "%.3f ms at most",
          seen.at(10), seen.last(), longestCall);
    QVERIFY(seen.first() <= 5.0); // a busy machine can only make it longer
    QVERIFY(longestCall <= 50.0);
}

void TestHttpEngineReentrancy::abortWhileTheNameIsLookedUp()
{
    HttpAccessManager manager(m_thread, {}, {});
    manager.setProxy(QNetworkProxy::NoProxy);
    QElapsedTimer clock;
    const ReplyPointer reply = post(manager, QUrl(u"http://slow.test/"_s));
    runLoop(50ms);
    clock.start();
    reply->abort();
    QVERIFY(reply->isFinished());
    QVERIFY(clock.elapsed() < 50);
    // The thread is not held up either.
    QCOMPARE(ask(manager, m_server.url("/good-length")).code, QNetworkReply::NoError);
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
}

void TestHttpEngineReentrancy::connectLimitWhileTheNameIsLookedUp()
{
    HttpAccessManager manager(m_thread, {}, {.connect = 200ms});
    manager.setProxy(QNetworkProxy::NoProxy);
    const HttpAnswer answer = ask(manager, QUrl(u"http://slow.test/"_s));
    QCOMPARE(answer.cause(), ErrorCause::ConnectTimeout);
    QCOMPARE(answer.error->limit, 200ms);
    QVERIFY2(answer.elapsedMs < 1000, qPrintable(QString::number(answer.elapsedMs)));
}

void TestHttpEngineReentrancy::otherTransfersGoOnWhileANameIsLookedUp()
{
    HttpAccessManager manager(m_thread, {}, {});
    manager.setProxy(QNetworkProxy::NoProxy);
    const ReplyPointer slow = post(manager, QUrl(u"http://slow.test/"_s));
    const HttpAnswer answer = ask(manager, m_server.url("/good-length"));
    QCOMPARE(answer.code, QNetworkReply::NoError);
    QVERIFY(answer.elapsedMs < 1000);
    QCOMPARE(waitFor(*slow).kind(), ErrorKind::NameLookup);
}

void TestHttpEngineReentrancy::endingTheThreadIsFast()
{
    QElapsedTimer clock;
    {
        auto manager =
            std::make_unique<HttpAccessManager>(makeNetworkThread(), TlsSettings{}, Timeouts{});
        manager->setProxy(QNetworkProxy::NoProxy);
        const QPointer<QNetworkReply> lookup =
            post(*manager, QUrl(u"http://slow.test/"_s)).release();
        const QPointer<QNetworkReply> running = post(*manager, m_server.url("/tokens")).release();
        QTRY_VERIFY(running->bytesAvailable() > 0);
        clock.start();
        manager.reset();
        QVERIFY(!running && !lookup);
    }
    QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
}

// Replies live in their caller's thread; the network's is shared.
void TestHttpEngineReentrancy::managersInTwoThreads()
{
    std::atomic<int> good = 0;
    const auto work = [&] {
        HttpAccessManager manager(m_thread, {}, {});
        manager.setProxy(QNetworkProxy::NoProxy);
        for (int i = 0; i < 50; ++i) {
            const HttpAnswer answer = ask(manager, m_server.url("/good-chunked"));
            good += answer.code == QNetworkReply::NoError && answer.text == faultText() ? 1 : 0;
        }
    };
    const std::unique_ptr<QThread> other(QThread::create(work));
    other->start();
    work();
    QVERIFY(other->wait(20'000));
    QCOMPARE(good, 100);
}

void TestHttpEngineReentrancy::autoDelete()
{
    HttpAccessManager manager(m_thread, {}, {});
    manager.setProxy(QNetworkProxy::NoProxy);
    manager.setAutoDeleteReplies(true);
    QSignalSpy managerFinished(&manager, &QNetworkAccessManager::finished);
    const QPointer<QNetworkReply> reply = post(manager, m_server.url("/good-length")).release();
    QTRY_VERIFY(!reply);
    QCOMPARE(managerFinished.size(), 1);
}

QTEST_GUILESS_MAIN(TestHttpEngineReentrancy)
#include "tst_httpenginereentrancy.moc"
