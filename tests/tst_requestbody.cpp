// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/requestbody.h"

#include "net/refusal.h"
#include "net/replyerror.h"
#include "providers/modellists.h"
#include "providers/serverurl.h"
#include "support/wire.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::optional<QList<ModelInfo>>)

namespace {

ChatRequest question(const ModelParameters &parameters = {})
{
    return {.model = u"m"_s,
            .messages = {{.role = Role::System, .text = u"Be brief."_s},
                         {.role = Role::User, .text = u"Hi"_s},
                         {.role = Role::Assistant, .text = u"Hello."_s, .reasoning = u"hm"_s},
                         {.role = Role::User, .text = u"a"_s + QChar(0xd83d)}},
            .parameters = parameters};
}

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

const ModelParameters everything{.temperature = 1.5,
                                 .maxTokens = 100,
                                 .topP = 0.9,
                                 .topK = 40,
                                 .minP = 0.05,
                                 .presencePenalty = 0.1,
                                 .frequencyPenalty = 0.2,
                                 .repeatPenalty = 1.1,
                                 .seed = 7,
                                 .stop = {u"END"_s},
                                 .reasoningEffort = u"low"_s,
                                 .contextLength = 8192,
                                 .keepAlive = u"5m"_s};

} // namespace

class TestRequestBody : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void onlyWhatWasSet();
    void everythingThatCanBeSet();
    void whoWins();
    void habitsOfServers();
    void extraFields();
    void urls_data();
    void urls();
    void models_data();
    void models();
    void tokenLimits();
    void refusal_data();
    void refusal();
    void retryAfterHeader_data();
    void retryAfterHeader();
    void anotherModel_data();
    void anotherModel();
};

void TestRequestBody::onlyWhatWasSet()
{
    const QByteArray messages = R"([{"role":"system","content":"Be brief."},
        {"role":"user","content":"Hi"},{"role":"assistant","content":"Hello."},
        {"role":"user","content":"a\ufffd"}])";
    QCOMPARE(openAiBody(question(), {}),
             json(R"({"model":"m","stream":true,"stream_options":{"include_usage":true},)"
                  "\"messages\":"
                  + messages + '}'));
    QCOMPARE(ollamaBody(question(), {}),
             json(R"({"model":"m","stream":true,"messages":)" + messages + '}'));
    ChatRequest anyModel = question();
    anyModel.model.clear();
    QVERIFY(!openAiBody(anyModel, {}).contains("model"_L1)); // llama.cpp has but one
    QCOMPARE(openAiBody(anyModel, {.model = u"its own"_s}).value("model"_L1), u"its own"_s);
}

void TestRequestBody::everythingThatCanBeSet()
{
    QJsonObject openAi = openAiBody(question(everything), {});
    openAi.remove(u"messages"_s);
    const QByteArray allOpenai =
        R"({"model":"m","stream":true,"stream_options":{"include_usage":true},
        "temperature":1.5,"max_tokens":100,"top_p":0.9,"top_k":40,"min_p":0.05,
        "presence_penalty":0.1,"frequency_penalty":0.2,"repeat_penalty":1.1,"seed":7,
        "stop":["END"],"reasoning_effort":"low"})";
    QCOMPARE(openAi, json(allOpenai));
    QJsonObject ollama = ollamaBody(question(everything), {});
    ollama.remove(u"messages"_s);
    const QByteArray allOllama = R"({"model":"m","stream":true,"keep_alive":"5m","think":"low",
        "options":{"temperature":1.5,"num_predict":100,"top_p":0.9,"top_k":40,"min_p":0.05,
        "presence_penalty":0.1,"frequency_penalty":0.2,"repeat_penalty":1.1,"seed":7,
        "stop":["END"],"num_ctx":8192}})";
    QCOMPARE(ollama, json(allOllama));
    QCOMPARE(ollamaBody(question({.reasoningEffort = u"none"_s, .keepAlive = u"-1"_s}), {}), [] {
        QJsonObject body = ollamaBody(question(), {});
        body.insert(u"think"_s, false);
        body.insert(u"keep_alive"_s, -1);
        return body;
    }());
}

void TestRequestBody::whoWins()
{
    ChatRequest request = question({.temperature = 0.1});
    request.temperature = 0.3; // the settings'
    request.maxTokens = 300;
    const Connection connection{.parameters = {.temperature = 0.2, .maxTokens = 200, .topK = 5}};
    QJsonObject body = openAiBody(request, connection);
    QCOMPARE(body.value("temperature"_L1), 0.1);
    QCOMPARE(body.value("max_tokens"_L1), 200);
    QCOMPARE(body.value("top_k"_L1), 5);
    body = openAiBody(request, {});
    QCOMPARE(body.value("max_tokens"_L1), 300);
    request.parameters = {.temperature = qQNaN()};
    QVERIFY(!openAiBody(request, {}).contains("temperature"_L1));
}

void TestRequestBody::habitsOfServers()
{
    const ChatRequest request = question({.maxTokens = 5});
    for (const QString &url :
         {u"https://api.openai.com"_s, u"https://x.openai.azure.com/openai/v1"_s}) {
        const QJsonObject body = openAiBody(request, {.baseUrl = QUrl(url)});
        QCOMPARE(body.value("max_completion_tokens"_L1), 5);
        QVERIFY(!body.contains("max_tokens"_L1));
    }
    QVERIFY(!openAiBody(request, {.baseUrl = QUrl(u"https://api.mistral.ai/v1"_s)})
                 .contains("stream_options"_L1));
}

void TestRequestBody::extraFields()
{
    const Connection connection{.extraBody =
                                    json(R"({"stream_options":null,"options":{"mirostat":1},
                                                      "temperature":0})")};
    const ChatRequest request = question({.temperature = 1, .topK = 2});
    const QJsonObject openAi = openAiBody(request, connection);
    QVERIFY(!openAi.contains("stream_options"_L1));
    QCOMPARE(openAi.value("temperature"_L1), 0);
    QCOMPARE(ollamaBody(request, connection).value("options"_L1).toObject(),
             json(R"({"temperature":1,"top_k":2,"mirostat":1})"));
}

void TestRequestBody::urls_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("chat");   // OpenAI's
    QTest::addColumn<QString>("health"); // llama.cpp's
    QTest::addColumn<QString>("ollama");
    const auto row = [](const QString &base, const QString &chat, const QString &health,
                        const QString &ollama) {
        QTest::newRow(qPrintable(base)) << base << chat << health << ollama;
    };
    row(u"http://h:1"_s, u"http://h:1/v1/chat/completions"_s, u"http://h:1/health"_s,
        u"http://h:1/api/chat"_s);
    row(u"http://h:1/"_s, u"http://h:1/v1/chat/completions"_s, u"http://h:1/health"_s,
        u"http://h:1/api/chat"_s);
    row(u"http://h/v1/"_s, u"http://h/v1/chat/completions"_s, u"http://h/health"_s,
        u"http://h/api/chat"_s);
    row(u"http://h/sub"_s, u"http://h/sub/v1/chat/completions"_s, u"http://h/sub/health"_s,
        u"http://h/sub/api/chat"_s);
    row(u"http://h/api"_s, u"http://h/api/v1/chat/completions"_s, u"http://h/api/health"_s,
        u"http://h/api/chat"_s);
    row(u"http://h/api/chat"_s, u"http://h/api/chat/v1/chat/completions"_s,
        u"http://h/api/chat/health"_s, u"http://h/api/chat"_s);
    row(u"http://h/chat/completions"_s, u"http://h/chat/completions"_s, u"http://h/health"_s,
        u"http://h/chat/completions/api/chat"_s);
    row(u"https://api.groq.com/openai"_s, u"https://api.groq.com/openai/v1/chat/completions"_s,
        u"https://api.groq.com/openai/health"_s, u"https://api.groq.com/openai/api/chat"_s);
    row(u"https://openrouter.ai/api/v1"_s, u"https://openrouter.ai/api/v1/chat/completions"_s,
        u"https://openrouter.ai/api/health"_s, u"https://openrouter.ai/api/api/chat"_s);
    row(u"https://g.example/v1beta/openai"_s, u"https://g.example/v1beta/openai/chat/completions"_s,
        u"https://g.example/v1beta/openai/health"_s, u"https://g.example/v1beta/openai/api/chat"_s);
    row(u"https://x.openai.azure.com/openai/deployments/d?api-version=1"_s,
        u"https://x.openai.azure.com/openai/deployments/d/chat/completions?api-version=1"_s,
        u"https://x.openai.azure.com/openai/deployments/d/health"_s,
        u"https://x.openai.azure.com/openai/deployments/d/api/chat?api-version=1"_s);
}

void TestRequestBody::urls()
{
    QFETCH(const QString, base);
    QTEST(openAiUrl(QUrl(base), u"/chat/completions"_s).toString(), "chat");
    QTEST(besideOpenAiUrl(QUrl(base), u"/health"_s).toString(), "health");
    QTEST(ollamaUrl(QUrl(base), u"/api/chat"_s).toString(), "ollama");
}

void TestRequestBody::models_data()
{
    QTest::addColumn<std::optional<QList<ModelInfo>>>("found");
    QTest::addColumn<QString>("names"); // "none": it is no list
    QTest::addColumn<int>("tokens");    // of the first
    const auto openAi = [](const char *name, const QByteArray &body, const QString &names,
                           int tokens) {
        QTest::newRow(name) << parseOpenAiModels(body) << names << tokens;
    };
    const auto ollama = [](const char *name, const QByteArray &body, const QString &names,
                           int tokens) {
        QTest::newRow(name) << parseOllamaModels(body) << names << tokens;
    };
    const auto recorded = [](const QString &name) { return Wire::plainBody(Wire::response(name)); };
    openAi("llama.cpp", recorded(u"llama-server/models"_s), u"aura-tiny"_s, 512);
    openAi("llama.cpp's router", recorded(u"llama-server/router-models"_s), u"think tiny"_s, 4096);
    openAi("Ollama's /v1", recorded(u"ollama/openai-models"_s),
           u"aura-slow:latest aura-think:latest aura-tiny:latest"_s, 0);
    openAi("vLLM", R"({"data":[{"id":"a","max_model_len":2048}]})", u"a"_s, 2048);
    openAi("a bare list", R"([{"id":"a"},"b",{"name":"c"},{},7])", u"a b c"_s, 0);
    openAi("an empty list", R"({"object":"list","data":[]})", QString(), 0);
    openAi("no list", R"({"error":"x"})", u"none"_s, 0);
    openAi("no JSON", "<html>", u"none"_s, 0);
    ollama("Ollama", recorded(u"ollama/tags"_s),
           u"aura-slow:latest aura-tiny:latest aura-think:latest"_s, 4096);
    ollama("no models", R"({"models":null})", QString(), 0);
    ollama("another server's list", R"({"data":[]})", u"none"_s, 0);
}

void TestRequestBody::models()
{
    QFETCH(const std::optional<QList<ModelInfo>>, found);
    QFETCH(const QString, names);
    QFETCH(const int, tokens);
    QCOMPARE(found.has_value(), names != "none"_L1);
    if (!found)
        return;
    QStringList ids;
    for (const ModelInfo &model : *found)
        ids += model.id;
    QStringList expected = names.split(u' ', Qt::SkipEmptyParts);
    QCOMPARE(ids.size(), expected.size());
    ids.sort();
    expected.sort();
    QCOMPARE(ids, expected);
    if (!found->isEmpty())
        QCOMPARE(found->first().tokenLimit, tokens);
}

void TestRequestBody::tokenLimits()
{
    QCOMPARE(ollamaTokenLimit(Wire::plainBody(Wire::response(u"ollama/show"_s))), 4096);
    const QByteArray own = R"({"parameters":"stop \"x\"\nnum_ctx    8192\n",
        "model_info":{"general.architecture":"llama","llama.context_length":4096}})";
    QCOMPARE(ollamaTokenLimit(own), 8192);
    QCOMPARE(ollamaTokenLimit("{}"), 0);
    const QByteArray props = R"({"default_generation_settings":{"n_ctx":512}})";
    QCOMPARE(llamaTokenLimit(props), 512);
    QCOMPARE(llamaTokenLimit("no"), 0);
}

void TestRequestBody::refusal_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCause>("cause");
    QTest::addColumn<QList<qint64>>("tokens"); // needed, allowed
    using Cause = ErrorCause;
    const QList<qint64> none{0, 0};
    const auto recorded = [&](const QString &name, Cause cause, const QList<qint64> &tokens) {
        const QByteArray response = Wire::response(name);
        QTest::newRow(qPrintable(name))
            << Wire::status(response) << Wire::plainBody(response) << cause << tokens;
    };
    const auto row = [](const char *name, int status, const QByteArray &message, Cause cause,
                        const QList<qint64> &tokens) {
        QTest::newRow(name) << status << "{\"error\":{\"message\":\"" + message + "\"}}" << cause
                            << tokens;
    };
    recorded(u"llama-server/err-ctx-overflow"_s, Cause::ContextExceeded, {24016, 512});
    recorded(u"ollama/ctx-overflow-notruncate"_s, Cause::ContextExceeded, {36015, 1024});
    recorded(u"llama-server/err-503-loading"_s, Cause::ModelLoading, none);
    recorded(u"llama-server/router-badmodel"_s, Cause::ModelNotFound, none);
    recorded(u"llama-server/router-nomodel"_s, Cause::NoModel, none);
    recorded(u"llama-server/image-unsupported"_s, Cause::NotSupported, none);
    recorded(u"llama-server/err-badjson"_s, Cause::Unknown, none);
    recorded(u"llama-server/err-404"_s, Cause::Unknown, none);
    recorded(u"ollama/err-missing-model"_s, Cause::ModelNotFound, none);
    recorded(u"ollama/err-nomodel"_s, Cause::NoModel, none);
    recorded(u"ollama/err-think-unsupported"_s, Cause::NotSupported, none);
    recorded(u"ollama/err-badopt"_s, Cause::Unknown, none);
    row("OpenAI's context", 400,
        "This model's maximum context length is 4097 tokens. However, your messages resulted in "
        "5,000 tokens. Please reduce the length of the messages.",
        Cause::ContextExceeded, {5000, 4097});
    row("vLLM's context", 400,
        "This model's maximum context length is 2048 tokens. However, you requested 3000 tokens in "
        "the messages, Please reduce the length of the messages.",
        Cause::ContextExceeded, {3000, 2048});
    row("Anthropic's context", 400, "prompt is too long: 214315 tokens > 204698 maximum",
        Cause::ContextExceeded, {214315, 204698});
    row("a context without numbers", 400, "Input is too long for requested model.",
        Cause::ContextExceeded, none);
    row("OpenAI's model", 404, "The model `gpt-9` does not exist or you do not have access to it.",
        Cause::ModelNotFound, none);
    row("OpenRouter's model", 400, "x/y is not a valid model ID", Cause::ModelNotFound, none);
    row("a server that is overloaded", 503, "The server is overloaded", Cause::Unknown, none);
    QTest::newRow("no JSON") << 404 << QByteArray("model not found") << Cause::Unknown << none;
}

void TestRequestBody::refusal()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QList<qint64>, tokens);
    ProviderError error{.kind = ErrorKind::Http, .httpStatus = status};
    refineByBody(error, body);
    QTEST(error.cause, "cause");
    QCOMPARE((QList<qint64>{error.needed, error.allowed}), tokens);

    // Its own words show that it was the server, and not the proxy before it.
    ProviderError behindProxy{
        .kind = ErrorKind::Proxy, .cause = ErrorCause::ProxyOrServer, .httpStatus = status};
    refineByBody(behindProxy, body);
    QCOMPARE(behindProxy.kind, body.startsWith('{') ? ErrorKind::Http : ErrorKind::Proxy);
}

void TestRequestBody::retryAfterHeader_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("seconds");
    QTest::newRow("none") << QByteArray() << 0;
    QTest::newRow("seconds") << QByteArray(" 20 ") << 20;
    QTest::newRow("a date") << QByteArray("Fri, 20 Nov 2026 09:37:00 GMT") << 60;
    QTest::newRow("a date that has passed") << QByteArray("Fri, 20 Nov 2026 09:35:00 GMT") << 0;
    QTest::newRow("negative") << QByteArray("-5") << 0;
    QTest::newRow("for ever") << QByteArray("1e300") << 86'400;
    QTest::newRow("not a number") << QByteArray("nan") << 0;
    QTest::newRow("nonsense") << QByteArray("soon") << 0;
}

void TestRequestBody::retryAfterHeader()
{
    QFETCH(const QByteArray, header);
    const QDateTime now(QDate(2026, 11, 20), QTime(9, 36), Qt::UTC);
    QTEST(int(retryAfter(header, now) / 1s), "seconds");
}

void TestRequestBody::anotherModel_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("answered");
    QTest::addColumn<bool>("isOther");
    QTest::newRow("the same") << u"a"_s << u"a"_s << false;
    QTest::newRow("another") << u"no-such-model"_s << u"aura-tiny"_s << true;
    QTest::newRow("dated") << u"gpt-4o"_s << u"gpt-4o-2024-08-06"_s << false;
    QTest::newRow("with its maker") << u"meta/llama-3"_s << u"Llama-3"_s << false;
    QTest::newRow("a file") << u"llama-3"_s << u"/models/llama-3.gguf"_s << false;
    QTest::newRow("Ollama's tag") << u"aura-tiny"_s << u"aura-tiny:latest"_s << false;
    QTest::newRow("the server's choice") << QString() << u"a"_s << false;
    QTest::newRow("not told") << u"a"_s << QString() << false;
}

void TestRequestBody::anotherModel()
{
    QFETCH(const QString, asked);
    QFETCH(const QString, answered);
    QTEST(answeredByOther({.model = answered, .requestedModel = asked}), "isOther");
}

QTEST_GUILESS_MAIN(TestRequestBody)
#include "tst_requestbody.moc"
