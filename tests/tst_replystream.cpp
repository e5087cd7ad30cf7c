// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/replystream.h"

#include "demo/demoserver.h"
#include "net/httprequest.h"
#include "support/managers.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Ending = Scenario::Ending;
using Framing_ = Scenario::Framing;

//! What must come of one scenario.
struct Expected
{
    ReplyState state = ReplyState::Complete;
    QString text{};
    std::optional<ErrorKind> kind{};
    ErrorCause cause = ErrorCause::Unknown;
    QString detail{};
};

//! A decoder of a protocol that marks its end with a full stop.
class FullStopDecoder final : public StreamDecoder
{
public:
    QList<StreamEvent> feed(QByteArrayView bytes) override
    {
        QList<StreamEvent> events;
        for (const char c : bytes) {
            const auto kind = c == '.' ? StreamEvent::Kind::End
                : c == '!'             ? StreamEvent::Kind::Error
                : c == '?'             ? StreamEvent::Kind::Reasoning
                                       : StreamEvent::Kind::Text;
            events += {.kind = kind,
                       .text = QString(QLatin1Char(c)),
                       .error = {.kind = ErrorKind::Server, .detail = u"it broke"_s}};
        }
        return events;
    }
    QList<StreamEvent> finish() override { return {}; }
    qsizetype heldBytes() const override { return 0; }
    bool marksEnd() const override { return true; }
};

//! Says much about anything, after a while of work.
class TalkativeDecoder final : public StreamDecoder
{
public:
    QList<StreamEvent> feed(QByteArrayView) override
    {
        return {{.kind = StreamEvent::Kind::Text, .text = QString(1'000'000, u'x')}};
    }
    QList<StreamEvent> finish() override { return {}; }
    qsizetype heldBytes() const override { return 1'000'000; }
    bool marksEnd() const override { return true; }
};

} // namespace

Q_DECLARE_METATYPE(Scenario)
Q_DECLARE_METATYPE(Expected)
Q_DECLARE_METATYPE(TestManager)

class TestReplyStream : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void endings_data();
    void endings();
    void headers_data();
    void headers();
    void timeouts_data();
    void timeouts();
    void slowReplyIsNotCut();
    void markedEnd_data();
    void markedEnd();
    void endlessBodyIsCutByLimit();
    void endlessTextIsCutByLimit();
    void textUpToTheLimitIsWhole();
    void stopIsTold();
    void stopEndsWhatIsToldInSlices();
    void stopReachesTheServer();
    void destroyedInItsOwnSlot_data();
    void destroyedInItsOwnSlot();
    void managerGoesFirst();
    void refusedConnection();
    void unknownHost();
    void serverThatSaysNothing_data();
    void serverThatSaysNothing();

private:
    void addManagers();
    ReplyStream *
    start(const QUrl &url,
          std::unique_ptr<StreamDecoder> decoder = std::make_unique<PlainTextDecoder>());
    ReplyStream *start() { return start(m_server->url()); }
    void verify(const Expected &expected);

    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<ReplyStream> m_stream;
    Connection m_connection;
    QString m_text;
    QList<Completion> m_endings;
};

void TestReplyStream::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_server = std::make_unique<DemoServer>();
    QVERIFY(m_server->listen());
    m_connection = {.baseUrl = m_server->url()};
    m_network = testManagers().first().make(m_connection, {});
    m_text.clear();
    m_endings.clear();
}

void TestReplyStream::cleanup()
{
    m_stream.reset();
    m_network.reset();
    m_server.reset();
}

ReplyStream *TestReplyStream::start(const QUrl &url, std::unique_ptr<StreamDecoder> decoder)
{
    QNetworkReply *reply = m_network->post(makeRequest(url, m_connection), "{}");
    m_stream = std::make_unique<ReplyStream>(reply, std::move(decoder), m_connection);
    connect(m_stream.get(), &ReplyStream::textReceived, this, [this](const QString &text) {
        QVERIFY2(m_endings.isEmpty(), "text after the end");
        m_text += text;
    });
    connect(m_stream.get(), &ReplyStream::finished, this,
            [this](const Completion &completion) { m_endings += completion; });
    return m_stream.get();
}

void TestReplyStream::verify(const Expected &expected)
{
    QTRY_COMPARE_WITH_TIMEOUT(m_endings.size(), 1, 10'000);
    const Completion &completion = m_endings.first();
    QCOMPARE(replyStateName(completion.state), replyStateName(expected.state));
    QCOMPARE(m_text, expected.text);
    QCOMPARE(completion.error.has_value(), expected.kind.has_value());
    if (expected.kind) {
        QCOMPARE(errorKindName(completion.error->kind), errorKindName(*expected.kind));
        QCOMPARE(int(completion.error->cause), int(expected.cause));
        QVERIFY(!completion.error->subject.isEmpty());
        if (!expected.detail.isEmpty())
            QCOMPARE(completion.error->detail, expected.detail);
    }
    QVERIFY(completion.timing.totalMs >= 0);
    m_stream.reset();
    QTest::qWait(1); // nothing may follow
    QCOMPARE(m_endings.size(), 1);
}

void TestReplyStream::endings_data()
{
    QTest::addColumn<TestManager>("manager");
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<Expected>("expected");

    const QString hello = u"hello"_s;
    const Expected cutOff{ReplyState::Interrupted, hello, ErrorKind::Protocol, ErrorCause::CutOff};
    struct Row
    {
        const char *name;
        Scenario scenario;
        Expected expected;
        bool needsExact = false; // the stock manager cannot tell
    };
    const QList<Row> rows{
        {"chunked", {.pieces = {"hel", "lo"}}, {ReplyState::Complete, hello}},
        {"with a length",
         {.pieces = {"hel", "lo"}, .framing = Framing_::ContentLength},
         {ReplyState::Complete, hello}},
        {"until the connection closes",
         {.pieces = {"hello"}, .framing = Framing_::UntilClose},
         {ReplyState::Interrupted, hello, ErrorKind::EndNotConfirmed}},
        {"nothing, chunked", {}, {ReplyState::Empty}},
        {"nothing, with a length", {.framing = Framing_::ContentLength}, {ReplyState::Empty}},
        {"204", {.status = 204, .framing = Framing_::ContentLength}, {ReplyState::Empty}},
        {"bytes that are no text", {.pieces = {"\xff\xfe"}}, {ReplyState::Empty}},
        {"a character cut between two pieces",
         {.pieces = {"caf\xc3", "\xa9"}, .pause = 20ms},
         {ReplyState::Complete, u"café"_s}},
        {"byte by byte",
         {.pieces = {"caf\xc3\xa9 \xf0\x9f\x98\x80"}, .byteSteps = 1},
         {ReplyState::Complete, u"café 😀"_s}},
        {"half a character at the end",
         {.pieces = {"hello\xe2\x82"}},
         {ReplyState::Complete, hello}},
        {"cut off, chunked",
         {.pieces = {"hello"}, .pause = 20ms, .ending = Ending::CutOff},
         cutOff,
         true},
        {"cut off, with a length",
         {.pieces = {"hello"},
          .pause = 20ms,
          .framing = Framing_::ContentLength,
          .ending = Ending::CutOff},
         cutOff},
        {"reset",
         {.pieces = {"hello"}, .pause = 20ms, .ending = Ending::Reset},
         {ReplyState::Interrupted, hello, ErrorKind::Protocol, ErrorCause::Reset},
         true},
        {"more than the length says",
         {.headers = {{"Content-Length", "5"}}, .pieces = {"hello world"}},
         {ReplyState::Complete, hello}},
        {"500 with a reason",
         {.status = 500, .reason = "Limite d\xe9passee", .pieces = {"Error"}},
         {ReplyState::Failed, {}, ErrorKind::Http, ErrorCause::Unknown, u"Limite dépassee"_s}},
        {"500 without words of its own",
         {.status = 500, .pieces = {"Error"}},
         {ReplyState::Failed,
          {},
          ErrorKind::Http,
          ErrorCause::Unknown,
          u"Internal Server Error"_s}},
        {"500 with an error in JSON",
         {.status = 500,
          .headers = {{"Content-Type", "application/json"}},
          .pieces = {R"({"error":{"message":"no such thing","type":"x"}})"}},
         {ReplyState::Failed, {}, ErrorKind::Http, ErrorCause::Unknown, u"no such thing"_s}},
        {"500 that never ends",
         {.status = 500, .reason = "It is on fire", .pieces = {"Err"}, .ending = Ending::Silence},
         {ReplyState::Failed, {}, ErrorKind::Http, ErrorCause::Unknown, u"It is on fire"_s}},
        {"400 in plain words",
         {.status = 400, .pieces = {"temperature must be\na number\x1b[31m"}},
         {ReplyState::Failed,
          {},
          ErrorKind::Http,
          ErrorCause::Unknown,
          u"temperature must be a number [31m"_s}},
        {"401", {.status = 401}, {ReplyState::Failed, {}, ErrorKind::Http, ErrorCause::KeyRefused}},
        {"401 with a challenge",
         {.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=\"x\""}}, .pieces = {"no"}},
         {ReplyState::Failed, {}, ErrorKind::Http, ErrorCause::KeyRefused}},
        {"403", {.status = 403}, {ReplyState::Failed, {}, ErrorKind::Http, ErrorCause::KeyRefused}},
        {"404", {.status = 404}, {ReplyState::Failed, {}, ErrorKind::Http}},
        {"429",
         {.status = 429},
         {ReplyState::Failed, {}, ErrorKind::Http, ErrorCause::TooManyRequests}},
        {"503", {.status = 503}, {ReplyState::Failed, {}, ErrorKind::Http}},
        {"307 elsewhere",
         {.status = 307, .headers = {{"Location", "http://user:pw@127.0.0.1:9/steal?token=1"}}},
         {ReplyState::Failed,
          {},
          ErrorKind::Redirect,
          ErrorCause::Unknown,
          u"http://127.0.0.1:9/steal"_s}},
        {"302 to a file",
         {.status = 302, .headers = {{"Location", "file:///etc/passwd"}}},
         {ReplyState::Failed,
          {},
          ErrorKind::Redirect,
          ErrorCause::Unknown,
          u"file:///etc/passwd"_s}},
        {"308 without a place", {.status = 308}, {ReplyState::Failed, {}, ErrorKind::Redirect}},
        {"a web page",
         {.headers = {{"Content-Type", "text/html; charset=utf-8"}},
          .pieces = {"<html><head><ti", "tle>Log in &amp; \n\x07pay</title>", "<img src=x>"}},
         {ReplyState::Failed, {}, ErrorKind::WrongAddress, ErrorCause::Unknown, u"Log in & pay"_s}},
        {"a web page that never ends",
         {.headers = {{"Content-Type", "TEXT/HTML"}},
          .pieces = {"<title>Cafe</title>"},
          .ending = Ending::Silence},
         {ReplyState::Failed, {}, ErrorKind::WrongAddress, ErrorCause::Unknown, u"Cafe"_s}},
        {"a compressed reply",
         {.headers = {{"Content-Encoding", "gzip"}}, .pieces = {"\x1f\x8b\x08"}},
         {ReplyState::Failed, {}, ErrorKind::Limit, ErrorCause::CompressionRefused}},
        {"a key in the words of the server",
         {.status = 500, .reason = "Incorrect API key provided: sk-canary."},
         {ReplyState::Failed,
          {},
          ErrorKind::Http,
          ErrorCause::Unknown,
          u"Incorrect API key provided: …."_s}},
    };
    for (const TestManager &manager : testManagers()) {
        for (const Row &row : rows) {
            if (manager.isExact || !row.needsExact)
                QTest::addRow("%s: %s", manager.name.constData(), row.name)
                    << manager << row.scenario << row.expected;
        }
    }
}

void TestReplyStream::endings()
{
    QFETCH(const TestManager, manager);
    QFETCH(const Scenario, scenario);
    QFETCH(const Expected, expected);

    m_connection.key = Secret(u"sk-canary"_s);
    m_network = manager.make(m_connection, {});
    m_server->setScenario(scenario);
    start();
    QVERIFY(m_text.isEmpty() && m_endings.isEmpty());
    verify(expected);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestReplyStream::headers_data()
{
    QTest::addColumn<TestManager>("manager");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");

    for (const TestManager &manager : testManagers()) {
        const auto row = [&manager](const QByteArray &name, const QByteArray &value) {
            QTest::addRow("%s: %s", manager.name.constData(), name.constData())
                << manager << name << value;
        };
        row("Content-Type", "application/json");
        row("Accept-Encoding", "identity");
        row("Accept", "text/plain");
        row("User-Agent", "Browser/1");
        row("Cookie", "a=1; b=2");
        row("X-Key", "caf\xe9");
        row("Content-Length", "2");
        row("Upgrade", "");
        row("Authorization", "");
    }
}

void TestReplyStream::headers()
{
    QFETCH(const TestManager, manager);
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);

    m_connection.userAgent = u"Browser/1"_s;
    m_connection.cookies = Secret(u"a=1; b=2"_s);
    m_connection.baseUrl.setUserInfo(u"user:password"_s);
    m_connection.headers = {{"accept", Secret(u"text/plain"_s)},
                            {"X-Key", Secret(u"café"_s)},
                            {"content-length", Secret(u"70"_s)},
                            {"Accept-Encoding", Secret(u"gzip, br"_s)},
                            {"Upgrade", Secret(u"h2c"_s)}};
    m_network = manager.make(m_connection, {});
    m_server->setScenario({.pieces = {"x"}});
    start(endpointUrl(m_connection.baseUrl, u"/x"_s));
    verify({.text = u"x"_s});
    QCOMPARE(m_server->requests().first().header(name), value);
    QVERIFY(!m_server->requests().first().target.contains("password"));
}

void TestReplyStream::timeouts_data()
{
    QTest::addColumn<TestManager>("manager");
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<Expected>("expected");
    QTest::addColumn<int>("limitMs");

    const QString hello = u"hello"_s;
    for (const TestManager &manager : testManagers()) {
        const auto row = [&manager](const char *name, const Scenario &scenario,
                                    const Expected &expected, int limitMs) {
            QTest::addRow("%s: %s", manager.name.constData(), name)
                << manager << scenario << expected << limitMs;
        };
        row("no answer", {.ending = Ending::Silence, .headWaits = true},
            {ReplyState::Failed, {}, ErrorKind::Timeout, ErrorCause::FirstByteTimeout}, 250);
        row("a head, then silence", {.ending = Ending::Silence},
            {ReplyState::Interrupted, {}, ErrorKind::Timeout, ErrorCause::IdleTimeout}, 150);
        row("text, then silence", {.pieces = {"hello"}, .ending = Ending::Silence},
            {ReplyState::Interrupted, hello, ErrorKind::Timeout, ErrorCause::IdleTimeout}, 150);
    }
}

void TestReplyStream::timeouts()
{
    QFETCH(const TestManager, manager);
    QFETCH(Scenario, scenario);
    QFETCH(const Expected, expected);
    QFETCH(const int, limitMs);

    if (scenario.headWaits)
        scenario.delay = 60s;
    m_connection.timeouts = {.connect = 5s, .firstByte = 250ms, .idle = 150ms};
    m_network = manager.make(m_connection, {});
    m_server->setScenario(scenario);
    start();
    verify(expected);
    QCOMPARE(int(m_endings.first().error->limit.count()), limitMs);
    QVERIFY(m_endings.first().timing.totalMs >= limitMs);
}

void TestReplyStream::slowReplyIsNotCut()
{
    // The whole takes longer than either limit, no silence in it does.
    m_connection.timeouts = {.firstByte = 2s, .idle = 2s};
    m_server->setScenario({.pieces = QByteArray("a slow reply").split(' '), .pause = 900ms});
    start();
    verify({.text = u"aslowreply"_s});
}

void TestReplyStream::markedEnd_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<Expected>("expected");

    QTest::newRow("what follows the mark is ignored")
        << Scenario{.pieces = {"he", "y. more. and more"}}
        << Expected{ReplyState::Complete, u"hey"_s};
    QTest::newRow("the mark proves the end of what the connection ends")
        << Scenario{.pieces = {"hey."}, .framing = Framing_::UntilClose}
        << Expected{ReplyState::Complete, u"hey"_s};
    QTest::newRow("the mark does not wait for the connection")
        << Scenario{.pieces = {"hey."}, .ending = Ending::Silence}
        << Expected{ReplyState::Complete, u"hey"_s};
    QTest::newRow("without the mark")
        << Scenario{.pieces = {"hey"}}
        << Expected{ReplyState::Interrupted, u"hey"_s, ErrorKind::Protocol, ErrorCause::EndMissing};
    QTest::newRow("an error in the reply")
        << Scenario{.pieces = {"hey!."}}
        << Expected{ReplyState::Failed, u"hey"_s, ErrorKind::Server, ErrorCause::Unknown,
                    u"it broke"_s};
    QTest::newRow("reasoning alone") << Scenario{.pieces = {"???."}} << Expected{ReplyState::Empty};
}

void TestReplyStream::markedEnd()
{
    QFETCH(const Scenario, scenario);
    QFETCH(const Expected, expected);

    m_server->setScenario(scenario);
    ReplyStream *stream = start(m_server->url(), std::make_unique<FullStopDecoder>());
    QString reasoning;
    connect(stream, &ReplyStream::reasoningReceived, this,
            [&reasoning](const QString &text) { reasoning += text; });
    QTRY_COMPARE(m_endings.size(), 1);
    if (expected.kind == ErrorKind::Server)
        m_endings.first().error->subject = u"-"_s; // the decoder does not know it
    verify(expected);
    QCOMPARE(reasoning.isEmpty(), expected.state != ReplyState::Empty);
}

void TestReplyStream::endlessBodyIsCutByLimit()
{
    // Paced: the stock manager does not get round to stopping while bytes pour in at full speed.
    m_server->setScenario({.pieces = {QByteArray(10'000, 'x')}, .pause = 1ms, .endless = true});
    start()->setMaximumBody(300'500);
    verify({ReplyState::CutByLimit, QString(300'500, u'x'), ErrorKind::Limit,
            ErrorCause::ReplyTooLarge});
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestReplyStream::endlessTextIsCutByLimit()
{
    // An emoji is two units, of which the limit divides one.
    m_server->setScenario(
        {.pieces = {QByteArray("\xF0\x9F\x98\x80").repeated(100)}, .pause = 1ms, .endless = true});
    start()->setMaximumText(1'001);
    verify({ReplyState::CutByLimit, u"\U0001F600"_s.repeated(500), ErrorKind::Limit,
            ErrorCause::ReplyTooLarge});
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestReplyStream::textUpToTheLimitIsWhole()
{
    m_server->setScenario({.pieces = {QByteArray(500, 'x'), QByteArray(501, 'x')}});
    start()->setMaximumText(1'001);
    verify({ReplyState::Complete, QString(1'001, u'x')});
}

void TestReplyStream::stopIsTold()
{
    m_server->setScenario({.pieces = {"hello"}, .ending = Ending::Silence});
    start();
    QTRY_COMPARE(m_text, u"hello"_s);
    m_stream->stop();
    QCOMPARE(m_endings.size(), 1);
    m_stream->stop();
    verify({ReplyState::Stopped, u"hello"_s});
}

void TestReplyStream::stopEndsWhatIsToldInSlices()
{
    m_server->setScenario({.pieces = {"hello"}, .ending = Ending::Silence});
    start(m_server->url(), std::make_unique<TalkativeDecoder>());
    connect(m_stream.get(), &ReplyStream::textReceived, m_stream.get(), &ReplyStream::stop);
    QTRY_COMPARE(m_endings.size(), 1);
    const qsizetype told = m_text.size();
    QVERIFY(told > 0 && told < 1'000'000);
    QTest::qWait(50);
    QCOMPARE(m_text.size(), told);
}

void TestReplyStream::stopReachesTheServer()
{
    m_server->setScenario({.delay = 60s});
    QSignalSpy left(m_server.get(), &DemoServer::clientLeft);
    start();
    QTRY_COMPARE(m_server->requests().size(), 1);
    m_stream->stop();
    verify({ReplyState::Stopped});
    QTRY_COMPARE_WITH_TIMEOUT(left.size(), 1, 1000);
}

void TestReplyStream::destroyedInItsOwnSlot_data()
{
    QTest::addColumn<bool>("atTheEnd");
    QTest::newRow("when text comes") << false;
    QTest::newRow("when it ends") << true;
}

void TestReplyStream::destroyedInItsOwnSlot()
{
    QFETCH(const bool, atTheEnd);

    m_server->setScenario({.pieces = {"a", "b"},
                           .pause = 10ms,
                           .ending = atTheEnd ? Ending::Proper : Ending::Silence});
    start();
    const auto destroy = [this] { m_stream.reset(); };
    if (atTheEnd)
        connect(m_stream.get(), &ReplyStream::finished, this, destroy);
    else
        connect(m_stream.get(), &ReplyStream::textReceived, this, destroy);
    QTRY_VERIFY(!m_stream);
    QTRY_COMPARE(m_server->openConnections(), atTheEnd ? 1 : 0);
    QCOMPARE(m_endings.size(), atTheEnd ? 1 : 0);
}

void TestReplyStream::managerGoesFirst()
{
    m_server->setScenario({.pieces = {"hello"}, .ending = Ending::Silence});
    start();
    QTRY_COMPARE(m_text, u"hello"_s);
    m_network.reset();
    verify({ReplyState::Stopped, u"hello"_s});
}

void TestReplyStream::refusedConnection()
{
    m_server.reset(); // nobody listens there any more
    start(m_connection.baseUrl);
    verify({ReplyState::Failed, {}, ErrorKind::Connect, ErrorCause::Refused});
    QCOMPARE(m_endings.first().error->subject, m_connection.baseUrl.authority());
}

void TestReplyStream::unknownHost()
{
    start(QUrl(u"http://does-not-exist.invalid/"_s));
    verify({ReplyState::Failed, {}, ErrorKind::NameLookup});
    QCOMPARE(m_endings.first().error->subject, u"does-not-exist.invalid"_s);
}

void TestReplyStream::serverThatSaysNothing_data()
{
    QTest::addColumn<TestManager>("manager");
    QTest::addColumn<QByteArray>("answer");
    for (const TestManager &manager : testManagers()) {
        QTest::addRow("%s: closes", manager.name.constData()) << manager << QByteArray();
        QTest::addRow("%s: half a head", manager.name.constData())
            << manager << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
        QTest::addRow("%s: garbage", manager.name.constData())
            << manager << QByteArray("\x15\x03\x01\x00\x02\x02\x16");
    }
}

void TestReplyStream::serverThatSaysNothing()
{
    QFETCH(const TestManager, manager);
    QFETCH(const QByteArray, answer);

    m_network = manager.make(m_connection, {});
    m_server->setScenario({.pieces = {answer}, .framing = Framing_::UntilClose, .sendHead = false});
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_endings.size(), 1, 10'000);
    QCOMPARE(m_endings.first().state, ReplyState::Failed);
    QCOMPARE(errorKindName(m_endings.first().error->kind), u"protocol"_s);
    QCOMPARE(m_text, QString());
    if (manager.isExact)
        QCOMPARE(m_server->requests().size(), 1);
}

QTEST_GUILESS_MAIN(TestReplyStream)
#include "tst_replystream.moc"
