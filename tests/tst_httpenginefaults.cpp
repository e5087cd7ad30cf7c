// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpaccessmanager.h"
#include "support/askhttp.h"
#include "support/faultpaths.h"
#include "support/faultserver.h"

#include <QNetworkProxy>
#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// The faults of HTTP and TCP, each against a server that does exactly that.
class TestHttpEngineFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void faults_data();
    void faults();
    void goodOnes_data();
    void goodOnes();
    void hostileOnes_data();
    void hostileOnes();
    void limits_data();
    void limits();
    void slowTokensAreNeverCut();
    void aReusedConnectionThatDiesSendsNoPostTwice();
    void anEarly413IsSeen();

private:
    FaultServer m_server;
};

namespace {

std::unique_ptr<HttpAccessManager> makeManager(const Timeouts &timeouts = {})
{
    auto manager =
        std::make_unique<HttpAccessManager>(makeNetworkThread(), TlsSettings{}, timeouts);
    manager->setProxy(QNetworkProxy::NoProxy);
    return manager;
}

} // namespace

void TestHttpEngineFaults::initTestCase()
{
    addFaultPaths(m_server);
    addGoodPaths(m_server);
    addHostilePaths(m_server);
}

void TestHttpEngineFaults::faults_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<ErrorCause>("cause");
    QTest::addColumn<QNetworkReply::NetworkError>("code");
    QTest::addColumn<QByteArray>("text");

    const auto row = [](const char *name, const char *path, ErrorKind kind, ErrorCause cause,
                        QNetworkReply::NetworkError code, const QByteArray &text = {}) {
        QTest::newRow(name) << QByteArray(path) << kind << cause << code << text;
    };
    using enum ErrorKind;
    using enum ErrorCause;
    const QByteArray text = faultText();
    const auto closed = QNetworkReply::RemoteHostClosedError;
    const auto broken = QNetworkReply::ProtocolFailure;
    row("F1 no last chunk", "/chunk-trunc", Protocol, CutOff, closed, text);
    row("F2 end inside a chunk", "/chunk-trunc-inside", Protocol, CutOff, closed,
        text + "half a chunk");
    row("F3 reset after tokens", "/chunk-trunc-rst", Protocol, Reset, closed, text);
    row("F4 last chunk without its end", "/chunk-nofinalcrlf", Protocol, CutOff, closed, text);
    row("F5 header only", "/chunk-onlyheaders", Protocol, CutOff, closed);
    row("F6 shorter than said", "/cl-short", Protocol, CutOff, closed, text);
    row("F6 shorter than said, reset", "/cl-short-rst", Protocol, Reset, closed, text);
    row("F9 until close, reset", "/eof-rst", Protocol, Reset, closed, text);
    row("F10 bad chunk size", "/chunk-badsize", Protocol, BadFraming, broken, text);
    row("F11 chunk of 2^64-1", "/chunk-2-64", Protocol, BadFraming, broken, text);
    row("F11 chunk of 2^63-1", "/chunk-2-63", Protocol, CutOff, closed, text + "more\r\n");
    row("F11 chunk of -5", "/chunk-negative", Protocol, BadFraming, broken, text);
    row("F12 both lengths", "/both-lengths", Protocol, BadFraming, broken);
    row("F13 two lengths", "/cl-twice", Protocol, BadFraming, broken);
    row("F13 negative length", "/cl-negative", Protocol, BadFraming, broken);
    row("F13 length of 22 digits", "/cl-22-digits", Protocol, BadFraming, broken);
    row("unknown transfer coding", "/te-gzip", Protocol, BadFraming, broken);
    row("F15 garbage", "/garbage", Protocol, NotHttp, broken);
    row("F15 HTTP/0.9", "/http09", Protocol, NotHttp, broken);
    row("F15 HTTP/2 status line", "/http2-status", Protocol, NotHttp, broken);
    row("F15 bytes of TLS", "/tls-alert", Protocol, NotHttp, broken);
    row("F15 another protocol", "/switching", Protocol, NotHttp, broken);
    row("F16 closes without a word", "/close", Protocol, ClosedBeforeAnswer, closed);
    row("F16 resets without a word", "/close-rst", Protocol, ClosedBeforeAnswer, closed);
    row("F17 half a header", "/half-header", Protocol, ClosedBeforeAnswer, closed);
    row("F20 20,000 lines of 1 kB", "/header-flood", Limit, HeaderTooLarge, broken);
    row("F20 100,000 short lines", "/header-many", Limit, HeaderTooLarge, broken);
    row("F21 endless header line", "/header-endless", Limit, HeaderTooLarge, broken);
    row("F21 header line of 20 kB", "/header-line-20k", Limit, HeaderTooLarge, broken);
    row("F21 endless status line", "/status-endless", Limit, HeaderTooLarge, broken);
    row("endless interim answers", "/interim-endless", Limit, HeaderTooLarge, broken);
    row("F24 gzip, not asked for", "/compressed", Limit, CompressionRefused, broken);
    row("F24 gzip bomb", "/gzip-bomb", Limit, CompressionRefused, broken);
    row("F34 401 with Basic", "/401", Http, KeyRefused, QNetworkReply::AuthenticationRequiredError,
        "Error");
    row("F35 429", "/429", Http, TooManyRequests, QNetworkReply::UnknownContentError);
    row("F54 500 with a phrase of 20,000", "/500-phrase", Http, Unknown,
        QNetworkReply::InternalServerError, "Error");
    row("a status outranks the reset", "/502-rst", Http, Unknown, QNetworkReply::UnknownServerError,
        "sorry");
    row("404, compressed", "/404-compressed", Http, Unknown, QNetworkReply::ContentNotFoundError);
    for (const char *status : {"301", "302", "303", "307", "308"}) {
        const QByteArray path = QByteArray("/redirect-") + status;
        row(qPrintable(u"F53 redirect %1"_s.arg(QLatin1StringView(status))), path.constData(),
            Redirect, Unknown, QNetworkReply::InsecureRedirectError);
    }
    for (const char *target : {"host", "https", "file", "data", "itself", "nothing"}) {
        const QByteArray path = QByteArray("/redirect-to-") + target;
        row(qPrintable(u"F53 redirect to %1"_s.arg(QLatin1StringView(target))), path.constData(),
            Redirect, Unknown, QNetworkReply::InsecureRedirectError);
    }
}

void TestHttpEngineFaults::faults()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, text);
    m_server.forget();
    const auto manager = makeManager();
    const HttpAnswer answer = ask(*manager, m_server.url(path));

    QVERIFY(answer.hasFinished);
    QVERIFY(answer.error.has_value());
    QTEST(answer.kind(), "kind");
    QTEST(answer.cause(), "cause");
    QTEST(answer.code, "code");
    QCOMPARE(answer.text, text);
    QCOMPARE(answer.error->subject, u"127.0.0.1:%1"_s.arg(m_server.port()));
    QVERIFY(!answer.errorText.isEmpty());
    QCOMPARE(m_server.posts(), 1);
    QVERIFY2(answer.elapsedMs < 10'000, qPrintable(QString::number(answer.elapsedMs)));
}

void TestHttpEngineFaults::goodOnes_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Framing>("framing");
    QTest::addColumn<QByteArray>("text");
    const QByteArray text = faultText();
    using enum Framing;
    QTest::newRow("chunked") << QByteArray("/good-chunked") << Chunked << text;
    QTest::newRow("chunked, then closed") << QByteArray("/good-chunked-fin") << Chunked << text;
    QTest::newRow("with a length") << QByteArray("/good-length") << Length << text;
    QTest::newRow("with a length, then closed") << QByteArray("/good-length-fin") << Length << text;
    QTest::newRow("the same length twice") << QByteArray("/good-length-twice") << Length << text;
    QTest::newRow("with a trailer") << QByteArray("/good-trailer") << Chunked << text;
    QTest::newRow("empty") << QByteArray("/good-empty") << Chunked << QByteArray();
    QTest::newRow("204") << QByteArray("/good-204") << Length << QByteArray();
    QTest::newRow("F7 longer than said") << QByteArray("/cl-long") << Length << text;
    QTest::newRow("F8 until close") << QByteArray("/eof") << Close << text;
    QTest::newRow("F14 line feeds only") << QByteArray("/lf-only") << Length << text;
    QTest::newRow("F19 100, 102, 102, 102, 103") << QByteArray("/interim") << Chunked << text;
    QTest::newRow("F19 slow interim answers") << QByteArray("/interim-slow") << Chunked << text;
    QTest::newRow("F25 a byte a segment") << QByteArray("/bytewise") << Chunked << text;
}

void TestHttpEngineFaults::goodOnes()
{
    QFETCH(QByteArray, path);
    m_server.forget();
    const auto manager = makeManager();
    for (const Reading reading : {Reading::AsItComes, Reading::AtTheEnd}) {
        const HttpAnswer answer = ask(*manager, m_server.url(path), reading);
        QVERIFY(answer.hasFinished);
        QCOMPARE(answer.code, QNetworkReply::NoError);
        QVERIFY(!answer.error);
        QTEST(answer.text, "text");
        QTEST(answer.framing, "framing");
    }
    QCOMPARE(m_server.posts(), 2);
}

void TestHttpEngineFaults::hostileOnes_data()
{
    QTest::addColumn<Reading>("reading");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("F22 endless, read") << Reading::AsItComes << 64 * 1024 * 1024LL;
    QTest::newRow("F22 endless, not read before the end")
        << Reading::AtTheEnd << 16 * 1024 * 1024LL;
}

void TestHttpEngineFaults::hostileOnes()
{
    QFETCH(Reading, reading);
    QFETCH(qint64, bytes);
    const auto manager = makeManager();
    const HttpAnswer answer = ask(*manager, m_server.url("/endless"), reading);
    QVERIFY(answer.hasFinished);
    QCOMPARE(answer.cause(), ErrorCause::ReplyTooLarge);
    QVERIFY(answer.text.size() >= bytes);
    QVERIFY(answer.text.size() < bytes + 64 * 1024);
    QCOMPARE(answer.text.count('e'), answer.text.size());
}

void TestHttpEngineFaults::limits_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Timeouts>("timeouts");
    QTest::addColumn<ErrorCause>("cause");
    const Timeouts none{.connect = 0ms, .firstByte = 0ms, .idle = 0ms};
    Timeouts firstByte = none;
    firstByte.firstByte = 300ms;
    Timeouts idle = none;
    idle.idle = 300ms;
    QTest::newRow("F27 never answers")
        << QByteArray("/hang") << firstByte << ErrorCause::FirstByteTimeout;
    QTest::newRow("F28 header, then silence")
        << QByteArray("/hang-after-head") << idle << ErrorCause::IdleTimeout;
    QTest::newRow("F28 tokens, then silence")
        << QByteArray("/hang-after-tokens") << idle << ErrorCause::IdleTimeout;
}

void TestHttpEngineFaults::limits()
{
    QFETCH(QByteArray, path);
    QFETCH(Timeouts, timeouts);
    m_server.forget();
    const auto manager = makeManager(timeouts);
    const HttpAnswer answer = ask(*manager, m_server.url(path));
    QVERIFY(answer.hasFinished);
    QCOMPARE(answer.code, QNetworkReply::TimeoutError);
    QCOMPARE(answer.kind(), ErrorKind::Timeout);
    QTEST(answer.cause(), "cause");
    QCOMPARE(answer.error->limit, 300ms);
    QCOMPARE(m_server.posts(), 1);
    QVERIFY2(answer.elapsedMs >= 295 && answer.elapsedMs < 5000,
             qPrintable(QString::number(answer.elapsedMs)));
}

// F30: the limit is on silence, not on length.
void TestHttpEngineFaults::slowTokensAreNeverCut()
{
    FaultServer server;
    server.on("/", [](FaultPeer &peer) {
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
        for (int i = 0; i < 5 && peer.send("x"); ++i)
            peer.pause(200ms);
    });
    const auto manager = makeManager({.connect = 750ms, .firstByte = 750ms, .idle = 750ms});
    const HttpAnswer answer = ask(*manager, server.url("/"));
    QCOMPARE(answer.code, QNetworkReply::NoError);
    QCOMPARE(answer.text, "xxxxx");
    QVERIFY(answer.elapsedMs >= 795); // longer than any silence may be
}

// F18: the server closes a kept connection just as the next request goes out.
void TestHttpEngineFaults::aReusedConnectionThatDiesSendsNoPostTwice()
{
    FaultServer server;
    server.on("/ka-race", [](FaultPeer &peer) {
        static thread_local int requests = 0;
        if (++requests == 1)
            peer.send(chunkedAnswer(faultText()));
        else
            peer.cut();
    });
    const auto manager = makeManager();
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(ask(*manager, server.url("/ka-race")).code, QNetworkReply::NoError);
        const ReplyPointer reply = post(*manager, server.url("/ka-race"), QByteArray());
        QVERIFY(waitFor(*reply).hasFinished);
    }
    QCOMPARE(server.posts(), 100);
}

// F40: the answer comes while the question is still being sent.
void TestHttpEngineFaults::anEarly413IsSeen()
{
    FaultServer server;
    server.on("/early-413", [](FaultPeer &peer) {
        peer.send("HTTP/1.1 413 Too Large\r\nContent-Length: 5\r\nConnection: close\r\n\r\nError");
        peer.pause(20ms);
        peer.cut(); // with unread bytes: a reset
    });
    const auto manager = makeManager();
    int seen = 0;
    constexpr int runs = 20;
    for (int i = 0; i < runs; ++i) {
        const ReplyPointer reply =
            post(*manager, server.url("/early-413"), QByteArray(8 * 1024 * 1024, 'q'));
        const HttpAnswer answer = waitFor(*reply);
        QVERIFY(answer.hasFinished);
        QVERIFY(answer.error.has_value());
        seen += answer.status == 413 ? 1 : 0;
    }
    QCOMPARE(server.posts(), runs);
    qInfo("413 seen in %d of %d", seen, runs);
    QVERIFY(seen >= runs / 2);
}

QTEST_GUILESS_MAIN(TestHttpEngineFaults)
#include "tst_httpenginefaults.moc"
