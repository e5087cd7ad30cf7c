// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoserver.h"

#include "support/rawclient.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Aura;
using namespace std::chrono_literals;
using Ending = Scenario::Ending;
using Framing = Scenario::Framing;

namespace {

using Close = RawClient::Close;

QByteArray post(const QByteArray &path, const QByteArray &body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray chat(const QString &question)
{
    const QJsonObject message{{QStringLiteral("role"), QStringLiteral("user")},
                              {QStringLiteral("content"), question}};
    const QJsonObject model{{QStringLiteral("id"), QStringLiteral("demo")}};
    const QJsonObject json{{QStringLiteral("model"), model},
                           {QStringLiteral("messages"), QJsonArray{message}}};
    return post("/api/chat", QJsonDocument(json).toJson(QJsonDocument::Compact));
}

//! The chunks of a chunked body that ends as it should; empty otherwise.
QByteArrayList chunksOf(QByteArray body)
{
    QByteArrayList chunks;
    while (!body.isEmpty()) {
        const qsizetype line = body.indexOf("\r\n");
        const qsizetype size = body.first(std::max<qsizetype>(line, 0)).toLongLong(nullptr, 16);
        if (size == 0)
            return body == "0\r\n\r\n" ? chunks : QByteArrayList();
        chunks += body.mid(line + 2, size);
        body = body.mid(line + 2 + size + 2);
    }
    return {};
}

} // namespace

class TestDemoServer : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void listensOnLoopbackOnly();
    void playsScenarios_data();
    void playsScenarios();
    void cutsAtEveryByte_data();
    void cutsAtEveryByte();
    void bodyArrivesWholeBeforeAReset();
    void waitsAsTheScenarioSays();
    void writesInSmallSteps();
    void repeatsPiecesUntilTheClientLeaves();
    void chooserDecidesForEachRequest();
    void answersSeveralRequestsOnOneConnection();
    void answersAsTheRealServer_data();
    void answersAsTheRealServer();
    void answersOneChunkAWord();
    void pacesItsWords();
    void refusesWhatIsNoRequest();
    void tellsClientContinue();
    void noticesThatTheClientLeaves();
    void servesManyAtOnce();
};

void TestDemoServer::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestDemoServer::listensOnLoopbackOnly()
{
    DemoServer server;
    QVERIFY(server.url().isEmpty());
    QVERIFY(server.listen());
    QCOMPARE(server.url().host(), QStringLiteral("127.0.0.1"));
    QVERIFY(server.url().port() > 0);
    QCOMPARE(server.url().path(), QString());
    DemoServer second;
    QVERIFY(!second.listen(quint16(server.url().port())));
}

void TestDemoServer::playsScenarios_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<QByteArray>("statusLine");
    QTest::addColumn<QByteArrayList>("headers"); // must be there; "!name" must not
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Close>("close");
    const auto row = [](const char *name, const Scenario &scenario, const QByteArray &statusLine,
                        const QByteArrayList &headers, const QByteArray &body, Close close) {
        QTest::newRow(name) << scenario << statusLine << headers << body << close;
    };
    const QByteArray ok = "HTTP/1.1 200 OK";

    row("chunked", {.pieces = {"hel", "", "lo"}}, ok,
        {"Transfer-Encoding: chunked", "Connection: keep-alive", "!Content-Length",
         "!Content-Type"},
        "3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n", Close::None);
    row("by length", {.pieces = {"hel", "lo"}, .framing = Framing::ContentLength}, ok,
        {"Content-Length: 5", "!Transfer-Encoding"}, "hello", Close::None);
    row("until close", {.pieces = {"hel", "lo"}, .framing = Framing::UntilClose}, ok,
        {"Connection: close", "!Content-Length", "!Transfer-Encoding"}, "hello", Close::Fin);
    row("no piece", {}, ok, {}, "0\r\n\r\n", Close::None);
    row("status and headers",
        {.status = 429, .headers = {{"Retry-After", "3"}}, .framing = Framing::ContentLength},
        "HTTP/1.1 429 Too Many Requests", {"Retry-After: 3", "Content-Length: 0"}, "", Close::None);
    row("reason in Latin-1",
        {.status = 500,
         .reason = "Limite d\xe9pass\xe9"
                   "e"},
        "HTTP/1.1 500 Limite d\xe9pass\xe9"
        "e",
        {}, "0\r\n\r\n", Close::None);
    row("connection: close", {.headers = {{"Connection", "close"}}, .pieces = {"x"}}, ok,
        {"Connection: close", "!Keep-Alive"}, "1\r\nx\r\n0\r\n\r\n", Close::Fin);
    row("a length of the scenario's own",
        {.headers = {{"content-length", "99"}}, .pieces = {"x"}, .ending = Ending::CutOff}, ok,
        {"content-length: 99", "!Transfer-Encoding"}, "x", Close::Fin);
    row("both framings",
        {.headers = {{"Content-Length", "1"}, {"Transfer-Encoding", "chunked"}}, .pieces = {"x"}},
        ok, {"Content-Length: 1", "Transfer-Encoding: chunked"}, "1\r\nx\r\n0\r\n\r\n",
        Close::None);

    row("chunked, cut off", {.pieces = {"hello"}, .ending = Ending::CutOff}, ok, {},
        "5\r\nhello\r\n", Close::Fin);
    row("by length, cut off",
        {.pieces = {"hello"}, .framing = Framing::ContentLength, .ending = Ending::CutOff}, ok,
        {"Content-Length: 69"}, "hello", Close::Fin);
    row("only the head, cut off", {.ending = Ending::CutOff}, ok, {}, "", Close::Fin);
    row("chunked, reset", {.pieces = {"hello"}, .ending = Ending::Reset}, ok, {}, "5\r\nhello\r\n",
        Close::Reset);
    row("until close, reset",
        {.pieces = {"hello"}, .framing = Framing::UntilClose, .ending = Ending::Reset}, ok, {},
        "hello", Close::Reset);
    row("silence after the text", {.pieces = {"hello"}, .ending = Ending::Silence}, ok, {},
        "5\r\nhello\r\n", Close::None);
    row("whole, then FIN at once", {.cutAfter = 100000}, ok, {}, "0\r\n\r\n", Close::Fin);

    row("raw bytes",
        {.pieces = {"HTTP/1.1 200 Fine\r\nContent-Length: 1\r\n\r\n", "x"}, .sendHead = false},
        "HTTP/1.1 200 Fine", {"Content-Length: 1"}, "x", Close::None);
    row("raw bytes until close",
        {.pieces = {"HTTP/1.0 200 Old\r\n\r\nx"},
         .framing = Framing::UntilClose,
         .sendHead = false},
        "HTTP/1.0 200 Old", {}, "x", Close::Fin);
    row("half a head",
        {.pieces = {"HTTP/1.1 200 OK\r\n"}, .ending = Ending::CutOff, .sendHead = false}, ok, {},
        "", Close::Fin);
    row("closes without an answer", {.ending = Ending::CutOff, .sendHead = false}, "", {}, "",
        Close::Fin);
    row("resets without an answer", {.ending = Ending::Reset, .sendHead = false}, "", {}, "",
        Close::Reset);
    row("never answers", {.ending = Ending::Silence, .sendHead = false}, "", {}, "", Close::None);
}

void TestDemoServer::playsScenarios()
{
    QFETCH(Scenario, scenario);
    QFETCH(QByteArray, statusLine);
    QFETCH(QByteArrayList, headers);
    QFETCH(QByteArray, body);
    QFETCH(Close, close);

    DemoServer server;
    QVERIFY(server.listen());
    server.setScenario(scenario);
    RawClient client(server.url().port());
    client.send(post("/api/chat", "{}"));

    QTRY_COMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().first().body, "{}");
    if (close == Close::None) {
        QTRY_COMPARE(client.body(), body);
        QTest::qWait(30); // nothing more may come
    } else {
        QTRY_COMPARE(client.close, close);
    }
    QCOMPARE(client.close, close);
    QCOMPARE(client.statusLine(), statusLine);
    if (client.bytes.contains("\r\n\r\n"))
        QCOMPARE(client.body(), body);
    for (const QByteArray &header : headers) {
        if (header.startsWith('!'))
            QVERIFY2(!client.bytes.toLower().contains("\r\n" + header.mid(1).toLower() + ':'),
                     header.constData());
        else
            QVERIFY2(client.hasHeader(header), (header + " in " + client.bytes).constData());
    }
}

void TestDemoServer::cutsAtEveryByte_data()
{
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<int>("byteSteps");
    QTest::newRow("FIN") << Ending::Proper << 0;
    QTest::newRow("FIN, in steps") << Ending::CutOff << 7;
    QTest::newRow("RST") << Ending::Reset << 0;
}

void TestDemoServer::cutsAtEveryByte()
{
    QFETCH(Ending, ending);
    QFETCH(int, byteSteps);
    const QByteArray full = "HTTP/1.1 200 OK\r\nDate: x\r\nConnection: close\r\n"
                            "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
    DemoServer server;
    QVERIFY(server.listen());
    Scenario scenario{.headers = {{"Date", "x"}, {"Connection", "close"}},
                      .pieces = {"hello"},
                      .ending = ending,
                      .byteSteps = byteSteps};
    for (qsizetype cut = 0; cut <= full.size(); ++cut) {
        scenario.cutAfter = cut;
        server.setScenario(scenario);
        RawClient client(server.url().port());
        client.send(post("/", {}));
        QTRY_COMPARE(client.close, ending == Ending::Reset ? Close::Reset : Close::Fin);
        QCOMPARE(client.bytes, full.first(cut));
    }
    QTRY_COMPARE(server.openConnections(), 0);
}

//! A reset discards what the kernel holds; the server must let it leave first.
void TestDemoServer::bodyArrivesWholeBeforeAReset()
{
    DemoServer server;
    QVERIFY(server.listen());
    const QByteArray large(8 * 1024 * 1024, 'x');
    server.setScenario(
        {.pieces = {large}, .framing = Framing::UntilClose, .ending = Ending::Reset});
    RawClient client(server.url().port());
    client.send(post("/", {}));
    QTRY_COMPARE_WITH_TIMEOUT(client.close, Close::Reset, 20000);
    QCOMPARE(client.body().size(), large.size());
}

void TestDemoServer::waitsAsTheScenarioSays()
{
    DemoServer server;
    QVERIFY(server.listen());
    server.setScenario({.pieces = {"a", "b"}, .delay = 80ms, .pause = 60ms});
    RawClient client(server.url().port());
    client.send(post("/", {}));
    QTRY_COMPARE(server.requests().size(), 1);
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY(client.bytes.endsWith("\r\n\r\n"));
    QVERIFY2(clock.elapsed() >= 70, qPrintable(QString::number(clock.elapsed())));
    QTRY_COMPARE(client.body(), "1\r\na\r\n");
    QVERIFY2(clock.elapsed() >= 130, qPrintable(QString::number(clock.elapsed())));
    QTRY_COMPARE(client.body(), "1\r\na\r\n1\r\nb\r\n0\r\n\r\n");
    QVERIFY2(clock.elapsed() >= 190, qPrintable(QString::number(clock.elapsed())));
}

void TestDemoServer::writesInSmallSteps()
{
    DemoServer server;
    QVERIFY(server.listen());
    server.setScenario({.pieces = {"The quick brown fox"}, .byteSteps = 1});
    RawClient client(server.url().port());
    client.send(post("/", {}));
    QTRY_VERIFY(client.bytes.endsWith("\r\n0\r\n\r\n"));
    QCOMPARE(client.body(), "13\r\nThe quick brown fox\r\n0\r\n\r\n");
    QVERIFY2(client.reads > client.bytes.size() / 2, qPrintable(QString::number(client.reads)));
}

void TestDemoServer::repeatsPiecesUntilTheClientLeaves()
{
    DemoServer server;
    QVERIFY(server.listen());
    QSignalSpy left(&server, &DemoServer::clientLeft);
    server.setScenario({.pieces = {QByteArray(1000, 'a'), QByteArray(1000, 'b')}, .endless = true});
    RawClient client(server.url().port());
    client.send(post("/", {}));
    QTRY_VERIFY(client.bytes.size() > 1000 * 1000);
    client.leave();
    QTRY_COMPARE(left.size(), 1);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestDemoServer::chooserDecidesForEachRequest()
{
    DemoServer server;
    QVERIFY(server.listen());
    server.setScenarioChooser([](const DemoRequest &request) -> std::optional<Scenario> {
        if (request.path() == "/mine")
            return Scenario{.pieces = {"chosen"}, .framing = Framing::UntilClose};
        return std::nullopt;
    });
    RawClient mine(server.url().port());
    mine.send(post("/mine?x", {}));
    QTRY_COMPARE(mine.close, Close::Fin);
    QCOMPARE(mine.body(), "chosen");
    RawClient other(server.url().port());
    other.send(post("/api/models", R"({"key":""})"));
    QTRY_VERIFY(other.bytes.contains("Aura demo"));

    server.setScenario({.status = 503, .framing = Framing::ContentLength});
    RawClient models(server.url().port());
    models.send(post("/api/models", R"({"key":""})"));
    QTRY_VERIFY(models.bytes.contains("Aura demo"));
    RawClient faulty(server.url().port());
    faulty.send(chat(QStringLiteral("hello")));
    QTRY_VERIFY(faulty.bytes.startsWith("HTTP/1.1 503 Service Unavailable\r\n"));

    server.clearScenario();
    RawClient demo(server.url().port());
    demo.send(post("/mine", {}));
    QTRY_VERIFY(demo.bytes.startsWith("HTTP/1.1 404 Not Found\r\n"));
}

void TestDemoServer::answersSeveralRequestsOnOneConnection()
{
    DemoServer server;
    QVERIFY(server.listen());
    server.setScenarioChooser([](const DemoRequest &request) {
        return Scenario{
            .pieces = {request.path()}, .pause = 5ms, .framing = Framing::ContentLength};
    });
    RawClient client(server.url().port());
    client.send(post("/one", "x") + post("/two", "y")); // at once
    QTRY_VERIFY(client.bytes.endsWith("/two"));
    client.send(post("/three", {}));
    QTRY_VERIFY(client.bytes.endsWith("/three"));
    QVERIFY(client.bytes.indexOf("\r\n\r\n/one") < client.bytes.indexOf("\r\n\r\n/two"));
    QCOMPARE(server.openConnections(), 1);
    client.send("GET /four HTTP/1.1\r\nConnection: close\r\n\r\n");
    QTRY_COMPARE(client.close, Close::Fin);
    QVERIFY(client.bytes.endsWith("/four"));
    QCOMPARE(server.requests().size(), 4);
}

void TestDemoServer::answersAsTheRealServer_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("statusLine");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("text"); // stands in the body
    const QByteArray ok = "HTTP/1.1 200 OK";
    const QByteArray failed = "HTTP/1.1 500 Internal Server Error";
    const QByteArray text = "text/plain;charset=UTF-8";
    const QByteArray html = "text/html; charset=utf-8";
    const QByteArray error = "5\r\nError\r\n0\r\n\r\n";

    QTest::newRow("models") << post("/api/models", R"({"key":""})") << ok << text
                            << QByteArray(R"([{"id":"demo","name":"Aura demo"}])");
    QTest::newRow("models, empty body") << post("/api/models", {}) << failed << text << error;
    QTest::newRow("models, GET") << QByteArray("GET /api/models HTTP/1.1\r\n\r\n") << failed << text
                                 << error;
    QTest::newRow("chat, no JSON") << post("/api/chat", "no") << failed << text << error;
    QTest::newRow("chat, no model")
        << post("/api/chat", R"({"messages":[]})") << failed << text << error;
    QTest::newRow("chat, no messages")
        << post("/api/chat", R"({"model":{"id":"demo"}})") << failed << text << error;
    QTest::newRow("chat, content null")
        << post("/api/chat", R"({"model":{"id":"a"},"messages":[{"role":"user","content":null}]})")
        << failed << text << error;
    QTest::newRow("chat, GET") << QByteArray("GET /api/chat HTTP/1.1\r\n\r\n") << failed << text
                               << error;
    QTest::newRow("the web page") << post("/", "{}") << ok << html << QByteArray("<!DOCTYPE html>");
    QTest::newRow("the web page, GET")
        << QByteArray("GET / HTTP/1.1\r\n\r\n") << ok << html << QByteArray("<!DOCTYPE html>");
    QTest::newRow("another page") << post("/v1/chat/completions", "{}")
                                  << QByteArray("HTTP/1.1 404 Not Found") << html
                                  << QByteArray("<!DOCTYPE html>");
    QTest::newRow("chat with a slash")
        << post("/api/chat/", "{}") << QByteArray("HTTP/1.1 308 Permanent Redirect") << QByteArray()
        << QByteArray("0\r\n\r\n");
}

void TestDemoServer::answersAsTheRealServer()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, statusLine);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, text);
    DemoServer server;
    QVERIFY(server.listen());
    RawClient client(server.url().port());
    client.send(request);
    QTRY_VERIFY(client.bytes.endsWith("0\r\n\r\n"));
    QCOMPARE(client.statusLine(), statusLine);
    QCOMPARE(client.hasHeader("Content-Type: " + type), !type.isEmpty());
    QVERIFY2(client.body().contains(text), client.body().constData());
    QCOMPARE(client.close, Close::None);
}

void TestDemoServer::answersOneChunkAWord()
{
    DemoServer server;
    QVERIFY(server.listen());
    server.setPace(0ms);
    RawClient client(server.url().port());
    client.send(chat(QStringLiteral("What is the weather like?")));
    QTRY_VERIFY(client.bytes.endsWith("\r\n0\r\n\r\n"));
    QVERIFY(client.bytes.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(client.hasHeader("Transfer-Encoding: chunked"));
    QVERIFY(!client.bytes.toLower().contains("content-type"));
    const QByteArrayList chunks = chunksOf(client.body());
    QVERIFY(chunks.size() > 20);
    for (const QByteArray &chunk : chunks)
        QVERIFY2(!chunk.trimmed().simplified().contains(' '), chunk.constData());
    QVERIFY(chunks.join().contains("not a language model"));
    QVERIFY(chunks.join().contains("What is the weather like?"));
}

void TestDemoServer::pacesItsWords()
{
    DemoServer server;
    QVERIFY(server.listen());
    server.setPace(20ms);
    RawClient client(server.url().port());
    client.send(chat(QStringLiteral("hello")));
    QTRY_VERIFY(!client.bytes.isEmpty());
    // The head comes with the first word, never alone.
    QVERIFY(!client.body().isEmpty());
    QElapsedTimer clock;
    clock.start();
    const int before = client.reads;
    QTRY_VERIFY(client.reads >= before + 10);
    QVERIFY2(clock.elapsed() >= 150, qPrintable(QString::number(clock.elapsed())));
}

void TestDemoServer::refusesWhatIsNoRequest()
{
    DemoServer server;
    QVERIFY(server.listen());
    RawClient rubbish(server.url().port());
    rubbish.send("\x16\x03\x01 hello\r\n\r\n");
    QTRY_COMPARE(rubbish.close, Close::Fin);
    QVERIFY(rubbish.bytes.startsWith("HTTP/1.1 400 Bad Request\r\n"));
    RawClient flood(server.url().port());
    flood.send("GET / HTTP/1.1\r\n" + QByteArray("a: b\r\n").repeated(100000));
    QTRY_VERIFY(flood.bytes.startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n"));
    RawClient huge(server.url().port());
    huge.send("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\nabc");
    QTRY_VERIFY(huge.bytes.startsWith("HTTP/1.1 413 "));
    QVERIFY(server.requests().isEmpty());
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestDemoServer::tellsClientContinue()
{
    DemoServer server;
    QVERIFY(server.listen());
    RawClient client(server.url().port());
    client.send("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QTRY_COMPARE(client.bytes, "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("{}");
    QTRY_VERIFY(client.bytes.endsWith("0\r\n\r\n"));
    QCOMPARE(server.requests().first().body, "{}");
}

void TestDemoServer::noticesThatTheClientLeaves()
{
    DemoServer server;
    QVERIFY(server.listen());
    QSignalSpy left(&server, &DemoServer::clientLeft);
    server.setScenario({.pieces = {"a", "b"}, .framing = Framing::ContentLength});
    RawClient content(server.url().port());
    content.send(post("/", {}));
    QTRY_VERIFY(content.bytes.endsWith("ab"));
    QCOMPARE(server.openConnections(), 1);
    content.leave(); // after the end of the response: nothing was missed
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(left.size(), 0);

    server.setScenario({.pieces = {"a"}, .ending = Ending::Silence});
    RawClient impatient(server.url().port());
    impatient.send(post("/", {}));
    QTRY_VERIFY(impatient.bytes.endsWith("a\r\n"));
    impatient.leave();
    QTRY_COMPARE(left.size(), 1);
    QTRY_COMPARE(server.openConnections(), 0);

    server.setScenario({.delay = 10s});
    RawClient early(server.url().port());
    early.send(post("/", {}));
    QTRY_COMPARE(server.requests().size(), 3);
    early.leave();
    QTRY_COMPARE(left.size(), 2);
}

void TestDemoServer::servesManyAtOnce()
{
    DemoServer server;
    QVERIFY(server.listen());
    server.setScenario({.pieces = QByteArrayList(20, "word "), .pause = 5ms});
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 50; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.url().port()));
        clients.back()->send(post("/", {}));
    }
    for (const auto &client : clients) {
        QTRY_VERIFY(client->bytes.endsWith("\r\n0\r\n\r\n"));
        QCOMPARE(chunksOf(client->body()).join(), QByteArray("word ").repeated(20));
    }
    QCOMPARE(server.openConnections(), 50);
}

QTEST_GUILESS_MAIN(TestDemoServer)
#include "tst_demoserver.moc"
