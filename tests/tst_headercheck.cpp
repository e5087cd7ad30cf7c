// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/headercheck.h"

#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

// The rules for a response's header, without a network.
class TestHeaderCheck : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void heads_data();
    void heads();
    void limitsAreExact();
    void interimAnswersAreSkipped();
    void trailersAreCountedNotKept();
    void fields();
};

namespace {

// Feeds the lines of a head; false: refused.
bool feed(HeaderCheck &check, const QByteArray &head)
{
    qsizetype start = 0;
    while (start < head.size()) {
        const qsizetype end = head.indexOf('\n', start) + 1;
        if (!check.accept(QByteArrayView(head).sliced(start, end - start)))
            return false;
        start = end;
    }
    return true;
}

} // namespace

void TestHeaderCheck::heads_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<ErrorCause>("refusal"); // Unknown: accepted
    QTest::addColumn<Framing>("framing");
    using enum ErrorCause;
    const auto row = [](const char *name, const QByteArray &head, ErrorCause refusal,
                        Framing framing = Framing::Unknown) {
        QTest::newRow(name) << head + "\r\n" << refusal << framing;
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    row("no field", ok, Unknown, Framing::Close);
    row("a length", ok + "Content-Length: 5\r\n", Unknown, Framing::Length);
    row("length 0", ok + "content-length:0\r\n", Unknown, Framing::Length);
    row("chunked", ok + "transfer-encoding: CHUNKED\r\n", Unknown, Framing::Chunked);
    row("the same length in a list", ok + "Content-Length: 5, 5\r\n", Unknown, Framing::Length);
    row("lengths that differ in a list", ok + "Content-Length: 5, 6\r\n", BadFraming);
    row("the same length otherwise written", ok + "Content-Length: 5\r\nContent-Length: 05\r\n",
        BadFraming);
    row("no number", ok + "Content-Length: five\r\n", BadFraming);
    row("empty length", ok + "Content-Length:\r\n", BadFraming);
    row("plus sign", ok + "Content-Length: +5\r\n", BadFraming);
    row("19 digits", ok + "Content-Length: 1234567890123456789\r\n", BadFraming);
    row("18 digits", ok + "Content-Length: 123456789012345678\r\n", Unknown, Framing::Length);
    row("folded length", ok + "Content-Length:\r\n 5\r\n", Unknown, Framing::Length);
    row("folded to two lengths", ok + "Content-Length: 5\r\n 6\r\n", BadFraming);
    row("both", ok + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", BadFraming);
    row("chunked twice", ok + "Transfer-Encoding: chunked, chunked\r\n", BadFraming);
    row("identity transfer coding", ok + "Transfer-Encoding: identity\r\n", BadFraming);
    row("gzip", ok + "Content-Encoding: gzip\r\n", CompressionRefused, Framing::Close);
    row("identity", ok + "Content-Encoding: identity\r\n", Unknown, Framing::Close);
    row("gzip with an error", "HTTP/1.1 500 No\r\nContent-Encoding: br\r\n", Unknown,
        Framing::Close);
    row("no colon", ok + "nonsense\r\n", BadFraming);
    row("no name", ok + ": value\r\n", BadFraming);
    row("fold without a field", ok + " value\r\n", BadFraming);
    row("204", "HTTP/1.1 204 No Content\r\n", Unknown, Framing::Length);
    row("HTTP/1.0", "HTTP/1.0 200 OK\r\n", Unknown, Framing::Close);
    row("no phrase", "HTTP/1.1 200\r\n", Unknown, Framing::Close);
    row("HTTP/2", "HTTP/2 200\r\n", NotHttp);
    row("HTTP/1.2", "HTTP/1.2 200 OK\r\n", NotHttp);
    row("two digits", "HTTP/1.1 20 OK\r\n", NotHttp);
    row("four digits", "HTTP/1.1 2000 OK\r\n", NotHttp);
    row("status 0xx", "HTTP/1.1 099 OK\r\n", NotHttp);
    row("another protocol", "ICY 200 OK\r\n", NotHttp);
    row("switching", "HTTP/1.1 101 Switching\r\n", NotHttp);
    row("empty line", "\r\n", NotHttp);
}

void TestHeaderCheck::heads()
{
    QFETCH(QByteArray, head);
    QFETCH(ErrorCause, refusal);
    HeaderCheck check({});
    QCOMPARE(feed(check, head), refusal == ErrorCause::Unknown);
    QCOMPARE(check.refusal().value_or(ErrorCause::Unknown), refusal);
    QTEST(check.head().framing, "framing");
    QVERIFY(!check.accept("more\r\n") || check.isComplete());
}

void TestHeaderCheck::limitsAreExact()
{
    const ReplyLimits limits{.headerLines = 4, .headerBytes = 100, .headerLine = 40};
    const QByteArray status = "HTTP/1.1 200 OK\r\n"; // 17 bytes
    HeaderCheck lines(limits);
    QVERIFY(feed(lines, status + "a: b\r\nc: d\r\n\r\n"));
    HeaderCheck tooManyLines(limits);
    QVERIFY(!feed(tooManyLines, status + "a: b\r\nc: d\r\ne: f\r\n\r\n"));
    QCOMPARE(tooManyLines.refusal(), ErrorCause::HeaderTooLarge);
    HeaderCheck line(limits);
    QVERIFY(feed(line, status + "a: " + QByteArray(35, 'x') + "\r\n\r\n"));
    HeaderCheck longLine(limits);
    QVERIFY(!feed(longLine, status + "a: " + QByteArray(36, 'x') + "\r\n\r\n"));
    HeaderCheck bytes(limits); // the status line may be longer than a field
    QVERIFY(feed(bytes, "HTTP/1.1 500 " + QByteArray(83, 'x') + "\r\n\r\n"));
    HeaderCheck tooManyBytes(limits);
    QVERIFY(!feed(tooManyBytes, "HTTP/1.1 500 " + QByteArray(84, 'x') + "\r\n\r\n"));
}

void TestHeaderCheck::interimAnswersAreSkipped()
{
    HeaderCheck check({});
    QVERIFY(!check.hasStarted());
    QVERIFY(feed(check, "HTTP/1.1 103 Early Hints\r\nContent-Length: 7\r\n\r\n"));
    QVERIFY(check.hasStarted() && check.isInInterim() && !check.isComplete());
    QVERIFY(feed(check, "HTTP/1.1 200 OK\r\n"));
    QVERIFY(!check.isInInterim());
    QVERIFY(feed(check, "\r\n"));
    QVERIFY(check.isComplete());
    QCOMPARE(check.head().status, 200);
    QCOMPARE(check.head().framing, Framing::Close);
}

void TestHeaderCheck::trailersAreCountedNotKept()
{
    HeaderCheck check({.headerLines = 6});
    QVERIFY(feed(check, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
    QVERIFY(feed(check, "Content-Length: 5\r\nX: y\r\n"));
    QCOMPARE(check.head().headers.size(), 1);
    QVERIFY(!feed(check, "X: y\r\nX: y\r\n"));
}

void TestHeaderCheck::fields()
{
    HeaderCheck head({}, HeaderCheck::Request::Head);
    QVERIFY(feed(head, "HTTP/1.1 404 Not \xe9t\xe9\r\nX-Name:  a value \r\nX-Name: b\r\n\r\n"));
    QCOMPARE(head.head().reason, "Not \xe9t\xe9");
    QCOMPARE(head.head().header("x-name"), "a value");
    QCOMPARE(head.head().headers.size(), 2);
    QCOMPARE(head.head().header("other"), QByteArray());
    QCOMPARE(head.head().framing, Framing::Length); // no body after HEAD
}

QTEST_GUILESS_MAIN(TestHeaderCheck)
#include "tst_headercheck.moc"
