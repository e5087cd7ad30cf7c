// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/errortext.h"
#include "chat/chatcontroller.h"
#include "support/recordingprovider.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestChatController : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aQuestionIsAskedAndAnswered();
    void whatIsSentIsWhatIsSet();
    void theSystemPromptIsTheOneSent();
    void blankTextIsNotAsked_data();
    void blankTextIsNotAsked();
    void oneReplyAtATime();
    void conversationsAnswerAtOnce();
    void stopEndsAtOnce_data();
    void stopEndsAtOnce();
    void stopAllStopsAll();
    void aConnectionMayBecomeReadyLater();
    void waitingForAConnectionCanBeStopped();
    void anUnknownConnectionIsAFailure_data();
    void anUnknownConnectionIsAFailure();
    void everyEndIsTold_data();
    void everyEndIsTold();
    void askingAgainAsksTheRightQuestion_data();
    void askingAgainAsksTheRightQuestion();
    void askingAgainKnowsItsQuestion();
    void anEditedQuestionForgetsWhatCameAfter();
    void onlyTextIsSent_data();
    void onlyTextIsSent();
    void theContextIsEstimated();
    void continueIsAQuestionForAllToSee_data();
    void continueIsAQuestionForAllToSee();
    void aDestroyedConversationIsCancelled();
    void aDestroyedProviderEndsItsReplies();
    void aDestroyedControllerStopsItsReplies();
    void listenersMayDoAnything();

private:
    Conversation &make(const QString &connectionId = u"home"_s)
    {
        m_conversations.push_back(std::make_unique<Conversation>(u"c"_s));
        m_conversations.back()->setParameters({.connectionId = connectionId});
        return *m_conversations.back();
    }
    //! A question that was answered, or not.
    void exchange(Conversation &conversation, const QString &question, const QString &answer,
                  ReplyState state = ReplyState::Complete)
    {
        m_controller->ask(conversation, question);
        m_home->say(answer);
        m_home->end({.state = state});
    }
    static const Message &last(const Conversation &conversation)
    {
        return conversation.messages().messageAt(conversation.messages().rowCount() - 1);
    }
    //! "q: why | a: because", as shown or sent.
    static QString script(const QList<Message> &messages)
    {
        QStringList lines;
        for (const Message &message : messages) {
            const QString who = message.role == Role::User ? u"q"_s
                : message.role == Role::System             ? u"s"_s
                                                           : u"a"_s;
            lines.append(who + u": "_s + message.text);
        }
        return lines.join(u" | ");
    }

    std::unique_ptr<RecordingProvider> m_home;
    std::unique_ptr<RecordingSource> m_source;
    std::unique_ptr<ChatController> m_controller;
    std::vector<std::unique_ptr<Conversation>> m_conversations;
};

void TestChatController::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_home = std::make_unique<RecordingProvider>(u"At home"_s);
    m_source = std::make_unique<RecordingSource>();
    m_source->setReady(u"home"_s, m_home.get());
    m_controller = std::make_unique<ChatController>(*m_source);
}

void TestChatController::cleanup()
{
    m_controller.reset();
    m_conversations.clear();
    m_source.reset();
    m_home.reset();
}

void TestChatController::aQuestionIsAskedAndAnswered()
{
    Conversation &conversation = make();
    QSignalSpy answering(m_controller.get(), &ChatController::answeringChanged);
    QSignalSpy finished(m_controller.get(), &ChatController::replyFinished);

    m_controller->ask(conversation, u" why?\n"_s);
    QVERIFY(m_controller->isAnswering(conversation));
    QCOMPARE(answering.count(), 1);
    QCOMPARE(conversation.activity(), Activity::Answering);
    QCOMPARE(m_home->requests.size(), 1);
    QCOMPARE(script(m_home->requests.first().messages), u"q:  why?\n"_s);
    QCOMPARE(last(conversation).state, ReplyState::Answering);
    QCOMPARE(last(conversation).connectionName, u"At home"_s);

    m_home->think(u"hm"_s);
    m_home->say(u"be"_s);
    m_home->say(u"cause"_s);
    QCOMPARE(finished.count(), 0);
    m_home->end({.model = u"m"_s, .usage = {.completionTokens = 2}, .timing = {.totalMs = 5}});

    QCOMPARE(script(conversation.messages().activePath()), u"q:  why?\n | a: because"_s);
    QCOMPARE(last(conversation).state, ReplyState::Complete);
    QCOMPARE(last(conversation).reasoning, u"hm"_s);
    QCOMPARE(last(conversation).model, u"m"_s);
    QCOMPARE(last(conversation).usage.completionTokens, 2);
    QCOMPARE(last(conversation).timing.totalMs, 5);
    QVERIFY(!m_controller->isAnswering(conversation));
    QCOMPARE(answering.count(), 2);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(finished.first().at(0).value<Conversation *>(), &conversation);
    QVERIFY(m_home->cancelled.isEmpty());

    m_home->say(u"late"_s);
    m_home->end();
    QCOMPARE(last(conversation).text, u"because"_s);
    QCOMPARE(finished.count(), 1);
}

void TestChatController::whatIsSentIsWhatIsSet()
{
    m_controller->setDefaults({.temperature = 0.25, .maxTokens = 100, .connectionId = u"home"_s});
    Conversation &conversation = make(QString());
    exchange(conversation, u"q"_s, u"a"_s);
    QCOMPARE(m_home->requests.last().temperature, 0.25);
    QCOMPARE(m_home->requests.last().maxTokens, 100);
    QCOMPARE(m_home->requests.last().model, QString());
    QCOMPARE(m_home->requests.last().contextCheck, ContextCheck::Refuse);

    conversation.setParameters({.temperature = 0.0, .maxTokens = 7, .model = u"tiny"_s});
    exchange(conversation, u"q2"_s, u"a2"_s);
    QCOMPARE(m_home->requests.last().temperature, 0.0);
    QCOMPARE(m_home->requests.last().maxTokens, 7);
    QCOMPARE(m_home->requests.last().model, u"tiny"_s);
    QCOMPARE(script(m_home->requests.last().messages), u"q: q | a: a | q: q2"_s);
    QCOMPARE(last(conversation).model, u"tiny"_s);
}

void TestChatController::theSystemPromptIsTheOneSent()
{
    m_controller->setDefaults({.systemPrompt = u"default"_s});
    Conversation &conversation = make();
    QCOMPARE(script(m_controller->requestFor(conversation).messages), u"s: default"_s);
    QCOMPARE(conversation.messages().rowCount(), 0);
    exchange(conversation, u"q"_s, u"a"_s);
    QCOMPARE(script(m_home->requests.last().messages), u"s: default | q: q"_s);
    QCOMPARE(script(conversation.messages().activePath()), u"s: default | q: q | a: a"_s);

    m_controller->setDefaults({.systemPrompt = u"changed"_s});
    QCOMPARE(conversation.messages().systemPrompt(), u"default"_s);
    exchange(conversation, u"q"_s, u"a"_s);
    QCOMPARE(conversation.messages().systemPrompt(), u"changed"_s);

    conversation.setParameters({.systemPrompt = u"own"_s, .connectionId = u"home"_s});
    exchange(conversation, u"q"_s, u"a"_s);
    QCOMPARE(m_home->requests.last().messages.first().text, u"own"_s);

    conversation.setParameters({.systemPrompt = QString(), .connectionId = u"home"_s});
    exchange(conversation, u"q"_s, u"a"_s);
    QCOMPARE(m_home->requests.last().messages.first().role, Role::User);
    QCOMPARE(conversation.messages().messageAt(0).role, Role::User);
}

void TestChatController::blankTextIsNotAsked_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("spaces") << u"   "_s;
    QTest::newRow("lines") << u"\n\t\r\n"_s;
}

void TestChatController::blankTextIsNotAsked()
{
    QFETCH(QString, text);
    Conversation &conversation = make();
    m_controller->ask(conversation, text);
    QCOMPARE(conversation.messages().rowCount(), 0);
    exchange(conversation, u"q"_s, u"a"_s);
    m_controller->editQuestion(conversation, conversation.messages().messageAt(0).id, text);
    QCOMPARE(m_home->requests.size(), 1);
    QVERIFY(!m_controller->isAnswering(conversation));
}

void TestChatController::oneReplyAtATime()
{
    Conversation &conversation = make();
    m_controller->ask(conversation, u"q"_s);
    const MessageId question = conversation.messages().messageAt(0).id;
    m_controller->ask(conversation, u"q2"_s);
    m_controller->askAgain(conversation, question);
    m_controller->editQuestion(conversation, question, u"q'"_s);
    m_home->say(u"a"_s);
    m_controller->continueReply(conversation, last(conversation).id);
    QCOMPARE(m_home->requests.size(), 1);
    QCOMPARE(script(conversation.messages().activePath()), u"q: q | a: a"_s);
}

void TestChatController::conversationsAnswerAtOnce()
{
    RecordingProvider away(u"Away"_s); // counts its ids from 1, like the other
    m_source->setReady(u"away"_s, &away);
    QList<Conversation *> conversations;
    for (int i = 0; i < 10; ++i) {
        conversations.append(&make(i % 2 ? u"away"_s : u"home"_s));
        m_controller->ask(*conversations.last(), u"q%1"_s.arg(i));
    }
    QCOMPARE(m_home->ids, away.ids);

    const auto providerOf = [&](int i) { return i % 2 ? &away : m_home.get(); };
    for (int round = 0; round < 3; ++round) {
        for (int i = 9; i >= 0; --i)
            providerOf(i)->say(u"%1.%2 "_s.arg(i).arg(round), i / 2);
    }
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(last(*conversations[i]).text, u"%1.0 %1.1 %1.2 "_s.arg(i));
        QVERIFY(m_controller->isAnswering(*conversations[i]));
        providerOf(i)->end({}, i / 2);
        QVERIFY(!m_controller->isAnswering(*conversations[i]));
        QCOMPARE(last(*conversations[i]).state, ReplyState::Complete);
    }
    m_controller.reset(); // before the other provider
}

void TestChatController::stopEndsAtOnce_data()
{
    QTest::addColumn<bool>("silent");
    QTest::addColumn<QString>("text");
    QTest::newRow("server ends, text") << false << u"half a"_s;
    QTest::newRow("server ends, no text") << false << QString();
    QTest::newRow("server silent, text") << true << u"half a"_s;
    QTest::newRow("server silent, no text") << true << QString();
}

void TestChatController::stopEndsAtOnce()
{
    QFETCH(bool, silent);
    QFETCH(QString, text);
    m_home->onCancel =
        silent ? RecordingProvider::OnCancel::StaysSilent : RecordingProvider::OnCancel::EndsAtOnce;
    Conversation &conversation = make();
    QSignalSpy finished(m_controller.get(), &ChatController::replyFinished);
    m_controller->stop(conversation);
    m_controller->ask(conversation, u"q"_s);
    m_home->say(text);

    QElapsedTimer timer;
    timer.start();
    m_controller->stop(conversation);
    QVERIFY(timer.elapsed() < 100);
    QVERIFY(!m_controller->isAnswering(conversation));
    QCOMPARE(last(conversation).state, ReplyState::Stopped);
    QCOMPARE(last(conversation).text, text);
    QVERIFY(last(conversation).timing.totalMs >= 0);
    QCOMPARE(m_home->cancelled, m_home->ids);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(conversation.activity(), Activity::None);

    m_home->say(u"late"_s);
    m_home->end({.state = ReplyState::Failed});
    m_controller->stop(conversation);
    QCOMPARE(last(conversation).text, text);
    QCOMPARE(last(conversation).state, ReplyState::Stopped);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(m_home->cancelled.size(), 1);
}

void TestChatController::stopAllStopsAll()
{
    m_home->onCancel = RecordingProvider::OnCancel::StaysSilent;
    for (int i = 0; i < 3; ++i)
        m_controller->ask(make(), u"q"_s);
    m_controller->stopAll();
    QCOMPARE(m_home->cancelled, m_home->ids);
    for (const auto &conversation : m_conversations)
        QCOMPARE(last(*conversation).state, ReplyState::Stopped);
}

void TestChatController::aConnectionMayBecomeReadyLater()
{
    m_source->known.insert(u"locked"_s);
    Conversation &first = make(u"locked"_s);
    Conversation &second = make(u"locked"_s);
    m_controller->ask(first, u"q1"_s);
    m_controller->ask(second, u"q2"_s);
    QCOMPARE(script(first.messages().activePath()), u"q: q1 | a: "_s);
    QCOMPARE(last(first).state, ReplyState::Answering);
    QVERIFY(m_controller->isAnswering(first));

    // What was asked is sent, whatever is set or shown by then.
    first.setParameters({.connectionId = u"home"_s, .model = u"other"_s});
    emit m_source->providerReady(u"home"_s);
    QVERIFY(m_home->requests.isEmpty());

    RecordingProvider unlocked(u"Unlocked"_s);
    m_source->setReady(u"locked"_s, &unlocked);
    QCOMPARE(unlocked.requests.size(), 2);
    QCOMPARE(script(unlocked.requests.at(0).messages), u"q: q1"_s);
    QCOMPARE(unlocked.requests.at(0).model, QString());
    QCOMPARE(script(unlocked.requests.at(1).messages), u"q: q2"_s);
    m_source->setReady(u"locked"_s, &unlocked);
    QCOMPARE(unlocked.requests.size(), 2);
    unlocked.say(u"a2"_s);
    unlocked.end();
    QCOMPARE(last(second).text, u"a2"_s);
    QCOMPARE(last(second).connectionName, u"Unlocked"_s);
    m_controller.reset();
}

void TestChatController::waitingForAConnectionCanBeStopped()
{
    m_source->known.insert(u"locked"_s);
    Conversation &conversation = make(u"locked"_s);
    m_controller->ask(conversation, u"q"_s);
    m_controller->stop(conversation);
    QCOMPARE(last(conversation).state, ReplyState::Stopped);
    m_source->setReady(u"locked"_s, m_home.get());
    QVERIFY(m_home->requests.isEmpty());
    QVERIFY(m_home->cancelled.isEmpty());
}

void TestChatController::anUnknownConnectionIsAFailure_data()
{
    QTest::addColumn<QString>("connection");
    QTest::addColumn<ErrorCause>("cause");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("gone") << u"gone"_s << ErrorCause::ConnectionGone
                          << u"The connection of this conversation is no longer there."_s;
    QTest::newRow("none chosen") << QString() << ErrorCause::NoConnection
                                 << u"No connection is chosen for this conversation."_s;
}

void TestChatController::anUnknownConnectionIsAFailure()
{
    QFETCH(QString, connection);
    Conversation &conversation = make(connection);
    QSignalSpy finished(m_controller.get(), &ChatController::replyFinished);
    m_controller->ask(conversation, u"q"_s);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(last(conversation).state, ReplyState::Failed);
    QCOMPARE(last(conversation).error->kind, ErrorKind::Address);
    QTEST(last(conversation).error->cause, "cause");
    QTEST(errorSentence(*last(conversation).error), "sentence");
    QVERIFY(!errorAdvice(*last(conversation).error).isEmpty());
    QVERIFY(last(conversation).text.isEmpty());
    QCOMPARE(conversation.activity(), Activity::Problem);

    conversation.setParameters({.connectionId = u"home"_s});
    m_controller->askAgain(conversation, last(conversation).id);
    QCOMPARE(script(m_home->requests.last().messages), u"q: q"_s);
}

void TestChatController::everyEndIsTold_data()
{
    QTest::addColumn<ReplyState>("state");
    QTest::addColumn<Activity>("activity");
    QTest::newRow("complete") << ReplyState::Complete << Activity::FinishedUnseen;
    QTest::newRow("cut by limit") << ReplyState::CutByLimit << Activity::FinishedUnseen;
    QTest::newRow("interrupted") << ReplyState::Interrupted << Activity::Problem;
    QTest::newRow("stopped") << ReplyState::Stopped << Activity::None;
    QTest::newRow("failed") << ReplyState::Failed << Activity::Problem;
    QTest::newRow("empty") << ReplyState::Empty << Activity::Problem;
}

void TestChatController::everyEndIsTold()
{
    QFETCH(ReplyState, state);
    Conversation &conversation = make();
    QSignalSpy finished(m_controller.get(), &ChatController::replyFinished);
    m_controller->ask(conversation, u"q"_s);
    m_home->end({.state = state, .error = ProviderError{.detail = u"d"_s}});
    QCOMPARE(last(conversation).state, state);
    QCOMPARE(last(conversation).error->detail, u"d"_s);
    QTEST(conversation.activity(), "activity");
    QCOMPARE(finished.count(), 1);
    QCOMPARE(finished.first().at(1).value<Completion>().state, state);
}

void TestChatController::askingAgainAsksTheRightQuestion_data()
{
    QTest::addColumn<ReplyState>("state");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("byReply");
    for (const bool byReply : {true, false}) {
        const char *by = byReply ? "by its reply" : "by itself";
        QTest::addRow("complete, %s", by) << ReplyState::Complete << u"a2"_s << byReply;
        QTest::addRow("interrupted, %s", by) << ReplyState::Interrupted << u"a"_s << byReply;
        QTest::addRow("failed before text, %s", by) << ReplyState::Failed << QString() << byReply;
        QTest::addRow("stopped before text, %s", by) << ReplyState::Stopped << QString() << byReply;
        QTest::addRow("empty, %s", by) << ReplyState::Empty << QString() << byReply;
    }
}

void TestChatController::askingAgainAsksTheRightQuestion()
{
    QFETCH(ReplyState, state);
    QFETCH(QString, answer);
    QFETCH(bool, byReply);
    Conversation &conversation = make();
    exchange(conversation, u"q1"_s, u"a1"_s);
    exchange(conversation, u"q2"_s, answer, state);
    ConversationModel &messages = conversation.messages();
    const MessageId question = messages.messageAt(2).id;
    const MessageId old = messages.messageAt(3).id;

    m_controller->askAgain(conversation, byReply ? old : question, ContextCheck::SendAnyway);
    QCOMPARE(script(m_home->requests.last().messages), u"q: q1 | a: a1 | q: q2"_s);
    QCOMPARE(m_home->requests.last().contextCheck, ContextCheck::SendAnyway);
    m_home->say(u"better"_s);
    m_home->end();
    QCOMPARE(script(messages.activePath()), u"q: q1 | a: a1 | q: q2 | a: better"_s);
    QCOMPARE(messages.tree().childrenOf(question).size(), 2);
    QCOMPARE(messages.tree().message(old).text, answer);
    QCOMPARE(messages.tree().message(old).state, state);
}

void TestChatController::askingAgainKnowsItsQuestion()
{
    m_controller->setDefaults({.systemPrompt = u"s"_s});
    Conversation &conversation = make();
    exchange(conversation, u"q1"_s, u"a1"_s);
    exchange(conversation, u"q2"_s, u"a2"_s);
    m_controller->askAgain(conversation, conversation.messages().messageAt(0).id); // the system's
    m_controller->askAgain(conversation, {});
    m_controller->askAgain(conversation, {5});
    QCOMPARE(m_home->requests.size(), 2);
    m_controller->askAgain(conversation, conversation.messages().messageAt(2).id);
    QCOMPARE(script(m_home->requests.last().messages), u"s: s | q: q1"_s);
    QCOMPARE(script(conversation.messages().activePath()), u"s: s | q: q1 | a: "_s);
}

void TestChatController::anEditedQuestionForgetsWhatCameAfter()
{
    Conversation &conversation = make();
    exchange(conversation, u"q1"_s, u"a1"_s);
    exchange(conversation, u"q2"_s, u"a2"_s);
    ConversationModel &messages = conversation.messages();
    const MessageId first = messages.messageAt(0).id;
    m_controller->editQuestion(conversation, messages.messageAt(1).id, u"no question"_s);
    QCOMPARE(m_home->requests.size(), 2);

    m_controller->editQuestion(conversation, first, u"q1'"_s);
    QCOMPARE(script(m_home->requests.last().messages), u"q: q1'"_s);
    m_home->say(u"a1'"_s);
    m_home->end();
    QCOMPARE(script(messages.activePath()), u"q: q1' | a: a1'"_s);
    messages.showSibling(messages.messageAt(0).id, -1);
    QCOMPARE(script(messages.activePath()), u"q: q1 | a: a1 | q: q2 | a: a2"_s);
}

void TestChatController::onlyTextIsSent_data()
{
    QTest::addColumn<ReplyState>("state");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("sent");
    const QString without = u"q: q1 | q: q2"_s;
    QTest::newRow("failed, no text") << ReplyState::Failed << QString() << without;
    QTest::newRow("empty") << ReplyState::Empty << QString() << without;
    QTest::newRow("stopped, no text") << ReplyState::Stopped << QString() << without;
    QTest::newRow("interrupted, white space") << ReplyState::Interrupted << u" \n"_s << without;
    QTest::newRow("interrupted") << ReplyState::Interrupted << u"hal"_s
                                 << u"q: q1 | a: hal | q: q2"_s;
    QTest::newRow("stopped") << ReplyState::Stopped << u"hal"_s << u"q: q1 | a: hal | q: q2"_s;
    QTest::newRow("failed") << ReplyState::Failed << u"hal"_s << u"q: q1 | a: hal | q: q2"_s;
    QTest::newRow("thoughts are text of Aura's") << ReplyState::Complete << u"<think>hm</think>a"_s
                                                 << u"q: q1 | a: <think>hm</think>a | q: q2"_s;
}

void TestChatController::onlyTextIsSent()
{
    QFETCH(ReplyState, state);
    QFETCH(QString, answer);
    Conversation &conversation = make();
    exchange(conversation, u"q1"_s, answer, state);
    m_controller->ask(conversation, u"q2"_s);
    m_home->think(u"never sent"_s);
    QTEST(script(m_home->requests.last().messages), "sent");
    QTEST(script(m_controller->requestFor(conversation).messages), "sent");
}

void TestChatController::theContextIsEstimated()
{
    m_controller->setDefaults({.systemPrompt = u"be brief"_s, .maxTokens = 1000});
    Conversation &conversation = make();
    const ContextEstimate empty = m_controller->contextEstimate(conversation, {});
    QCOMPARE(empty.limit, 1000);
    QVERIFY(empty.tokens > 0); // the system prompt's
    QVERIFY(empty.fits());
    QVERIFY(!empty.firstSent.isValid());

    exchange(conversation, u"first"_s, QString(400, u'x'));
    exchange(conversation, u"second"_s, QString(400, u'x'));
    const MessageId first = conversation.messages().messageAt(1).id;
    const ContextEstimate two = m_controller->contextEstimate(conversation, {});
    QVERIFY(two.tokens > empty.tokens + 200);
    QVERIFY(two.firstSent.isValid());
    QCOMPARE(two.firstSent, first);

    const ContextEstimate third = m_controller->contextEstimate(conversation, QString(400, u'x'));
    QVERIFY(third.tokens >= two.tokens + 100);
    QVERIFY(third.fits());
    QVERIFY(third.firstSent > first); // what is older does not fit any more

    QVERIFY(!m_controller->contextEstimate(conversation, QString(4000, u'x')).fits());
    QCOMPARE(m_controller->contextEstimate(conversation, u" \n"_s), two);
}

void TestChatController::continueIsAQuestionForAllToSee_data()
{
    QTest::addColumn<ReplyState>("state");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("continues");
    QTest::newRow("cut by limit") << ReplyState::CutByLimit << u"half"_s << true;
    QTest::newRow("interrupted") << ReplyState::Interrupted << u"half"_s << true;
    QTest::newRow("stopped") << ReplyState::Stopped << u"half"_s << true;
    QTest::newRow("complete") << ReplyState::Complete << u"whole"_s << false;
    QTest::newRow("failed") << ReplyState::Failed << u"half"_s << false;
    QTest::newRow("stopped before text") << ReplyState::Stopped << QString() << false;
}

void TestChatController::continueIsAQuestionForAllToSee()
{
    QFETCH(ReplyState, state);
    QFETCH(QString, answer);
    QFETCH(bool, continues);
    Conversation &conversation = make();
    exchange(conversation, u"q1"_s, answer, state);
    const MessageId reply = last(conversation).id;
    QCOMPARE(m_controller->canContinue(conversation, reply), continues);
    QVERIFY(!m_controller->canContinue(conversation, conversation.messages().messageAt(0).id));
    m_controller->continueReply(conversation, reply);
    QCOMPARE(m_home->requests.size(), continues ? 2 : 1);
    if (!continues)
        return;

    QCOMPARE(m_home->requests.last().messages.size(), 3);
    const QString question = m_home->requests.last().messages.last().text;
    QCOMPARE(conversation.messages().messageAt(2).text, question);
    m_home->say(u"rest"_s);
    m_home->end();
    QVERIFY(!m_controller->canContinue(conversation, reply)); // no longer the last
    QCOMPARE(conversation.messages().messageAt(1).text, answer);
}

void TestChatController::aDestroyedConversationIsCancelled()
{
    m_source->known.insert(u"locked"_s);
    m_controller->ask(make(), u"q"_s);
    m_controller->ask(make(), u"other"_s);
    m_controller->ask(make(u"locked"_s), u"waits"_s);
    QSignalSpy answering(m_controller.get(), &ChatController::answeringChanged);

    m_conversations.pop_back();
    m_source->setReady(u"locked"_s, m_home.get());
    QCOMPARE(m_home->requests.size(), 2);

    m_conversations.erase(m_conversations.begin());
    QCOMPARE(m_home->cancelled, QList{m_home->ids.first()});
    QCOMPARE(answering.count(), 0);
    m_home->say(u"into the void"_s, 0);
    m_home->end({}, 0);
    m_home->say(u"heard"_s, 1);
    QCOMPARE(last(*m_conversations.front()).text, u"heard"_s);
}

void TestChatController::aDestroyedProviderEndsItsReplies()
{
    Conversation &begun = make();
    Conversation &waiting = make();
    Conversation &elsewhere = make(u"away"_s);
    RecordingProvider away;
    m_source->setReady(u"away"_s, &away);
    m_controller->ask(begun, u"q"_s);
    m_home->say(u"half"_s);
    m_controller->ask(waiting, u"q"_s);
    m_controller->ask(elsewhere, u"q"_s);
    // A listener that stops everything must not reach the provider that is going.
    connect(m_controller.get(), &ChatController::replyFinished, this, [this, &elsewhere] {
        for (const auto &conversation : m_conversations) {
            if (conversation.get() != &elsewhere)
                m_controller->stop(*conversation);
        }
    });
    m_home.reset();

    QCOMPARE(last(begun).state, ReplyState::Interrupted);
    QCOMPARE(last(begun).text, u"half"_s);
    QVERIFY(last(begun).error);
    QVERIFY(!m_controller->isAnswering(waiting));
    QVERIFY(m_controller->isAnswering(elsewhere));
    away.end();

    m_controller->disconnect();
    m_controller->ask(begun, u"and now?"_s);
    QVERIFY(m_controller->isAnswering(begun)); // known, and not ready
    m_controller.reset();
}

void TestChatController::aDestroyedControllerStopsItsReplies()
{
    m_source->known.insert(u"locked"_s);
    Conversation &running = make();
    Conversation &waiting = make(u"locked"_s);
    m_controller->ask(running, u"q"_s);
    m_home->say(u"half"_s);
    m_controller->ask(waiting, u"q"_s);
    QSignalSpy finished(m_controller.get(), &ChatController::replyFinished);
    m_controller.reset();
    QCOMPARE(m_home->cancelled, m_home->ids);
    QCOMPARE(finished.count(), 0);
    QCOMPARE(last(running).state, ReplyState::Stopped);
    QCOMPARE(last(running).text, u"half"_s);
    QCOMPARE(last(waiting).state, ReplyState::Stopped);
    m_home->say(u"late"_s);
    m_source->setReady(u"locked"_s, m_home.get());
    QCOMPARE(m_home->requests.size(), 1);
}

void TestChatController::listenersMayDoAnything()
{
    // Ask again as soon as the reply has ended,
    Conversation &persistent = make();
    const QMetaObject::Connection again =
        connect(&persistent.messages(), &ConversationModel::replyEnded, this,
                [&](MessageId reply) { m_controller->askAgain(persistent, reply); });
    m_controller->ask(persistent, u"q"_s);
    m_home->end({.state = ReplyState::Failed});
    QVERIFY(m_controller->isAnswering(persistent));
    QCOMPARE(persistent.activity(), Activity::Answering);
    QCOMPARE(m_home->requests.size(), 2);
    disconnect(again);
    m_controller->stop(persistent);

    // stop in the middle of a piece,
    Conversation &impatient = make();
    connect(&impatient.messages(), &ConversationModel::replyGrew, this,
            [&] { m_controller->stop(impatient); });
    m_controller->ask(impatient, u"q"_s);
    m_home->say(u"enough"_s);
    QCOMPARE(last(impatient).state, ReplyState::Stopped);
    QCOMPARE(last(impatient).text, u"enough"_s);

    // and destroy the conversation when it has ended.
    m_controller->ask(make(), u"q"_s);
    connect(m_controller.get(), &ChatController::replyFinished, this,
            [this] { m_conversations.pop_back(); });
    m_home->end();
    QCOMPARE(m_conversations.size(), 2u);
    m_controller->disconnect(this);
}

QTEST_GUILESS_MAIN(TestChatController)
#include "tst_chatcontroller.moc"
