// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/historyrecorder.h"

#include "chat/conversationlistmodel.h"
#include "history/historyfile.h"
#include "history/historystore.h"
#include "support/futurevalue.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestHistoryRecorder : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aConversationComesBackAsItWas();
    void anEmptyConversationIsNotKept();
    void aDraftAloneIsKept();
    void versionsAndPathComeBack();
    void whatGrewIsKeptWithoutAnEnd();
    void muchThatGrewIsKeptInPieces();
    void removedMessagesComeBackWhenPutBack();
    void copiesAreConversationsOfTheirOwn();
    void summariesAreWrittenThrough();
    void theTitleIsTheFirstQuestionUntilItIsNamed();
    void whatIsDeletedForGoodIsGone();
    void nothingIsReadBeforeItIsOpened();
    void aLongConversationIsOpenedAtItsEnd();
    void whatAnImportAddsIsShown_data();
    void whatAnImportAddsIsShown();

private:
    struct Program
    {
        explicit Program(const QString &file)
            : store(file)
            , recorder(list, store)
        {
            store.open();
        }
        HistoryStore store;
        ConversationListModel list;
        HistoryRecorder recorder;
    };

    void restart();
    Conversation &ask(const QString &question, const QString &answer)
    {
        Conversation &conversation = m_program->list.create();
        m_program->list.setCurrent(&conversation);
        answerTo(conversation, conversation.messages().appendQuestion(question), answer);
        return conversation;
    }
    static MessageId answerTo(Conversation &conversation, MessageId question, const QString &text)
    {
        const MessageId reply = conversation.messages().beginReply(question);
        conversation.messages().appendToReply(reply, text);
        conversation.messages().endReply(reply, {});
        return reply;
    }
    //! Loaded, of the program that runs now.
    Conversation *opened(const QString &id)
    {
        Conversation &conversation = m_program->list.open(id);
        return QTest::qWaitFor([&conversation] { return conversation.isLoaded(); }) ? &conversation
                                                                                    : nullptr;
    }
    static QStringList texts(const Conversation &conversation)
    {
        QStringList texts;
        for (const Message &message : conversation.messages().activePath())
            texts += message.text;
        return texts;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Program> m_program;
};

void TestHistoryRecorder::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    restart();
}

void TestHistoryRecorder::cleanup()
{
    m_program.reset();
    m_folder.reset();
}

void TestHistoryRecorder::restart()
{
    m_program.reset();
    m_program = std::make_unique<Program>(m_folder->filePath(u"history.sqlite"_s));
    QSignalSpy listed(&m_program->recorder, &HistoryRecorder::listed);
    QVERIFY(listed.wait());
}

void TestHistoryRecorder::aConversationComesBackAsItWas()
{
    Conversation &conversation = ask(u"why?"_s, u"because"_s);
    conversation.messages().setSystemPrompt(u"be brief"_s);
    conversation.setParameters({.temperature = 0.1, .model = u"m"_s});
    conversation.setDraft(u"and"_s);
    conversation.setScrollPlace({.message = conversation.messages().messageAt(1).id, .offset = 7});
    const StoredConversation before = conversation.toStored();
    const QList<Message> path = conversation.messages().activePath();
    m_program->recorder.kept();

    m_program.reset();
    m_program = std::make_unique<Program>(m_folder->filePath(u"history.sqlite"_s));
    QSignalSpy restored(&m_program->recorder, &HistoryRecorder::restored);
    QVERIFY(restored.wait());
    auto *after = restored.first().first().value<Conversation *>();
    QVERIFY(after && after->isLoaded());
    QCOMPARE(after->messages().activePath().size(), path.size());
    for (qsizetype i = 0; i < path.size(); ++i) {
        Message expected = path.at(i);
        expected.time = after->messages().messageAt(int(i)).time; // milliseconds are kept
        QCOMPARE(after->messages().messageAt(int(i)), expected);
    }
    QCOMPARE(after->title(), u"why?"_s);
    QCOMPARE(after->draft(), before.draft);
    QCOMPARE(after->scrollPlace(), before.scroll);
    QCOMPARE(after->parameters(), before.parameters);
}

void TestHistoryRecorder::anEmptyConversationIsNotKept()
{
    m_program->list.setCurrent(&m_program->list.create());
    restart();
    QCOMPARE(m_program->list.rowCount(), 0);
}

void TestHistoryRecorder::aDraftAloneIsKept()
{
    Conversation &conversation = m_program->list.create();
    m_program->list.setCurrent(&conversation);
    conversation.setDraft(u"half"_s);
    const QString id = conversation.id();
    QTest::qWait(300); // more than the pause before a draft is written
    restart();
    QCOMPARE(m_program->list.rowCount(), 1);
    QVERIFY(opened(id));
    QCOMPARE(opened(id)->draft(), u"half"_s);
}

void TestHistoryRecorder::versionsAndPathComeBack()
{
    Conversation &conversation = ask(u"one"_s, u"1"_s);
    ConversationModel &messages = conversation.messages();
    const MessageId first = messages.messageAt(0).id;
    answerTo(conversation, first, u"1, again"_s);
    answerTo(conversation, messages.branchQuestion(first, u"two"_s), u"2"_s);
    messages.showSibling(messages.messageAt(0).id, -1);
    messages.showSibling(messages.messageAt(1).id, -1);
    QCOMPARE(texts(conversation), (QStringList{u"one"_s, u"1"_s}));
    const QString id = conversation.id();
    restart();

    Conversation *after = opened(id);
    QVERIFY(after);
    QCOMPARE(texts(*after), (QStringList{u"one"_s, u"1"_s}));
    after->messages().showSibling(after->messages().messageAt(1).id, +1);
    QCOMPARE(texts(*after), (QStringList{u"one"_s, u"1, again"_s}));
    after->messages().showSibling(first, +1);
    QCOMPARE(texts(*after), (QStringList{u"two"_s, u"2"_s}));
}

void TestHistoryRecorder::whatGrewIsKeptWithoutAnEnd()
{
    Conversation &conversation = m_program->list.create();
    const QString id = conversation.id();
    ConversationModel &messages = conversation.messages();
    const MessageId reply = messages.beginReply(messages.appendQuestion(u"q"_s));
    messages.appendToReply(reply, u"half "_s);
    messages.appendToReasoning(reply, u"hm"_s);
    QTest::qWait(300); // more than the pause before a piece is written
    messages.appendToReply(reply, u"a reply"_s);
    QTest::qWait(300);
    restart(); // as if it were killed: no end was told

    Conversation *after = opened(id);
    QVERIFY(after);
    const Message last = after->messages().messageAt(1);
    QCOMPARE(last.text, u"half a reply"_s);
    QCOMPARE(last.reasoning, u"hm"_s);
    QCOMPARE(last.state, ReplyState::Interrupted);
}

// More than is handed over at once, and pairs of units wherever it is cut.
void TestHistoryRecorder::muchThatGrewIsKeptInPieces()
{
    Conversation &conversation = m_program->list.create();
    const QString id = conversation.id();
    ConversationModel &messages = conversation.messages();
    const MessageId reply = messages.beginReply(messages.appendQuestion(u"q"_s));
    const QString text = u'x' + u"😀"_s.repeated(1'300'000);
    const QString thought = u"😀"_s.repeated(700'000);
    messages.appendToReply(reply, text);
    messages.appendToReasoning(reply, thought);
    QTest::qWait(300);
    messages.appendToReply(reply, u"."_s);
    const auto stored = [&] {
        const auto all = valueOf(m_program->store.messages(id));
        return all.isEmpty() ? Message() : all.constLast().message;
    };
    QTRY_VERIFY(stored().text == text + u'.');
    QVERIFY(stored().reasoning == thought);
    QCOMPARE(stored().state, ReplyState::Answering); // nobody told of an end
}

void TestHistoryRecorder::removedMessagesComeBackWhenPutBack()
{
    Conversation &conversation = ask(u"one"_s, u"1"_s);
    ConversationModel &messages = conversation.messages();
    answerTo(conversation, messages.appendQuestion(u"two"_s), u"2"_s);
    const QString id = conversation.id();
    const auto removed = messages.remove(messages.messageAt(2).id);
    QCOMPARE(removed.size(), 2);
    QCOMPARE(texts(conversation), (QStringList{u"one"_s, u"1"_s}));
    restart();
    Conversation *after = opened(id);
    QVERIFY(after);
    QCOMPARE(texts(*after), (QStringList{u"one"_s, u"1"_s}));

    after->messages().putBack(removed);
    QCOMPARE(texts(*after), (QStringList{u"one"_s, u"1"_s, u"two"_s, u"2"_s}));
    restart();
    QCOMPARE(texts(*opened(id)), (QStringList{u"one"_s, u"1"_s, u"two"_s, u"2"_s}));
}

void TestHistoryRecorder::copiesAreConversationsOfTheirOwn()
{
    Conversation &conversation = ask(u"one"_s, u"1"_s);
    answerTo(conversation, conversation.messages().appendQuestion(u"two"_s), u"2"_s);
    const QString whole = m_program->list.duplicate(conversation).id();
    const QString part =
        m_program->list.branch(conversation, conversation.messages().messageAt(1).id).id();
    const QString source = conversation.id();
    m_program->list.deleteForGood({source});
    restart();
    QCOMPARE(m_program->list.rowCount(), 2);
    QCOMPARE(texts(*opened(whole)), (QStringList{u"one"_s, u"1"_s, u"two"_s, u"2"_s}));
    QCOMPARE(texts(*opened(part)), (QStringList{u"one"_s, u"1"_s}));
}

void TestHistoryRecorder::summariesAreWrittenThrough()
{
    const QString id = ask(u"one"_s, u"1"_s).id();
    const Folder folder{.id = u"f"_s, .name = u"Folder"_s};
    m_program->list.setFolders({folder});
    ConversationSummary summary = m_program->list.summaryAt(m_program->list.rowOf(id));
    summary.title = u"named"_s;
    summary.folderId = u"f"_s;
    summary.isPinned = true;
    m_program->list.setSummaries({summary});
    m_program->list.find(id)->messages().appendQuestion(u"more"_s); // takes nothing of it away
    restart();
    const ConversationSummary after = m_program->list.summaryAt(0);
    QCOMPARE(after.title, u"named"_s);
    QCOMPARE(after.folderId, u"f"_s);
    QVERIFY(after.isPinned);
    QCOMPARE(m_program->list.folders(), QList<Folder>{folder});
}

void TestHistoryRecorder::theTitleIsTheFirstQuestionUntilItIsNamed()
{
    const QString id = ask(u"one"_s, u"1"_s).id();
    restart();
    QCOMPARE(m_program->list.summaryAt(0).title, u"one"_s);
    ConversationModel &messages = opened(id)->messages();
    messages.branchQuestion(messages.messageAt(0).id, u"other"_s);
    restart();
    QCOMPARE(m_program->list.summaryAt(0).title, u"other"_s);
    ConversationSummary summary = m_program->list.summaryAt(0);
    summary.title = u"mine"_s;
    m_program->list.setSummaries({summary}); // while it is not open
    restart();
    QCOMPARE(opened(id)->title(), u"mine"_s);
}

void TestHistoryRecorder::whatIsDeletedForGoodIsGone()
{
    const QString id = ask(u"one"_s, u"1"_s).id();
    m_program->list.deleteForGood({id});
    restart();
    QCOMPARE(m_program->list.rowCount(), 0);
}

void TestHistoryRecorder::nothingIsReadBeforeItIsOpened()
{
    const QString first = ask(u"one"_s, u"1"_s).id();
    ask(u"two"_s, u"2"_s);
    restart();
    QCOMPARE(m_program->list.rowCount(), 2);
    QVERIFY(!m_program->list.find(first));
    QVERIFY(opened(first));
}

void TestHistoryRecorder::aLongConversationIsOpenedAtItsEnd()
{
    Conversation &written = m_program->list.create();
    m_program->list.setCurrent(&written);
    const QString id = written.id();
    for (int i = 0; i < 2500; ++i)
        written.messages().appendQuestion(u"q%1"_s.arg(i));
    restart();

    Conversation *after = opened(id);
    QVERIFY(after);
    QVERIFY(!after->isWhole());
    QCOMPARE(after->title(), u"q0"_s);
    ConversationModel &messages = after->messages();
    QCOMPARE(messages.rowCount(), 200);
    QCOMPARE(messages.messageAt(0).text, u"q2300"_s);
    QCOMPARE(messages.messageAt(199).text, u"q2499"_s);
    messages.remove(messages.messageAt(199).id); // on the path at its place of all
    Conversation &copy = m_program->list.duplicate(*after);
    QTRY_VERIFY(after->isWhole());
    QCOMPARE(messages.rowCount(), 2499);
    QCOMPARE(messages.messageAt(0).text, u"q0"_s);
    QTRY_COMPARE(copy.messages().rowCount(), 2499);
    const QString copyId = copy.id();
    restart();
    QCOMPARE(opened(id)->messages().messageAt(199).text, u"q2498"_s);
    QCOMPARE(opened(copyId)->messages().messageAt(199).text, u"q2498"_s);
}

void TestHistoryRecorder::whatAnImportAddsIsShown_data()
{
    QTest::addColumn<int>("questions");
    QTest::newRow("a short one") << 3;
    QTest::newRow("a long one, of which the end is here") << 2500;
}

void TestHistoryRecorder::whatAnImportAddsIsShown()
{
    QFETCH(int, questions);
    Conversation &written = m_program->list.create();
    m_program->list.setCurrent(&written);
    const QString id = written.id();
    for (int i = 0; i < questions; ++i)
        written.messages().appendQuestion(u"q%1"_s.arg(i));
    restart();
    Conversation *shown = opened(id);
    ConversationModel &messages = shown->messages();
    const MessageId end = messages.messageAt(messages.rowCount() - 1).id;
    const QDateTime later = QDateTime::currentDateTimeUtc().addSecs(60);
    {
        const auto file =
            HistoryFile::open(m_program->store.status().file, HistoryFile::Use::Write);
        QVERIFY(file);
        const StoredMessage more{
            .message = {.id = {end.value + 1}, .role = Role::Assistant, .text = u"new"_s},
            .parent = end};
        const StoredMessage beside{.message = {.id = {end.value + 2}, .text = u"version"_s},
                                   .parent = (*file)->messages(id).constLast().parent,
                                   .isActive = false};
        QVERIFY((*file)->extend(id, later, {more, beside}));
        QVERIFY((*file)->commit());
    }
    m_program->recorder.refresh({id});
    QTRY_COMPARE(messages.rowCount(), questions + 1);
    QCOMPARE(messages.messageAt(questions).text, u"new"_s);
    const QModelIndex last = messages.index(questions - 1);
    QCOMPARE(last.data(ConversationModel::SiblingCountRole).toInt(), 2);
    QCOMPARE(last.data(ConversationModel::SiblingIndexRole).toInt(), 0);
    // What is asked from now on comes below it, and all of it is kept.
    messages.appendQuestion(u"go on"_s);
    restart();
    Conversation *after = opened(id);
    after->requestWhole();
    QTRY_VERIFY(after->isWhole());
    QCOMPARE(after->messages().rowCount(), questions + 2);
}

QTEST_GUILESS_MAIN(TestHistoryRecorder)
#include "tst_historyrecorder.moc"
