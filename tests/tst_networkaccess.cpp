// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/networkaccess.h"

#include "demo/demoserver.h"
#include "net/httprequest.h"
#include "net/replystream.h"
#include "support/fakehttpproxy.h"
#include "support/fakesocksproxy.h"
#include "support/managers.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(TestManager)

class TestNetworkAccess : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_server.reset(); }
    void effective_data();
    void effective();
    void loopback_data();
    void loopback();
    void httpProxy_data() { addManagers(); }
    void httpProxy();
    void socksProxyLooksUpNames_data() { addManagers(); }
    void socksProxyLooksUpNames();
    void socksPassword_data() { addManagers(); }
    void socksPassword();
    void failures_data();
    void failures();
    void systemProxyIsPassedByForThisComputer_data() { addManagers(); }
    void systemProxyIsPassedByForThisComputer();
    void demoIsReachedDirectly_data() { addManagers(); }
    void demoIsReachedDirectly();
    void cookiesAreNotKept_data() { addManagers(); }
    void cookiesAreNotKept();
    void keyDoesNotFollowRedirects_data() { addManagers(); }
    void keyDoesNotFollowRedirects();

private:
    void addManagers();
    Completion ask(const Connection &connection, const ProxySettings &defaultProxy = {});

    std::unique_ptr<DemoServer> m_server;
    QString m_text;
};

void TestNetworkAccess::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_server = std::make_unique<DemoServer>();
    QVERIFY(m_server->listen());
    m_server->setScenario({.pieces = {"ok"}});
}

void TestNetworkAccess::addManagers()
{
    QTest::addColumn<TestManager>("manager");
    for (const TestManager &manager : testManagers())
        QTest::newRow(manager.name.constData()) << manager;
}

//! Posts to the connection's address and waits for the end.
Completion TestNetworkAccess::ask(const Connection &connection, const ProxySettings &defaultProxy)
{
    QFETCH(const TestManager, manager);
    m_text.clear();
    const auto network = manager.make(connection, defaultProxy);
    ReplyStream stream(network->post(makeRequest(connection.baseUrl, connection), "{}"),
                       std::make_unique<PlainTextDecoder>(), connection);
    std::optional<Completion> completion;
    connect(&stream, &ReplyStream::textReceived, this,
            [this](const QString &text) { m_text += text; });
    connect(&stream, &ReplyStream::finished, this,
            [&completion](const Completion &end) { completion = end; });
    if (!QSignalSpy(&stream, &ReplyStream::finished).wait(10'000))
        qWarning("no end");
    return completion.value_or(Completion{.state = ReplyState::Answering});
}

void TestNetworkAccess::effective_data()
{
    QTest::addColumn<Connection>("connection");
    QTest::addColumn<ProxyType>("defaultType");
    QTest::addColumn<ProxyType>("type");
    const Connection asInNetwork;
    QTest::newRow("as in Network") << asInNetwork << ProxyType::Socks5 << ProxyType::Socks5;
    QTest::newRow("as in Network, none") << asInNetwork << ProxyType::None << ProxyType::None;
    QTest::newRow("as in Network, which says nothing")
        << asInNetwork << ProxyType::AsInNetwork << ProxyType::None;
    QTest::newRow("its own") << Connection{.proxy = {.type = ProxyType::Http}} << ProxyType::Socks5
                             << ProxyType::Http;
    QTest::newRow("none of its own")
        << Connection{.proxy = {.type = ProxyType::None}} << ProxyType::Socks5 << ProxyType::None;
    QTest::newRow("the demo") << Connection{.kind = ServerKind::Demo,
                                            .proxy = {.type = ProxyType::Http}}
                              << ProxyType::Socks5 << ProxyType::None;
}

void TestNetworkAccess::effective()
{
    QFETCH(const Connection, connection);
    QFETCH(const ProxyType, defaultType);
    QFETCH(const ProxyType, type);
    QCOMPARE(effectiveProxy(connection, {.type = defaultType}).type, type);
}

void TestNetworkAccess::loopback_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isThisComputer");
    QTest::newRow("localhost") << u"LocalHost"_s << true;
    QTest::newRow("below localhost") << u"aura.localhost"_s << true;
    QTest::newRow("127.0.0.1") << u"127.0.0.1"_s << true;
    QTest::newRow("127.9.9.9") << u"127.9.9.9"_s << true;
    QTest::newRow("::1") << u"::1"_s << true;
    QTest::newRow("a name that looks like it") << u"localhost.example"_s << false;
    QTest::newRow("mylocalhost") << u"mylocalhost"_s << false;
    QTest::newRow("192.168.1.1") << u"192.168.1.1"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestNetworkAccess::loopback()
{
    QFETCH(const QString, host);
    QFETCH(const bool, isThisComputer);
    QCOMPARE(isLoopback(host), isThisComputer);
}

void TestNetworkAccess::httpProxy()
{
    // Names are the proxy's to look up, and addresses of this computer go through it as well.
    FakeHttpProxy proxy(quint16(m_server->url().port()));
    const ProxySettings settings{
        .type = ProxyType::Http, .host = u"127.0.0.1"_s, .port = proxy.serverPort()};
    for (const QString &host : {u"does-not-exist.invalid"_s, u"127.0.0.1"_s}) {
        const QUrl url(u"http://"_s + host + u":3000/api/chat"_s);
        const Completion end = ask({.baseUrl = url, .proxy = settings});
        QCOMPARE(end.state, ReplyState::Complete);
        QCOMPARE(m_text, u"ok"_s);
        QCOMPARE(proxy.requestedHost, host.toLatin1() + ":3000");
    }
    QCOMPARE(m_server->requests().size(), 2);
}

void TestNetworkAccess::socksProxyLooksUpNames()
{
    FakeSocksProxy proxy(quint16(m_server->url().port()));
    const Completion end =
        ask({.baseUrl = QUrl(u"http://does-not-exist.invalid/"_s)},
            {.type = ProxyType::Socks5, .host = u"127.0.0.1"_s, .port = proxy.serverPort()});
    QCOMPARE(end.state, ReplyState::Complete);
    QCOMPARE(proxy.requestedName, "does-not-exist.invalid");
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().last().target, "/");
}

void TestNetworkAccess::socksPassword()
{
    FakeSocksProxy proxy(quint16(m_server->url().port()), "user", "pass:word");
    ProxySettings settings{.type = ProxyType::Socks5,
                           .host = u"127.0.0.1"_s,
                           .port = proxy.serverPort(),
                           .user = u"user"_s,
                           .password = Secret(u"pass:word"_s)};
    const QUrl url(u"http://aura.invalid/"_s);
    QCOMPARE(ask({.baseUrl = url, .proxy = settings}).state, ReplyState::Complete);
    settings.password = Secret(u"wrong"_s);
    const Completion end = ask({.baseUrl = url, .proxy = settings});
    QCOMPARE(end.state, ReplyState::Failed);
    QCOMPARE(end.error->kind, ErrorKind::Proxy);
    QCOMPARE(int(end.error->cause), int(ErrorCause::ProxyCredentials));
    QCOMPARE(end.error->subject, u"127.0.0.1:%1"_s.arg(proxy.serverPort()));
}

void TestNetworkAccess::failures_data()
{
    QTest::addColumn<TestManager>("manager");
    QTest::addColumn<ProxySettings>("proxy"); // port 0: the server plays it
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<ErrorCause>("cause");

    const auto http = [](const QString &host, int port) {
        return ProxySettings{.type = ProxyType::Http, .host = host, .port = port};
    };
    for (const TestManager &manager : testManagers()) {
        const auto row = [&manager](const char *name, const ProxySettings &proxy, int status,
                                    ErrorKind kind, ErrorCause cause) {
            QTest::addRow("%s: %s", manager.name.constData(), name)
                << manager << proxy << status << kind << cause;
        };
        const QString here = u"127.0.0.1"_s;
        row("nobody listens", http(here, 1), 0, ErrorKind::Proxy, ErrorCause::ProxyRefused);
        row("no such proxy", http(u"no-proxy.invalid"_s, 8080), 0, ErrorKind::Proxy,
            ErrorCause::ProxyNotFound);
        row("407", http(here, 0), 407, ErrorKind::Proxy, ErrorCause::ProxyCredentials);
        if (manager.isExact)
            continue; // it tunnels, and so knows whose answer it is
        row("401: whose?", http(here, 0), 401, ErrorKind::Proxy, ErrorCause::ProxyOrServer);
        row("502: whose?", http(here, 0), 502, ErrorKind::Proxy, ErrorCause::ProxyOrServer);
        row("500", http(here, 0), 500, ErrorKind::Http, ErrorCause::Unknown);
    }
}

void TestNetworkAccess::failures()
{
    QFETCH(ProxySettings, proxy);
    QFETCH(const int, status);
    QFETCH(const ErrorKind, kind);
    QFETCH(const ErrorCause, cause);

    if (proxy.port == 0)
        proxy.port = m_server->url().port();
    m_server->setScenario({.status = status,
                           .headers = {{"Proxy-Authenticate", "Basic realm=\"x\""},
                                       {"WWW-Authenticate", "Basic realm=\"x\""}}});
    const Completion end = ask({.baseUrl = QUrl(u"http://aura.invalid/"_s), .proxy = proxy});
    QCOMPARE(end.state, ReplyState::Failed);
    QCOMPARE(errorKindName(end.error->kind), errorKindName(kind));
    QCOMPARE(int(end.error->cause), int(cause));
    const QString proxyName = proxy.host + u':' + QString::number(proxy.port);
    QCOMPARE(end.error->subject, kind == ErrorKind::Proxy ? proxyName : u"aura.invalid"_s);
}

void TestNetworkAccess::systemProxyIsPassedByForThisComputer()
{
    qputenv("http_proxy", "http://127.0.0.1:1");
    const Completion end = ask({.baseUrl = m_server->url()}, {.type = ProxyType::System});
    qunsetenv("http_proxy");
    QCOMPARE(end.state, ReplyState::Complete);
}

void TestNetworkAccess::demoIsReachedDirectly()
{
    const ProxySettings broken{.type = ProxyType::Http, .host = u"127.0.0.1"_s, .port = 1};
    const Connection demo{.kind = ServerKind::Demo, .baseUrl = m_server->url(), .proxy = broken};
    QCOMPARE(ask(demo, broken).state, ReplyState::Complete);
}

void TestNetworkAccess::cookiesAreNotKept()
{
    QFETCH(const TestManager, manager);
    m_server->setScenario(
        {.headers = {{"Set-Cookie", "session=stolen; Path=/"}}, .pieces = {"ok"}});
    const Connection connection{.baseUrl = m_server->url(), .cookies = Secret(u"mine=1"_s)};
    const auto network = manager.make(connection, {});
    for (int i = 0; i < 2; ++i) {
        ReplyStream stream(network->post(makeRequest(connection.baseUrl, connection), "{}"),
                           std::make_unique<PlainTextDecoder>(), connection);
        bool isOver = false;
        connect(&stream, &ReplyStream::finished, this, [&isOver] { isOver = true; });
        QTRY_VERIFY(isOver);
    }
    QCOMPARE(m_server->requests().last().header("Cookie"), "mine=1");
}

void TestNetworkAccess::keyDoesNotFollowRedirects()
{
    DemoServer thief;
    QVERIFY(thief.listen());
    const Connection connection{.baseUrl = m_server->url(),
                                .headers = {{"Authorization", Secret(u"Bearer canary"_s)}}};
    for (const int status : {301, 302, 303, 307, 308}) {
        m_server->setScenario(
            {.status = status, .headers = {{"Location", thief.url().toEncoded() + "/api/chat"}}});
        const Completion end = ask(connection);
        QCOMPARE(end.state, ReplyState::Failed);
        QCOMPARE(end.error->kind, ErrorKind::Redirect);
        QCOMPARE(end.error->httpStatus, status);
        QVERIFY(end.error->detail.startsWith(thief.url().toString()));
    }
    QCOMPARE(thief.requests().size(), 0);
    QCOMPARE(m_server->requests().size(), 5);
}

QTEST_GUILESS_MAIN(TestNetworkAccess)
#include "tst_networkaccess.moc"
