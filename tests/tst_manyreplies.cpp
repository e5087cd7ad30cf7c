// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversation.h"
#include "demo/demoserver.h"
#include "settings/connectionstore.h"
#include "ui/application.h"
#include "ui/composer.h"
#include "ui/conversationpage.h"
#include "ui/mainwindow.h"
#include "ui/messageedit.h"
#include "ui/modelbutton.h"
#include "ui/modelmenu.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int conversationCount = 20;
constexpr int pieceCount = 80;
constexpr auto piecePause = 25ms;

//! A part of a reply, as a server of that kind streams it.
QByteArray pieceOf(ServerKind kind, const QByteArray &text)
{
    switch (kind) {
    case ServerKind::OpenAi:
        return R"(data: {"choices":[{"index":0,"delta":{"content":")" + text + "\"}}]}\n\n";
    case ServerKind::Ollama:
        return R"({"message":{"role":"assistant","content":")" + text + "\"},\"done\":false}\n";
    default: return text;
    }
}

QByteArray endOf(ServerKind kind)
{
    switch (kind) {
    case ServerKind::OpenAi: return "data: [DONE]\n\n";
    case ServerKind::Ollama: return "{\"done\":true,\"done_reason\":\"stop\"}\n";
    default: return "";
    }
}

//! What is answered to a question: its own words, again and again.
QString replyTo(const QString &question)
{
    return QString(question + u". "_s).repeated(pieceCount);
}

QByteArray modelList(ServerKind kind)
{
    switch (kind) {
    case ServerKind::OpenAi: return R"({"data":[{"id":"quick-model"}]})";
    case ServerKind::Ollama: return R"({"models":[{"name":"quick-model"}]})";
    default: return R"([{"id":"quick-model","name":"quick-model"}])";
    }
}

bool isListOfModels(const DemoRequest &request)
{
    return request.path().endsWith("/models") || request.path().endsWith("/tags");
}

bool isChat(const DemoRequest &request)
{
    return request.path().endsWith("/chat") || request.path().endsWith("/chat/completions");
}

Scenario answerTo(ServerKind kind, const DemoRequest &request)
{
    if (isListOfModels(request))
        return {.headers = {{"Content-Type", "application/json"}}, .pieces = {modelList(kind)}};
    if (!isChat(request))
        return {.status = 404};
    const QJsonArray messages = request.json()["messages"_L1].toArray();
    const QByteArray question = messages.last()["content"_L1].toString().toUtf8();
    Scenario scenario{.headers = {{"Content-Type", "text/event-stream"}}, .pause = piecePause};
    scenario.pieces = QList<QByteArray>(pieceCount, pieceOf(kind, question + ". "));
    if (const QByteArray end = endOf(kind); !end.isEmpty())
        scenario.pieces.append(end);
    return scenario;
}

} // namespace

//! Twenty conversations of the real window are answered at once.
class TestManyReplies : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void streamBesideAListOfModels_data();
    void streamBesideAListOfModels();

private:
    MainWindow &window() { return m_application->window(); }
    void connectTo(ServerKind kind);
    Conversation *ask(const QString &question);
    QAction *listed(const QString &model);
    qsizetype chats() const { return std::ranges::count_if(m_server.requests(), isChat); }

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Application> m_application;
};

namespace {

const Message &replyIn(const Conversation &conversation)
{
    return conversation.messages().messageAt(conversation.messages().rowCount() - 1);
}

bool isGrowing(const Conversation *conversation)
{
    const Message &reply = replyIn(*conversation);
    return reply.state == ReplyState::Answering && !reply.text.isEmpty();
}

} // namespace

void TestManyReplies::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_application = std::make_unique<Application>(CommandLine{.dataDir = m_folder->path()});
    QVERIFY(bool(m_application->start()));
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
}

void TestManyReplies::cleanup()
{
    m_application.reset();
    m_folder.reset();
}

void TestManyReplies::connectTo(ServerKind kind)
{
    m_server.setScenarioChooser([kind](const DemoRequest &request) -> std::optional<Scenario> {
        return answerTo(kind, request);
    });
    if (m_server.url().port() <= 0)
        QVERIFY(m_server.listen());
    ConnectionStore &connections = m_application->connections();
    connections.setDefaultId(connections.add(
        {.name = u"Busy"_s, .kind = kind, .baseUrl = m_server.url(), .model = u"quick-model"_s}));
}

Conversation *TestManyReplies::ask(const QString &question)
{
    window().newConversation();
    window().page().composer().setText(question);
    QTest::keyClick(&window().page().composer().edit(), Qt::Key_Return);
    return window().current();
}

//! The menu's entry of that model; null until it was listed.
QAction *TestManyReplies::listed(const QString &model)
{
    const QList<QAction *> actions = window().findChild<ModelMenu *>()->actions();
    const auto found = std::ranges::find_if(
        actions, [&model](const QAction *action) { return action->data() == model; });
    return found == actions.end() ? nullptr : *found;
}

void TestManyReplies::streamBesideAListOfModels_data()
{
    QTest::addColumn<ServerKind>("kind");
    QTest::newRow("Aura") << ServerKind::Aura;
    QTest::newRow("OpenAI") << ServerKind::OpenAi;
    QTest::newRow("Ollama") << ServerKind::Ollama;
}

void TestManyReplies::streamBesideAListOfModels()
{
    QFETCH(ServerKind, kind);
    connectTo(kind);
    const qsizetype before = chats();
    std::vector<Conversation *> conversations;
    for (int i = 0; i < conversationCount; ++i)
        conversations.push_back(ask(u"question %1"_s.arg(i)));
    QTRY_VERIFY(std::ranges::all_of(conversations, isGrowing));

    QElapsedTimer clock;
    clock.start();
    QVERIFY(listed(u"quick-model"_s) == nullptr);
    window().findChild<ModelButton *>()->click();
    QTRY_VERIFY_WITH_TIMEOUT(listed(u"quick-model"_s) != nullptr, 1000);
    qInfo("the list took %lld ms", clock.elapsed());
    QVERIFY(std::ranges::all_of(conversations, isGrowing)); // none of them had to end for it
    window().findChild<ModelMenu *>()->close();

    for (int i = 0; i < conversationCount; ++i) {
        const Conversation &conversation = *conversations.at(size_t(i));
        QTRY_COMPARE_WITH_TIMEOUT(replyIn(conversation).state, ReplyState::Complete, 20'000);
        QCOMPARE(replyIn(conversation).text, replyTo(u"question %1"_s.arg(i)));
    }
    QCOMPARE(chats() - before, conversationCount);
}

QTEST_MAIN(TestManyReplies)
#include "tst_manyreplies.moc"
