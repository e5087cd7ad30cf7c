// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpaccessmanager.h"
#include "support/askhttp.h"
#include "support/certificates.h"
#include "support/faultpaths.h"
#include "support/realparts.h"
#include "support/realproxy.h"

#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Program = RealProxy::Program;
using Access = RealProxy::Access;

// The proxies that people run: tinyproxy, squid and dante.
class TestHttpEngineRealProxies : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void passesAStream_data();
    void passesAStream();
    void credentials_data();
    void credentials();
    void targets_data();
    void targets();
    void faultsBehindIt_data();
    void faultsBehindIt();
    void killedInTheMiddle_data();
    void killedInTheMiddle();
    void https_data();
    void https();

private:
    std::unique_ptr<HttpAccessManager> makeManager(const QNetworkProxy &proxy) const;
    HttpAnswer askWithKey(const QNetworkProxy &proxy, const QUrl &url) const;
    static void addProgramRows(const QList<Access> &accesses);

    FaultServer m_origin;
    Certificates m_certificates;
};

namespace {

const QByteArray canary = "sk-canary-3141592653";

#define AURA_START(proxy, program, access)                                                         \
    AURA_NEED_REAL_PART(RealProxy::isInstalled(program), "tinyproxy, squid or danted");            \
    RealProxy proxy(program, access);                                                              \
    QVERIFY2(proxy.start(), proxy.log().constData())

const char *nameOf(Program program)
{
    switch (program) {
    case Program::Tinyproxy: return "tinyproxy";
    case Program::Squid: return "squid";
    case Program::Dante: return "dante";
    }
    Q_UNREACHABLE();
}

const char *nameOf(Access access)
{
    switch (access) {
    case Access::Open: return "open";
    case Access::Password: return "with a password";
    case Access::WithoutTunnel: return "without CONNECT";
    }
    Q_UNREACHABLE();
}

} // namespace

Q_DECLARE_METATYPE(Program)
Q_DECLARE_METATYPE(Access)

void TestHttpEngineRealProxies::initTestCase()
{
    addFaultPaths(m_origin);
    addGoodPaths(m_origin);
}

std::unique_ptr<HttpAccessManager>
TestHttpEngineRealProxies::makeManager(const QNetworkProxy &proxy) const
{
    const TlsSettings tls{.caFile = m_certificates.ca()};
    auto manager = std::make_unique<HttpAccessManager>(makeNetworkThread(), tls, Timeouts{});
    manager->setProxy(proxy);
    return manager;
}

HttpAnswer TestHttpEngineRealProxies::askWithKey(const QNetworkProxy &proxy, const QUrl &url) const
{
    const auto manager = makeManager(proxy);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + canary);
    const ReplyPointer reply(manager->post(request, "{}"));
    return waitFor(*reply);
}

void TestHttpEngineRealProxies::addProgramRows(const QList<Access> &accesses)
{
    QTest::addColumn<Program>("program");
    QTest::addColumn<Access>("access");
    for (const Program program : {Program::Tinyproxy, Program::Squid, Program::Dante}) {
        for (const Access access : accesses) {
            if (program != Program::Dante || access == Access::Open)
                QTest::addRow("%s, %s", nameOf(program), nameOf(access)) << program << access;
        }
    }
}

void TestHttpEngineRealProxies::passesAStream_data()
{
    addProgramRows({Access::Open, Access::Password, Access::WithoutTunnel});
}

void TestHttpEngineRealProxies::passesAStream()
{
    QFETCH(Program, program);
    QFETCH(Access, access);
    AURA_START(proxy, program, access);
    m_origin.forget();
    const bool hasPassword = access == Access::Password;
    const HttpAnswer answer =
        askWithKey(hasPassword ? proxy.proxy(u"user"_s, u"secret"_s) : proxy.proxy(),
                   m_origin.url("/slow-tokens"));
    QVERIFY2(answer.code == QNetworkReply::NoError, proxy.log().constData());
    QCOMPARE(answer.text, faultText());
    QCOMPARE(m_origin.posts(), 1);
    const QByteArray seen = m_origin.everythingReceived();
    QVERIFY(seen.contains("Authorization: Bearer " + canary));
    QVERIFY(!seen.contains("Proxy-Authorization"));
    QVERIFY(!seen.contains("dXNlcjpzZWNyZXQ")); // user:secret
    QVERIFY(!proxy.log().contains(canary));
}

void TestHttpEngineRealProxies::credentials_data()
{
    QTest::addColumn<Program>("program");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("scheme");
    for (const Program program : {Program::Tinyproxy, Program::Squid, Program::Dante}) {
        for (const char *scheme : {"http", "https"}) {
            QTest::addRow("F58 %s, %s, none", nameOf(program), scheme)
                << program << QString() << QString::fromLatin1(scheme);
            QTest::addRow("F58 %s, %s, wrong", nameOf(program), scheme)
                << program << u"nobody-we-know"_s << QString::fromLatin1(scheme);
        }
    }
}

void TestHttpEngineRealProxies::credentials()
{
    QFETCH(Program, program);
    QFETCH(QString, user);
    QFETCH(QString, scheme);
    AURA_START(proxy, program, Access::Password);
    m_origin.forget();
    QUrl url = m_origin.url("/good-length");
    url.setScheme(scheme);
    const QString password = user.isEmpty() ? QString() : QString::fromLatin1(canary);
    const HttpAnswer answer = askWithKey(proxy.proxy(user, password), url);
    QCOMPARE(answer.kind(), ErrorKind::Proxy);
    QCOMPARE(answer.cause(), ErrorCause::ProxyCredentials);
    QCOMPARE(answer.code, QNetworkReply::ProxyAuthenticationRequiredError);
    QCOMPARE(answer.error->subject, proxy.label());
    QCOMPARE(m_origin.posts(), 0);
    QVERIFY(!answer.errorText.contains(QString::fromLatin1(canary)));
    QVERIFY(!answer.error->detail.contains(QString::fromLatin1(canary)));
    QVERIFY(!proxy.log().contains(canary));
}

void TestHttpEngineRealProxies::targets_data()
{
    QTest::addColumn<Program>("program");
    QTest::addColumn<QString>("url");
    for (const Program program : {Program::Tinyproxy, Program::Squid, Program::Dante}) {
        for (const char *url : {"http://127.0.0.1:1/", "https://127.0.0.1:1/",
                                "http://no-such-host.invalid/", "https://no-such-host.invalid/"})
            QTest::addRow("%s: %s", nameOf(program), url) << program << QString::fromLatin1(url);
    }
}

void TestHttpEngineRealProxies::targets()
{
    QFETCH(Program, program);
    QFETCH(QString, url);
    AURA_START(proxy, program, Access::Open);
    const HttpAnswer answer = askWithKey(proxy.proxy(), QUrl(url));
    QCOMPARE(answer.kind(), ErrorKind::Proxy);
    QCOMPARE(answer.cause(), ErrorCause::ProxyUnreachableTarget);
    QCOMPARE(answer.error->subject, proxy.label());
}

void TestHttpEngineRealProxies::faultsBehindIt_data()
{
    QTest::addColumn<Program>("program");
    QTest::addColumn<Access>("access");
    QTest::addColumn<QByteArray>("path");
    const QList<std::pair<Program, Access>> ways{{Program::Tinyproxy, Access::Open},
                                                 {Program::Squid, Access::Open},
                                                 {Program::Dante, Access::Open}};
    for (const auto &[program, access] : ways) {
        for (const char *path : {"/chunk-trunc", "/cl-short", "/chunk-trunc-rst", "/close"})
            QTest::addRow("%s: %s", nameOf(program), path) << program << access << QByteArray(path);
    }
}

void TestHttpEngineRealProxies::faultsBehindIt()
{
    QFETCH(Program, program);
    QFETCH(Access, access);
    QFETCH(QByteArray, path);
    AURA_START(proxy, program, access);
    m_origin.forget();
    const HttpAnswer answer = askWithKey(proxy.proxy(), m_origin.url(path));
    QCOMPARE(answer.kind(), ErrorKind::Protocol);
    const QList<ErrorCause> causes{ErrorCause::CutOff, ErrorCause::Reset,
                                   ErrorCause::ClosedBeforeAnswer};
    QVERIFY(causes.contains(answer.cause()));
    QVERIFY(answer.error->subject.contains(proxy.label()));
    QVERIFY(faultText().startsWith(answer.text)); // resets may overtake text in the proxy
    QCOMPARE(m_origin.posts(), 1);
}

void TestHttpEngineRealProxies::killedInTheMiddle_data()
{
    addProgramRows({Access::Open});
}

void TestHttpEngineRealProxies::killedInTheMiddle()
{
    QFETCH(Program, program);
    QFETCH(Access, access);
    AURA_START(proxy, program, access);
    const auto manager = makeManager(proxy.proxy());
    const ReplyPointer reply = post(*manager, m_origin.url("/two-seconds"));
    QTRY_VERIFY(reply->bytesAvailable() > 0);
    proxy.kill();
    const HttpAnswer answer = waitFor(*reply);
    QVERIFY(answer.error.has_value());
    QCOMPARE(answer.kind(), ErrorKind::Protocol);
    QVERIFY(answer.cause() == ErrorCause::CutOff || answer.cause() == ErrorCause::Reset);
    QVERIFY(answer.error->subject.contains(proxy.label()));
    QVERIFY(answer.text.startsWith("tick"));
}

void TestHttpEngineRealProxies::https_data()
{
    addProgramRows({Access::Open});
}

void TestHttpEngineRealProxies::https()
{
    QFETCH(Program, program);
    QFETCH(Access, access);
    if (!QFile::exists(m_certificates.ca()))
        AURA_NEED_REAL_PART(m_certificates.make(), "openssl");
    AURA_START(proxy, program, access);
    FaultServer origin(m_certificates.good());
    addGoodPaths(origin);
    const HttpAnswer answer = askWithKey(proxy.proxy(), origin.url("/good-chunked"));
    QVERIFY2(answer.code == QNetworkReply::NoError, qPrintable(answer.errorText));
    QCOMPARE(answer.text, faultText());
    QCOMPARE(origin.posts(), 1);
    QVERIFY(!proxy.log().contains(canary));
}

QTEST_GUILESS_MAIN(TestHttpEngineRealProxies)
#include "tst_httpenginerealproxies.moc"
