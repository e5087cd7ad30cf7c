// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpaccessmanager.h"
#include "support/askhttp.h"
#include "support/faultpaths.h"
#include "support/faultserver.h"

#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// Proxies that are missing, wrong or strange: each named as the proxy, never blamed on the server.
class TestHttpEngineProxies : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void missing_data();
    void missing();
    void strangeAnswers_data();
    void strangeAnswers();
    void plainAnswers_data();
    void plainAnswers();
    void socks_data();
    void socks();
    void socksNamesAreTheProxys_data();
    void socksNamesAreTheProxys();
    void socksPortThatSpeaksHttp();
    void environmentIsNotObeyed();
    void factoryDecidesForEachAddress();

private:
    QNetworkProxy at(QNetworkProxy::ProxyType type, const FaultServer &server) const;
    FaultServer m_origin;
};

namespace {

std::unique_ptr<HttpAccessManager> makeManager(const QNetworkProxy &proxy)
{
    auto manager =
        std::make_unique<HttpAccessManager>(makeNetworkThread(), TlsSettings{}, Timeouts{});
    manager->setProxy(proxy);
    return manager;
}

// A SOCKS5 proxy as RFC 1928 and 1929 have it, that always answers `reply` and then is the server.
FaultServer::Behaviour socksProxy(QByteArray *target, char reply)
{
    return [=](FaultPeer &peer) {
        const QByteArray greeting = peer.read(2);
        const QByteArray methods = peer.read(greeting.at(1));
        if (methods.contains('\x02')) {
            peer.send("\x05\x02");
            const qsizetype userLength = peer.read(2).at(1);
            const QByteArray user = peer.read(userLength);
            const QByteArray password = peer.read(peer.read(1).at(0));
            const bool isKnown = user == "user" && password == "secret";
            peer.send(isKnown ? QByteArrayView("\x01\x00", 2) : QByteArrayView("\x01\x01", 2));
            if (!isKnown)
                return peer.fin();
        } else {
            peer.send(QByteArrayView("\x05\x00", 2));
        }
        const QByteArray request = peer.read(4);
        const char kind = request.at(3);
        *target = kind + peer.read(kind == 3 ? peer.read(1).at(0) : 4);
        peer.read(2);
        peer.send(QByteArray("\x05") + reply + QByteArray("\x00\x01\x7f\x00\x00\x01\x00\x50", 8));
        if (reply == 0 && peer.readRequest([](const QByteArray &) {}))
            peer.send(chunkedAnswer(faultText()));
        peer.waitForClose(2s);
    };
}

} // namespace

void TestHttpEngineProxies::initTestCase()
{
    addGoodPaths(m_origin);
}

QNetworkProxy TestHttpEngineProxies::at(QNetworkProxy::ProxyType type,
                                        const FaultServer &server) const
{
    return {type, u"127.0.0.1"_s, server.port()};
}

void TestHttpEngineProxies::missing_data()
{
    QTest::addColumn<QNetworkProxy>("proxy");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<ErrorCause>("cause");
    QTest::addColumn<QNetworkReply::NetworkError>("code");
    for (const auto type : {QNetworkProxy::HttpProxy, QNetworkProxy::Socks5Proxy}) {
        const char *typeName = type == QNetworkProxy::HttpProxy ? "HTTP" : "SOCKS5";
        for (const char *scheme : {"http", "https"}) {
            QTest::addRow("F58 %s, %s: name not found", typeName, scheme)
                << QNetworkProxy(type, u"no-such-proxy.invalid"_s, 8080)
                << QString::fromLatin1(scheme) << ErrorCause::ProxyNotFound
                << QNetworkReply::ProxyNotFoundError;
            QTest::addRow("F58 %s, %s: refused", typeName, scheme)
                << QNetworkProxy(type, u"127.0.0.1"_s, 1) << QString::fromLatin1(scheme)
                << ErrorCause::ProxyRefused << QNetworkReply::ProxyConnectionRefusedError;
        }
    }
}

void TestHttpEngineProxies::missing()
{
    QFETCH(QNetworkProxy, proxy);
    QFETCH(QString, scheme);
    const auto manager = makeManager(proxy);
    QUrl url = m_origin.url("/good-length");
    url.setScheme(scheme);
    const HttpAnswer answer = ask(*manager, url);
    QCOMPARE(answer.kind(), ErrorKind::Proxy);
    QTEST(answer.cause(), "cause");
    QTEST(answer.code, "code");
    QCOMPARE(answer.error->subject, u"%1:%2"_s.arg(proxy.hostName()).arg(proxy.port()));
    QVERIFY(answer.elapsedMs < 3000);
}

void TestHttpEngineProxies::strangeAnswers_data()
{
    QTest::addColumn<QByteArray>("answerToConnect");
    QTest::addColumn<ErrorCause>("cause");
    using enum ErrorCause;
    const auto row = [](const char *name, const QByteArray &answer, ErrorCause cause) {
        QTest::newRow(name) << answer << cause;
    };
    row("407", "HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n", ProxyCredentials);
    row("tinyproxy's 401", "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n",
        ProxyCredentials);
    row("403", "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n", ProxyForbidden);
    row("404: a web server", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", ProxyNotAProxy);
    row("500", "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", ProxyUnreachableTarget);
    row("502, a page",
        "HTTP/1.1 502 Bad\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>no</p>",
        ProxyUnreachableTarget);
    row("503", "HTTP/1.1 503 Later\r\nContent-Length: 0\r\n\r\n", ProxyUnreachableTarget);
    row("garbage", "SSH-2.0-OpenSSH_9.2\r\n", ProxyNotAProxy);
    row("closes", {}, ProxyNotAProxy);
}

void TestHttpEngineProxies::strangeAnswers()
{
    QFETCH(QByteArray, answerToConnect);
    FaultServer proxy;
    proxy.onConnection([=](FaultPeer &peer) {
        peer.readRequest([](const QByteArray &) {});
        peer.send(answerToConnect);
        peer.fin();
    });
    const auto manager = makeManager(at(QNetworkProxy::HttpProxy, proxy));
    const HttpAnswer answer = ask(*manager, QUrl(u"https://127.0.0.1:1/"_s));
    QCOMPARE(answer.kind(), ErrorKind::Proxy);
    QTEST(answer.cause(), "cause");
    QCOMPARE(answer.error->subject, u"127.0.0.1:%1"_s.arg(proxy.port()));
}

// Plain http where the proxy opens no tunnel: whose answer it is cannot always be told.
void TestHttpEngineProxies::plainAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<ErrorCause>("cause");
    const auto row = [](const char *name, const QByteArray &head, ErrorKind kind,
                        ErrorCause cause) {
        QTest::newRow(name) << "HTTP/1.1 " + head + "\r\nContent-Length: 2\r\n\r\n{}" << kind
                            << cause;
    };
    using enum ErrorCause;
    row("407", "407 Who", ErrorKind::Proxy, ProxyCredentials);
    row("401, a page", "401 Who\r\nContent-Type: text/html", ErrorKind::Proxy, ProxyOrServer);
    row("502, a page", "502 Bad\r\nContent-Type: text/html", ErrorKind::Proxy, ProxyOrServer);
    row("squid's 503", "503 Bad\r\nX-Squid-Error: ERR_DNS_FAIL 0", ErrorKind::Proxy,
        ProxyUnreachableTarget);
    row("squid's 403", "403 Bad\r\nX-Squid-Error: ERR_ACCESS_DENIED 0", ErrorKind::Proxy,
        ProxyForbidden);
    row("401 in JSON", "401 Who\r\nContent-Type: application/json", ErrorKind::Http, KeyRefused);
    row("503 in JSON", "503 Loading\r\nContent-Type: application/json", ErrorKind::Http, Unknown);
    row("429", "429 Slow", ErrorKind::Http, TooManyRequests);
}

void TestHttpEngineProxies::plainAnswers()
{
    QFETCH(QByteArray, answer);
    FaultServer proxy;
    std::atomic<int> posts = 0;
    proxy.onConnection([&](FaultPeer &peer) {
        peer.readRequest([](const QByteArray &) {});
        posts += peer.method() == "POST" ? 1 : 0;
        peer.send(peer.method() == "CONNECT"
                      ? QByteArrayView("HTTP/1.1 405 No\r\nContent-Length: 0\r\n\r\n")
                      : QByteArrayView(answer));
        peer.fin();
    });
    const auto manager = makeManager(at(QNetworkProxy::HttpProxy, proxy));
    const HttpAnswer result = ask(*manager, QUrl(u"http://127.0.0.1:1/"_s));
    QTEST(result.kind(), "kind");
    QTEST(result.cause(), "cause");
    QCOMPARE(posts, 1);
}

void TestHttpEngineProxies::socks_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<int>("reply");
    QTest::addColumn<ErrorCause>("cause"); // Unknown: none
    using enum ErrorCause;
    QTest::newRow("open") << QString() << 0 << Unknown;
    QTest::newRow("password") << u"user"_s << 0 << Unknown;
    QTest::newRow("F59 wrong user") << u"nobody"_s << 0 << ProxyCredentials;
    QTest::newRow("F59 general failure") << QString() << 1 << ProxyUnreachableTarget;
    QTest::newRow("F59 not allowed") << QString() << 2 << ProxyForbidden;
    QTest::newRow("F59 host unreachable") << QString() << 4 << ProxyUnreachableTarget;
    QTest::newRow("F59 target refused") << QString() << 5 << ProxyUnreachableTarget;
}

void TestHttpEngineProxies::socks()
{
    QFETCH(QString, user);
    QFETCH(int, reply);
    QFETCH(ErrorCause, cause);
    FaultServer server;
    QByteArray target;
    server.onConnection(socksProxy(&target, char(reply)));
    QNetworkProxy proxy = at(QNetworkProxy::Socks5Proxy, server);
    proxy.setUser(user);
    proxy.setPassword(u"secret"_s);
    const auto manager = makeManager(proxy);
    const HttpAnswer answer = ask(*manager, QUrl(u"http://somewhere.test/x"_s));
    QCOMPARE(answer.cause(), cause);
    if (cause == ErrorCause::Unknown) {
        QCOMPARE(answer.code, QNetworkReply::NoError);
        QCOMPARE(answer.text, faultText());
    } else {
        QCOMPARE(answer.kind(), ErrorKind::Proxy);
        QCOMPARE(answer.error->subject, u"127.0.0.1:%1"_s.arg(server.port()));
    }
}

void TestHttpEngineProxies::socksNamesAreTheProxys_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("proxyLooksUp");
    QTest::addColumn<QByteArray>("target"); // ATYP and address
    QTest::newRow("the proxy looks up")
        << u"http://somewhere.test/"_s << true << QByteArray("\x03somewhere.test");
    QTest::newRow("we look up") << u"http://localhost/"_s << false
                                << QByteArray("\x01\x7f\x00\x00\x01", 5);
}

void TestHttpEngineProxies::socksNamesAreTheProxys()
{
    QFETCH(QString, url);
    QFETCH(bool, proxyLooksUp);
    FaultServer server;
    QByteArray target;
    server.onConnection(socksProxy(&target, 0));
    QNetworkProxy proxy = at(QNetworkProxy::Socks5Proxy, server);
    proxy.setCapabilities(QNetworkProxy::TunnelingCapability);
    if (proxyLooksUp)
        proxy.setCapabilities(proxy.capabilities() | QNetworkProxy::HostNameLookupCapability);
    const auto manager = makeManager(proxy);
    QCOMPARE(ask(*manager, QUrl(url)).code, QNetworkReply::NoError);
    QTEST(target, "target");
}

// F59: 10 s, whatever the connect limit says.
void TestHttpEngineProxies::socksPortThatSpeaksHttp()
{
    FaultServer server;
    server.onConnection([](FaultPeer &peer) { peer.waitForClose(20s); });
    const auto manager = makeManager(at(QNetworkProxy::Socks5Proxy, server));
    const HttpAnswer answer = ask(*manager, QUrl(u"http://somewhere.test/"_s));
    QCOMPARE(answer.cause(), ErrorCause::ConnectTimeout);
    QCOMPARE(answer.error->limit, 10s);
    QCOMPARE(answer.error->subject, u"127.0.0.1:%1"_s.arg(server.port()));
    QVERIFY2(answer.elapsedMs < 11'000, qPrintable(QString::number(answer.elapsedMs)));
}

void TestHttpEngineProxies::environmentIsNotObeyed()
{
    for (const char *name : {"http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"})
        qputenv(name, "http://127.0.0.1:1");
    const auto manager = makeManager(QNetworkProxy::NoProxy);
    const HttpAnswer direct = ask(*manager, m_origin.url("/good-length"));
    qputenv("no_proxy", "*");
    const auto proxied = makeManager({QNetworkProxy::HttpProxy, u"127.0.0.1"_s, 1});
    const HttpAnswer refused = ask(*proxied, m_origin.url("/good-length"));
    for (const char *name :
         {"http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY", "no_proxy"})
        qunsetenv(name);
    QCOMPARE(direct.code, QNetworkReply::NoError);
    QCOMPARE(refused.cause(), ErrorCause::ProxyRefused);
}

void TestHttpEngineProxies::factoryDecidesForEachAddress()
{
    class Factory : public QNetworkProxyFactory
    {
    public:
        QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
        {
            if (query.url().path() == "/good-length"_L1)
                return {QNetworkProxy(QNetworkProxy::NoProxy)};
            return {QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, 1)};
        }
    };
    const auto manager = makeManager(QNetworkProxy::NoProxy);
    manager->setProxyFactory(new Factory);
    QCOMPARE(ask(*manager, m_origin.url("/good-length")).code, QNetworkReply::NoError);
    QCOMPARE(ask(*manager, m_origin.url("/good-chunked")).cause(), ErrorCause::ProxyRefused);
}

QTEST_GUILESS_MAIN(TestHttpEngineProxies)
#include "tst_httpengineproxies.moc"
