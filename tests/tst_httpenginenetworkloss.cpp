// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpaccessmanager.h"
#include "support/askhttp.h"
#include "support/faultpaths.h"
#include "support/faultserver.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QRegularExpression>
#include <QTest>

#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Aura;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

bool hasOwnNetwork = false;

//! Takes the loopback of this process's own network up or down.
bool setNetworkUp(bool up)
{
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request{};
    qstrncpy(request.ifr_name, "lo", sizeof request.ifr_name);
    bool done = ioctl(socket, SIOCGIFFLAGS, &request) == 0;
    const int flags = up ? request.ifr_flags | IFF_UP : request.ifr_flags & ~IFF_UP;
    request.ifr_flags = short(flags);
    done = done && ioctl(socket, SIOCSIFFLAGS, &request) == 0;
    close(socket);
    return done;
}

} // namespace

// F62: the network goes away while a reply streams, as it does when a notebook sleeps or its Wi-Fi
// ends. In a network namespace, where the loopback can be taken down.
class TestHttpEngineNetworkLoss : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void aShortLossIsNotNoticed();
    void askingWithoutANetwork();
    void aLongLossEndsTheReply();

private:
    std::unique_ptr<HttpAccessManager> m_manager;
    std::unique_ptr<FaultServer> m_server;
};

void TestHttpEngineNetworkLoss::initTestCase()
{
    if (!hasOwnNetwork)
        QSKIP("this user may not make a network namespace");
    QVERIFY(setNetworkUp(true));
    m_manager = std::make_unique<HttpAccessManager>(makeNetworkThread(), TlsSettings{}, Timeouts{});
    m_manager->setProxy(QNetworkProxy::NoProxy);
    m_server = std::make_unique<FaultServer>();
    addGoodPaths(*m_server);
    m_server->on("/in-two", [](FaultPeer &peer) {
        const QByteArray answer = chunkedAnswer(faultText());
        peer.send(answer.first(150));
        peer.pause(1500ms);
        peer.send(answer.sliced(150));
    });
    m_server->on("/half", [](FaultPeer &peer) {
        peer.send(chunkedAnswer(faultText()).first(150));
        peer.pause(180s);
    });
}

void TestHttpEngineNetworkLoss::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QVERIFY(setNetworkUp(true));
}

void TestHttpEngineNetworkLoss::aShortLossIsNotNoticed()
{
    const ReplyPointer reply = post(*m_manager, m_server->url("/in-two"));
    QTRY_VERIFY(reply->bytesAvailable() > 0);
    QVERIFY(setNetworkUp(false));
    QTest::qWait(2000); // the second part is sent into nothing
    QVERIFY(!reply->isFinished());
    QVERIFY(setNetworkUp(true));
    const HttpAnswer answer = waitFor(*reply);
    QCOMPARE(answer.code, QNetworkReply::NoError);
    QCOMPARE(answer.text, faultText());
}

void TestHttpEngineNetworkLoss::askingWithoutANetwork()
{
    HttpAccessManager manager(makeNetworkThread(), TlsSettings{}, Timeouts{.connect = 1s});
    manager.setProxy(QNetworkProxy::NoProxy);
    QVERIFY(setNetworkUp(false));
    const HttpAnswer answer = ask(manager, m_server->url("/good-length"));
    QCOMPARE(answer.cause(), ErrorCause::ConnectTimeout); // nobody says that there is no way
    QVERIFY(answer.elapsedMs < 3000);
    QVERIFY(setNetworkUp(true));
    QCOMPARE(ask(manager, m_server->url("/good-length")).code, QNetworkReply::NoError);
}

void TestHttpEngineNetworkLoss::aLongLossEndsTheReply()
{
    m_server->forget();
    const ReplyPointer reply = post(*m_manager, m_server->url("/half"));
    QTRY_VERIFY(reply->bytesAvailable() > 0);
    QVERIFY(setNetworkUp(false));
    const HttpAnswer answer = waitFor(*reply, Reading::AsItComes, 100s);
    QVERIFY(answer.hasFinished);
    QVERIFY(answer.error.has_value());
    QVERIFY2(answer.elapsedMs < 90'000, qPrintable(QString::number(answer.elapsedMs)));
    QVERIFY(!answer.text.isEmpty());
    QVERIFY(faultText().startsWith(answer.text));
    QCOMPARE(m_server->posts(), 1);
    qInfo("ended after %lld s: %s", answer.elapsedMs / 1000, qPrintable(answer.errorText));

    QVERIFY(setNetworkUp(true)); // one click goes on
    QCOMPARE(ask(*m_manager, m_server->url("/good-length")).code, QNetworkReply::NoError);
}

int main(int argc, char **argv)
{
    // Before there is a second thread: a namespace of users is for single ones.
    hasOwnNetwork = unshare(CLONE_NEWNET) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0;
    const QCoreApplication application(argc, argv);
    TestHttpEngineNetworkLoss test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_httpenginenetworkloss.moc"
