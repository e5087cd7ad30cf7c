// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/httpreply.h"
#include "net/engine/networkthread.h"
#include "net/httpaccessmanager.h"
#include "net/replystream.h"
#include "support/askhttp.h"
#include "support/faultpaths.h"
#include "support/faultserver.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <future>

using namespace Aura;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// What a reply owes its reader: order, back-pressure, limits, attributes.
class TestHttpEngineReply : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everySizeOfBufferReadsTheSame_data();
    void everySizeOfBufferReadsTheSame();
    void waitsForAReaderWhoDoesNotRead();
    void idleClockStandsWhileTheReaderIsSlow();
    void readsLines();
    void tellsTheTimes();
    void tellsHeadersAndUrl();
    void slowHeaderIsLimited();
    void sendsWhatItIsGiven_data();
    void sendsWhatItIsGiven();
    void refusesWhatCannotBeSent_data();
    void refusesWhatCannotBeSent();
    void twentyAtOnceTakeTheTimeOfOne();
    void stoppingNeedsNoEventLoop();
    void transferTimeoutIsAnIdleLimit();
    void unreachable_data();
    void unreachable();
    void fallsBackToIPv4();

private:
    FaultServer m_server;
    std::shared_ptr<NetworkThread> m_thread = makeNetworkThread();
    std::unique_ptr<HttpAccessManager> makeManager() const;
    QByteArray m_pattern;
};

void TestHttpEngineReply::initTestCase()
{
    addFaultPaths(m_server);
    addGoodPaths(m_server);
    addHostilePaths(m_server);
    QRandomGenerator random(42);
    m_pattern.resize(3'000'000);
    random.fillRange(reinterpret_cast<quint32 *>(m_pattern.data()), m_pattern.size() / 4);
    m_server.on("/pattern", [this](FaultPeer &peer) {
        QRandomGenerator sizes(7);
        peer.pause(20ms); // for whoever sets a size after post()
        peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (qsizetype at = 0; at < m_pattern.size();) {
            const qsizetype size =
                std::min<qsizetype>(sizes.bounded(1, 60'000), m_pattern.size() - at);
            peer.send(chunk(m_pattern.mid(at, size)));
            at += size;
        }
        peer.send("0\r\n\r\n");
    });
    m_server.on("/headers", [](FaultPeer &peer) {
        peer.send("HTTP/1.1 200 All right\r\nX-One: 1\r\nx-one: 2\r\nSet-Cookie: a=1\r\n"
                  "Set-Cookie: b=2\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n");
    });
    m_server.on("/echo", [](FaultPeer &peer) {
        const QByteArray all = peer.head() + peer.body();
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(all.size())
                  + "\r\n\r\n" + (peer.method() == "HEAD" ? QByteArray() : all));
    });
}

std::unique_ptr<HttpAccessManager> TestHttpEngineReply::makeManager() const
{
    auto manager = std::make_unique<HttpAccessManager>(m_thread, TlsSettings{}, Timeouts{});
    manager->setProxy(QNetworkProxy::NoProxy);
    return manager;
}

void TestHttpEngineReply::everySizeOfBufferReadsTheSame_data()
{
    QTest::addColumn<qint64>("size");
    for (const qint64 size : {0, 1, 100, 5000, 300'000})
        QTest::addRow("%lld", size) << size;
}

void TestHttpEngineReply::everySizeOfBufferReadsTheSame()
{
    QFETCH(qint64, size);
    const auto manager = makeManager();
    const ReplyPointer reply = post(*manager, m_server.url("/pattern"));
    reply->setReadBufferSize(size);
    QCOMPARE(reply->readBufferSize(), size);
    qint64 most = 0;
    QByteArray text;
    connect(reply.get(), &QNetworkReply::readyRead, this, [&] {
        if (!text.isEmpty()) // what came before the size was set may be more
            most = std::max(most, reply->bytesAvailable());
        text += reply->read(QRandomGenerator::global()->bounded(1, 100'000));
        text += reply->read(1'000'000);
    });
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 30'000);
    text += reply->readAll();
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(QCryptographicHash::hash(text, QCryptographicHash::Sha256),
             QCryptographicHash::hash(m_pattern, QCryptographicHash::Sha256));
    if (size > 0)
        QVERIFY2(most <= size + 16 * 1024, qPrintable(QString::number(most)));
}

void TestHttpEngineReply::waitsForAReaderWhoDoesNotRead()
{
    const auto manager = makeManager();
    const ReplyPointer reply = post(*manager, m_server.url("/endless"));
    reply->setReadBufferSize(64 * 1024);
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    // What came before the size was set may be more.
    QTRY_VERIFY(reply->bytesAvailable() >= 64 * 1024);
    reply->readAll();
    // It waits until half has been read; some may have come while that was being done.
    QTRY_VERIFY(reply->bytesAvailable() > 32 * 1024);
    QTest::qWait(200); // nothing more may come
    QVERIFY(reply->bytesAvailable() <= (64 + 16) * 1024);
    QVERIFY(reply->readAll().size() > 32 * 1024);
    QTRY_VERIFY(reply->bytesAvailable() > 32 * 1024);
    QVERIFY(finished.isEmpty());
    reply->abort();
    QCOMPARE(finished.size(), 1);
}

void TestHttpEngineReply::idleClockStandsWhileTheReaderIsSlow()
{
    HttpAccessManager manager(m_thread, {}, {.idle = 200ms});
    manager.setProxy(QNetworkProxy::NoProxy);
    const ReplyPointer reply = post(manager, m_server.url("/endless"));
    reply->setReadBufferSize(64 * 1024);
    QTRY_VERIFY(reply->bytesAvailable() >= 64 * 1024);
    QTest::qWait(500); // longer than the limit
    QVERIFY(!reply->isFinished());
    reply->readAll();
    QTRY_VERIFY(reply->bytesAvailable() >= 64 * 1024);
}

void TestHttpEngineReply::readsLines()
{
    m_server.on("/lines", [](FaultPeer &peer) { peer.send(chunkedAnswer("one\ntwo\nthree")); });
    const auto manager = makeManager();
    const ReplyPointer reply = post(*manager, m_server.url("/lines"));
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(reply->canReadLine());
    QCOMPARE(reply->peek(3), "one");
    QCOMPARE(reply->readLine(), "one\n");
    QCOMPARE(reply->readLine(), "two\n");
    QVERIFY(!reply->canReadLine());
    QCOMPARE(reply->readAll(), "three");
    QCOMPARE(reply->read(1), QByteArray());
}

void TestHttpEngineReply::tellsTheTimes()
{
    m_server.on("/late", [](FaultPeer &peer) {
        peer.pause(100ms);
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n");
        peer.pause(100ms);
        peer.send("x");
    });
    const auto manager = makeManager();
    const ReplyPointer reply = post(*manager, m_server.url("/late"));
    QVERIFY(waitFor(*reply).hasFinished);
    const auto time = [&](ReplyAttribute attribute) {
        return replyAttribute<qint64>(*reply, attribute).value_or(-1);
    };
    QVERIFY(time(ReplyAttribute::NameLookupMs) >= 0);
    QVERIFY(time(ReplyAttribute::ConnectMs) >= time(ReplyAttribute::NameLookupMs));
    QCOMPARE(time(ReplyAttribute::TlsMs), -1);
    QVERIFY(time(ReplyAttribute::FirstByteMs) >= 95);
    // The first byte may have waited for this program; the server's two pauses have not.
    QVERIFY(time(ReplyAttribute::TotalMs) >= time(ReplyAttribute::FirstByteMs));
    QVERIFY(time(ReplyAttribute::TotalMs) >= 195);
}

void TestHttpEngineReply::tellsHeadersAndUrl()
{
    const auto manager = makeManager();
    const ReplyPointer reply = post(*manager, m_server.url("/headers"));
    QSignalSpy metaData(reply.get(), &QNetworkReply::metaDataChanged);
    QVERIFY(waitFor(*reply).hasFinished);
    QCOMPARE(metaData.size(), 1);
    QCOMPARE(reply->rawHeader("X-One"), "1, 2");
    QCOMPARE(reply->rawHeader("set-cookie"), "a=1\nb=2");
    QCOMPARE(reply->header(QNetworkRequest::ContentTypeHeader).toString(), u"text/plain"_s);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString(),
             u"All right"_s);
    QCOMPARE(reply->url(), m_server.url("/headers"));
    QCOMPARE(reply->operation(), QNetworkAccessManager::PostOperation);
    QCOMPARE(reply->manager(), manager.get());

    const ReplyPointer moved = post(*manager, m_server.url("/redirect-307"));
    const HttpAnswer answer = waitFor(*moved);
    QCOMPARE(moved->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl(),
             QUrl(u"http://127.0.0.1:1/elsewhere"_s));
    QCOMPARE(answer.error->detail, u"http://127.0.0.1:1/elsewhere"_s);
}

// F29: a header that comes a byte at a time.
void TestHttpEngineReply::slowHeaderIsLimited()
{
    RequestOptions options;
    options.url = m_server.url("/slowloris").toEncoded();
    options.headerTimeout = 300ms;
    HttpReply reply(QNetworkAccessManager::GetOperation,
                    QNetworkRequest(m_server.url("/slowloris")), options, m_thread, nullptr);
    const HttpAnswer answer = waitFor(reply);
    QCOMPARE(answer.cause(), ErrorCause::HeaderTimeout);
    QCOMPARE(answer.error->limit, 300ms);
    QVERIFY(answer.elapsedMs < 2000);
    QCOMPARE(RequestOptions().headerTimeout, 30s);
}

void TestHttpEngineReply::sendsWhatItIsGiven_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("GET") << QByteArray("GET") << QByteArray();
    QTest::newRow("POST") << QByteArray("POST") << QByteArray("question");
    QTest::newRow("POST nothing") << QByteArray("POST") << QByteArray();
    QTest::newRow("POST much") << QByteArray("POST") << QByteArray(3'000'000, 'q');
    QTest::newRow("PUT") << QByteArray("PUT") << QByteArray("thing");
    QTest::newRow("DELETE") << QByteArray("DELETE") << QByteArray();
    QTest::newRow("PATCH") << QByteArray("PATCH") << QByteArray("change");
    QTest::newRow("HEAD") << QByteArray("HEAD") << QByteArray();
}

void TestHttpEngineReply::sendsWhatItIsGiven()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    m_server.forget();
    const auto manager = makeManager();
    QNetworkRequest request(m_server.url("/echo"));
    request.setRawHeader("X-Mine", "a value");
    request.setRawHeader("X-Empty", "");
    request.setRawHeader("Accept-Encoding", "gzip"); // not ours to ask for
    request.setRawHeader("Content-Length", "3");
    request.setRawHeader("User-Agent", "Aura/1");
    const ReplyPointer reply(method == "GET"        ? manager->get(request)
                                 : method == "HEAD" ? manager->head(request)
                                 : method == "POST" ? manager->post(request, body)
                                 : method == "PUT"  ? manager->put(request, body)
                                 : method == "DELETE"
                                 ? manager->deleteResource(request)
                                 : manager->sendCustomRequest(request, method, body));
    QCOMPARE(waitFor(*reply).code, QNetworkReply::NoError);
    const QByteArray sent = m_server.everythingReceived();
    QVERIFY(sent.startsWith(method + " /echo HTTP/1.1\r\n"));
    QVERIFY(sent.endsWith("\r\n\r\n" + body));
    QVERIFY(sent.contains("\r\nX-Mine: a value\r\n"));
    QVERIFY(sent.contains("\r\nX-Empty:"));
    QVERIFY(sent.contains("\r\nUser-Agent: Aura/1\r\n"));
    QCOMPARE(sent.count("Accept-Encoding: identity\r\n"), 1);
    QVERIFY(!sent.contains("gzip"));
    QVERIFY(!sent.contains("Expect"));
    QVERIFY(!sent.contains("Accept:"));
    QVERIFY(!sent.contains("x-www-form-urlencoded"));
    const bool hasBody = method == "POST" || method == "PUT" || method == "PATCH";
    QCOMPARE(sent.count("Content-Length: " + QByteArray::number(body.size())), hasBody ? 1 : 0);
}

void TestHttpEngineReply::refusesWhatCannotBeSent_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<ErrorCause>("cause");
    const auto row = [](const char *name, const QString &url, const QByteArray &header,
                        ErrorCause cause) { QTest::newRow(name) << url << header << cause; };
    row("no scheme", u"127.0.0.1/x"_s, {}, ErrorCause::NoScheme);
    row("a file", u"file:///etc/passwd"_s, {}, ErrorCause::UnsupportedScheme);
    row("data", u"data:,hello"_s, {}, ErrorCause::UnsupportedScheme);
    row("ftp", u"ftp://127.0.0.1/"_s, {}, ErrorCause::UnsupportedScheme);
    row("no host", u"http:///x"_s, {}, ErrorCause::NoHost);
    row("port 0", u"http://127.0.0.1:0/"_s, {}, ErrorCause::NoHost);
    row("line break", u"http://127.0.0.1:1/"_s, "a\r\nX-Injected: 1", ErrorCause::BadHeader);
    row("line feed", u"http://127.0.0.1:1/"_s, "a\nb", ErrorCause::BadHeader);
    row("NUL", u"http://127.0.0.1:1/"_s, QByteArray("a\0b", 3), ErrorCause::BadHeader);
}

void TestHttpEngineReply::refusesWhatCannotBeSent()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, header);
    const auto manager = makeManager();
    QNetworkRequest request{QUrl(url)};
    request.setRawHeader("X-Mine", header);
    const ReplyPointer reply(manager->post(request, "body"));
    QVERIFY(!reply->isFinished()); // it says so from the event loop
    const HttpAnswer answer = waitFor(*reply);
    QVERIFY(answer.hasFinished);
    QCOMPARE(answer.kind(), ErrorKind::Address);
    QTEST(answer.cause(), "cause");
    QVERIFY(!answer.errorText.isEmpty());
}

// F60: twenty streams and a short request beside them.
void TestHttpEngineReply::twentyAtOnceTakeTheTimeOfOne()
{
    const auto manager = makeManager();
    QElapsedTimer clock;
    clock.start();
    std::vector<ReplyPointer> replies;
    for (int i = 0; i < 20; ++i)
        replies.push_back(post(*manager, m_server.url("/two-seconds")));
    QElapsedTimer shortClock;
    shortClock.start();
    QCOMPARE(ask(*manager, m_server.url("/good-length")).code, QNetworkReply::NoError);
    QVERIFY2(shortClock.elapsed() < 1000, qPrintable(QString::number(shortClock.elapsed())));
    for (const ReplyPointer &reply : replies) {
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 10'000);
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(reply->readAll().size(), 100);
    }
    qInfo("twenty streams of 2 s: %lld ms", clock.elapsed());
    QVERIFY(clock.elapsed() < 3500);
}

//! Whatever else waits in the event loop: what was stopped costs the server nothing more.
void TestHttpEngineReply::stoppingNeedsNoEventLoop()
{
    std::promise<void> closed;
    std::future<void> hasClosed = closed.get_future();
    FaultServer server;
    server.on("/", [&closed](FaultPeer &peer) {
        peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nSome\r\n");
        if (peer.waitForClose(20s))
            closed.set_value();
    });
    const auto manager = makeManager();
    ReplyStream stream(post(*manager, server.url()).release(), std::make_unique<PlainTextDecoder>(),
                       {});
    QSignalSpy text(&stream, &ReplyStream::textReceived);
    QSignalSpy finished(&stream, &ReplyStream::finished);
    QTRY_COMPARE(text.count(), 1);
    stream.stop();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(hasClosed.wait_for(5s), std::future_status::ready);
}

void TestHttpEngineReply::transferTimeoutIsAnIdleLimit()
{
    const auto manager = makeManager();
    manager->setTransferTimeout(200);
    const HttpAnswer answer = ask(*manager, m_server.url("/hang-after-tokens"));
    QCOMPARE(answer.cause(), ErrorCause::IdleTimeout);
    QCOMPARE(answer.error->limit, 200ms);
    QCOMPARE(answer.text, faultText());
}

void TestHttpEngineReply::unreachable_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<ErrorCause>("cause");
    QTest::newRow("F57 refused") << u"http://127.0.0.1:1/"_s << ErrorKind::Connect
                                 << ErrorCause::Refused;
    QTest::newRow("F57 refused, IPv6")
        << u"http://[::1]:1/"_s << ErrorKind::Connect << ErrorCause::Refused;
    QTest::newRow("F57 unreachable") // no packet leaves for this address
        << u"http://255.255.255.255:9/"_s << ErrorKind::Connect << ErrorCause::Unreachable;
    QTest::newRow("F57 name not found")
        << u"http://no-such-host.invalid/"_s << ErrorKind::NameLookup << ErrorCause::Unknown;
}

void TestHttpEngineReply::unreachable()
{
    QFETCH(QString, url);
    const auto manager = makeManager();
    const HttpAnswer answer = ask(*manager, QUrl(url));
    QVERIFY(answer.hasFinished);
    QTEST(answer.kind(), "kind");
    QTEST(answer.cause(), "cause");
    QVERIFY(answer.elapsedMs < 3000);
}

// F57: the name has an IPv6 address too, where nobody listens.
void TestHttpEngineReply::fallsBackToIPv4()
{
    const auto manager = makeManager();
    const QUrl url(u"http://localhost:%1/good-length"_s.arg(m_server.port()));
    const HttpAnswer answer = ask(*manager, url);
    QCOMPARE(answer.code, QNetworkReply::NoError);
    QVERIFY(answer.elapsedMs < 3000);
}

QTEST_GUILESS_MAIN(TestHttpEngineReply)
#include "tst_httpenginereply.moc"
