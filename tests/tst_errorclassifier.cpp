// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/errorclassifier.h"

#include <QRegularExpression>
#include <QTest>

#include <curl/curl.h>

using namespace Aura;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// What a transfer's end is called, also in the words and codes of other versions of libcurl.
class TestErrorClassifier : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void ends_data();
    void ends();
    void redirectTargetsShowNoSecrets();
};

namespace {

struct Row
{
    const char *name;
    TransferReport report;
    std::optional<ErrorKind> kind; // none: no error
    ErrorCause cause = ErrorCause::Unknown;
    QString subject = u"server:81"_s;
};

const ProxyOptions httpProxy{.kind = ProxyOptions::Kind::Http, .host = u"proxy"_s, .port = 8080};
const ProxyOptions socksProxy{.kind = ProxyOptions::Kind::Socks5, .host = u"socks"_s, .port = 1080};
const ResponseHead okHead{.status = 200, .framing = Framing::Chunked};

TransferReport sent(int code, const QByteArray &text = {})
{
    return {.curlCode = code, .curlText = text, .isSent = true};
}

TransferReport begun(int code, const QByteArray &text = {})
{
    TransferReport report = sent(code, text);
    report.hasStarted = report.isHeadComplete = true;
    report.head = okHead;
    return report;
}

TransferReport tls(int code, long verifyResult, const QByteArray &text = {})
{
    return {.curlCode = code, .curlText = text, .verifyResult = verifyResult, .isEncrypted = true};
}

QList<Row> bodyRows()
{
    using enum ErrorCause;
    const ErrorKind kind = ErrorKind::Protocol;
    TransferReport limited = begun(CURLE_OPERATION_TIMEDOUT);
    limited.expired = {IdleTimeout, 300s};
    TransferReport proxied = begun(CURLE_PARTIAL_FILE);
    proxied.proxy = httpProxy;
    TransferReport tooLarge = begun(CURLE_WRITE_ERROR);
    tooLarge.refusal = ReplyTooLarge;
    TransferReport large404 = tooLarge;
    large404.head.status = 404;
    return {
        {"whole", begun(CURLE_OK), {}},
        {"short", begun(CURLE_PARTIAL_FILE), kind, CutOff},
        {"reset", begun(CURLE_RECV_ERROR, "Recv failure: Connection reset by peer"), kind, Reset},
        {"chunks, 7.88",
         begun(CURLE_RECV_ERROR,
               "Illegal or missing hexadecimal sequence in "
               "chunked-encoding"),
         kind, BadFraming},
        {"chunks, 8", begun(CURLE_WEIRD_SERVER_REPLY), kind, BadFraming},
        {"TLS end", begun(CURLE_RECV_ERROR, "unexpected eof while reading"), kind, CutOff},
        {"idle", limited, ErrorKind::Timeout, IdleTimeout},
        {"through a proxy", proxied, kind, CutOff, u"server:81 through proxy proxy:8080"_s},
        {"too large", tooLarge, ErrorKind::Limit, ReplyTooLarge},
        {"a status outranks the limit", large404, ErrorKind::Http},
    };
}

QList<Row> answerRows()
{
    using enum ErrorCause;
    const ErrorKind kind = ErrorKind::Protocol;
    TransferReport twice = sent(CURLE_ABORTED_BY_CALLBACK);
    twice.sendings = 2;
    TransferReport half = sent(CURLE_OK);
    half.hasStarted = true;
    TransferReport wantsTls = sent(CURLE_GOT_NOTHING);
    wantsTls.speaksTls = true;
    TransferReport certificate = tls(CURLE_RECV_ERROR, 0, "tlsv13 alert certificate required");
    certificate.isSent = true;
    return {
        {"nothing", sent(CURLE_GOT_NOTHING), kind, ClosedBeforeAnswer},
        {"half a head", half, kind, ClosedBeforeAnswer},
        {"HTTP/0.9", sent(CURLE_UNSUPPORTED_PROTOCOL), kind, NotHttp},
        {"endless line, 7", sent(CURLE_OUT_OF_MEMORY), ErrorKind::Limit, HeaderTooLarge},
        {"endless line, 8.6", sent(100), ErrorKind::Limit, HeaderTooLarge},
        {"large head, 8", sent(CURLE_RECV_ERROR, "Too large response headers: 1 > 0"),
         ErrorKind::Limit, HeaderTooLarge},
        {"a second sending", twice, kind, SentTwiceRefused},
        {"a TLS server", wantsTls, ErrorKind::Tls, NeedsTls},
        {"client certificate in TLS 1.3", certificate, ErrorKind::Tls, ClientCertificateRequired},
    };
}

QList<Row> connectRows()
{
    using enum ErrorCause;
    TransferReport unknownName{.curlCode = CURLE_COULDNT_RESOLVE_HOST};
    TransferReport socksName{.curlCode = CURLE_COULDNT_RESOLVE_HOST, .proxy = socksProxy};
    TransferReport refused{.curlCode = CURLE_COULDNT_CONNECT, .osError = ECONNREFUSED};
    TransferReport unreachable{.curlCode = CURLE_COULDNT_CONNECT, .osError = ENETUNREACH};
    TransferReport socks{
        .curlCode = CURLE_PROXY, .proxyError = CURLPX_REPLY_HOST_UNREACHABLE, .proxy = socksProxy};
    TransferReport slowProxy{.proxy = socksProxy, .expired = {{ConnectTimeout, 10s}}};
    TransferReport slowTls{.isEncrypted = true, .expired = {{TlsUnanswered, 5s}}};
    const ErrorKind tlsKind = ErrorKind::Tls;
    return {
        {"no such name", unknownName, ErrorKind::NameLookup},
        {"no such SOCKS proxy", socksName, ErrorKind::Proxy, ProxyNotFound, u"socks:1080"_s},
        {"refused", refused, ErrorKind::Connect, Refused},
        {"unreachable", unreachable, ErrorKind::Connect, Unreachable},
        {"unreachable behind SOCKS", socks, ErrorKind::Proxy, ProxyUnreachableTarget,
         u"socks:1080"_s},
        {"silent SOCKS", slowProxy, ErrorKind::Timeout, ConnectTimeout, u"socks:1080"_s},
        {"silent TLS", slowTls, tlsKind, TlsUnanswered},
        {"expired", tls(CURLE_PEER_FAILED_VERIFICATION, 10), tlsKind, CertificateExpired},
        {"wrong host", tls(CURLE_PEER_FAILED_VERIFICATION, 62), tlsKind, CertificateWrongHost},
        {"self-signed", tls(CURLE_PEER_FAILED_VERIFICATION, 18), tlsKind, CertificateUnknown},
        {"other pin", tls(CURLE_SSL_PINNEDPUBKEYNOTMATCH, 0), tlsKind, CertificatePinChanged},
        {"plain http", tls(CURLE_SSL_CONNECT_ERROR, 0, "wrong version number"), tlsKind, NotTls},
    };
}

QList<Row> schannelRows() // as libcurl 7.88 says it on Windows
{
    using enum ErrorCause;
    const ErrorKind kind = ErrorKind::Tls;
    const int refused = CURLE_PEER_FAILED_VERIFICATION;
    const int failed = CURLE_SSL_CONNECT_ERROR;
    const QByteArray chain = "schannel: CertGetCertificateChain trust error CERT_TRUST_IS_";
    const QByteArray next = "schannel: next InitializeSecurityContext failed: SEC_E_";
    return {
        {"Schannel: unknown issuer", tls(refused, 0, chain + "UNTRUSTED_ROOT"), kind,
         CertificateUnknown},
        {"Schannel: unknown issuer, seen by Windows",
         tls(refused, 0, "schannel: SEC_E_UNTRUSTED_ROOT (0x80090325) - ..."), kind,
         CertificateUnknown},
        {"Schannel: old", tls(refused, 0, chain + "NOT_TIME_VALID"), kind, CertificateExpired},
        {"Schannel: old, seen by Windows", tls(failed, 0, next + "CERT_EXPIRED (0x80090328)"), kind,
         CertificateExpired},
        {"Schannel: another name",
         tls(refused, 0,
             "schannel: CertGetNameString() failed to match connection hostname (a) against "
             "server certificate names"),
         kind, CertificateWrongHost},
        {"Schannel: plain http", tls(failed, 0, next + "INVALID_TOKEN (0x80090308)"), kind, NotTls},
        {"Schannel: anything else", tls(failed, 0, next + "DECRYPT_FAILURE"), kind, TlsHandshake},
    };
}

} // namespace

Q_DECLARE_METATYPE(const Row *)

void TestErrorClassifier::ends_data()
{
    static const QList<Row> rows = bodyRows() + answerRows() + connectRows() + schannelRows();
    QTest::addColumn<const Row *>("row");
    for (const Row &row : rows)
        QTest::newRow(row.name) << &row;
}

void TestErrorClassifier::ends()
{
    QFETCH(const Row *, row);
    TransferReport report = row->report;
    report.host = u"server:81"_s;
    const std::optional<ProviderError> error = classify(report);
    QCOMPARE(error.has_value(), row->kind.has_value());
    if (!error)
        return;
    QCOMPARE(error->kind, *row->kind);
    QCOMPARE(error->cause, row->cause);
    QCOMPARE(error->subject, row->subject);
    QVERIFY(toNetworkError(*error) != QNetworkReply::NoError);
}

void TestErrorClassifier::redirectTargetsShowNoSecrets()
{
    TransferReport report = begun(CURLE_OK);
    report.url = "http://server:81/api/chat";
    report.head = {.status = 307,
                   .headers = {{"Location", "https://me:pw@other.test/x?ticket=sk-canary#f"}}};
    const auto error = classify(report);
    QCOMPARE(error->kind, ErrorKind::Redirect);
    QCOMPARE(error->detail, u"https://other.test/x"_s);
    report.head.headers = {{"Location", "/elsewhere"}};
    QCOMPARE(classify(report)->detail, u"http://server:81/elsewhere"_s);
}

QTEST_GUILESS_MAIN(TestErrorClassifier)
#include "tst_errorclassifier.moc"
