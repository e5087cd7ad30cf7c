// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpaccessmanager.h"
#include "providers/chatprovider.h"
#include "providers/providerfactory.h"
#include "support/certificates.h"
#include "support/faultserver.h"
#include "support/realparts.h"
#include "support/realproxy.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Program = RealProxy::Program;
using Access = RealProxy::Access;

Q_DECLARE_METATYPE(Program)

namespace {

const QString canary = u"sk-canary-17320508"_s;

constexpr ServerKind kinds[] = {ServerKind::Aura, ServerKind::OpenAi, ServerKind::Ollama};

QByteArray goodBody(ServerKind kind)
{
    switch (kind) {
    case ServerKind::OpenAi:
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"hello\"},"
               "\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    case ServerKind::Ollama:
        return "{\"message\":{\"role\":\"assistant\",\"content\":\"hello\"},\"done\":false}\n"
               "{\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,"
               "\"done_reason\":\"stop\"}\n";
    default: return "hello";
    }
}

void answer(FaultServer &server, const QByteArray &status, const QByteArray &body)
{
    for (const char *path : {"/api/chat", "/v1/chat/completions"}) {
        server.on(path, [=](FaultPeer &peer) {
            peer.send("HTTP/1.1 " + status + "\r\nContent-Length: "
                      + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        });
    }
}

struct Ending
{
    Completion completion{};
    QString text{};
    ExchangeRecord record{};
    bool isSpoken = true; // the kind of server
};

Ending ask(const Connection &connection)
{
    const auto network = engineNetworkAccess(makeNetworkThread())(connection, {});
    const auto provider = makeProvider(*network, connection);
    if (!provider)
        return {.isSpoken = false};
    Ending ending;
    QObject::connect(provider.get(), &ChatProvider::chunkReceived, provider.get(),
                     [&ending](RequestId, const QString &text) { ending.text += text; });
    QObject::connect(
        provider.get(), &ChatProvider::exchangeRecorded, provider.get(),
        [&ending](RequestId, const ExchangeRecord &record) { ending.record = record; });
    QSignalSpy finished(provider.get(), &ChatProvider::finished);
    provider->send({.messages = {{.text = u"Hello"_s}}});
    if (QTest::qWaitFor([&] { return finished.count() == 1; }, 20'000))
        ending.completion = finished.first().at(1).value<Completion>();
    return ending;
}

ProxySettings settingsOf(const RealProxy &proxy, Program program, const QString &user = {},
                         const QString &password = {})
{
    const QNetworkProxy through = proxy.proxy();
    return {.type = program == Program::Dante ? ProxyType::Socks5 : ProxyType::Http,
            .host = through.hostName(),
            .port = through.port(),
            .user = user,
            .password = Secret(password)};
}

} // namespace

// Whole providers by way of the proxies that people run, and to servers with every certificate
// that there is: whose fault it was, and that the key went nowhere else.
class TestProviderAccess : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void proxies_data();
    void proxies();
    void proxyPassword_data();
    void proxyPassword();
    void certificates_data();
    void certificates();

private:
    Certificates m_certificates;
    bool m_hasCertificates = m_certificates.make();
};

void TestProviderAccess::proxies_data()
{
    QTest::addColumn<Program>("program");
    QTest::addColumn<ServerKind>("kind");
    const std::pair<const char *, Program> programs[] = {
        {"tinyproxy", Program::Tinyproxy}, {"squid", Program::Squid}, {"dante", Program::Dante}};
    for (const auto &[name, program] : programs) {
        for (const ServerKind kind : kinds)
            QTest::addRow("%s, kind %d", name, int(kind)) << program << kind;
    }
}

void TestProviderAccess::proxies()
{
    QFETCH(Program, program);
    QFETCH(ServerKind, kind);
    AURA_NEED_REAL_PART(RealProxy::isInstalled(program), "tinyproxy, squid or danted");
    RealProxy proxy(program, Access::Open);
    QVERIFY2(proxy.start(), proxy.log().constData());
    FaultServer server;
    answer(server, "200 OK", goodBody(kind));
    Connection connection{.kind = kind,
                          .baseUrl = server.url(),
                          .model = u"m"_s,
                          .key = Secret(canary),
                          .proxy = settingsOf(proxy, program)};
    Ending ending = ask(connection);
    QVERIFY(ending.isSpoken);
    QCOMPARE(ending.completion.state, ReplyState::Complete);
    QCOMPARE(ending.text, u"hello"_s);
    QCOMPARE(server.posts(), 1);

    // The server's fault is the server's …
    for (const char *status : {"401 Unauthorized", "503 Service Unavailable", "500 Oops"}) {
        FaultServer refusing;
        answer(refusing, status, "{\"error\":\"it is me\"}");
        connection.baseUrl = refusing.url();
        ending = ask(connection);
        QCOMPARE(ending.completion.state, ReplyState::Failed);
        QVERIFY(ending.completion.error->kind != ErrorKind::Proxy);
        QCOMPARE(ending.completion.error->subject, u"127.0.0.1:%1"_s.arg(refusing.port()));
    }
    // … and one that the proxy cannot reach is told as that.
    connection.baseUrl = QUrl(u"http://127.0.0.1:1/"_s);
    ending = ask(connection);
    QCOMPARE(ending.completion.state, ReplyState::Failed);
    QVERIFY(ending.completion.error->cause == ErrorCause::ProxyUnreachableTarget
            || ending.completion.error->cause == ErrorCause::ProxyForbidden
            || ending.completion.error->cause == ErrorCause::ProxyOrServer
            || ending.completion.error->cause == ErrorCause::Refused);
    // A proxy that is gone is the proxy's.
    proxy.kill();
    connection.baseUrl = server.url();
    ending = ask(connection);
    QCOMPARE(ending.completion.error->kind, ErrorKind::Proxy);
    QCOMPARE(ending.completion.error->subject, proxy.label());
    QVERIFY2(!proxy.log().contains(canary.toUtf8()), proxy.log().constData());
}

void TestProviderAccess::proxyPassword_data()
{
    QTest::addColumn<Program>("program");
    QTest::addColumn<ServerKind>("kind");
    for (const ServerKind kind : kinds) {
        QTest::addRow("tinyproxy, kind %d", int(kind)) << Program::Tinyproxy << kind;
        QTest::addRow("squid, kind %d", int(kind)) << Program::Squid << kind;
    }
}

void TestProviderAccess::proxyPassword()
{
    QFETCH(Program, program);
    QFETCH(ServerKind, kind);
    AURA_NEED_REAL_PART(RealProxy::isInstalled(program), "tinyproxy or squid");
    RealProxy proxy(program, Access::Password);
    QVERIFY2(proxy.start(), proxy.log().constData());
    FaultServer server;
    answer(server, "200 OK", goodBody(kind));
    Connection connection{.kind = kind,
                          .baseUrl = server.url(),
                          .model = u"m"_s,
                          .key = Secret(canary),
                          .proxy = settingsOf(proxy, program, u"user"_s, u"wrong"_s)};
    Ending ending = ask(connection);
    QVERIFY(ending.isSpoken);
    QCOMPARE(ending.completion.error->kind, ErrorKind::Proxy);
    QCOMPARE(ending.completion.error->cause, ErrorCause::ProxyCredentials);
    QCOMPARE(server.connections(), 0);
    connection.proxy.password = Secret(u"secret"_s);
    ending = ask(connection);
    QCOMPARE(ending.completion.state, ReplyState::Complete);
    QVERIFY(!server.everythingReceived().contains("Proxy-Authorization"));
    QVERIFY2(!proxy.log().contains(canary.toUtf8()), proxy.log().constData());
}

void TestProviderAccess::certificates_data()
{
    QTest::addColumn<ServerKind>("kind");
    for (const ServerKind kind : kinds)
        QTest::addRow("kind %d", int(kind)) << kind;
}

void TestProviderAccess::certificates()
{
    QFETCH(ServerKind, kind);
    AURA_NEED_REAL_PART(m_hasCertificates, "openssl");
    QVERIFY(ask({.kind = kind, .baseUrl = QUrl(u"http://127.0.0.1:1/"_s)}).isSpoken);
    const QByteArray body = goodBody(kind);
    const auto outcome = [&](const ServerIdentity &identity, const TlsSettings &tls) {
        FaultServer server(identity);
        answer(server, "200 OK", body);
        const Ending ending = ask({.kind = kind,
                                   .baseUrl = server.url(),
                                   .model = u"m"_s,
                                   .key = Secret(canary),
                                   .tls = tls});
        if (ending.completion.state == ReplyState::Failed
            && server.everythingReceived().contains(canary.toUtf8()))
            return ErrorCause::SentTwiceRefused; // a key that got out: no row expects this
        return ending.completion.error ? ending.completion.error->cause : ErrorCause::Unknown;
    };
    const TlsSettings withCa{.caFile = m_certificates.ca()};
    QCOMPARE(outcome(m_certificates.good(), withCa), ErrorCause::Unknown);
    QCOMPARE(outcome(m_certificates.good(), {}), ErrorCause::CertificateUnknown);
    QCOMPARE(outcome(m_certificates.selfSigned(), withCa), ErrorCause::CertificateUnknown);
    QCOMPARE(outcome(m_certificates.wrongHost(), withCa), ErrorCause::CertificateWrongHost);
    QCOMPARE(outcome(m_certificates.expired(), withCa), ErrorCause::CertificateExpired);
    const QByteArray pin = Certificates::pinOf(m_certificates.selfSigned());
    QCOMPARE(outcome(m_certificates.selfSigned(), {.pinnedPublicKey = pin}), ErrorCause::Unknown);
    QCOMPARE(outcome(m_certificates.good(), {.pinnedPublicKey = pin}),
             ErrorCause::CertificatePinChanged);
    ServerIdentity choosy = m_certificates.good();
    choosy.clientCa = m_certificates.ca();
    QCOMPARE(outcome(choosy, withCa), ErrorCause::ClientCertificateRequired);
    QCOMPARE(outcome(choosy,
                     {.caFile = m_certificates.ca(),
                      .clientCertificate = m_certificates.client(),
                      .clientKey = m_certificates.clientKey()}),
             ErrorCause::Unknown);

    // What the user is shown of a certificate that nobody vouches for is the server's own.
    FaultServer server(m_certificates.selfSigned());
    const Ending ending = ask({.kind = kind, .baseUrl = server.url(), .model = u"m"_s});
    QVERIFY(ending.completion.error);
    QCOMPARE(ending.record.certificate.publicKey, pin);
    QCOMPARE(ending.record.certificate.fingerprint.size(), 32);
}

QTEST_GUILESS_MAIN(TestProviderAccess)
#include "tst_provideraccess.moc"
