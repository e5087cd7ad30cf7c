// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/auraprovider.h"

#include "demo/demoserver.h"
#include "support/managers.h"
#include "support/wire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(TestManager)
Q_DECLARE_METATYPE(Wire::Recording)
Q_DECLARE_METATYPE(Scenario)

namespace {

Message message(Role role, const QString &text)
{
    return {.role = role, .text = text};
}

ChatRequest question(const QString &text)
{
    return {.messages = {message(Role::User, text)}};
}

} // namespace

class TestAuraProvider : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void body_data();
    void body();
    void extraFieldsWin();
    void endpoint_data();
    void endpoint();
    void browserHeaders();
    void recording_data();
    void recording();
    void promptThatDoesNotFit();
    void promptThatFits_data();
    void promptThatFits();
    void badConnection_data();
    void badConnection();
    void longMessageTravelsWhole();
    void nothingBeforeSendReturns();
    void cancelling();
    void cancellingBeforeTheRefusal();
    void manyAtOnce();
    void destroyedWhileRunning();
    void destroyedInItsOwnSlot();
    void models_data();
    void models();
    void check_data();
    void check();

private:
    void use(const Connection &connection, const TestManager &manager = testManagers().first());
    QJsonObject sentBody() const { return m_server->requests().last().json(); }

    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<AuraProvider> m_provider;
    QHash<RequestId, QString> m_texts;
    QList<std::pair<RequestId, Completion>> m_endings;
};

void TestAuraProvider::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_server = std::make_unique<DemoServer>();
    QVERIFY(m_server->listen());
    m_server->setPace(0ms);
    m_server->setScenario({.pieces = {"ok"}});
    use({.baseUrl = m_server->url()});
}

void TestAuraProvider::cleanup()
{
    m_provider.reset();
    m_network.reset();
    m_server.reset();
}

void TestAuraProvider::use(const Connection &connection, const TestManager &manager)
{
    m_provider.reset();
    m_network = manager.make(connection, {});
    m_provider = std::make_unique<AuraProvider>(*m_network, connection);
    m_texts.clear();
    m_endings.clear();
    connect(m_provider.get(), &ChatProvider::chunkReceived, this,
            [this](RequestId id, const QString &text) {
                for (const auto &[ended, completion] : std::as_const(m_endings))
                    QVERIFY2(ended != id, "a chunk after the end");
                m_texts[id] += text;
            });
    connect(m_provider.get(), &ChatProvider::finished, this,
            [this](RequestId id, const Completion &completion) {
                m_endings += {id, completion};
            });
}

void TestAuraProvider::body_data()
{
    QTest::addColumn<ChatRequest>("request");
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("a question") << question(u"Hello"_s) << QByteArray(R"json(
        {"model":{"id":"openchat_3.6","name":"OpenChat 3.6 (latest)",
                  "maxLength":24576,"tokenLimit":8192},
         "messages":[{"role":"user","content":"Hello"}],
         "key":"","prompt":" ","temperature":0.5})json");
    QTest::newRow("system messages, older messages, all settings") << ChatRequest{
        .model = u"openchat_v3.2_mistral"_s,
        .messages = {message(Role::System, u"Be brief."_s), message(Role::User, u"Hi"_s),
                     message(Role::Assistant, u"Hello."_s), message(Role::System, u"Be kind."_s),
                     message(Role::User, u"Well?"_s)},
        .temperature = 0.0,
        .maxTokens = 2000} << QByteArray(R"json(
        {"model":{"id":"openchat_v3.2_mistral","name":"OpenChat 3.5 (latest)",
                  "maxLength":24576,"tokenLimit":2000},
         "messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello."},
                     {"role":"user","content":"Well?"}],
         "key":"","prompt":"Be brief.\nBe kind.","temperature":0})json");
    QTest::newRow("a model nobody knows; characters that JSON cannot hold") << ChatRequest{
        .model = u"llama"_s,
        .messages = {message(Role::System, u'a' + QString(QChar(0xdc00))),
                     message(Role::User, QChar(0xd83d) + QString(u" x\0😀"_s) + QChar(0xd83d))},
        .temperature = qQNaN()} << QByteArray(R"json(
        {"model":{"id":"llama","name":"llama","maxLength":24576,"tokenLimit":8192},
         "messages":[{"role":"user","content":"\ufffd x\u0000😀\ufffd"}],
         "key":"","prompt":"a\ufffd","temperature":0.5})json");
    QTest::newRow("no message") << ChatRequest{} << QByteArray(R"json(
        {"model":{"id":"openchat_3.6","name":"OpenChat 3.6 (latest)",
                  "maxLength":24576,"tokenLimit":8192},
         "messages":[],"key":"","prompt":" ","temperature":0.5})json");
}

void TestAuraProvider::body()
{
    QFETCH(const ChatRequest, request);
    QFETCH(const QByteArray, body);

    const RequestId id = m_provider->send(request);
    QTRY_COMPARE(m_endings.size(), 1);
    QCOMPARE(m_endings.first().second.state, ReplyState::Complete);
    QCOMPARE(m_texts.value(id), u"ok"_s);
    QCOMPARE(sentBody(), QJsonDocument::fromJson(body).object());
    QCOMPARE(m_server->requests().last().method, "POST");
}

void TestAuraProvider::extraFieldsWin()
{
    use({.baseUrl = m_server->url(),
         .model = u"mine"_s,
         .key = Secret(u"sk-1"_s),
         .extraBody = {{u"temperature"_s, 1}, {u"top_p"_s, 0.9}, {u"model"_s, u"plain"_s}}});
    m_provider->send(question(u"Hello"_s));
    QTRY_COMPARE(m_endings.size(), 1);
    QCOMPARE(sentBody().value("temperature"_L1), 1);
    QCOMPARE(sentBody().value("top_p"_L1), 0.9);
    QCOMPARE(sentBody().value("model"_L1), u"plain"_s);
    QCOMPARE(sentBody().value("key"_L1), u"sk-1"_s);
}

void TestAuraProvider::endpoint_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("bare") << QString() << QByteArray("/api/chat");
    QTest::newRow("a slash") << u"/"_s << QByteArray("/api/chat");
    QTest::newRow("two slashes") << u"//"_s << QByteArray("/api/chat");
    QTest::newRow("below a path") << u"/aura/"_s << QByteArray("/aura/api/chat");
    QTest::newRow("the endpoint itself") << u"/api/chat"_s << QByteArray("/api/chat");
    QTest::newRow("with a slash") << u"/x/api/chat/"_s << QByteArray("/x/api/chat");
}

void TestAuraProvider::endpoint()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, target);

    QUrl url = m_server->url();
    url.setPath(path);
    use({.baseUrl = url});
    m_provider->send(question(u"Hello"_s));
    QTRY_COMPARE(m_endings.size(), 1);
    QCOMPARE(m_server->requests().last().target, target);
}

void TestAuraProvider::browserHeaders()
{
    use({.baseUrl = m_server->url().resolved(QUrl(u"/base/"_s)),
         .headers = {{"X-Extra", Secret(u"1"_s)}},
         .cookies = Secret(u"session=abc; theme=dark"_s)});
    m_provider->send(question(u"Hello"_s));
    QTRY_COMPARE(m_endings.size(), 1);
    const DemoRequest &request = m_server->requests().last();
    QCOMPARE(request.header("Content-Type"), "application/json");
    QCOMPARE(request.header("Accept-Encoding"), "identity");
    QCOMPARE(request.header("Origin"), m_server->url().toEncoded());
    QCOMPARE(request.header("Referer"), m_server->url().toEncoded() + '/');
    QCOMPARE(request.header("Cookie"), "session=abc; theme=dark");
    QCOMPARE(request.header("X-Extra"), "1");
    QVERIFY(request.header("User-Agent").startsWith("Aura"));
    QVERIFY(request.header("Upgrade").isEmpty());
}

void TestAuraProvider::recording_data()
{
    QTest::addColumn<TestManager>("manager");
    QTest::addColumn<Wire::Recording>("recording");
    QTest::addColumn<int>("step");

    const QList<Wire::Recording> recordings = Wire::recordings(u"aura"_s);
    for (const TestManager &manager : testManagers()) {
        for (const Wire::Recording &recording : recordings) {
            for (const int step : {0, 1, 7}) {
                const bool isLong = recording.response.size() > 700;
                if (step == 0 || !isLong)
                    QTest::addRow("%s: %s, %s", manager.name.constData(),
                                  recording.name.constData(),
                                  step == 0       ? "whole"
                                      : step == 1 ? "byte by byte"
                                                  : "seven bytes a time")
                        << manager << recording << step;
            }
        }
    }
}

void TestAuraProvider::recording()
{
    QFETCH(const TestManager, manager);
    QFETCH(const Wire::Recording, recording);
    QFETCH(const int, step);

    // What was cut off in the recording never ended on the wire either: the limit ends it.
    const bool closes = Wire::head(recording.response).contains("Connection: close")
        && !Wire::head(recording.response).contains("chunked");
    Scenario scenario{.pieces = {recording.response}, .sendHead = false, .byteSteps = step};
    if (closes)
        scenario.framing = Scenario::Framing::UntilClose;
    if (recording.isCutOff)
        scenario.ending = Scenario::Ending::Silence;
    m_server->setScenario(scenario);
    use({.baseUrl = m_server->url(), .timeouts = {.idle = recording.isCutOff ? 300ms : 10'000ms}},
        manager);
    QSignalSpy ended(m_provider.get(), &ChatProvider::finished);
    const RequestId id = m_provider->send(question(u"Hello"_s));
    QVERIFY(ended.wait(10'000));
    const Completion &completion = m_endings.first().second;
    QCOMPARE(replyStateName(completion.state), QString::fromLatin1(recording.state));
    QCOMPARE(m_texts.value(id), recording.text.value_or(QString()));
    QCOMPARE(completion.error.has_value(), completion.state != ReplyState::Complete);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestAuraProvider::promptThatDoesNotFit()
{
    const QString chinese = QString(24'576, u'天');
    const RequestId id = m_provider->send(question(chinese));
    QVERIFY(m_endings.isEmpty());
    QTRY_COMPARE(m_endings.size(), 1);
    QCOMPARE(m_endings.first().first, id);
    const Completion &completion = m_endings.first().second;
    QCOMPARE(completion.state, ReplyState::Failed);
    QCOMPARE(completion.error->kind, ErrorKind::Limit);
    QCOMPARE(completion.error->cause, ErrorCause::PromptTooLong);
    QVERIFY(completion.error->needed > 24'576);
    QCOMPARE(completion.error->allowed, 8192);
    QCOMPARE(m_server->requests().size(), 0);

    ChatRequest anyway = question(chinese);
    anyway.contextCheck = ContextCheck::SendAnyway;
    m_provider->send(anyway);
    QTRY_COMPARE(m_endings.size(), 2);
    QCOMPARE(m_endings.last().second.state, ReplyState::Complete);
}

void TestAuraProvider::promptThatFits_data()
{
    QTest::addColumn<ChatRequest>("request");
    QTest::addColumn<bool>("fits");
    const QString words = u"word word "_s.repeated(2457);
    QTest::newRow("a long English message") << question(words) << true;
    QTest::newRow("6,000 ideographs") << question(QString(6000, u'天')) << true;
    QTest::newRow("old messages are the server's to drop")
        << ChatRequest{.messages = {message(Role::User, words), message(Role::Assistant, words),
                                    message(Role::User, u"Well?"_s)}}
        << true;
    QTest::newRow("the system prompt counts")
        << ChatRequest{.messages = {message(Role::System, words + words),
                                    message(Role::User, u"Well?"_s)}}
        << false;
    QTest::newRow("a limit below the reserve")
        << ChatRequest{.messages = {message(Role::User, u"Well?"_s)}, .maxTokens = 700} << false;
    QTest::newRow("a higher limit")
        << ChatRequest{.messages = {message(Role::User, QString(20'000, u'天'))},
                       .maxTokens = 32'000}
        << true;
}

void TestAuraProvider::promptThatFits()
{
    QFETCH(const ChatRequest, request);
    QFETCH(const bool, fits);
    m_provider->send(request);
    QTRY_COMPARE(m_endings.size(), 1);
    QCOMPARE(m_endings.first().second.state, fits ? ReplyState::Complete : ReplyState::Failed);
    QCOMPARE(m_server->requests().size(), fits ? 1 : 0);
}

void TestAuraProvider::badConnection_data()
{
    QTest::addColumn<Connection>("connection");
    QTest::addColumn<ErrorCause>("cause");
    const QUrl url(u"http://127.0.0.1:9"_s);
    QTest::newRow("no address") << Connection{} << ErrorCause::NoScheme;
    QTest::newRow("no scheme") << Connection{.baseUrl = QUrl(u"//host/"_s)} << ErrorCause::NoScheme;
    QTest::newRow("no host") << Connection{.baseUrl = QUrl(u"http:///x"_s)} << ErrorCause::NoHost;
    QTest::newRow("ftp") << Connection{.baseUrl = QUrl(u"ftp://host"_s)}
                         << ErrorCause::UnsupportedScheme;
    QTest::newRow("a line break in a header's value")
        << Connection{.baseUrl = url, .headers = {{"X-A", Secret(u"1\r\nX-B: 2"_s)}}}
        << ErrorCause::BadHeader;
    QTest::newRow("a line break in a header's name")
        << Connection{.baseUrl = url, .headers = {{"X-A\r\nX-B", Secret(u"1"_s)}}}
        << ErrorCause::BadHeader;
    QTest::newRow("a NUL in a header")
        << Connection{.baseUrl = url, .headers = {{"X-A", Secret(QString(u"1\0002"_s))}}}
        << ErrorCause::BadHeader;
    QTest::newRow("a header without a name")
        << Connection{.baseUrl = url, .headers = {{"", Secret(u"1"_s)}}} << ErrorCause::BadHeader;
    QTest::newRow("a header that is not Latin-1")
        << Connection{.baseUrl = url, .headers = {{"X-A", Secret(u"ключ"_s)}}}
        << ErrorCause::BadHeader;
    QTest::newRow("a line break in the cookies")
        << Connection{.baseUrl = url, .cookies = Secret(u"a=1\nX: 2"_s)} << ErrorCause::BadHeader;
    QTest::newRow("a line break in the user agent")
        << Connection{.baseUrl = url, .userAgent = u"x\ny"_s} << ErrorCause::BadHeader;
}

void TestAuraProvider::badConnection()
{
    QFETCH(const Connection, connection);
    QFETCH(const ErrorCause, cause);

    use(connection);
    QSignalSpy failed(m_provider.get(), &ChatProvider::modelsFailed);
    m_provider->send(question(u"Hello"_s));
    m_provider->listModels();
    QVERIFY(m_endings.isEmpty() && failed.isEmpty());
    QTRY_COMPARE(m_endings.size(), 1);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(m_endings.first().second.state, ReplyState::Failed);
    QCOMPARE(m_endings.first().second.error->kind, ErrorKind::Address);
    QCOMPARE(int(m_endings.first().second.error->cause), int(cause));
}

void TestAuraProvider::longMessageTravelsWhole()
{
    ChatRequest request = question(u"Ж and words "_s.repeated(200'000)); // 2.6 MB
    request.contextCheck = ContextCheck::SendAnyway;
    m_provider->send(request);
    QTRY_COMPARE_WITH_TIMEOUT(m_endings.size(), 1, 20'000);
    QCOMPARE(m_endings.first().second.state, ReplyState::Complete);
    QCOMPARE(sentBody()["messages"_L1][0]["content"_L1].toString(), request.messages.first().text);
}

void TestAuraProvider::nothingBeforeSendReturns()
{
    const RequestId first = m_provider->send(question(u"Hello"_s));
    const RequestId second = m_provider->send(question(QString(24'576, u'天')));
    QVERIFY(first.isValid() && second.isValid() && first != second);
    QVERIFY(m_texts.isEmpty() && m_endings.isEmpty());
    QVERIFY(m_provider->isBusy());
    QTRY_COMPARE(m_endings.size(), 2);
    QVERIFY(!m_provider->isBusy());
}

void TestAuraProvider::cancelling()
{
    m_server->setScenario({.pieces = {"hello"}, .ending = Scenario::Ending::Silence});
    QSignalSpy left(m_server.get(), &DemoServer::clientLeft);
    const RequestId id = m_provider->send(question(u"Hello"_s));
    QTRY_COMPARE(m_texts.value(id), u"hello"_s);
    m_provider->cancel({});
    m_provider->cancel({12345});
    QVERIFY(m_endings.isEmpty());
    m_provider->cancel(id);
    m_provider->cancel(id);
    QCOMPARE(m_endings.size(), 1);
    QCOMPARE(m_endings.first().second.state, ReplyState::Stopped);
    QVERIFY(!m_endings.first().second.error);
    QTRY_COMPARE(left.size(), 1);
}

void TestAuraProvider::cancellingBeforeTheRefusal()
{
    const RequestId id = m_provider->send(question(QString(24'576, u'天')));
    m_provider->cancel(id);
    QTest::qWait(20); // nothing may follow
    QCOMPARE(m_endings.size(), 1);
    QCOMPARE(m_endings.first().second.state, ReplyState::Stopped);
}

void TestAuraProvider::manyAtOnce()
{
    m_server->setScenarioChooser([](const DemoRequest &request) -> std::optional<Scenario> {
        const QString text = request.json()["messages"_L1][0]["content"_L1].toString();
        return Scenario{.pieces = text.toUtf8().split(' '), .pause = 5ms};
    });
    QHash<RequestId, QString> expected;
    for (int i = 0; i < 12; ++i)
        expected[m_provider->send(question(u"this is %1"_s.arg(i)))] = u"thisis%1"_s.arg(i);
    QTRY_COMPARE_WITH_TIMEOUT(m_endings.size(), 12, 10'000);
    QCOMPARE(m_texts, expected);
}

void TestAuraProvider::destroyedWhileRunning()
{
    m_server->setScenario({.pieces = {"hello"}, .ending = Scenario::Ending::Silence});
    m_provider->send(question(u"Hello"_s));
    m_provider->send(question(u"Hello"_s));
    m_provider->listModels();
    QTRY_COMPARE(m_texts.size(), 2);
    QSignalSpy left(m_server.get(), &DemoServer::clientLeft);
    m_provider.reset();
    QVERIFY(m_endings.isEmpty());
    QTRY_VERIFY(left.size() >= 2);
}

void TestAuraProvider::destroyedInItsOwnSlot()
{
    m_server->setScenario(
        {.pieces = {"a", "b", "c"}, .pause = 5ms, .ending = Scenario::Ending::Silence});
    m_provider->send(question(u"Hello"_s));
    connect(m_provider.get(), &ChatProvider::chunkReceived, this, [this] { m_provider.reset(); });
    QTRY_VERIFY(!m_provider);
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestAuraProvider::models_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<QStringList>("names"); // empty: it fails
    QTest::addColumn<int>("kind");
    const auto recorded = [](const QString &name) {
        return Wire::readFile(u"aura/"_s + name + u".response"_s);
    };
    QTest::newRow("a list") << recorded(u"k01-models-ok"_s)
                            << QStringList{u"OpenChat 3.6 (latest)"_s} << -1;
    QTest::newRow("a list whose end the connection marks")
        << QByteArray("HTTP/1.0 200 OK\r\n\r\n[{\"id\":\"x\"},{\"name\":\"nobody\"},7]")
        << QStringList{u"x"_s} << -1;
    QTest::newRow("401 upstream") << recorded(u"k02-models-401"_s) << QStringList()
                                  << int(ErrorKind::Http);
    QTest::newRow("500") << recorded(u"k02-models-500"_s) << QStringList() << int(ErrorKind::Http);
    QTest::newRow("no list") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")
                             << QStringList() << int(ErrorKind::Protocol);
    QTest::newRow("nothing") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
                             << QStringList() << int(ErrorKind::Protocol);
    QTest::newRow("half a list") << QByteArray(
        "HTTP/1.0 200 OK\r\n\r\n[{\"id\":\"openchat_3.6\"},{\"id")
                                 << QStringList() << int(ErrorKind::Protocol);
}

void TestAuraProvider::models()
{
    QFETCH(const QByteArray, response);
    QFETCH(const QStringList, names);
    QFETCH(const int, kind);

    m_server->setScenarioChooser([response](const DemoRequest &) -> std::optional<Scenario> {
        return Scenario{
            .pieces = {response}, .framing = Scenario::Framing::UntilClose, .sendHead = false};
    });
    use({.baseUrl = m_server->url(), .key = Secret(u"sk-1"_s)});
    QSignalSpy listed(m_provider.get(), &ChatProvider::modelsListed);
    QSignalSpy failed(m_provider.get(), &ChatProvider::modelsFailed);
    const RequestId id = m_provider->listModels();
    QTRY_COMPARE(listed.size() + failed.size(), 1);
    QCOMPARE(m_server->requests().last().target, "/api/models");
    QCOMPARE(sentBody(), (QJsonObject{{u"key"_s, u"sk-1"_s}}));
    QCOMPARE(failed.size(), names.isEmpty() ? 1 : 0);
    if (names.isEmpty()) {
        QCOMPARE(failed[0][0].value<RequestId>(), id);
        QCOMPARE(int(failed[0][1].value<ProviderError>().kind), kind);
        return;
    }
    QCOMPARE(listed[0][0].value<RequestId>(), id);
    QStringList found;
    const auto models = listed[0][1].value<QList<ModelInfo>>();
    for (const ModelInfo &model : models) {
        found += model.name;
        QCOMPARE(model.tokenLimit, 8192);
        QCOMPARE(model.maxLength, 24'576);
    }
    QCOMPARE(found, names);
}

void TestAuraProvider::check_data()
{
    QTest::addColumn<QUrl>("url"); // empty: the server's
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<int>("failedStep"); // -1: it works
    QTest::newRow("works") << QUrl() << Scenario{.pieces = {"[]"}} << -1;
    QTest::newRow("no such name") << QUrl(u"http://does-not-exist.invalid"_s) << Scenario{}
                                  << int(CheckStep::NameLookup);
    QTest::newRow("nobody listens")
        << QUrl(u"http://127.0.0.1:1"_s) << Scenario{} << int(CheckStep::Connect);
    QTest::newRow("bad address") << QUrl(u"gopher://x"_s) << Scenario{} << int(CheckStep::Address);
    QTest::newRow("404") << QUrl() << Scenario{.status = 404} << int(CheckStep::Http);
    QTest::newRow("a web page") << QUrl()
                                << Scenario{.headers = {{"Content-Type", "text/html"}},
                                            .pieces = {"<html>"}}
                                << int(CheckStep::Http);
    QTest::newRow("not the protocol")
        << QUrl() << Scenario{.pieces = {"hello"}} << int(CheckStep::Protocol);
}

void TestAuraProvider::check()
{
    QFETCH(const QUrl, url);
    QFETCH(const Scenario, scenario);
    QFETCH(const int, failedStep);

    m_server->setScenarioChooser([scenario](const DemoRequest &) { return scenario; });
    use({.baseUrl = url.isEmpty() ? m_server->url() : url});
    QSignalSpy checked(m_provider.get(), &ChatProvider::checked);
    const RequestId id = m_provider->check();
    QVERIFY(checked.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(checked.size(), 1, 10'000);
    QCOMPARE(checked[0][0].value<RequestId>(), id);
    const auto result = checked[0][1].value<ConnectionCheck>();
    QCOMPARE(result.works, failedStep < 0);
    QCOMPARE(result.error.has_value(), failedStep >= 0);
    if (failedStep >= 0)
        QCOMPARE(int(result.failedStep), failedStep);
}

QTEST_GUILESS_MAIN(TestAuraProvider)
#include "tst_auraprovider.moc"
