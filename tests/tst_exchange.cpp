// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoserver.h"
#include "net/connectionlog.h"
#include "net/exchangerecorder.h"
#include "net/secretmask.h"
#include "net/browser/curlcommand.h"
#include "providers/auraprovider.h"
#include "support/faultserver.h"
#include "support/managers.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(TestManager)

namespace {

const QString key = u"sk-canary-\"27\"-1828"_s;
const QString cookie = u"session=canary-cookie-314; theme=dark"_s;

Connection connectionTo(const QUrl &url)
{
    return {.baseUrl = url,
            .key = Secret(key),
            .headers = {{"X-Team", Secret(u"abc"_s)},
                        {"Authorization", Secret(u"Bearer canary-token-1"_s)}},
            .cookies = Secret(cookie)};
}

QByteArray allOf(const ExchangeRecord &record)
{
    return record.url.toEncoded() + record.requestHead + record.requestBody + record.replyHead
        + record.replyBody + curlCommandOf(record).toUtf8() + exchangeText(record).toUtf8();
}

} // namespace

// What was sent and what came back, as the user is shown it.
class TestExchange : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void maskCutsEveryForm_data();
    void maskCutsEveryForm();
    void maskKeepsTheRest();
    void recordOfAReply_data();
    void recordOfAReply();
    void textIsNeverLaterThanTheEnd();
    void recordOfAStoppedRequest();
    void longBodiesAreKeptInPart();
    void curlCommandMakesTheSameRequest();
    void logListsWhatWasConnectedTo();
    void logFromManyThreads();

private:
    ExchangeRecord exchange(const TestManager &manager, DemoServer &server,
                            const Connection &connection, const QString &question);
};

void TestExchange::maskCutsEveryForm_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray plain = key.toUtf8();
    QTest::newRow("plain") << "a " + plain + " b";
    QTest::newRow("JSON") << QByteArray(R"({"x":"sk-canary-\"27\"-1828"})");
    QTest::newRow("percent") << "x=" + QUrl::toPercentEncoding(key);
    for (const char *user : {"", "a", "ab", "abc", "abcd"})
        QTest::addRow("Basic %s", user) << (QByteArray(user) + ':' + plain).toBase64();
    QTest::newRow("a cookie alone") << QByteArray("it was canary-cookie-314");
    QTest::newRow("a header's value alone") << QByteArray("it was canary-token-1");
}

void TestExchange::maskCutsEveryForm()
{
    QFETCH(QByteArray, bytes);
    const SecretMask mask(connectionTo({}));
    const QByteArray cut = mask.masked(bytes);
    QVERIFY2(cut.contains("$AURA_"), cut.constData());
    QVERIFY2(!cut.contains("1828") && !cut.contains("canary"), cut.constData());
    QVERIFY2(!QByteArray::fromBase64(cut).contains("1828"), cut.constData());
}

void TestExchange::maskKeepsTheRest()
{
    const SecretMask mask(connectionTo({}));
    QCOMPARE(mask.masked("the dark side"), QByteArray("the dark side"));
    QCOMPARE(mask.maskedHead("GET / HTTP/1.1\r\nHost: a\r\nx-team: abc\r\nCookie: a=1\r\n"
                             "Proxy-Authorization: Basic eDp5\r\nSet-Cookie: s=1\r\n\r\n"),
             QByteArray("GET / HTTP/1.1\r\nHost: a\r\nx-team: $AURA_X_TEAM\r\n"
                        "Cookie: $AURA_COOKIES\r\n"
                        "Proxy-Authorization: $AURA_PROXY_AUTHORIZATION\r\n"
                        "Set-Cookie: $AURA_SET_COOKIE\r\n\r\n"));
    const SecretMask shortKey({.key = Secret(u"ab"_s)});
    QCOMPARE(shortKey.maskedBody(R"({"key":"ab","prompt":"about"})"),
             QByteArray(R"({"key":"$AURA_KEY","prompt":"about"})"));
}

ExchangeRecord TestExchange::exchange(const TestManager &manager, DemoServer &server,
                                      const Connection &connection, const QString &question)
{
    const auto network = manager.make(connection, {});
    AuraProvider provider(*network, connection);
    QSignalSpy recorded(&provider, &ChatProvider::exchangeRecorded);
    QSignalSpy finished(&provider, &ChatProvider::finished);
    provider.send({.messages = {{.text = question}}});
    if (!QTest::qWaitFor([&] { return finished.count() == 1; }, 10'000) || recorded.count() != 1)
        return {};
    Q_UNUSED(server)
    return recorded.first().at(1).value<ExchangeRecord>();
}

void TestExchange::recordOfAReply_data()
{
    QTest::addColumn<TestManager>("manager");
    const QList<TestManager> managers = testManagers();
    for (const TestManager &manager : managers)
        QTest::newRow(manager.name.constData()) << manager;
}

void TestExchange::recordOfAReply()
{
    QFETCH(TestManager, manager);
    DemoServer server;
    QVERIFY(server.listen());
    server.setScenario({.pieces = {"caf\xc3", "\xa9 ", key.toUtf8(), " end"}, .pause = 5ms});
    const ExchangeRecord record = exchange(manager, server, connectionTo(server.url()), u"Hello"_s);
    QCOMPARE(record.method, "POST");
    QCOMPARE(record.url.path(), u"/api/chat"_s);
    QVERIFY(record.requestHead.startsWith("POST /api/chat HTTP/1.1\r\nHost: "));
    QVERIFY(record.requestHead.contains("Cookie: $AURA_COOKIES\r\n"));
    QVERIFY(record.requestHead.contains("$AURA_AUTHORIZATION\r\n"));
    QVERIFY(record.requestBody.contains("\"key\":\"$AURA_KEY\""));
    QVERIFY(record.requestBody.contains("\"content\":\"Hello\""));
    QVERIFY(record.replyHead.startsWith("HTTP/1.1 200 OK\r\n"));
    QCOMPARE(record.replyBody, QByteArray("caf\xc3\xa9 $AURA_KEY end"));
    QCOMPARE(record.completion.state, ReplyState::Complete);
    QVERIFY(record.times.firstByteMs >= 0);
    QVERIFY(record.times.firstTextMs >= 0 && record.times.firstTextMs <= record.times.totalMs);
    const QByteArray all = allOf(record);
    QVERIFY2(!all.contains("canary"), all.constData());
    QVERIFY2(!all.contains("1828"), all.constData());
    if (manager.isExact) { // the bytes as they left, with what libcurl adds
        QVERIFY(record.requestHead.contains("Content-Length: "));
        QVERIFY(record.requestHead.endsWith("\r\n\r\n"));
    }
}

//! A window that was busy reads the text when the network has long seen the end.
void TestExchange::textIsNeverLaterThanTheEnd()
{
    FaultServer server;
    server.on("/api/chat", [](FaultPeer &peer) {
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHello");
    });
    const Connection connection{.baseUrl = server.url()};
    const auto network = testManagers().last().make(connection, {});
    AuraProvider provider(*network, connection);
    QSignalSpy recorded(&provider, &ChatProvider::exchangeRecorded);
    provider.send({.messages = {{.text = u"Hello"_s}}});
    QThread::msleep(200);
    QTRY_COMPARE(recorded.count(), 1);
    const auto times = recorded.first().at(1).value<ExchangeRecord>().times;
    QVERIFY(times.firstTextMs >= times.firstByteMs);
    QVERIFY2(times.firstTextMs <= times.totalMs,
             qPrintable(u"%1 %2"_s.arg(times.firstTextMs).arg(times.totalMs)));
}

void TestExchange::recordOfAStoppedRequest()
{
    DemoServer server;
    QVERIFY(server.listen());
    server.setScenario({.pieces = {"word "}, .pause = 60s});
    const Connection connection = connectionTo(server.url());
    const auto network = testManagers().last().make(connection, {});
    AuraProvider provider(*network, connection);
    QSignalSpy progressed(&provider, &ChatProvider::progressed);
    QSignalSpy recorded(&provider, &ChatProvider::exchangeRecorded);
    const RequestId id = provider.send({.messages = {{.text = u"Hello"_s}}});
    QTRY_VERIFY(progressed.count() >= 1);
    QCOMPARE(progressed.first().at(1).value<ReplyProgress>().stage, ReplyProgress::Stage::Sent);
    provider.cancel(id);
    QCOMPARE(recorded.count(), 1);
    const auto record = recorded.first().at(1).value<ExchangeRecord>();
    QCOMPARE(record.completion.state, ReplyState::Stopped);
    QVERIFY(record.requestHead.startsWith("POST "));
    QVERIFY(!allOf(record).contains("canary"));
}

void TestExchange::longBodiesAreKeptInPart()
{
    DemoServer server;
    QVERIFY(server.listen());
    server.setPace(0ms);
    const QByteArray piece(100'000, 'x');
    server.setScenario({.pieces = {piece, piece, piece, piece, piece, key.toUtf8()}});
    const ExchangeRecord record =
        exchange(testManagers().last(), server, connectionTo(server.url()), u"Hello"_s);
    QCOMPARE(record.replyBytes, 500'000 + key.toUtf8().size());
    QCOMPARE(record.replyBody.size(), ExchangeRecord::longestBody);
    QVERIFY(exchangeText(record).contains(u"262144"_s));
}

//! The command goes through a real shell, which hands its words to a stand-in for curl.
void TestExchange::curlCommandMakesTheSameRequest()
{
    DemoServer server;
    QVERIFY(server.listen());
    server.setScenario({.pieces = {"ok"}});
    const QString question = u"it's \"quoted\" $HOME `id` \\ ü\n2nd"_s;
    const ExchangeRecord record =
        exchange(testManagers().last(), server, connectionTo(server.url()), question);
    const QString command = curlCommandOf(record);
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"AURA_KEY"_s, u"KEY'\"x"_s);
    environment.insert(u"AURA_COOKIES"_s, u"a=1"_s);
    shell.setProcessEnvironment(environment);
    shell.start(u"/bin/sh"_s, {u"-c"_s, u"curl() { printf '%s\\0' \"$@\"; }\n"_s + command});
    QVERIFY(shell.waitForFinished());
    const QList<QByteArray> words = shell.readAllStandardOutput().split('\0');
    QCOMPARE(shell.readAllStandardError(), QByteArray());
    QCOMPARE(words.first(), record.url.toEncoded());
    QVERIFY(words.contains("Cookie: a=1"));
    const QByteArray body = words.at(words.indexOf("--data-raw") + 1);
    QByteArray expected = server.requests().last().body;
    expected.replace(R"(sk-canary-\"27\"-1828)", "KEY'\"x");
    QCOMPARE(body, expected);
    // And Aura reads its own command.
    const auto taken = parseCurlCommand(command);
    QVERIFY(bool(taken));
    QCOMPARE(taken->address.host(), record.url.host());
}

void TestExchange::logListsWhatWasConnectedTo()
{
    DemoServer server;
    QVERIFY(server.listen());
    server.setScenario({.pieces = {"ok"}});
    const auto log = std::make_shared<ConnectionLog>();
    const auto makeNetwork = engineNetworkAccess(makeNetworkThread(log));
    const TestManager manager{"engine", makeNetwork, true};
    exchange(manager, server, {.baseUrl = server.url()}, u"Hello"_s);
    const QUrl nowhere(u"http://127.0.0.1:1/"_s);
    exchange(manager, server, {.baseUrl = nowhere}, u"Hello"_s);
    exchange(manager, server, {.baseUrl = QUrl(u"http://no-such-host.invalid/"_s)}, u"Hello"_s);

    const QList<ConnectionEntry> entries = log->entries();
    QCOMPARE(entries.size(), 3);
    const QString address = u"127.0.0.1:%1"_s.arg(server.url().port());
    QCOMPARE(entries[0].server, address);
    QCOMPARE(entries[0].addresses, QStringList(address));
    QCOMPARE(entries[0].purpose, RequestPurpose::Question);
    QCOMPARE(entries[0].state, ConnectionEntry::State::Done);
    QCOMPARE(entries[1].addresses, QStringList(u"127.0.0.1:1"_s));
    QCOMPARE(entries[1].state, ConnectionEntry::State::Failed);
    QCOMPARE(entries[1].error->cause, ErrorCause::Refused);
    QCOMPARE(entries[2].server, u"no-such-host.invalid:80"_s);
    QVERIFY(entries[2].addresses.isEmpty());
    QCOMPARE(entries[2].error->kind, ErrorKind::NameLookup);
}

void TestExchange::logFromManyThreads()
{
    ConnectionLog log;
    QList<QThread *> threads;
    for (int t = 0; t < 4; ++t) {
        threads.append(QThread::create([&log] {
            for (int i = 0; i < 1000; ++i) {
                const quint64 id = log.begin(u"a:1"_s, {}, RequestPurpose::Inquiry);
                log.addAddress(id, u"127.0.0.1:1"_s);
                log.end(id, ConnectionEntry::State::Done);
                log.end(id, ConnectionEntry::State::Stopped);
            }
        }));
        threads.last()->start();
    }
    for (QThread *thread : std::as_const(threads)) {
        QVERIFY(thread->wait());
        delete thread;
    }
    const QList<ConnectionEntry> entries = log.entries();
    QCOMPARE(entries.size(), qsizetype(ConnectionLog::capacity));
    QCOMPARE(entries.last().id, quint64(4000));
    for (const ConnectionEntry &entry : entries)
        QVERIFY(entry.state == ConnectionEntry::State::Done);
}

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
