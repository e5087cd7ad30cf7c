// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatcontroller.h"
#include "demo/demoserver.h"
#include "providers/auraprovider.h"
#include "support/recordingprovider.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! The whole way of a question: controller, provider, socket, server, and back.
class TestChatControllerDemo : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theDemoAnswers();
    void tenConversationsAnswerAtOnce();
    void aSilentServerIsStoppedAtOnce_data();
    void aSilentServerIsStoppedAtOnce();
    void aFaultIsTriedAgain_data();
    void aFaultIsTriedAgain();
    void whatDoesNotFitIsSentOnlyAnyway();
    void aDestroyedConversationLeavesTheServer();

private:
    static const Message &last(const Conversation &conversation)
    {
        return conversation.messages().messageAt(conversation.messages().rowCount() - 1);
    }
    //! The messages of the request that arrived last: "user: why".
    QStringList lastSent() const
    {
        QStringList lines;
        const QJsonArray messages = m_server->requests().last().json()["messages"_L1].toArray();
        for (const QJsonValue &message : messages)
            lines.append(message["role"_L1].toString() + u": "_s
                         + message["content"_L1].toString());
        return lines;
    }

    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<AuraProvider> m_provider;
    std::unique_ptr<RecordingSource> m_source;
    std::unique_ptr<ChatController> m_controller;
};

void TestChatControllerDemo::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_server = std::make_unique<DemoServer>();
    QVERIFY(m_server->listen());
    m_server->setPace(0ms);
    m_network = std::make_unique<QNetworkAccessManager>();
    m_network->setProxy(QNetworkProxy::NoProxy);
    m_provider = std::make_unique<AuraProvider>(
        *m_network, Connection{.id = u"demo"_s, .name = u"Demo"_s, .baseUrl = m_server->url()});
    m_source = std::make_unique<RecordingSource>();
    m_source->setReady(u"demo"_s, m_provider.get());
    m_controller = std::make_unique<ChatController>(*m_source);
    m_controller->setDefaults({.connectionId = u"demo"_s});
}

void TestChatControllerDemo::cleanup()
{
    m_controller.reset();
    m_source.reset();
    m_provider.reset();
    m_network.reset();
    m_server.reset();
}

void TestChatControllerDemo::theDemoAnswers()
{
    Conversation conversation(u"1"_s);
    QString grown;
    connect(&conversation.messages(), &ConversationModel::replyGrew, this,
            [&grown](MessageId, qsizetype offset, const QString &piece) {
                QCOMPARE(offset, grown.size());
                grown += piece;
            });
    m_controller->ask(conversation, u"Hello"_s);
    QTRY_COMPARE(last(conversation).state, ReplyState::Complete);
    QVERIFY(!last(conversation).text.isEmpty());
    QCOMPARE(grown, last(conversation).text);
    QCOMPARE(last(conversation).connectionName, u"Demo"_s);
    QVERIFY(last(conversation).timing.totalMs >= 0);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestChatControllerDemo::tenConversationsAnswerAtOnce()
{
    constexpr int pieces = 40;
    m_server->setScenarioChooser([](const DemoRequest &request) -> std::optional<Scenario> {
        const QByteArray question =
            request.json()["messages"_L1].toArray().last()["content"_L1].toString().toUtf8();
        Scenario scenario{.pause = 2ms};
        for (int i = 0; i < pieces; ++i)
            scenario.pieces.append(question + '.' + QByteArray::number(i) + ' ');
        return scenario;
    });

    std::vector<std::unique_ptr<Conversation>> conversations;
    for (int i = 0; i < 10; ++i) {
        conversations.push_back(std::make_unique<Conversation>(QString::number(i)));
        m_controller->ask(*conversations.back(), u"вопрос%1"_s.arg(i));
    }
    for (int i = 0; i < 10; ++i) {
        const Conversation &conversation = *conversations.at(size_t(i));
        QTRY_COMPARE(last(conversation).state, ReplyState::Complete);
        QString expected;
        for (int piece = 0; piece < pieces; ++piece)
            expected += u"вопрос%1.%2 "_s.arg(i).arg(piece);
        QCOMPARE(last(conversation).text, expected);
    }
    QCOMPARE(m_server->requests().size(), 10);
}

void TestChatControllerDemo::aSilentServerIsStoppedAtOnce_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<QString>("text");
    QTest::newRow("before a byte")
        << Scenario{.ending = Scenario::Ending::Silence, .cutAfter = 0} << QString();
    QTest::newRow("after the head") << Scenario{.ending = Scenario::Ending::Silence} << QString();
    QTest::newRow("after some text")
        << Scenario{.pieces = {"half a "}, .ending = Scenario::Ending::Silence} << u"half a "_s;
    QTest::newRow("in a flood") << Scenario{.pieces = {QByteArray(4096, 'x')}, .endless = true}
                                << u"x"_s;
}

void TestChatControllerDemo::aSilentServerIsStoppedAtOnce()
{
    QFETCH(Scenario, scenario);
    QFETCH(QString, text);
    m_server->setScenario(scenario);
    QSignalSpy left(m_server.get(), &DemoServer::clientLeft);
    QSignalSpy finished(m_controller.get(), &ChatController::replyFinished);
    Conversation conversation(u"1"_s);
    m_controller->ask(conversation, u"q"_s);
    QTRY_COMPARE(m_server->requests().size(), 1);
    // The flood comes from this very thread.
    QTRY_VERIFY_WITH_TIMEOUT(last(conversation).text.startsWith(text), 30'000);

    QElapsedTimer timer;
    timer.start();
    m_controller->stop(conversation);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(last(conversation).state, ReplyState::Stopped);
    const QString kept = last(conversation).text;
    QTRY_COMPARE(left.count(), 1);
    QCOMPARE(last(conversation).text, kept);
    QCOMPARE(finished.count(), 1);
}

void TestChatControllerDemo::aFaultIsTriedAgain_data()
{
    QTest::addColumn<Scenario>("fault");
    QTest::addColumn<ReplyState>("state");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::newRow("500") << Scenario{.status = 500, .reason = "busy", .pieces = {"Error"}}
                         << ReplyState::Failed << ErrorKind::Http << QString();
    QTest::newRow("a web page") << Scenario{.headers = {{"Content-Type", "text/html"}},
                                            .pieces = {"<title>Hi</title>"}}
                                << ReplyState::Failed << ErrorKind::WrongAddress << QString();
    QTest::newRow("reset") << Scenario{.ending = Scenario::Ending::Reset, .cutAfter = 0}
                           << ReplyState::Failed << ErrorKind::Protocol << QString();
    QTest::newRow("end not confirmed")
        << Scenario{.pieces = {"half"}, .framing = Scenario::Framing::UntilClose}
        << ReplyState::Interrupted << ErrorKind::EndNotConfirmed << u"half"_s;
}

void TestChatControllerDemo::aFaultIsTriedAgain()
{
    QFETCH(Scenario, fault);
    QFETCH(ReplyState, state);
    QFETCH(QString, text);
    m_server->setScenario(fault);
    Conversation conversation(u"1"_s);
    m_controller->ask(conversation, u"why?"_s);
    QTRY_VERIFY(!m_controller->isAnswering(conversation));
    QCOMPARE(last(conversation).state, state);
    QVERIFY(last(conversation).error);
    QTEST(last(conversation).error->kind, "kind");
    QCOMPARE(last(conversation).text, text);
    const qsizetype before = m_server->requests().size();

    m_server->setScenario({.pieces = {"be", "cause"}});
    m_controller->askAgain(conversation, last(conversation).id);
    QTRY_COMPARE(last(conversation).state, ReplyState::Complete);
    QCOMPARE(last(conversation).text, u"because"_s);
    QCOMPARE(m_server->requests().size(), before + 1);
    QCOMPARE(lastSent(), QStringList{u"user: why?"_s});
    QCOMPARE(conversation.messages().rowCount(), 2);

    m_controller->ask(conversation, u"sure?"_s);
    QTRY_COMPARE(last(conversation).state, ReplyState::Complete);
    QCOMPARE(lastSent(), (QStringList{u"user: why?"_s, u"assistant: because"_s, u"user: sure?"_s}));
}

void TestChatControllerDemo::whatDoesNotFitIsSentOnlyAnyway()
{
    Conversation conversation(u"1"_s);
    conversation.setParameters({.maxTokens = 800});
    const QString question = u"word "_s.repeated(400);
    QVERIFY(!m_controller->contextEstimate(conversation, question).fits());
    m_controller->ask(conversation, question);
    QTRY_COMPARE(last(conversation).state, ReplyState::Failed);
    QCOMPARE(last(conversation).error->cause, ErrorCause::PromptTooLong);
    QVERIFY(m_server->requests().isEmpty());

    m_controller->askAgain(conversation, last(conversation).id, ContextCheck::SendAnyway);
    QTRY_COMPARE(last(conversation).state, ReplyState::Complete);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestChatControllerDemo::aDestroyedConversationLeavesTheServer()
{
    m_server->setScenario({.pieces = {"x"}, .ending = Scenario::Ending::Silence});
    QSignalSpy left(m_server.get(), &DemoServer::clientLeft);
    auto conversation = std::make_unique<Conversation>(u"1"_s);
    m_controller->ask(*conversation, u"q"_s);
    QTRY_COMPARE(last(*conversation).text, u"x"_s);
    conversation.reset();
    QTRY_COMPARE(left.count(), 1);
    QTRY_COMPARE(m_server->openConnections(), 0);
}

QTEST_GUILESS_MAIN(TestChatControllerDemo)
#include "tst_chatcontroller_demo.moc"
