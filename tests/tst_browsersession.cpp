// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/browser/browsersession.h"

#include "net/browser/webdriver.h"
#include "net/connectionlog.h"
#include "support/faultserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray http(const QByteArray &body, const QByteArray &head = {},
                const QByteArray &status = "200 OK")
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
        + head + "\r\n" + body;
}

//! What a driver answers, in the order of a session.
void addDriver(FaultServer &server, const QByteArray &place)
{
    server.on("/session", [](FaultPeer &peer) {
        peer.send(http(R"({"value":{"sessionId":"abc-1","capabilities":{}}})"));
    });
    server.on("/session/abc-1/url", [place](FaultPeer &peer) {
        peer.send(peer.method() == "GET" ? http("{\"value\":\"" + place + "\"}")
                                         : http("{\"value\":null}"));
    });
    server.on("/session/abc-1/cookie", [](FaultPeer &peer) {
        peer.send(http(R"({"value":[
            {"name":"sid","value":"canary-1","domain":"ai.example","path":"/","secure":true,"httpOnly":true},
            {"name":"wide","value":"2","domain":".example","path":"/"},
            {"name":"other","value":"3","domain":"b.example","path":"/"}]})"));
    });
    server.on("/session/abc-1/execute/sync",
              [](FaultPeer &peer) { peer.send(http(R"({"value":"Browser/1"})")); });
    server.on("/session/abc-1", [](FaultPeer &peer) { peer.send(http(R"({"value":null})")); });
}

int deletions(const FaultServer &server)
{
    return int(server.everythingReceived().count("DELETE /session/abc-1 "));
}

} // namespace

class TestBrowserSession : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cookiesOfOneOrigin_data();
    void cookiesOfOneOrigin();
    void badAnswers();
    void takes();
    void anotherPageIsRefused();
    void everyEndDeletesTheSession_data();
    void everyEndDeletesTheSession();
    void aDriverThatIsNone();
};

void TestBrowserSession::cookiesOfOneOrigin_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("cookie");
    QTest::addColumn<bool>("isSent");
    const auto row = [](const char *name, const QString &address, const QByteArray &cookie,
                        bool isSent) { QTest::newRow(name) << address << cookie << isSent; };
    const QString secure = u"https://ai.example/app/chat"_s;
    row("host", secure, R"("domain":"ai.example")", true);
    row("another host", secure, R"("domain":"b.example")", false);
    row("parent without a dot", secure, R"("domain":"example")", false);
    row("parent with a dot", secure, R"("domain":".example")", true);
    row("itself with a dot", secure, R"("domain":".ai.example")", true);
    row("below", secure, R"("domain":".x.ai.example")", false);
    row("an ending that is no domain", secure, R"("domain":".i.example")", false);
    row("path above", secure, R"("domain":"ai.example","path":"/app")", true);
    row("path with a slash", secure, R"("domain":"ai.example","path":"/app/")", true);
    row("another path", secure, R"("domain":"ai.example","path":"/ap")", false);
    row("secure", secure, R"("domain":"ai.example","secure":true)", true);
    row("secure over http", u"http://ai.example/"_s, R"("domain":"ai.example","secure":true)",
        false);
    row("secure on this computer", u"http://localhost:3000/"_s,
        R"("domain":"localhost","secure":true)", true);
    row("expired", secure, R"("domain":"ai.example","expiry":1000)", false);
    row("not yet expired", secure, R"("domain":"ai.example","expiry":99999999999)", true);
    row("cannot travel", secure, R"("domain":"ai.example","value":"a\r\nX: b")", false);
    row("cannot stand in a list", secure, R"("domain":"ai.example","value":"a;b=c")", false);
}

void TestBrowserSession::cookiesOfOneOrigin()
{
    QFETCH(QString, address);
    QFETCH(QByteArray, cookie);
    QFETCH(bool, isSent);
    const QByteArray value = cookie.contains("\"value\"") ? QByteArray() : "\"value\":\"v\",";
    const auto cookies =
        parseWebDriverCookies("{\"value\":[{\"name\":\"n\"," + value + cookie + "}]}");
    QVERIFY(bool(cookies));
    const auto sent = cookiesFor(QUrl(address), *cookies, QDateTime::currentDateTimeUtc());
    QCOMPARE(cookieHeader(sent).reveal(), isSent ? u"n=v"_s : QString());
}

void TestBrowserSession::badAnswers()
{
    for (const char *json :
         {"", "[]", "{}", "{\"value\":5}", "{\"value\":{\"sessionId\":\"../x\"}}",
          "{\"value\":{\"sessionId\":\"\"}}"}) {
        QVERIFY(!parseWebDriverSession(json));
        QVERIFY(!parseWebDriverCookies(json));
        QVERIFY(!parseWebDriverText(json));
    }
    QCOMPARE(webDriverMessage(R"({"value":{"error":"e","message":"a\nStack"}})"), u"a"_s);
    QVERIFY(isSameOrigin(QUrl(u"https://a"_s), QUrl(u"https://A:443/x"_s)));
    QVERIFY(!isSameOrigin(QUrl(u"https://a"_s), QUrl(u"http://a"_s)));
    QVERIFY(!isSameOrigin(QUrl(u"http://a:1"_s), QUrl(u"http://a:2"_s)));
}

void TestBrowserSession::takes()
{
    FaultServer driver;
    addDriver(driver, "https://ai.example/signed-in");
    const auto log = std::make_shared<ConnectionLog>();
    BrowserSession session(makeNetworkThread(log));
    QSignalSpy opened(&session, &BrowserSession::opened);
    QSignalSpy taken(&session, &BrowserSession::taken);
    QSignalSpy closed(&session, &BrowserSession::closed);
    session.open(driver.url(), QUrl(u"https://ai.example/"_s));
    QTRY_COMPARE(opened.count(), 1);
    QVERIFY(driver.everythingReceived().contains("{\"url\":\"https://ai.example/\"}"));
    session.takeCookies();
    QTRY_COMPARE(taken.count(), 1);
    const auto import = taken.first().first().value<BrowserImport>();
    QCOMPARE(import.cookies.reveal(), u"sid=canary-1; wide=2"_s);
    QCOMPARE(import.cookieNames, (QStringList{u"sid"_s, u"wide"_s}));
    QCOMPARE(import.userAgent, u"Browser/1"_s);
    session.close();
    QTRY_COMPARE(closed.count(), 1);
    QCOMPARE(deletions(driver), 1);
    // Everything that was connected to is in the log, and is the driver.
    const QList<ConnectionEntry> entries = log->entries();
    QVERIFY(!entries.isEmpty());
    for (const ConnectionEntry &entry : entries) {
        QCOMPARE(entry.purpose, RequestPurpose::Browser);
        for (const QString &address : entry.addresses)
            QCOMPARE(address, u"127.0.0.1:%1"_s.arg(driver.port()));
    }
}

void TestBrowserSession::anotherPageIsRefused()
{
    FaultServer driver;
    addDriver(driver, "https://login.example/");
    BrowserSession session(makeNetworkThread());
    QSignalSpy opened(&session, &BrowserSession::opened);
    QSignalSpy taken(&session, &BrowserSession::taken);
    QSignalSpy refused(&session, &BrowserSession::refused);
    session.open(driver.url(), QUrl(u"https://ai.example/"_s));
    QTRY_COMPARE(opened.count(), 1);
    session.takeCookies();
    QTRY_COMPARE(refused.count(), 1);
    QVERIFY(refused.first().first().toString().contains(u"login.example"_s));
    QCOMPARE(taken.count(), 0);
    QVERIFY(!driver.everythingReceived().contains("/cookie "));
}

void TestBrowserSession::everyEndDeletesTheSession_data()
{
    QTest::addColumn<QByteArray>("path"); // that misbehaves; empty: the user closes
    QTest::addColumn<QByteArray>("answer");
    const QByteArray noWindow =
        http(R"({"value":{"error":"no such window","message":"target window already closed"}})", {},
             "404 Not Found");
    QTest::newRow("closed by the user") << QByteArray() << QByteArray();
    QTest::newRow("destroyed") << QByteArray("destroy") << QByteArray();
    QTest::newRow("window closed") << QByteArray("/session/abc-1/url") << noWindow;
    QTest::newRow("cookies fail") << QByteArray("/session/abc-1/cookie") << noWindow;
    QTest::newRow("cookies make no sense") << QByteArray("/session/abc-1/cookie") << http("{}");
    QTest::newRow("driver breaks off") << QByteArray("/session/abc-1/cookie") << QByteArray();
}

void TestBrowserSession::everyEndDeletesTheSession()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, answer);
    FaultServer driver;
    addDriver(driver, "https://ai.example/");
    if (path.startsWith('/'))
        driver.on(path, [answer](FaultPeer &peer) {
            if (answer.isEmpty())
                peer.fin();
            else
                peer.send(answer);
        });
    auto session = std::make_unique<BrowserSession>(makeNetworkThread());
    QSignalSpy opened(session.get(), &BrowserSession::opened);
    QSignalSpy failed(session.get(), &BrowserSession::failed);
    QSignalSpy closed(session.get(), &BrowserSession::closed);
    session->open(driver.url(), QUrl(u"https://ai.example/"_s));
    QTRY_VERIFY(opened.count() + failed.count() == 1);
    if (path == "destroy") {
        session.reset();
    } else if (path.isEmpty()) {
        session->close();
    } else {
        session->takeCookies();
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!failed.first().first().toString().isEmpty());
    }
    if (session)
        QTRY_COMPARE(closed.count(), 1);
    QTRY_COMPARE(deletions(driver), 1);
}

void TestBrowserSession::aDriverThatIsNone()
{
    FaultServer server;
    server.on("/session", [](FaultPeer &peer) {
        peer.send(http("<html>hello</html>", "Content-Type: text/html\r\n"));
    });
    for (const QUrl &driver : {server.url(), QUrl(u"http://127.0.0.1:1/"_s)}) {
        BrowserSession session(makeNetworkThread());
        QSignalSpy failed(&session, &BrowserSession::failed);
        QSignalSpy closed(&session, &BrowserSession::closed);
        session.open(driver, QUrl(u"https://ai.example/"_s));
        QTRY_COMPARE(failed.count(), 1);
        QTRY_COMPARE(closed.count(), 1);
    }
    BrowserSession session(makeNetworkThread());
    QSignalSpy failed(&session, &BrowserSession::failed);
    QSignalSpy closed(&session, &BrowserSession::closed);
    session.open(u"/nowhere/chromedriver"_s, QUrl(u"https://ai.example/"_s));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, 10'000);
}

QTEST_GUILESS_MAIN(TestBrowserSession)
#include "tst_browsersession.moc"
