// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/httprequestreader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Aura;
using Problem = HttpRequestReader::Problem;

namespace {

constexpr HttpRequestLimits smallLimits{.headBytes = 300, .headerLines = 5, .bodyBytes = 40};

//! What a reader makes of some bytes, written so that it can be compared at a glance.
struct Reading
{
    QByteArrayList requests{}; // "METHOD target|header: value|…|body"
    Problem problem = Problem::None;
    bool isInside = false;
};

void takeAll(HttpRequestReader &reader, Reading *reading)
{
    while (const std::optional<DemoRequest> request = reader.takeRequest()) {
        QByteArrayList parts{request->method + ' ' + request->target};
        for (const auto &[name, value] : request->headers)
            parts += name + ": " + value;
        reading->requests += (parts << request->body).join('|');
    }
}

//! Reads the bytes in slices of the sizes that nextSize() names.
Reading readInSlices(const QByteArray &bytes, const std::function<qsizetype()> &nextSize)
{
    HttpRequestReader reader(smallLimits);
    Reading reading;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype size = std::min(nextSize(), bytes.size() - at);
        reader.feed(QByteArrayView(bytes).sliced(at, size));
        takeAll(reader, &reading);
        at += size;
    }
    reading.problem = reader.problem();
    reading.isInside = reader.isInsideRequest();
    return reading;
}

} // namespace

class TestHttpRequestReader : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void readsTheSameOverEverySplit_data();
    void readsTheSameOverEverySplit();
    void asksForContinue();
    void findsHeadersInAnyCase();
};

void TestHttpRequestReader::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestHttpRequestReader::readsTheSameOverEverySplit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("requests");
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<bool>("isInside");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArrayList &requests,
                        bool isInside = false) {
        QTest::newRow(name) << bytes << requests << Problem::None << isInside;
    };
    const auto bad = [](const char *name, const QByteArray &bytes,
                        Problem problem = Problem::BadRequest, const QByteArrayList &before = {}) {
        QTest::newRow(name) << bytes << before << problem << true;
    };

    row("no body", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", {"GET /|Host: a|"});
    row("no headers", "GET /a?b HTTP/1.0\r\n\r\n", {"GET /a?b|"});
    row("lines that end in LF alone", "GET / HTTP/1.1\nHost:a\n\n", {"GET /|Host: a|"});
    row("empty lines before the request", "\r\n\r\nGET / HTTP/1.1\r\n\r\n", {"GET /|"});
    row("spaces around a value", "GET / HTTP/1.1\r\nA:  b c\t \r\n\r\n", {"GET /|A: b c|"});
    row("an empty value", "GET / HTTP/1.1\r\nA:\r\n\r\n", {"GET /|A: |"});
    row("body by length", "POST /x HTTP/1.1\r\nContent-Length: 5\r\n\r\nhel\r\n",
        {"POST /x|Content-Length: 5|hel\r\n"});
    row("empty body by length", "POST / HTTP/1.1\r\ncontent-length: 0\r\n\r\n",
        {"POST /|content-length: 0|"});
    row("body as long as is allowed",
        "POST / HTTP/1.1\r\nContent-Length: 40\r\n\r\n" + QByteArray(40, 'x'),
        {"POST /|Content-Length: 40|" + QByteArray(40, 'x')});
    row("chunked body",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
        "5\r\nhello\r\nA;ext=1\r\n 123456789\r\n0\r\n\r\n",
        {"POST /|Transfer-Encoding: chunked|hello 123456789"});
    row("chunked body with trailers",
        "POST / HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n1\r\nx\r\n0\r\nSum: 1\r\n\r\n",
        {"POST /|Transfer-Encoding: Chunked|x"});
    row("two requests on one connection",
        "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nhiGET /b HTTP/1.1\r\n\r\n",
        {"POST /|Content-Length: 2|hi", "GET /b|"});
    row("a request that is not whole", "GET / HTTP/1.1\r\nHost: a\r\n", {}, true);
    row("a body that is not whole", "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhell", {}, true);

    bad("no HTTP", "hello\r\n");
    bad("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\n", 7));
    bad("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    bad("two spaces", "GET  / HTTP/1.1\r\n\r\n");
    bad("header without a colon", "GET / HTTP/1.1\r\nHost\r\n\r\n");
    bad("space before the colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n");
    bad("folded header", "GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n");
    bad("negative length", "POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n");
    bad("signed length", "POST / HTTP/1.1\r\nContent-Length: +5\r\n\r\nhello");
    bad("length of 22 digits", "POST / HTTP/1.1\r\nContent-Length: 1234567890123456789012\r\n\r\n");
    bad("two lengths", "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n");
    bad("length and chunked",
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n");
    bad("unknown coding", "POST / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n");
    bad("bad chunk size", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n");
    bad("negative chunk size", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n");
    bad("chunk longer than its size",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n");
    bad("rubbish after a request", "GET /a HTTP/1.1\r\n\r\nrubbish\r\n", Problem::BadRequest,
        {"GET /a|"});
    bad("too many headers", "GET / HTTP/1.1\r\n" + QByteArray("a: b\r\n").repeated(6) + "\r\n",
        Problem::HeadTooLarge);
    bad("endless header line", "GET / HTTP/1.1\r\nA: " + QByteArray(400, 'x'),
        Problem::HeadTooLarge);
    bad("endless trailers",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
            + QByteArray("a: bcdefghij\r\n").repeated(30),
        Problem::HeadTooLarge);
    bad("body too long", "POST / HTTP/1.1\r\nContent-Length: 41\r\n\r\n", Problem::BodyTooLarge);
    bad("chunks too long together",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
        "14\r\nabcdefghijklmnopqrst\r\n15\r\nabc",
        Problem::BodyTooLarge);
}

void TestHttpRequestReader::readsTheSameOverEverySplit()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, requests);
    QFETCH(Problem, problem);
    QFETCH(bool, isInside);

    const Reading whole = readInSlices(bytes, [&bytes] { return bytes.size(); });
    QCOMPARE(whole.requests, requests);
    QCOMPARE(whole.problem, problem);
    if (problem == Problem::None)
        QCOMPARE(whole.isInside, isInside);

    for (qsizetype size = 1; size < bytes.size(); ++size) {
        const Reading sliced = readInSlices(bytes, [size] { return size; });
        QCOMPARE(sliced.requests, whole.requests);
        QCOMPARE(sliced.problem, whole.problem);
    }
    QRandomGenerator random(4711);
    for (int run = 0; run < 200; ++run) {
        const Reading sliced = readInSlices(bytes, [&] { return random.bounded(1, 30); });
        QCOMPARE(sliced.requests, whole.requests);
        QCOMPARE(sliced.problem, whole.problem);
    }
}

void TestHttpRequestReader::asksForContinue()
{
    HttpRequestReader reader;
    reader.feed("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QVERIFY(!reader.takeRequest());
    QVERIFY(reader.takeContinueWanted());
    QVERIFY(!reader.takeContinueWanted());
    reader.feed("ok");
    QCOMPARE(reader.takeRequest()->body, "ok");

    reader.feed("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n");
    QVERIFY(!reader.takeRequest());
    QVERIFY(!reader.takeContinueWanted());
}

void TestHttpRequestReader::findsHeadersInAnyCase()
{
    const DemoRequest request{.headers = {{"X-A", "first"}, {"x-a", "second"}}};
    QCOMPARE(request.header("x-A"), "first");
    QCOMPARE(request.header("X-B"), "");
}

QTEST_GUILESS_MAIN(TestHttpRequestReader)
#include "tst_httprequestreader.moc"
