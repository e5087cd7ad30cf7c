// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpaccessmanager.h"
#include "support/askhttp.h"
#include "support/certificates.h"
#include "support/faultpaths.h"
#include "support/realparts.h"

#include <QNetworkProxy>
#include <QRegularExpression>
#include <QTest>

#include <openssl/tls1.h>

using namespace Aura;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// Trust, and what a certificate's faults are called; framing inside TLS.
class TestHttpEngineTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void trust_data();
    void trust();
    void framing_data();
    void framing();
    void offersHttp1Only();
    void tellsTheTimeOfTls();
    void httpsToPlainHttp();
    void httpsToPlainHttpThatWaits();
    void httpToTls_data();
    void httpToTls();

private:
    enum class Server { Good, WrongHost, Expired, SelfSigned, OldTls, AsksForClient };
    enum class Client { NoCa, Ca, MissingCa, RightPin, WrongPin, Certificate, MissingCertificate };

    ServerIdentity identityOf(Server server) const;
    TlsSettings settingsOf(Client client) const;
    std::unique_ptr<HttpAccessManager> makeManager(const TlsSettings &tls) const;

    Certificates m_certificates;
    bool m_hasCertificates = false;
};

void TestHttpEngineTls::initTestCase()
{
    m_hasCertificates = m_certificates.make();
    AURA_NEED_REAL_PART(m_hasCertificates, "openssl");
}

ServerIdentity TestHttpEngineTls::identityOf(Server server) const
{
    ServerIdentity identity = m_certificates.good();
    switch (server) {
    case Server::Good: break;
    case Server::WrongHost: return m_certificates.wrongHost();
    case Server::Expired: return m_certificates.expired();
    case Server::SelfSigned: return m_certificates.selfSigned();
    case Server::OldTls: identity.newestVersion = TLS1_1_VERSION; break;
    case Server::AsksForClient: identity.clientCa = m_certificates.ca(); break;
    }
    return identity;
}

TlsSettings TestHttpEngineTls::settingsOf(Client client) const
{
    TlsSettings tls{.caFile = m_certificates.ca()};
    switch (client) {
    case Client::Ca: break;
    case Client::NoCa: return {};
    case Client::MissingCa: return {.caFile = u"/nowhere/ca.pem"_s};
    case Client::RightPin:
        return {.pinnedPublicKey = Certificates::pinOf(m_certificates.selfSigned())};
    case Client::WrongPin: return {.pinnedPublicKey = Certificates::pinOf(m_certificates.good())};
    case Client::Certificate:
        tls.clientCertificate = m_certificates.client();
        tls.clientKey = m_certificates.clientKey();
        break;
    case Client::MissingCertificate: tls.clientCertificate = u"/nowhere/client.pem"_s; break;
    }
    return tls;
}

std::unique_ptr<HttpAccessManager> TestHttpEngineTls::makeManager(const TlsSettings &tls) const
{
    auto manager = std::make_unique<HttpAccessManager>(makeNetworkThread(), tls, Timeouts{});
    manager->setProxy(QNetworkProxy::NoProxy);
    return manager;
}

void TestHttpEngineTls::trust_data()
{
    QTest::addColumn<Server>("server");
    QTest::addColumn<Client>("client");
    QTest::addColumn<ErrorCause>("cause"); // Unknown: none
    using enum ErrorCause;
    QTest::newRow("the CA's own") << Server::Good << Client::Ca << Unknown;
    QTest::newRow("F55 unknown CA") << Server::Good << Client::NoCa << CertificateUnknown;
    QTest::newRow("F55 self-signed") << Server::SelfSigned << Client::Ca << CertificateUnknown;
    QTest::newRow("F55 wrong host") << Server::WrongHost << Client::Ca << CertificateWrongHost;
    QTest::newRow("F55 expired") << Server::Expired << Client::Ca << CertificateExpired;
    QTest::newRow("F55 TLS 1.1") << Server::OldTls << Client::Ca << TlsHandshake;
    QTest::newRow("T10 self-signed, pinned") << Server::SelfSigned << Client::RightPin << Unknown;
    QTest::newRow("T10 another key than pinned")
        << Server::SelfSigned << Client::WrongPin << CertificatePinChanged;
    QTest::newRow("asks for a certificate, none")
        << Server::AsksForClient << Client::Ca << ClientCertificateRequired;
    QTest::newRow("asks for a certificate, given")
        << Server::AsksForClient << Client::Certificate << Unknown;
    QTest::newRow("our CA file is missing")
        << Server::Good << Client::MissingCa << CertificateFileUnusable;
    QTest::newRow("our client certificate is missing")
        << Server::Good << Client::MissingCertificate << CertificateFileUnusable;
}

void TestHttpEngineTls::trust()
{
    QFETCH(Server, server);
    QFETCH(Client, client);
    QFETCH(ErrorCause, cause);
    FaultServer faults(identityOf(server));
    addGoodPaths(faults);
    const auto manager = makeManager(settingsOf(client));
    const HttpAnswer answer = ask(*manager, faults.url("/good-chunked"));
    QVERIFY(answer.hasFinished);
    QCOMPARE(answer.cause(), cause);
    if (cause == ErrorCause::Unknown) {
        QCOMPARE(answer.code, QNetworkReply::NoError);
        QCOMPARE(answer.text, faultText());
    } else {
        QCOMPARE(answer.kind(), ErrorKind::Tls);
        QCOMPARE(answer.code, QNetworkReply::SslHandshakeFailedError);
        QCOMPARE(answer.error->subject, u"localhost:%1"_s.arg(faults.port()));
        QCOMPARE(faults.posts(), 0);
    }
}

void TestHttpEngineTls::framing_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QList<ErrorCause>>("causes"); // Unknown: none
    QTest::addColumn<Framing>("framing");
    using enum ErrorCause;
    const auto row = [](const char *path, const QList<ErrorCause> &causes, Framing framing) {
        QTest::newRow(path) << QByteArray(path) << causes << framing;
    };
    row("/good-chunked", {Unknown}, Framing::Chunked);
    row("/good-length-fin", {Unknown}, Framing::Length);
    row("/chunk-trunc", {CutOff}, Framing::Chunked); // without close_notify
    row("/chunk-trunc-rst", {Reset}, Framing::Chunked);
    row("/cl-short", {CutOff}, Framing::Length);
    row("/eof-rst", {Reset}, Framing::Close);
    // Whether libcurl minds depends on its version; the framing says that nothing is proved.
    row("/eof", {Unknown, CutOff}, Framing::Close);
    row("/close", {ClosedBeforeAnswer}, Framing::Unknown);
}

void TestHttpEngineTls::framing()
{
    QFETCH(QByteArray, path);
    QFETCH(QList<ErrorCause>, causes);
    FaultServer faults(m_certificates.good());
    addFaultPaths(faults);
    addGoodPaths(faults);
    const auto manager = makeManager(settingsOf(Client::Ca));
    const HttpAnswer answer = ask(*manager, faults.url(path));
    QVERIFY(answer.hasFinished);
    QVERIFY2(causes.contains(answer.cause()), qPrintable(QString::number(int(answer.cause()))));
    QTEST(answer.framing, "framing");
    QCOMPARE(answer.text, path == "/close" ? QByteArray() : faultText());
    QCOMPARE(faults.posts(), 1);
}

// F61: nobody can speak HTTP/2 with us.
void TestHttpEngineTls::offersHttp1Only()
{
    FaultServer faults(m_certificates.good());
    addGoodPaths(faults);
    const auto manager = makeManager(settingsOf(Client::Ca));
    QCOMPARE(ask(*manager, faults.url("/good-length")).code, QNetworkReply::NoError);
    QCOMPARE(faults.offeredProtocols(), "\x08http/1.1");
}

void TestHttpEngineTls::tellsTheTimeOfTls()
{
    FaultServer faults(m_certificates.good());
    addGoodPaths(faults);
    const auto manager = makeManager(settingsOf(Client::Ca));
    const ReplyPointer reply = post(*manager, faults.url("/good-length"));
    QVERIFY(waitFor(*reply).hasFinished);
    const qint64 tls = replyAttribute<qint64>(*reply, ReplyAttribute::TlsMs).value_or(-1);
    const qint64 connect = replyAttribute<qint64>(*reply, ReplyAttribute::ConnectMs).value_or(-1);
    const qint64 first = replyAttribute<qint64>(*reply, ReplyAttribute::FirstByteMs).value_or(-1);
    QVERIFY2(connect >= 0 && tls >= connect && first >= tls,
             qPrintable(u"%1 %2 %3"_s.arg(connect).arg(tls).arg(first)));
    QVERIFY(reply->attribute(QNetworkRequest::ConnectionEncryptedAttribute).toBool());
}

// F56
void TestHttpEngineTls::httpsToPlainHttp()
{
    FaultServer plain;
    plain.onConnection([](FaultPeer &peer) {
        peer.send("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
        peer.waitForClose(1s);
    });
    const auto manager = makeManager({});
    const HttpAnswer answer = ask(*manager, QUrl(u"https://127.0.0.1:%1/"_s.arg(plain.port())));
    QCOMPARE(answer.kind(), ErrorKind::Tls);
    QCOMPARE(answer.cause(), ErrorCause::NotTls);
    QVERIFY(answer.elapsedMs < 5000);
}

void TestHttpEngineTls::httpsToPlainHttpThatWaits()
{
    FaultServer plain;
    plain.onConnection([](FaultPeer &peer) { peer.waitForClose(10s); });
    const auto manager = makeManager({});
    const HttpAnswer answer = ask(*manager, QUrl(u"https://127.0.0.1:%1/"_s.arg(plain.port())));
    QCOMPARE(answer.kind(), ErrorKind::Tls);
    QCOMPARE(answer.cause(), ErrorCause::TlsUnanswered);
    QCOMPARE(answer.error->limit, 5s);
    QVERIFY2(answer.elapsedMs < 5500, qPrintable(QString::number(answer.elapsedMs)));
}

void TestHttpEngineTls::httpToTls_data()
{
    QTest::addColumn<Server>("server");
    QTest::newRow("trusted") << Server::Good;
    QTest::newRow("self-signed") << Server::SelfSigned;
    QTest::newRow("expired") << Server::Expired;
}

void TestHttpEngineTls::httpToTls()
{
    QFETCH(Server, server);
    FaultServer faults(identityOf(server));
    addGoodPaths(faults);
    const auto manager = makeManager({});
    const HttpAnswer answer =
        ask(*manager, QUrl(u"http://127.0.0.1:%1/good-length"_s.arg(faults.port())));
    QCOMPARE(answer.kind(), ErrorKind::Tls);
    QCOMPARE(answer.cause(), ErrorCause::NeedsTls);
    QVERIFY(answer.elapsedMs < 5000);
    QCOMPARE(faults.posts(), 0);
    QCOMPARE(faults.everythingReceived(), QByteArray());
}

QTEST_GUILESS_MAIN(TestHttpEngineTls)
#include "tst_httpenginetls.moc"
