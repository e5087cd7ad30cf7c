// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoserver.h"
#include "providers/chatprovider.h"
#include "providers/providerfactory.h"
#include "support/managers.h"
#include "support/wire.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(TestManager)
Q_DECLARE_METATYPE(Scenario)

namespace {

ChatRequest question(const QString &text = u"Hello"_s)
{
    return {.messages = {{.role = Role::User, .text = text}}};
}

QByteArray sse(const QByteArray &object)
{
    return "data: " + object + "\n\n";
}

const QByteArray hello = sse(R"({"choices":[{"delta":{"content":"Hello"}}],"model":"m"})");
const QByteArray stop = sse(R"({"choices":[{"delta":{},"finish_reason":"stop"}]})");
const QByteArray done = sse("[DONE]");
const QByteArray helloLine = "{\"message\":{\"content\":\"Hello\"},\"done\":false}\n";
const QByteArray doneLine = "{\"done\":true,\"done_reason\":\"stop\"}\n";

} // namespace

//! The providers of the JSON protocols, over sockets.
class TestJsonProviders : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void recording_data();
    void recording();
    void ending_data();
    void ending();
    void content_data();
    void content();
    void contextIsTooSmall_data();
    void contextIsTooSmall();
    void refusal_data();
    void refusal();
    void keys_data();
    void keys();
    void loadingModel();
    void loadingModelCancelled();
    void loadingElsewhere();
    void contextIsFull_data();
    void contextIsFull();
    void models_data();
    void models();
    void noListOfModels_data();
    void noListOfModels();
    void manyAtOnceAndAList();
    void errorsWithoutTheKey();

private:
    void use(const Connection &connection, const TestManager &manager = testManagers().last());
    void askAndWait(int milliseconds = 10'000);
    int posts() const;
    static int toldOfLoading(const QSignalSpy &progressed); // how often

    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<ChatProvider> m_provider;
    QHash<RequestId, QString> m_texts;
    QHash<RequestId, QString> m_reasonings;
    QList<std::pair<RequestId, Completion>> m_endings;
};

void TestJsonProviders::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_server = std::make_unique<DemoServer>();
    QVERIFY(m_server->listen());
    m_server->setPace(0ms);
}

void TestJsonProviders::cleanup()
{
    m_provider.reset();
    m_network.reset();
    m_server.reset();
}

void TestJsonProviders::use(const Connection &connection, const TestManager &manager)
{
    m_provider.reset();
    m_network = manager.make(connection, {});
    m_provider = makeProvider(*m_network, connection);
    m_texts.clear();
    m_reasonings.clear();
    m_endings.clear();
    connect(m_provider.get(), &ChatProvider::chunkReceived, this,
            [this](RequestId id, const QString &text) {
                for (const auto &[ended, completion] : std::as_const(m_endings))
                    QVERIFY2(ended != id, "a chunk after the end");
                m_texts[id] += text;
            });
    connect(m_provider.get(), &ChatProvider::reasoningReceived, this,
            [this](RequestId id, const QString &text) { m_reasonings[id] += text; });
    connect(m_provider.get(), &ChatProvider::finished, this,
            [this](RequestId id, const Completion &completion) {
                m_endings += {id, completion};
            });
}

void TestJsonProviders::askAndWait(int milliseconds)
{
    QSignalSpy finished(m_provider.get(), &ChatProvider::finished);
    m_provider->send(question());
    QVERIFY(m_endings.isEmpty());
    QVERIFY(finished.wait(milliseconds)); // no longer than it takes: there are hundreds of rows
    QCOMPARE(m_endings.size(), 1);
}

int TestJsonProviders::posts() const
{
    const QList<DemoRequest> &requests = m_server->requests();
    return int(std::count_if(requests.cbegin(), requests.cend(),
                             [](const DemoRequest &request) { return request.method == "POST"; }));
}

void TestJsonProviders::recording_data()
{
    QTest::addColumn<TestManager>("manager");
    QTest::addColumn<ServerKind>("kind");
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<bool>("isCutOff");
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("text");

    const auto add = [](const TestManager &manager, const QByteArray &name, ServerKind kind,
                        const QByteArray &response, bool isCutOff, const QByteArray &state,
                        const QString &text) {
        for (const int step : {0, 1, 97}) {
            // One byte a time for the short ones; the decoders have seen every split.
            const bool isWanted = step == 0 || (step == 1 && response.size() < 1500)
                || (step == 97 && response.size() >= 1500 && response.size() < 5000);
            if (isWanted)
                QTest::addRow("%s: %s, %d", manager.name.constData(), name.constData(), step)
                    << manager << kind << response << isCutOff << step << QString::fromLatin1(state)
                    << text;
        }
    };
    for (const TestManager &manager : testManagers()) {
        for (const auto &[folder, kind] : {std::pair(u"llama-server"_s, ServerKind::OpenAi),
                                           {u"ollama"_s, ServerKind::Ollama}}) {
            const QList<Wire::Recording> recordings = Wire::recordings(folder);
            for (const Wire::Recording &recording : recordings)
                add(manager, recording.name, kind, recording.response, recording.isCutOff,
                    recording.state, recording.text.value_or(QString()));
        }
        for (const auto &[prefix, kind] :
             {std::pair(QByteArray("sse-"), ServerKind::OpenAi), {"nd-", ServerKind::Ollama}}) {
            const QList<Wire::Synthetic> rows = Wire::synthetics(prefix);
            for (const Wire::Synthetic &row : rows)
                add(manager, row.name, kind,
                    "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(row.body.size())
                        + "\r\n\r\n" + row.body,
                    false, row.state, row.text);
        }
    }
}

void TestJsonProviders::recording()
{
    QFETCH(const TestManager, manager);
    QFETCH(const ServerKind, kind);
    QFETCH(const QByteArray, response);
    QFETCH(const bool, isCutOff);
    QFETCH(const int, step);
    QFETCH(const QString, state);
    QFETCH(const QString, text);

    Scenario scenario{.pieces = {response},
                      .framing = Scenario::Framing::UntilClose,
                      .sendHead = false,
                      .byteSteps = step};
    if (isCutOff && !manager.isExact) // Qt's own manager cannot tell
        scenario.ending = Scenario::Ending::Silence;
    m_server->setScenario(scenario);
    use({.kind = kind,
         .baseUrl = m_server->url(),
         .timeouts = {.idle = isCutOff ? 300ms : 10'000ms}},
        manager);
    askAndWait();
    const auto &[id, completion] = m_endings.constFirst();
    QCOMPARE(replyStateName(completion.state), state);
    const bool thinksInText = text.startsWith("<think>"_L1);
    QCOMPARE(thinksInText
                 ? u"<think>"_s + m_reasonings.value(id) + u"</think>"_s + m_texts.value(id)
                 : m_texts.value(id),
             text);
    QCOMPARE(completion.error.has_value(),
             completion.state == ReplyState::Failed || completion.state == ReplyState::Interrupted);
    QCOMPARE(posts(), 1);
}

void TestJsonProviders::ending_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<ReplyState>("state");
    QTest::addColumn<int>("cause"); // -1: no error
    using Framing = Scenario::Framing;
    using Ending = Scenario::Ending;
    const auto row = [](const char *name, const Scenario &scenario, ReplyState state,
                        int cause = -1) { QTest::newRow(name) << scenario << state << cause; };
    row("F44: a reason, then the end of HTTP", {.pieces = {hello, stop}}, ReplyState::Complete);
    row("F44: the mark without a reason", {.pieces = {hello, done}}, ReplyState::Complete);
    row("F45: neither", {.pieces = {hello}}, ReplyState::Interrupted, int(ErrorCause::EndMissing));
    row("F4: a reason, then cut off", {.pieces = {hello, stop}, .ending = Ending::CutOff},
        ReplyState::Complete);
    row("the mark, then a reset", {.pieces = {hello, done}, .ending = Ending::Reset},
        ReplyState::Complete);
    row("F1: cut off", {.pieces = {hello}, .ending = Ending::CutOff}, ReplyState::Interrupted,
        int(ErrorCause::CutOff));
    row("F6: less than the length",
        {.pieces = {hello}, .framing = Framing::ContentLength, .ending = Ending::CutOff},
        ReplyState::Interrupted, int(ErrorCause::CutOff));
    row("F8: the end of the connection after the mark",
        {.pieces = {hello, done}, .framing = Framing::UntilClose}, ReplyState::Complete);
    row("F8: the end of the connection alone", {.pieces = {hello}, .framing = Framing::UntilClose},
        ReplyState::Interrupted, int(ErrorCause::CutOff));
    row("F28: silence", {.pieces = {hello}, .ending = Ending::Silence}, ReplyState::Interrupted,
        int(ErrorCause::IdleTimeout));
    row("F28: silence after a reason", {.pieces = {hello, stop}, .ending = Ending::Silence},
        ReplyState::Complete);
    row("F46: data after the mark, and no end",
        {.pieces = {hello, done, hello}, .ending = Ending::Silence}, ReplyState::Complete);
    row("F41: an error", {.pieces = {hello, sse(R"({"error":{"message":"no"}})")}},
        ReplyState::Failed, int(ErrorCause::Unknown));
    row("F41: an error that says the context is full",
        {.pieces = {hello, sse(R"({"error":{"message":"maximum context length exceeded"}})")}},
        ReplyState::Failed, int(ErrorCause::ContextExceeded));
    row("F52: a web page",
        {.headers = {{"Content-Type", "text/html"}}, .pieces = {"<html><title>Log in</title>"}},
        ReplyState::Failed, int(ErrorCause::Unknown));
    row("F52: a web page that does not say so", {.pieces = {"<html><title>Log in</title></html>"}},
        ReplyState::Failed, int(ErrorCause::Unknown));
    row("text", {.pieces = {"Hello there\n"}}, ReplyState::Failed, int(ErrorCause::Unknown));
    row("F53: a redirect", {.status = 307, .headers = {{"Location", "http://127.0.0.1:1/"}}},
        ReplyState::Failed, int(ErrorCause::Unknown));
    // A process that is killed leaves a reset; one that is told to end, the end of the connection.
    row("F43: the server is killed", {.pieces = {hello}, .ending = Ending::Reset},
        ReplyState::Interrupted, int(ErrorCause::Reset));
    row("nothing", {.pieces = {}}, ReplyState::Interrupted, int(ErrorCause::EndMissing));
    row("a filter", {.pieces = {hello, sse(R"({"choices":[{"finish_reason":"content_filter"}]})")}},
        ReplyState::CutByLimit, int(ErrorCause::ContentFiltered));
}

void TestJsonProviders::ending()
{
    QFETCH(const Scenario, scenario);
    QFETCH(const ReplyState, state);
    QFETCH(const int, cause);
    m_server->setScenario(scenario);
    use({.kind = ServerKind::OpenAi, .baseUrl = m_server->url(), .timeouts = {.idle = 300ms}});
    askAndWait();
    const auto &[id, completion] = m_endings.constFirst();
    QCOMPARE(replyStateName(completion.state), replyStateName(state));
    QCOMPARE(completion.error ? int(completion.error->cause) : -1, cause);
    QCOMPARE(m_texts.value(id), scenario.pieces.contains(hello) ? u"Hello"_s : QString());
    QCOMPARE(posts(), 1);
    QTest::qWait(20); // nothing may follow
    QCOMPARE(m_endings.size(), 1);
}

//! What a stream may hold, from end to end; the decoders have seen every split of it.
void TestJsonProviders::content_data()
{
    QTest::addColumn<ServerKind>("kind");
    QTest::addColumn<QList<QByteArray>>("pieces");
    QTest::addColumn<ReplyState>("state");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("unreadable"); // parts; a note says so
    const auto row = [](const char *name, ServerKind kind, const QList<QByteArray> &pieces,
                        ReplyState state, const QString &text, int unreadable = 0) {
        QTest::newRow(name) << kind << pieces << state << text << unreadable;
    };
    const auto openAi = [&row](const char *name, const QByteArray &middle, const QString &text,
                               int unreadable = 0) {
        row(name, ServerKind::OpenAi, {hello, middle, stop, done}, ReplyState::Complete,
            u"Hello"_s + text, unreadable);
    };
    const auto ollama = [&row](const char *name, const QByteArray &middle, const QString &text,
                               int unreadable = 0) {
        row(name, ServerKind::Ollama, {helloLine, middle, doneLine}, ReplyState::Complete,
            u"Hello"_s + text, unreadable);
    };
    const auto delta = [](const QByteArray &value) {
        return sse(R"({"choices":[{"delta":)" + value + "}]}");
    };
    openAi("F47: usage without choices",
           sse(R"({"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1}})"), {});
    openAi("F47: no choices", sse(R"({"id":"x","usage":null})"), {});
    openAi("F47: no delta", delta("null"), {});
    openAi("F47: no content", delta(R"({"content":null})"), {});
    openAi("F47: parts", delta(R"({"content":[{"type":"text","text":" all"}]})"), u" all"_s);
    openAi("F47: a message instead of a delta",
           sse(R"({"choices":[{"message":{"content":" all"}}]})"), u" all"_s);
    row("F47: one answer in one piece", ServerKind::OpenAi,
        {R"({"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]})"},
        ReplyState::Complete, u"Hello"_s);
    openAi("F48: comments and pings", ": ping\n\n:\n\n", {});
    openAi("F48: no space, CRLF and several lines",
           "data:{\"choices\":\r\ndata:[{\"delta\":{\"content\":\" all\"}}]}\r\n\r\n", u" all"_s);
    openAi("F48: CR alone", "data: {\"choices\":[{\"delta\":{\"content\":\" all\"}}]}\r\r",
           u" all"_s);
    row("F48: a byte order mark, and no line end", ServerKind::OpenAi,
        {"\xef\xbb\xbf" + hello, done.trimmed()}, ReplyState::Complete, u"Hello"_s);
    openAi("F49: bad JSON in the middle", sse(R"({"choices":[{)") + hello, u"Hello"_s, 1);
    ollama("F49: bad JSON in the middle of lines", "{\"mess\n" + helloLine, u"Hello"_s, 1);
    openAi("F50: bad UTF-8", delta("{\"content\":\"a\xff\"}"), u"a\uFFFD"_s);
    ollama("F50: bad UTF-8 in lines", "{\"message\":{\"content\":\"a\xff\"}}\n", u"a\uFFFD"_s);
    openAi("F50: half a pair", delta(R"({"content":"a\ud83db"})"), u"a\uFFFDb"_s);
    openAi("F50: NUL and U+202E", delta(R"({"content":"\u0000\u202e"})"), QString(u"\0\u202E"_s));
    row("F50: half a character, and the end", ServerKind::OpenAi,
        {hello, "data: {\"choices\":[{\"delta\":{\"content\":\"\xe2\x82"}, ReplyState::Interrupted,
        u"Hello"_s);
    row("F50: half a character, and the end, as text", ServerKind::Aura, {"Hello\xe2\x82"},
        ReplyState::Complete, u"Hello"_s);
    openAi("F51: deep JSON", sse(QByteArray(100'000, '[')), {}, 1);
    ollama("F51: deep JSON in a line", QByteArray(R"({"a":)").repeated(100'000) + '\n', {}, 1);
    row("F42: an error behind the text", ServerKind::Ollama,
        {helloLine, "{\"error\":\"unexpected EOF\"}\n"}, ReplyState::Failed, u"Hello"_s);
    row("F45: no last line", ServerKind::Ollama, {helloLine}, ReplyState::Interrupted, u"Hello"_s);
    row("F46: data behind the last line", ServerKind::Ollama, {helloLine, doneLine, helloLine},
        ReplyState::Complete, u"Hello"_s);
}

void TestJsonProviders::content()
{
    QFETCH(const ServerKind, kind);
    QFETCH(const QList<QByteArray>, pieces);
    QFETCH(const ReplyState, state);
    m_server->setScenario({.pieces = pieces});
    use({.kind = kind, .baseUrl = m_server->url()});
    askAndWait();
    const auto &[id, completion] = m_endings.constFirst();
    QCOMPARE(replyStateName(completion.state), replyStateName(state));
    QTEST(m_texts.value(id), "text");
    QTEST(completion.unreadableParts, "unreadable");
    QCOMPARE(posts(), 1);
}

//! F36: how much does not fit is told in numbers, whoever says it and however it is wrapped.
void TestJsonProviders::contextIsTooSmall_data()
{
    QTest::addColumn<ServerKind>("kind");
    QTest::addColumn<QString>("recording");
    QTest::addColumn<QList<qint64>>("tokens"); // needed, allowed
    QTest::newRow("llama.cpp") << ServerKind::OpenAi << u"llama-server/err-ctx-overflow"_s
                               << QList<qint64>{24'016, 512};
    QTest::newRow("Ollama") << ServerKind::Ollama << u"ollama/ctx-overflow-notruncate"_s
                            << QList<qint64>{36'015, 1024};
}

void TestJsonProviders::contextIsTooSmall()
{
    QFETCH(const ServerKind, kind);
    QFETCH(const QString, recording);
    m_server->setScenario({.pieces = {Wire::response(recording)},
                           .framing = Scenario::Framing::UntilClose,
                           .sendHead = false});
    use({.kind = kind, .baseUrl = m_server->url()});
    askAndWait();
    const Completion &completion = m_endings.constFirst().second;
    QCOMPARE(completion.state, ReplyState::Failed);
    QCOMPARE(completion.error->cause, ErrorCause::ContextExceeded);
    QTEST((QList<qint64>{completion.error->needed, completion.error->allowed}), "tokens");
    QCOMPARE(posts(), 1);
}

void TestJsonProviders::refusal_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<ErrorCause>("cause");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, int status, const QByteArray &body, ErrorCause cause,
                        const QString &detail) {
        QTest::newRow(name) << Scenario{.status = status,
                                        .headers = {{"Content-Type", "application/json"},
                                                    // F34: no password is asked for
                                                    {"WWW-Authenticate", "Basic realm=\"x\""},
                                                    {"Retry-After", "20"}},
                                        .pieces = {body}}
                            << cause << detail;
    };
    row("F33: 401", 401, R"({"error":{"message":"Invalid API Key"}})", ErrorCause::KeyRefused,
        u"Invalid API Key"_s);
    row("F33: 403", 403, R"({"detail":"no"})", ErrorCause::KeyRefused, u"no"_s);
    row("F35: 429", 429, R"({"error":{"message":"slow down"}})", ErrorCause::TooManyRequests,
        u"slow down"_s);
    row("F38: no such model", 404, R"({"error":"model 'x' not found"})", ErrorCause::ModelNotFound,
        u"model 'x' not found"_s);
    row("F39: no images", 500, R"({"error":{"message":"image input is not supported"}})",
        ErrorCause::NotSupported, u"image input is not supported"_s);
    row("F40: too large", 413, "too large", ErrorCause::Unknown, u"too large"_s);
    row("404 without words", 404, "", ErrorCause::Unknown, u"Not Found"_s);
}

void TestJsonProviders::refusal()
{
    QFETCH(const Scenario, scenario);
    for (const ServerKind kind : {ServerKind::OpenAi, ServerKind::Ollama}) {
        m_server->setScenario(scenario);
        use({.kind = kind, .baseUrl = m_server->url()});
        askAndWait();
        const Completion &completion = m_endings.constFirst().second;
        QCOMPARE(completion.state, ReplyState::Failed);
        QCOMPARE(completion.error->kind, ErrorKind::Http);
        QTEST(completion.error->cause, "cause");
        QTEST(completion.error->detail, "detail");
        QCOMPARE(completion.error->httpStatus, scenario.status);
        QCOMPARE(completion.error->retryAfter, 20s);
    }
    QTest::qWait(50); // nothing is sent again by itself
    QCOMPARE(posts(), 2);
}

void TestJsonProviders::keys_data()
{
    QTest::addColumn<Connection>("connection");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("organization");
    const Secret key(u"sk-1"_s);
    QTest::newRow("none") << Connection{.kind = ServerKind::OpenAi} << QByteArray() << QByteArray();
    QTest::newRow("a key") << Connection{.kind = ServerKind::OpenAi, .key = key}
                           << QByteArray("Bearer sk-1") << QByteArray();
    QTest::newRow("a header of the user's")
        << Connection{.kind = ServerKind::OpenAi,
                      .key = key,
                      .headers = {{"authorization", Secret(u"Basic x"_s)}}}
        << QByteArray("Basic x") << QByteArray();
    QTest::newRow("an organization")
        << Connection{.kind = ServerKind::OpenAi, .key = key, .organization = u"org-1"_s}
        << QByteArray("Bearer sk-1") << QByteArray("org-1");
    QTest::newRow("Ollama") << Connection{.kind = ServerKind::Ollama, .key = key}
                            << QByteArray("Bearer sk-1") << QByteArray();
}

void TestJsonProviders::keys()
{
    QFETCH(Connection, connection);
    connection.baseUrl = m_server->url();
    m_server->setScenarioChooser([](const DemoRequest &) -> std::optional<Scenario> {
        return Scenario{.pieces = {hello, done}};
    });
    use(connection);
    askAndWait();
    QSignalSpy failed(m_provider.get(), &ChatProvider::modelsFailed);
    m_provider->listModels();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(m_server->requests().size(), 2);
    for (const DemoRequest &request : m_server->requests()) {
        QTEST(request.header("Authorization"), "authorization");
        QTEST(request.header("OpenAI-Organization"), "organization");
        QCOMPARE(request.header("Origin"), QByteArray()); // we are no web page
    }
}

int TestJsonProviders::toldOfLoading(const QSignalSpy &progressed)
{
    return int(std::ranges::count_if(progressed, [](const QVariantList &told) {
        return told.at(1).value<ReplyProgress>().stage == ReplyProgress::Stage::LoadingModel;
    }));
}

void TestJsonProviders::loadingModel()
{
    int health = 0;
    m_server->setScenarioChooser([&health](const DemoRequest &request) -> std::optional<Scenario> {
        const bool isReady = health >= 2;
        if (request.method == "GET")
            return Scenario{.status = ++health >= 2 ? 200 : 503, .pieces = {"{}"}};
        if (isReady)
            return Scenario{.pieces = {hello, done}};
        return Scenario{.status = 503, .pieces = {R"({"error":{"message":"Loading model"}})"}};
    });
    use({.kind = ServerKind::OpenAi, .baseUrl = m_server->url()});
    QSignalSpy progressed(m_provider.get(), &ChatProvider::progressed);
    askAndWait();
    QCOMPARE(m_endings.constFirst().second.state, ReplyState::Complete);
    QCOMPARE(posts(), 2);
    QCOMPARE(health, 2);
    QCOMPARE(m_server->requests().at(1).target, "/health");
    QCOMPARE(toldOfLoading(progressed), 1);
    QVERIFY(!m_provider->isBusy());
}

void TestJsonProviders::loadingModelCancelled()
{
    m_server->setScenarioChooser([](const DemoRequest &) -> std::optional<Scenario> {
        return Scenario{.status = 503, .pieces = {R"({"error":{"message":"Loading model"}})"}};
    });
    use({.kind = ServerKind::OpenAi, .baseUrl = m_server->url()});
    QSignalSpy progressed(m_provider.get(), &ChatProvider::progressed);
    const RequestId id = m_provider->send(question());
    QTRY_COMPARE(toldOfLoading(progressed), 1);
    QTRY_COMPARE(m_server->requests().size(), 3); // two questions of how it is
    QVERIFY(m_provider->isBusy());
    m_provider->cancel(id);
    QCOMPARE(m_endings.size(), 1);
    QCOMPARE(m_endings.constFirst().second.state, ReplyState::Stopped);
    QVERIFY(!m_provider->isBusy());
    QTest::qWait(700); // nothing may follow
    QCOMPARE(m_endings.size(), 1);
    QCOMPARE(posts(), 1);
}

//! Who says that it loads, but has no way of being asked, is not asked again.
void TestJsonProviders::loadingElsewhere()
{
    m_server->setScenarioChooser([](const DemoRequest &request) -> std::optional<Scenario> {
        return Scenario{.status = request.method == "GET" ? 404 : 503,
                        .pieces = {R"({"error":"Model x is currently loading"})"}};
    });
    use({.kind = ServerKind::OpenAi, .baseUrl = m_server->url()});
    askAndWait();
    QCOMPARE(m_endings.constFirst().second.error->cause, ErrorCause::ModelLoading);
    QCOMPARE(posts(), 1);
}

//! F37: cut before the limit that was asked for: it was the context that was full.
void TestJsonProviders::contextIsFull_data()
{
    QTest::addColumn<ServerKind>("kind");
    QTest::addColumn<QList<QByteArray>>("pieces");
    const QByteArray cut = sse(R"({"choices":[{"delta":{},"finish_reason":"length"}]})");
    const QByteArray usage = sse(R"({"choices":[],"usage":{"completion_tokens":40}})");
    QTest::newRow("OpenAI") << ServerKind::OpenAi << QList<QByteArray>{hello, cut, usage, done};
    QTest::newRow("Ollama") << ServerKind::Ollama
                            << QList<QByteArray>{
                                   helloLine,
                                   R"({"done":true,"done_reason":"length","eval_count":40})"};
}

void TestJsonProviders::contextIsFull()
{
    QFETCH(const ServerKind, kind);
    QFETCH(const QList<QByteArray>, pieces);
    m_server->setScenario({.pieces = pieces});
    for (const auto &[maxTokens, isContext] : {std::pair(100, true), std::pair(40, false)}) {
        use({.kind = kind, .baseUrl = m_server->url(), .parameters = {.maxTokens = maxTokens}});
        askAndWait();
        const Completion &completion = m_endings.constFirst().second;
        QCOMPARE(completion.state, ReplyState::CutByLimit);
        QCOMPARE(completion.error.has_value(), isContext);
        if (isContext)
            QCOMPARE(completion.error->cause, ErrorCause::ContextFull);
    }
}

void TestJsonProviders::models_data()
{
    QTest::addColumn<ServerKind>("kind");
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("first"); // empty: it fails
    QTest::addColumn<int>("failedStep");
    const auto row = [](const QString &name, ServerKind kind, const QString &first,
                        int failedStep = -1) {
        QTest::newRow(qPrintable(name))
            << kind << Wire::response(name)
            << QByteArray(kind == ServerKind::Ollama ? "/api/tags" : "/v1/models") << first
            << failedStep;
    };
    row(u"llama-server/models"_s, ServerKind::OpenAi, u"aura-tiny"_s);
    row(u"llama-server/router-models"_s, ServerKind::OpenAi, u"think"_s);
    row(u"ollama/openai-models"_s, ServerKind::OpenAi, u"aura-slow:latest"_s);
    row(u"ollama/tags"_s, ServerKind::Ollama, u"aura-slow:latest"_s);
    row(u"llama-server/cors-models"_s, ServerKind::OpenAi, QString(), int(CheckStep::Http));
    row(u"llama-server/ollama-api-version"_s, ServerKind::Ollama, QString(), int(CheckStep::Http));
    row(u"llama-server/health"_s, ServerKind::OpenAi, QString(), int(CheckStep::Protocol));
}

void TestJsonProviders::models()
{
    QFETCH(const ServerKind, kind);
    QFETCH(const QByteArray, response);
    QFETCH(const QByteArray, target);
    QFETCH(const QString, first);
    QFETCH(const int, failedStep);
    m_server->setScenarioChooser([response](const DemoRequest &) -> std::optional<Scenario> {
        return Scenario{
            .pieces = {response}, .framing = Scenario::Framing::UntilClose, .sendHead = false};
    });
    use({.kind = kind, .baseUrl = m_server->url()});
    QSignalSpy checked(m_provider.get(), &ChatProvider::checked);
    m_provider->check();
    QTRY_COMPARE(checked.size(), 1);
    const auto check = checked[0][1].value<ConnectionCheck>();
    QCOMPARE(m_server->requests().constLast().target, target);
    QCOMPARE(m_server->requests().constLast().method, "GET");
    QCOMPARE(check.works, !first.isEmpty());
    if (check.works)
        QCOMPARE(check.models.constFirst().id, first);
    else
        QCOMPARE(int(check.failedStep), failedStep);
}

void TestJsonProviders::noListOfModels_data()
{
    QTest::addColumn<ServerKind>("kind");
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<bool>("works");
    const auto answer = [](int status, const QByteArray &type, const QByteArray &body) {
        return Scenario{.status = status, .headers = {{"Content-Type", type}}, .pieces = {body}};
    };
    const QByteArray json = "application/json";
    const QByteArray unknown = R"({"error":{"code":"404","message":"Resource not found"}})";
    QTest::newRow("Azure's deployment") << ServerKind::OpenAi << answer(404, json, unknown) << true;
    QTest::newRow("405") << ServerKind::OpenAi << answer(405, json, "{}") << true;
    QTest::newRow("501") << ServerKind::OpenAi << answer(501, "text/plain", "no") << true;
    QTest::newRow("a web server's page")
        << ServerKind::OpenAi << answer(404, "text/html", "<html>") << false;
    QTest::newRow("401") << ServerKind::OpenAi << answer(401, json, unknown) << false;
    QTest::newRow("500") << ServerKind::OpenAi << answer(500, json, unknown) << false;
    QTest::newRow("no Ollama") << ServerKind::Ollama << answer(404, json, unknown) << false;
}

void TestJsonProviders::noListOfModels()
{
    QFETCH(const ServerKind, kind);
    QFETCH(const Scenario, scenario);
    QFETCH(const bool, works);
    m_server->setScenarioChooser([scenario](const DemoRequest &) { return scenario; });
    use({.kind = kind, .baseUrl = m_server->url()});
    QSignalSpy checked(m_provider.get(), &ChatProvider::checked);
    m_provider->check();
    QTRY_COMPARE(checked.size(), 1);
    const auto check = checked[0][1].value<ConnectionCheck>();
    QCOMPARE(check.works, works);
    QCOMPARE(check.listsModels, !works);
    QVERIFY(check.models.isEmpty());
    QCOMPARE(check.error.has_value(), !works);
    QCOMPARE(m_server->requests().size(), 1); // and nothing was sent that costs
}

void TestJsonProviders::manyAtOnceAndAList()
{
    constexpr int count = 20;
    m_server->setScenarioChooser([](const DemoRequest &request) -> std::optional<Scenario> {
        if (request.method == "GET")
            return Scenario{.pieces = {R"({"data":[{"id":"m"}]})"}};
        const QByteArray name = request.json()["messages"_L1][0]["content"_L1].toString().toUtf8();
        return Scenario{
            .pieces = {sse("{\"choices\":[{\"delta\":{\"content\":\"" + name + "\"}}]}")},
            .pause = 5ms,
            .endless = true};
    });
    use({.kind = ServerKind::OpenAi, .baseUrl = m_server->url()});
    QHash<RequestId, QString> names;
    for (int i = 0; i < count; ++i)
        names[m_provider->send(question(u"<%1>"_s.arg(i)))] = u"<%1>"_s.arg(i);
    QTRY_COMPARE_WITH_TIMEOUT(m_texts.size(), count, 10'000); // all of them write at once

    QSignalSpy listed(m_provider.get(), &ChatProvider::modelsListed);
    QElapsedTimer clock;
    clock.start();
    m_provider->listModels();
    QVERIFY(listed.wait(1000));
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));

    QVERIFY(m_endings.isEmpty());
    for (auto name = names.cbegin(); name != names.cend(); ++name)
        m_provider->cancel(name.key());
    QCOMPARE(m_endings.size(), count);
    for (auto name = names.cbegin(); name != names.cend(); ++name)
        QCOMPARE(QString(m_texts.value(name.key())).remove(name.value()), QString());
}

void TestJsonProviders::errorsWithoutTheKey()
{
    const QString key = u"sk-canary-7f3a"_s;
    for (const QByteArray &body : {sse(R"({"error":{"message":"Incorrect key sk-canary-7f3a"}})"),
                                   QByteArray(R"({"error":"Incorrect key sk-canary-7f3a"})")}) {
        m_server->setScenario({.pieces = {body}});
        use({.kind = ServerKind::OpenAi, .baseUrl = m_server->url(), .key = Secret(key)});
        askAndWait();
        const ProviderError &error = *m_endings.constFirst().second.error;
        QCOMPARE(error.detail, u"Incorrect key …"_s);
    }
}

QTEST_GUILESS_MAIN(TestJsonProviders)
#include "tst_jsonproviders.moc"
