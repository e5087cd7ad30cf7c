// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/ollamadecoder.h"
#include "net/openaidecoder.h"
#include "support/decoderreading.h"
#include "support/wire.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

enum class Protocol { OpenAi, Ollama };

DecoderReading read(Protocol protocol, const QList<QByteArrayView> &pieces)
{
    return protocol == Protocol::OpenAi ? readPieces<OpenAiDecoder>(pieces)
                                        : readPieces<OllamaDecoder>(pieces);
}

//! The body cut at the places.
QList<QByteArrayView> cut(QByteArrayView body, const QList<qsizetype> &places)
{
    QList<QByteArrayView> pieces;
    qsizetype start = 0;
    for (const qsizetype place : places) {
        pieces += body.sliced(start, place - start);
        start = place;
    }
    pieces += body.sliced(start);
    return pieces;
}

QList<QByteArrayView> bytewise(QByteArrayView body)
{
    QList<QByteArrayView> pieces;
    pieces.reserve(body.size());
    for (qsizetype at = 0; at < body.size(); ++at)
        pieces += body.sliced(at, 1);
    return pieces;
}

QList<qsizetype> randomPlaces(QRandomGenerator &random, qsizetype size)
{
    QList<qsizetype> places;
    const int count = 1 + random.bounded(12);
    for (int i = 0; i < count; ++i)
        places += random.bounded(int(size) + 1);
    std::sort(places.begin(), places.end());
    return places;
}

//! The whole suite tries everything. Otherwise everything is tried on short bodies; on long ones
//! the beginning, the end and samples between. The sanitizers are slow and see nothing new in the
//! hundredth split.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr qsizetype exhaustiveSize = 600;
constexpr int randomSplits = 50;
constexpr bool mayTryAll = false;
#else
constexpr qsizetype exhaustiveSize = 4096;
constexpr int randomSplits = 1000;
constexpr bool mayTryAll = true;
#endif

bool isExhaustive(qsizetype size)
{
    return size <= exhaustiveSize || (mayTryAll && qEnvironmentVariableIsSet("AURA_TESTS_ALL"));
}

int splitsOf(qsizetype size)
{
    return isExhaustive(size) ? randomSplits : int(qMax<qsizetype>(5, randomSplits * 3000 / size));
}

QList<qsizetype> placesToTry(qsizetype size)
{
    QList<qsizetype> places;
    if (isExhaustive(size)) {
        for (qsizetype at = 0; at <= size; ++at)
            places += at;
        return places;
    }
    const qsizetype edge = qMax<qsizetype>(20, 400 * 20'000 / (20'000 + size));
    for (qsizetype at = 0; at <= edge; ++at)
        places << at << size - at;
    QRandomGenerator random(7);
    for (int i = splitsOf(size); i > 0; --i)
        places += random.bounded(int(size));
    return places;
}

} // namespace

Q_DECLARE_METATYPE(Protocol)
Q_DECLARE_METATYPE(Wire::Synthetic)

class TestJsonDecoders : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cleanupTestCase();
    void recording_data();
    void recording();
    void synthetic_data();
    void synthetic();
    void body_data();
    void body();
    void longLines();
    void deepJson();
    void thoughts_data();
    void thoughts();

private:
    void readsTheSameHoweverItIsCut(Protocol protocol, const QByteArray &body);

    int m_bodies = 0;
    qint64 m_twoPieces = 0;
    qint64 m_atRandom = 0;
};

void TestJsonDecoders::cleanupTestCase()
{
    qInfo("%d bodies, each whole and bytewise; %lld cut in two, %lld at random", m_bodies,
          m_twoPieces, m_atRandom);
}

void TestJsonDecoders::readsTheSameHoweverItIsCut(Protocol protocol, const QByteArray &body)
{
    const DecoderReading whole = read(protocol, {body});
    QVERIFY(!whole.endedTwice);
    if (protocol == Protocol::OpenAi) {
        OpenAiDecoder plain(OpenAiDecoder::Shapes::Ignored);
        DecoderReading reading;
        reading.take(plain.feed(body));
        reading.take(plain.finish());
        QVERIFY(reading == whole);
    }
    QVERIFY(read(protocol, bytewise(body)) == whole);
    ++m_bodies;
    const QList<qsizetype> places = placesToTry(body.size());
    for (const qsizetype place : places)
        QVERIFY2(read(protocol, cut(body, {place})) == whole, qPrintable(QString::number(place)));
    m_twoPieces += places.size();
    m_atRandom += splitsOf(body.size());
    QRandomGenerator random(20261120);
    for (int i = splitsOf(body.size()); i > 0; --i) {
        QVERIFY(read(protocol, cut(body, randomPlaces(random, body.size()))) == whole);
    }
}

void TestJsonDecoders::recording_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("text");

    const auto addAll = [](Protocol protocol, const QString &folder) {
        const QList<Wire::Recording> recordings = Wire::recordings(folder);
        for (const Wire::Recording &recording : recordings) {
            if (Wire::status(recording.response) == 200)
                QTest::addRow("%s: %s", qPrintable(folder), recording.name.constData())
                    << protocol << Wire::plainBody(recording.response)
                    << QString::fromLatin1(recording.state) << recording.text.value_or(QString());
        }
    };
    addAll(Protocol::OpenAi, u"llama-server"_s);
    addAll(Protocol::Ollama, u"ollama"_s);
    QTest::newRow("ollama: openai-stream")
        << Protocol::OpenAi << Wire::plainBody(Wire::response(u"ollama/openai-stream"_s))
        << u"cutByLimit"_s << u" slot eightinD"_s;
    QTest::newRow("ollama: openai-nonstream")
        << Protocol::OpenAi << Wire::plainBody(Wire::response(u"ollama/openai-nonstream"_s))
        << u"cutByLimit"_s << u"😀回< ten"_s;
    QTest::newRow("llama-server: chat-nonstream")
        << Protocol::OpenAi << Wire::plainBody(Wire::response(u"llama-server/chat-nonstream"_s))
        << u"cutByLimit"_s << QString();
    QTest::newRow("ollama: chat-nonstream")
        << Protocol::Ollama << Wire::plainBody(Wire::response(u"ollama/chat-nonstream"_s))
        << u"cutByLimit"_s << u" jumpse大##G \n\nk jumpsyou| pointer"_s;
}

void TestJsonDecoders::recording()
{
    QFETCH(const Protocol, protocol);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, state);
    QFETCH(const QString, text);

    const DecoderReading reading = read(protocol, {body});
    QCOMPARE(reading.state(), state);
    // The recordings' texts are those of the wire: what the model thought is still in them.
    const bool thinksInText = text.startsWith("<think>"_L1);
    const QString all = thinksInText
        ? u"<think>"_s + reading.reasoning + u"</think>"_s + reading.text
        : reading.text;
    if (!text.isEmpty() || state == "empty"_L1)
        QCOMPARE(all, text);
    QCOMPARE(reading.unreadable, 0);
    QVERIFY(reading.model.startsWith("aura-"_L1) || reading.model == "tiny"_L1);
    readsTheSameHoweverItIsCut(protocol, body);
}

void TestJsonDecoders::synthetic_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<Wire::Synthetic>("row");
    for (const auto &row : Wire::synthetics("sse-"))
        QTest::newRow(row.name.constData()) << Protocol::OpenAi << row;
    for (const auto &row : Wire::synthetics("nd-"))
        QTest::newRow(row.name.constData()) << Protocol::Ollama << row;
}

void TestJsonDecoders::synthetic()
{
    QFETCH(const Protocol, protocol);
    QFETCH(const Wire::Synthetic, row);

    const DecoderReading reading = read(protocol, {row.body});
    QCOMPARE(reading.text, row.text);
    QCOMPARE(reading.state(), QString::fromLatin1(row.state));
    const bool thinks = row.expected.contains("thinking \"");
    const QString thought = QString::fromUtf8(row.expected.mid(row.expected.indexOf('"') + 1));
    QCOMPARE(reading.reasoning, thinks ? thought.left(thought.indexOf(u'"')) : QString());
    if (row.expected.startsWith("ERROR "))
        QVERIFY(reading.ending->error.kind == ErrorKind::Server);
    QCOMPARE(reading.unreadable, row.expected.contains("bad event") ? 1 : 0);
    QCOMPARE(reading.toolCalls.isEmpty(), !row.expected.contains("tool"));
    if (row.expected.contains("usage 3+1"))
        QCOMPARE(reading.usage, (Usage{.promptTokens = 3, .completionTokens = 1}));
    readsTheSameHoweverItIsCut(protocol, row.body);
}

void TestJsonDecoders::body_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail"); // the reasoning, the tool calls, the error's words

    const auto sse = [](const char *name, const QByteArrayList &objects, const QString &state,
                        const QString &text, const QString &detail = {}) {
        QByteArray body;
        for (const QByteArray &object : objects)
            body += "data: " + object + "\n\n";
        QTest::newRow(name) << Protocol::OpenAi << body << state << text << detail;
    };
    const auto raw = [](const char *name, const QByteArray &body, const QString &state,
                        const QString &text, const QString &detail = {}) {
        QTest::newRow(name) << Protocol::OpenAi << body << state << text << detail;
    };
    const auto lines = [](const char *name, const QByteArray &body, const QString &state,
                          const QString &text, const QString &detail = {}) {
        QTest::newRow(name) << Protocol::Ollama << body << state << text << detail;
    };
    const QByteArray hello = R"({"choices":[{"delta":{"content":"Hello"}}]})";
    const QByteArray stop = R"({"choices":[{"delta":{},"finish_reason":"stop"}]})";

    // the form of the stream
    raw("a byte order mark",
        "\xef\xbb\xbf"
        "data: "
            + hello + "\n\ndata: [DONE]\n\n",
        u"complete"_s, u"Hello"_s);
    raw("white space before it", "\r\n \n\ndata:" + hello + "\n\ndata:[DONE]", u"complete"_s,
        u"Hello"_s);
    raw("comments, and white space behind the mark",
        ": OPENROUTER PROCESSING\n\n:\n\ndata: " + hello + "\n\n: keep-alive\n\ndata: [DONE] \n\n",
        u"complete"_s, u"Hello"_s);
    raw("nothing but comments", ": ping\n\n: ping\n\n", u"interrupted"_s, QString());
    raw("nothing", QByteArray(), u"interrupted"_s, QString());
    raw("half of the mark", "data: " + hello + "\n\ndata: [DON", u"interrupted"_s, u"Hello"_s);
    raw("half of the last reason", "data: " + hello + "\n\ndata: " + stop.chopped(3),
        u"interrupted"_s, u"Hello"_s);
    raw("a reason without a line end", "data: " + hello + "\n\ndata: " + stop, u"complete"_s,
        u"Hello"_s);
    raw("lines of JSON", hello + '\n' + stop + '\n', u"complete"_s, u"Hello"_s);
    raw("lines of JSON, cut off", hello + '\n' + stop.chopped(2), u"interrupted"_s, u"Hello"_s);
    raw("an object over many lines",
        "{\n \"choices\": [\n  {\"message\": {\"content\": \"Hello\"}}\n ]\n}\n", u"complete"_s,
        u"Hello"_s);
    raw("such an object, cut off",
        "{\n \"choices\": [\n  {\"message\": {\"content\": \"Hello\"}}\n ]\n", u"interrupted"_s,
        QString(), u"1 unreadable"_s);
    raw("an error instead of a stream", R"({"error":{"message":"no"}})", u"failed"_s, QString(),
        u"no"_s);
    raw("FastAPI's error", R"({"detail":[{"loc":["body"],"msg":"field required"}]})", u"failed"_s,
        QString(), u"field required"_s);
    raw("a web page", "<!DOCTYPE html><html><head><title>Log &amp; in</title></head>", u"failed"_s,
        QString(), u"Log & in"_s);
    raw("a strange line, and the mark without a line end", "i\ndata:[DONE]", u"empty"_s, QString());
    raw("white space before a byte order mark", "  \xef\xbb\xbf" + hello + "\n" + stop + "\n",
        u"complete"_s, u"Hello"_s);
    raw("strange lines before the mark", "data: {\ndataS \"x\"}\n\ndata: [DONE]\n\n", u"empty"_s,
        QString(), u"1 unreadable"_s);
    raw("text", "Hello there\n", u"interrupted"_s, QString(), u"1 unreadable"_s);

    // what servers put into it
    sse("bad JSON in the middle", {hello, "{\"choices\":[{", hello, stop}, u"complete"_s,
        u"HelloHello"_s, u"1 unreadable"_s);
    sse("an empty reason, then one",
        {R"({"choices":[{"delta":{"content":"a"},"finish_reason":""}]})", hello, stop, "[DONE]"},
        u"complete"_s, u"aHello"_s);
    sse("text beside the reason",
        {R"({"choices":[{"delta":{"content":"a"},"finish_reason":"stop"}]})"}, u"complete"_s,
        u"a"_s);
    sse("Azure's first chunk",
        {R"({"choices":[],"prompt_filter_results":[{"prompt_index":0}]})", hello, stop, "[DONE]"},
        u"complete"_s, u"Hello"_s);
    sse("a filter",
        {hello, R"({"choices":[{"delta":{},"finish_reason":"content_filter"}]})", "[DONE]"},
        u"cutByLimit"_s, u"Hello"_s);
    sse("Mistral's length",
        {hello, R"({"choices":[{"delta":{},"finish_reason":"model_length"}]})", "[DONE]"},
        u"cutByLimit"_s, u"Hello"_s);
    sse("vLLM's abort", {hello, R"({"choices":[{"delta":{},"finish_reason":"abort"}]})", "[DONE]"},
        u"failed"_s, u"Hello"_s, u"abort"_s);
    sse("an error that is null", {R"({"error":null,"choices":[{"delta":{"content":"a"}}]})", stop},
        u"complete"_s, u"a"_s);
    raw("an event called error", "event: error\ndata: too busy\n\n", u"failed"_s, QString(),
        u"too busy"_s);
    raw("the error field of older llama.cpp",
        "data: " + hello + "\n\nerror: {\"code\":500,\"message\":\"no\"}\n\n", u"failed"_s,
        u"Hello"_s, u"no"_s);
    raw("Google's error", R"([{"error":{"code":400,"message":"no"}}])", u"failed"_s, QString(),
        u"no"_s);
    raw("Anthropic's error",
        "event: error\ndata: "
        "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}"
        "\n\n",
        u"failed"_s, QString(), u"Overloaded"_s);
    raw("Anthropic's ping",
        "event: ping\ndata: {\"type\":\"ping\"}\n\ndata: " + hello + "\n\ndata: " + stop + "\n\n",
        u"complete"_s, u"Hello"_s);
    sse("the whole text beside each delta",
        {R"({"choices":[{"delta":{"content":"a"},"message":{"content":"a"}}]})",
         R"({"choices":[{"delta":{"content":"b"},"message":{"content":"ab"},"finish_reason":"stop"}]})"},
        u"complete"_s, u"ab"_s);
    sse("Mistral's thoughts",
        {R"({"choices":[{"delta":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]},{"type":"text","text":"a"}]},"finish_reason":"stop"}]})"},
        u"complete"_s, u"a"_s, u"hm"_s);
    sse("thoughts twice",
        {R"({"choices":[{"delta":{"reasoning":"hm","reasoning_content":"hm","content":""}}]})",
         stop},
        u"empty"_s, QString(), u"hm"_s);
    sse("a refusal", {R"({"choices":[{"delta":{"refusal":"No."}}]})", stop}, u"complete"_s,
        u"No."_s);
    sse("a function call, the older form",
        {R"({"choices":[{"delta":{"function_call":{"name":"f","arguments":"{}"}}}]})",
         R"({"choices":[{"delta":{},"finish_reason":"function_call"}]})"},
        u"complete"_s, QString(), u"f({})"_s);
    sse("half a pair of surrogates in each of two events",
        {R"({"choices":[{"delta":{"content":"a\ud83d"}}]})",
         R"({"choices":[{"delta":{"content":"\ude00b"}}]})", stop},
        u"complete"_s, u"a😀b"_s);
    sse("lone surrogates", {R"({"choices":[{"delta":{"content":"a\ud83db\ude00"}}]})", stop},
        u"complete"_s, u"a\uFFFDb\uFFFD"_s);
    sse("half a pair at the end", {R"({"choices":[{"delta":{"content":"a\ud83d"}}]})", stop},
        u"complete"_s, u"a"_s);
    sse("bytes that are no UTF-8",
        {"{\"choices\":[{\"delta\":{\"content\":\"a\xff\xc3\"}}]}", stop}, u"complete"_s,
        u"a\uFFFD\uFFFD"_s);
    sse("a NUL and a mark that turns the text",
        {R"({"choices":[{"delta":{"content":"a\u0000\u202eb"}}]})", stop}, u"complete"_s,
        QString(u"a\0\u202Eb"_s));
    sse("the older interface",
        {R"({"choices":[{"text":"a","index":0,"finish_reason":null}]})",
         R"({"choices":[{"text":"b","index":0,"finish_reason":"stop"}]})", "[DONE]"},
        u"complete"_s, u"ab"_s);
    sse("numbers, lists and null where texts are expected",
        {R"({"choices":[{"delta":{"content":7}}],"model":[]})", R"({"choices":null})",
         R"({"choices":[7,null,{"delta":7}]})", stop},
        u"empty"_s, QString());

    // As particular servers send it.
    sse("Groq: the usage in its own place",
        {R"({"choices":[{"index":0,"delta":{"role":"assistant","content":""}}],"x_groq":{"id":"req_1"}})",
         hello,
         R"({"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"x_groq":{"id":"req_1","usage":{"prompt_tokens":5,"completion_tokens":1}}})",
         "[DONE]"},
        u"complete"_s, u"Hello"_s);
    sse("Groq: its own error", {hello, R"({"choices":[],"x_groq":{"error":"over capacity"}})"},
        u"failed"_s, u"Hello"_s, u"over capacity"_s);
    sse("OpenRouter: an error with a reason",
        {hello,
         R"({"error":{"code":502,"message":"Provider disconnected"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]})"},
        u"failed"_s, u"Hello"_s, u"Provider disconnected"_s);
    raw("OpenRouter: comments to the end",
        ": OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\ndata: " + hello
            + "\n\n: OPENROUTER PROCESSING\n\ndata: " + stop
            + "\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":"
              "\"\"},\"finish_reason\":null}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":"
              "1}}"
              "\n\ndata: [DONE]\n\n",
        u"complete"_s, u"Hello"_s);
    sse("vLLM: an error without a choice",
        {hello,
         R"({"object":"error","message":"out of memory","type":"InternalServerError","code":500})"},
        u"failed"_s, u"Hello"_s, u"out of memory"_s);
    raw("LM Studio: an event called error, in JSON",
        "data: " + hello
            + "\n\nevent: error\ndata: {\"error\":{\"message\":\"The model has crashed\"}}\n\n",
        u"failed"_s, u"Hello"_s, u"The model has crashed"_s);
    raw("a bare error in the stream",
        "data: " + hello + "\n\n{\"error\":{\"message\":\"upstream gone\"}}\n", u"failed"_s,
        u"Hello"_s, u"upstream gone"_s);
    raw("bare JSON in the stream that is no error",
        "data: " + hello + "\n\n{\"a\":1}\n\ndata: " + stop + "\n\n", u"complete"_s, u"Hello"_s);
    sse("llama.cpp: an error in the stream",
        {hello,
         R"({"error":{"code":500,"message":"context shift is disabled","type":"server_error"}})"},
        u"failed"_s, u"Hello"_s, u"context shift is disabled"_s);
    sse("DeepSeek: thoughts, then text",
        {R"({"choices":[{"index":0,"delta":{"role":"assistant","content":null,"reasoning_content":"hm"}}]})",
         R"({"choices":[{"index":0,"delta":{"content":"Hello","reasoning_content":null}}]})", stop,
         "[DONE]"},
        u"complete"_s, u"Hello"_s, u"hm"_s);
    sse("Azure: a filter's results beside the text",
        {R"({"choices":[],"created":0,"id":"","model":"","object":"","prompt_filter_results":[{"prompt_index":0,"content_filter_results":{"hate":{"filtered":false}}}]})",
         R"({"choices":[{"content_filter_results":{},"delta":{"content":"","refusal":null,"role":"assistant"},"finish_reason":null,"index":0,"logprobs":null}],"model":"gpt-4o"})",
         R"({"choices":[{"content_filter_results":{"hate":{"filtered":false,"severity":"safe"}},"delta":{"content":"Hello"},"finish_reason":null,"index":0}],"model":"gpt-4o"})",
         R"({"choices":[{"content_filter_results":{},"delta":{},"finish_reason":"stop","index":0}]})",
         "[DONE]"},
        u"complete"_s, u"Hello"_s);
    sse("Azure: a filter's end without a delta",
        {hello,
         R"({"choices":[{"content_filter_offsets":{"check_offset":1},"finish_reason":"content_filter","index":0}]})"},
        u"cutByLimit"_s, u"Hello"_s);
    sse("Gemini: no mark, and the reason beside the text",
        {R"({"choices":[{"delta":{"content":"Hel","role":"assistant"},"index":0}],"model":"gemini-2.5-flash","object":"chat.completion.chunk","usage":{"completion_tokens":1,"prompt_tokens":3,"total_tokens":4}})",
         R"({"choices":[{"delta":{"content":"lo","role":"assistant"},"finish_reason":"stop","index":0}],"model":"gemini-2.5-flash"})"},
        u"complete"_s, u"Hello"_s);
    sse("Gemini: a filter that says why",
        {hello,
         R"({"choices":[{"delta":{},"finish_reason":"content_filter: RECITATION","index":0}]})"},
        u"cutByLimit"_s, u"Hello"_s);
    sse("a window that was full",
        {hello, R"({"choices":[{"delta":{},"finish_reason":"model_context_window_exceeded"}]})"},
        u"cutByLimit"_s, u"Hello"_s);
    sse("other names of a good end",
        {hello, R"({"choices":[{"delta":{},"finish_reason":"eos_token"}]})"}, u"complete"_s,
        u"Hello"_s);
    sse("tool calls in pieces",
        {R"({"choices":[{"delta":{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"c1","type":"function","function":{"name":"f","arguments":""}}]}}]})",
         R"({"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"a\""}}]}}]})",
         R"({"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]}}]})",
         R"({"choices":[{"delta":{},"finish_reason":"tool_calls"}]})", "[DONE]"},
        u"complete"_s, QString(), u"f({\"a\":1})"_s);
    sse("text behind the reason",
        {hello, stop, R"({"choices":[{"delta":{"content":" there"}}]})", "[DONE]"}, u"complete"_s,
        u"Hello there"_s);
    raw("data over several lines",
        "data: {\"choices\":\ndata: [{\"delta\":{\"content\":\"Hello\"}}]}\n\ndata: [DONE]\n\n",
        u"complete"_s, u"Hello"_s);
    raw("carriage returns", "data: " + hello + "\r\rdata: " + stop + "\r\r", u"complete"_s,
        u"Hello"_s);
    raw("ids, retry times and unknown events",
        "id: 1\nretry: 10\nevent: message\ndata: " + hello + "\n\nevent: done\ndata: [DONE]\n\n",
        u"complete"_s, u"Hello"_s);
    raw("an error in JSON with a trace", R"({"detail":"Model is overloaded"})", u"failed"_s,
        QString(), u"Model is overloaded"_s);
    raw("a proxy's page", "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>",
        u"failed"_s, QString(), u"502 Bad Gateway"_s);
    raw("one answer with thoughts",
        R"({"choices":[{"index":0,"message":{"role":"assistant","reasoning_content":"hm","content":"Hello"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2}})",
        u"complete"_s, u"Hello"_s, u"hm"_s);
    raw("one answer that was cut",
        R"({"choices":[{"index":0,"message":{"content":"Hel"},"finish_reason":"length"}]})",
        u"cutByLimit"_s, u"Hel"_s);

    // Ollama
    lines(
        "loaded, and nothing asked",
        R"({"model":"m","created_at":"2026-11-20T09:36:27Z","message":{"role":"assistant","content":""},"done_reason":"load","done":true})"
        "\n",
        u"empty"_s, QString());
    lines("cut by its limit",
          R"({"message":{"content":"Hel"},"done":false})"
          "\n"
          R"({"message":{"content":""},"done_reason":"length","done":true,"eval_count":1})"
          "\n",
          u"cutByLimit"_s, u"Hel"_s);
    lines("thoughts in the text, as tags",
          R"({"message":{"content":"<think>hm"},"done":false})"
          "\n"
          R"({"message":{"content":"</think>\n\nHello"},"done":true,"done_reason":"stop"})",
          u"complete"_s, u"Hello"_s, u"hm"_s);
    lines(
        "a call of a tool",
        R"({"message":{"content":"","tool_calls":[{"function":{"name":"f","arguments":{"a":1}}}]},"done":false})"
        "\n"
        R"({"message":{"content":""},"done":true,"done_reason":"stop"})",
        u"complete"_s, QString(), u"f({\"a\":1})"_s);
    lines("CRLF", "{\"message\":{\"content\":\"a\"}}\r\n{\"done\":true}\r\n", u"complete"_s,
          u"a"_s);
    const QByteArray line = R"({"message":{"content":"Hello"},"done":false})"
                            "\n";
    lines("an error after text",
          line + R"({"error":"an error was encountered while running the model: unexpected EOF"})",
          u"failed"_s, u"Hello"_s,
          u"an error was encountered while running the model: unexpected EOF"_s);
    lines("an error in JSON in a text",
          R"({"error":"{\"error\":{\"code\":400,\"message\":\"too long\"}}"})"
          "\n",
          u"failed"_s, QString(), u"too long"_s);
    lines("thoughts",
          R"({"message":{"thinking":"hm"}})"
          "\n" + line
              + R"({"done":true,"done_reason":"stop"})",
          u"complete"_s, u"Hello"_s, u"hm"_s);
    lines("no reason for the end", line + R"({"done":true})", u"complete"_s, u"Hello"_s);
    lines("data after the end",
          line
              + R"({"done":true})"
                "\n"
              + line,
          u"complete"_s, u"Hello"_s);
    lines("/api/generate",
          R"({"response":"a"})"
          "\n"
          R"({"response":"b","done":true})",
          u"complete"_s, u"ab"_s);
    lines("wrapped over lines", "{\n\"message\":{\"content\":\"a\"},\n\"done\":true\n}\n",
          u"complete"_s, u"a"_s);
    lines("events of a proxy", ": ping\n\ndata: " + line + "\ndata: {\"done\":true}\n\n",
          u"complete"_s, u"Hello"_s);
    lines("bad JSON in the middle", line + "{\"mess\n" + line + R"({"done":true})", u"complete"_s,
          u"HelloHello"_s, u"1 unreadable"_s);
    lines("half a line at the end", line + R"({"done":tr)", u"interrupted"_s, u"Hello"_s);
    lines("a page", "<html><title>x</title>", u"failed"_s, QString(), u"x"_s);
    lines("nothing", QByteArray(), u"interrupted"_s, QString());
}

void TestJsonDecoders::body()
{
    QFETCH(const Protocol, protocol);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, state);
    QFETCH(const QString, text);
    QFETCH(const QString, detail);

    const DecoderReading reading = read(protocol, {body});
    QCOMPARE(reading.state(), state);
    QCOMPARE(reading.text, text);
    QString said = reading.reasoning + reading.toolCalls.join(u' ');
    if (reading.ending)
        said += reading.ending->error.detail;
    if (reading.unreadable > 0)
        said += u"%1 unreadable"_s.arg(reading.unreadable);
    QCOMPARE(said, detail);
    readsTheSameHoweverItIsCut(protocol, body);
}

void TestJsonDecoders::longLines()
{
    const auto event = [](qsizetype length) {
        return R"({"choices":[{"delta":{"content":")" + QByteArray(length, 'a') + "\"}}]}";
    };
    const QByteArray tenMegabytes = "data: " + event(10'000'000) + "\n\ndata: [DONE]\n\n";
    QCOMPARE(read(Protocol::OpenAi, {tenMegabytes}).text.size(), 10'000'000);

    QList<QByteArrayView> pieces;
    for (qsizetype at = 0; at < tenMegabytes.size(); at += 1000)
        pieces += QByteArrayView(tenMegabytes)
                      .sliced(at, qMin<qsizetype>(1000, tenMegabytes.size() - at));
    QCOMPARE(read(Protocol::OpenAi, pieces).text.size(), 10'000'000); // in linear time

    const QByteArray tooLong = event(17'000'000);
    for (const Protocol protocol : {Protocol::OpenAi, Protocol::Ollama}) {
        const QByteArray prefix = protocol == Protocol::OpenAi ? "data: " : "";
        for (const QByteArray &body : {prefix + tooLong + "\n\n", prefix + tooLong, tooLong}) {
            const DecoderReading reading = read(protocol, {body});
            QVERIFY(reading.ending && reading.ending->kind == StreamEvent::Kind::Error);
            QCOMPARE(reading.ending->error.cause, ErrorCause::LineTooLong);
            const QByteArrayView view(body);
            const DecoderReading inPieces =
                read(protocol, cut(view, {1'000'000, 16'777'000, 16'900'000}));
            QCOMPARE(inPieces.state(), reading.state());
            QCOMPARE(inPieces.text.size(), reading.text.size());
            QCOMPARE(inPieces.ending->error, reading.ending->error);
        }
    }
}

void TestJsonDecoders::deepJson()
{
    const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    const QByteArray deepError =
        QByteArray(R"({"error":)").repeated(100'000) + QByteArray(100'000, '}');
    for (const QByteArray &json : {deep, deepError, "{\"choices\":" + deep + '}'}) {
        const DecoderReading openAi =
            read(Protocol::OpenAi, {"data: {}\n\ndata: " + json + "\n\n"});
        QCOMPARE(openAi.unreadable, 1);
        QVERIFY(!openAi.ending);
        const DecoderReading ollama =
            read(Protocol::Ollama, {"{}\n" + json + "\n{\"done\":true}\n"});
        QCOMPARE(ollama.unreadable, 1);
        QCOMPARE(ollama.state(), u"empty"_s);
    }
}

void TestJsonDecoders::thoughts_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("reasoning");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << u"Hello"_s << QString() << u"Hello"_s;
    QTest::newRow("at the start") << u"<think>a</think>b"_s << u"a"_s << u"b"_s;
    QTest::newRow("behind white space")
        << u" \n<think>\na\n</think>\n\n  b"_s << u"\na\n"_s << u"  b"_s;
    QTest::newRow("not closed") << u"<think>a"_s << u"a"_s << QString();
    QTest::newRow("nearly closed") << u"<think>a</thin"_s << u"a</thin"_s << QString();
    QTest::newRow("empty") << u"<think></think>b"_s << QString() << u"b"_s;
    QTest::newRow("another tag") << u"<thing>a</thing>"_s << QString() << u"<thing>a</thing>"_s;
    QTest::newRow("half a tag") << u"<thi"_s << QString() << u"<thi"_s;
    QTest::newRow("only white space") << u" \n"_s << QString() << u" \n"_s;
    QTest::newRow("in the middle")
        << u"a <think>b</think>"_s << QString() << u"a <think>b</think>"_s;
    QTest::newRow("twice") << u"<think>a</think><think>b</think>"_s << u"a"_s
                           << u"<think>b</think>"_s;
    QTest::newRow("a lesser sign in it")
        << u"<think>1 <</ 2 </think>x"_s << u"1 <</ 2 "_s << u"x"_s;
}

void TestJsonDecoders::thoughts()
{
    QFETCH(const QString, content);
    QFETCH(const QString, reasoning);
    QFETCH(const QString, text);
    for (qsizetype step = 1; step <= content.size(); ++step) {
        ThinkSplitter splitter;
        QList<StreamEvent> events;
        for (qsizetype at = 0; at < content.size(); at += step)
            splitter.take(content.mid(at, step), events);
        splitter.finish(events);
        DecoderReading reading;
        reading.take(events);
        QCOMPARE(reading.reasoning, reasoning);
        QCOMPARE(reading.text, text);
    }
}

QTEST_GUILESS_MAIN(TestJsonDecoders)
#include "tst_jsondecoders.moc"
