// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationmodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestConversationModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aRowTellsAllOfAMessage();
    void theSystemPromptIsRowZero();
    void aSystemPromptChangesInPlace();
    void aReplyGrowsByPieces();
    void growthCostsThePiece_data();
    void growthCostsThePiece();
    void reasoningGrowsApart();
    void aReplyEndsOnce();
    void onlyAnAnsweringMessageChanges();
    void aReplyGrowsOutOfSight();
    void anEditedQuestionIsABranch();
    void askingAgainIsABranch();
    void aBranchOffThePathIsShown();
    void rowsThatStayAreNotTouched();
    void versionsEndAtTheFirstAndTheLast();

private:
    QStringList texts() const
    {
        QStringList texts;
        for (const Message &message : m_model->activePath())
            texts.append(message.text);
        return texts;
    }
    //! A question and its complete answer.
    MessageId exchange(const QString &question, const QString &answer)
    {
        const MessageId id = m_model->appendQuestion(question);
        answerWith(id, answer);
        return id;
    }
    MessageId answerWith(MessageId question, const QString &answer)
    {
        const MessageId reply = m_model->beginReply(question);
        m_model->appendToReply(reply, answer);
        m_model->endReply(reply, {});
        return reply;
    }
    int value(MessageId id, int role) const
    {
        return m_model->index(m_model->rowOf(id)).data(role).toInt();
    }

    std::unique_ptr<ConversationModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QSignalSpy> m_resets;
};

void TestConversationModel::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_model = std::make_unique<ConversationModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_resets = std::make_unique<QSignalSpy>(m_model.get(), &QAbstractItemModel::modelReset);
}

void TestConversationModel::cleanup()
{
    QCOMPARE(m_resets->count(), 0);
    m_resets.reset();
    m_tester.reset();
    m_model.reset();
}

void TestConversationModel::aRowTellsAllOfAMessage()
{
    const MessageId question = m_model->appendQuestion(u"why?"_s);
    const MessageId reply = m_model->beginReply(question);
    m_model->setReplySource(reply, u"At home"_s, u"asked"_s);
    m_model->appendToReasoning(reply, u"hm"_s);
    m_model->appendToReply(reply, u"because"_s);
    m_model->endReply(reply,
                      {.state = ReplyState::CutByLimit,
                       .error = ProviderError{.kind = ErrorKind::Limit},
                       .model = u"answered"_s,
                       .usage = {.completionTokens = 3},
                       .timing = {.totalMs = 12}});

    const QModelIndex row = m_model->index(1);
    QCOMPARE(row.data().toString(), u"because"_s);
    QCOMPARE(row.data(ConversationModel::TextRole).toString(), u"because"_s);
    QCOMPARE(row.data(ConversationModel::ReasoningRole).toString(), u"hm"_s);
    QCOMPARE(row.data(ConversationModel::RoleRole).toInt(), int(Role::Assistant));
    QCOMPARE(row.data(ConversationModel::StateRole).toInt(), int(ReplyState::CutByLimit));
    QCOMPARE(row.data(ConversationModel::ModelRole).toString(), u"answered"_s);
    QCOMPARE(row.data(ConversationModel::MessageIdRole).toLongLong(), reply.value);
    QCOMPARE(row.data(ConversationModel::SiblingIndexRole).toInt(), 0);
    QCOMPARE(row.data(ConversationModel::SiblingCountRole).toInt(), 1);
    QCOMPARE(row.data(ConversationModel::TimeRole).toDateTime().timeSpec(), Qt::UTC);
    const Message &message = m_model->messageAt(1);
    QCOMPARE(message.connectionName, u"At home"_s);
    QCOMPARE(message.error->kind, ErrorKind::Limit);
    QCOMPARE(message.usage.completionTokens, 3);
    QCOMPARE(message.timing.totalMs, 12);
    QCOMPARE(value(question, ConversationModel::RoleRole), int(Role::User));
    for (const QByteArray &name : {"text"_ba, "role"_ba, "state"_ba, "messageId"_ba})
        QVERIFY(m_model->roleNames().values().contains(name));
}

void TestConversationModel::theSystemPromptIsRowZero()
{
    exchange(u"q"_s, u"a"_s);
    m_model->setSystemPrompt(u"be brief"_s);
    QCOMPARE(texts(), (QStringList{u"be brief"_s, u"q"_s, u"a"_s}));
    QCOMPARE(m_model->messageAt(0).role, Role::System);
    QVERIFY(m_model->messageAt(0).id.isValid());

    const MessageId question = m_model->messageAt(1).id;
    m_model->branchQuestion(question, u"q'"_s);
    QCOMPARE(texts(), (QStringList{u"be brief"_s, u"q'"_s}));
    m_model->showSibling(m_model->messageAt(0).id, 1);
    QCOMPARE(m_model->rowCount(), 2);

    m_model->setSystemPrompt({});
    QCOMPARE(texts(), QStringList{u"q'"_s});
    m_model->setSystemPrompt({});
    m_model->setSystemPrompt(u" "_s);
    QCOMPARE(texts(), (QStringList{u" "_s, u"q'"_s}));
}

void TestConversationModel::aSystemPromptChangesInPlace()
{
    m_model->setSystemPrompt(u"be brief"_s);
    exchange(u"q"_s, u"a"_s);
    const MessageId id = m_model->messageAt(0).id;
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setSystemPrompt(u"be brief"_s);
    QCOMPARE(changed.count(), 0);
    m_model->setSystemPrompt(u"be long"_s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(inserted.count(), 0);
    QCOMPARE(m_model->systemPrompt(), u"be long"_s);
    QCOMPARE(m_model->messageAt(0).id, id);
}

void TestConversationModel::aReplyGrowsByPieces()
{
    const MessageId reply = m_model->beginReply(m_model->appendQuestion(u"q"_s));
    QSignalSpy grew(m_model.get(), &ConversationModel::replyGrew);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);

    QString expected;
    for (const QString &piece : {u"Привет"_s, u", "_s, u"🌍"_s, QString(), u"!"_s}) {
        m_model->appendToReply(reply, piece);
        expected += piece;
        QCOMPARE(m_model->messageAt(1).text, expected);
    }

    QCOMPARE(grew.count(), 4);
    QString joined;
    for (const QList<QVariant> &signal : std::as_const(grew)) {
        QCOMPARE(signal.at(0).value<MessageId>(), reply);
        QCOMPARE(signal.at(1).value<qsizetype>(), joined.size());
        joined += signal.at(2).toString();
    }
    QCOMPARE(joined, expected);
    QCOMPARE(changed.count(), 4);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.first().at(2).value<QList<int>>(),
             (QList<int>{Qt::DisplayRole, ConversationModel::TextRole}));
}

void TestConversationModel::growthCostsThePiece_data()
{
    QTest::addColumn<bool>("readAtEachPiece");
    QTest::newRow("nobody reads") << false;
    QTest::newRow("someone reads the whole text at each piece") << true;
}

void TestConversationModel::growthCostsThePiece()
{
    QFETCH(bool, readAtEachPiece);
    m_tester.reset(); // it reads everything at each change
    const MessageId reply = m_model->beginReply(m_model->appendQuestion(u"q"_s));
    const QString piece(20, u'x');

    constexpr int pieces = 52'000; // 1 MB
    int moves = 0;
    qsizetype seen = 0;
    const QChar *place = nullptr;
    for (int i = 0; i < pieces; ++i) {
        m_model->appendToReply(reply, piece);
        if (readAtEachPiece)
            seen += m_model->index(1).data(ConversationModel::TextRole).toString().size();
        if (std::exchange(place, m_model->messageAt(1).text.constData()) != place)
            ++moves;
    }
    QCOMPARE(m_model->messageAt(1).text.size(), qsizetype(pieces) * piece.size());
    QCOMPARE(seen > 0, readAtEachPiece);
    QVERIFY2(moves < 200, qPrintable(QString::number(moves)));
}

void TestConversationModel::reasoningGrowsApart()
{
    const MessageId reply = m_model->beginReply(m_model->appendQuestion(u"q"_s));
    QSignalSpy grew(m_model.get(), &ConversationModel::reasoningGrew);
    QSignalSpy textGrew(m_model.get(), &ConversationModel::replyGrew);
    m_model->appendToReasoning(reply, u"let me "_s);
    m_model->appendToReasoning(reply, u"see"_s);
    QCOMPARE(m_model->messageAt(1).reasoning, u"let me see"_s);
    QCOMPARE(grew.count(), 2);
    QCOMPARE(grew.last().at(1).value<qsizetype>(), 7);
    QCOMPARE(textGrew.count(), 0);
    QVERIFY(m_model->messageAt(1).text.isEmpty());
}

void TestConversationModel::aReplyEndsOnce()
{
    const MessageId reply = m_model->beginReply(m_model->appendQuestion(u"q"_s));
    QSignalSpy ended(m_model.get(), &ConversationModel::replyEnded);
    QCOMPARE(value(reply, ConversationModel::StateRole), int(ReplyState::Answering));
    m_model->endReply(reply, {.state = ReplyState::Stopped});
    m_model->endReply(reply, {.state = ReplyState::Failed});
    QCOMPARE(ended.count(), 1);
    QCOMPARE(value(reply, ConversationModel::StateRole), int(ReplyState::Stopped));
}

void TestConversationModel::onlyAnAnsweringMessageChanges()
{
    const MessageId question = exchange(u"q"_s, u"a"_s);
    const MessageId reply = m_model->messageAt(1).id;
    QSignalSpy grew(m_model.get(), &ConversationModel::replyGrew);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    for (const MessageId id : {question, reply, MessageId(), MessageId{99}}) {
        m_model->appendToReply(id, u"late"_s);
        m_model->appendToReasoning(id, u"late"_s);
        m_model->setReplySource(id, u"late"_s, u"late"_s);
        m_model->endReply(id, {.state = ReplyState::Failed});
    }
    QCOMPARE(grew.count(), 0);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(texts(), (QStringList{u"q"_s, u"a"_s}));
}

void TestConversationModel::aReplyGrowsOutOfSight()
{
    const MessageId question = exchange(u"q"_s, u"first"_s);
    const MessageId running = m_model->beginReply(question);
    m_model->showSibling(running, -1);
    QCOMPARE(texts(), (QStringList{u"q"_s, u"first"_s}));
    QCOMPARE(m_model->rowOf(running), -1);

    QSignalSpy grew(m_model.get(), &ConversationModel::replyGrew);
    QSignalSpy ended(m_model.get(), &ConversationModel::replyEnded);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->appendToReply(running, u"second"_s);
    m_model->endReply(running, {});
    QCOMPARE(grew.count(), 1);
    QCOMPARE(ended.count(), 1);
    QCOMPARE(changed.count(), 0);

    m_model->showSibling(m_model->messageAt(1).id, 1);
    QCOMPARE(texts(), (QStringList{u"q"_s, u"second"_s}));
}

void TestConversationModel::anEditedQuestionIsABranch()
{
    const MessageId first = exchange(u"q1"_s, u"a1"_s);
    exchange(u"q2"_s, u"a2"_s);
    const MessageId edited = m_model->branchQuestion(first, u"q1'"_s);
    QCOMPARE(texts(), QStringList{u"q1'"_s});
    QCOMPARE(value(edited, ConversationModel::SiblingIndexRole), 1);
    QCOMPARE(value(edited, ConversationModel::SiblingCountRole), 2);
    m_model->showSibling(edited, -1);
    QCOMPARE(texts(), (QStringList{u"q1"_s, u"a1"_s, u"q2"_s, u"a2"_s}));
}

void TestConversationModel::askingAgainIsABranch()
{
    const MessageId question = exchange(u"q"_s, u"a1"_s);
    const MessageId second = answerWith(question, u"a2"_s);
    QCOMPARE(texts(), (QStringList{u"q"_s, u"a2"_s}));
    QCOMPARE(value(second, ConversationModel::SiblingCountRole), 2);
    exchange(u"next"_s, u"n"_s);
    m_model->showSibling(second, -1);
    QCOMPARE(texts(), (QStringList{u"q"_s, u"a1"_s}));
}

void TestConversationModel::aBranchOffThePathIsShown()
{
    const MessageId old = exchange(u"q"_s, u"a"_s);
    m_model->branchQuestion(old, u"q'"_s);
    const MessageId reply = m_model->beginReply(old);
    QCOMPARE(texts(), (QStringList{u"q"_s, QString()}));
    QCOMPARE(m_model->rowOf(reply), 1);
}

void TestConversationModel::rowsThatStayAreNotTouched()
{
    exchange(u"q1"_s, u"a1"_s);
    const MessageId second = exchange(u"q2"_s, u"a2"_s);
    const QPersistentModelIndex kept(m_model->index(1));
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->branchQuestion(second, u"q2'"_s);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data().toString(), u"a1"_s);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.first().at(1).toInt(), 2);
    QCOMPARE(removed.first().at(2).toInt(), 3);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 2);
}

void TestConversationModel::versionsEndAtTheFirstAndTheLast()
{
    const MessageId question = exchange(u"q"_s, u"a1"_s);
    const MessageId last = answerWith(question, u"a2"_s);
    const MessageId first = m_model->tree().siblingsOf(last).first();
    m_model->showSibling(last, 1);
    QCOMPARE(texts().last(), u"a2"_s);
    m_model->showSibling(last, -1);
    m_model->showSibling(first, -1);
    QCOMPARE(texts().last(), u"a1"_s);
    m_model->showSibling({}, 1);
    m_model->showSibling({77}, -1);
    QCOMPARE(texts().last(), u"a1"_s);
}

QTEST_GUILESS_MAIN(TestConversationModel)
#include "tst_conversationmodel.moc"
