// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationlistmodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestConversationListModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aNewConversationStandsOnTop();
    void theNewestChangeMovesToTheTop();
    void aRowTellsAllOfAConversation();
    void whatIsLookedAtIsSeen_data();
    void whatIsLookedAtIsSeen();
    void openingAConversationTakesItsDot_data();
    void openingAConversationTakesItsDot();
    void aRemovedConversationIsDestroyed();
    void strangersAreNotHere();

private:
    QString order() const
    {
        QStringList titles;
        for (int row = 0; row < m_list->rowCount(); ++row)
            titles.append(m_list->index(row).data().toString());
        return titles.join(u' ');
    }
    Conversation &make(const QString &title)
    {
        Conversation &conversation = m_list->create();
        conversation.setTitle(title);
        return conversation;
    }

    std::unique_ptr<ConversationListModel> m_list;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QSignalSpy> m_resets;
};

void TestConversationListModel::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_list = std::make_unique<ConversationListModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_resets = std::make_unique<QSignalSpy>(m_list.get(), &QAbstractItemModel::modelReset);
}

void TestConversationListModel::cleanup()
{
    QCOMPARE(m_resets->count(), 0);
    m_resets.reset();
    m_tester.reset();
    m_list.reset();
}

void TestConversationListModel::aNewConversationStandsOnTop()
{
    Conversation &first = make(u"1"_s);
    Conversation &second = make(u"2"_s);
    QCOMPARE(order(), u"2 1"_s);
    QCOMPARE(m_list->at(0), &second);
    QCOMPARE(m_list->rowOf(first), 1);
    QVERIFY(!first.id().isEmpty());
    QVERIFY(first.id() != second.id());
}

void TestConversationListModel::theNewestChangeMovesToTheTop()
{
    Conversation &first = make(u"1"_s);
    make(u"2"_s);
    make(u"3"_s);
    const QPersistentModelIndex row(m_list->index(2));
    QSignalSpy moved(m_list.get(), &QAbstractItemModel::rowsMoved);
    QSignalSpy removed(m_list.get(), &QAbstractItemModel::rowsRemoved);

    const MessageId question = first.messages().appendQuestion(u"q"_s);
    QCOMPARE(order(), u"1 3 2"_s);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(removed.count(), 0);
    QCOMPARE(row.row(), 0);
    QCOMPARE(row.data().toString(), u"1"_s);

    const MessageId reply = first.messages().beginReply(question);
    QCOMPARE(moved.count(), 1);
    m_list->at(1)->messages().appendQuestion(u"q"_s);
    QCOMPARE(order(), u"3 1 2"_s);
    first.messages().appendToReply(reply, u"a piece moves nothing"_s);
    QCOMPARE(order(), u"3 1 2"_s);
    first.messages().endReply(reply, {});
    QCOMPARE(order(), u"1 3 2"_s);
}

void TestConversationListModel::aRowTellsAllOfAConversation()
{
    Conversation &conversation = make(u"Old"_s);
    QSignalSpy changed(m_list.get(), &QAbstractItemModel::dataChanged);
    conversation.setTitle(u"New"_s);
    QCOMPARE(changed.count(), 1);
    QVERIFY(changed.last().at(2).value<QList<int>>().contains(ConversationListModel::TitleRole));
    conversation.setActivity(Activity::Answering);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(changed.last().at(2).value<QList<int>>(),
             QList<int>{ConversationListModel::ActivityRole});
    conversation.messages().appendQuestion(u"q"_s);
    QCOMPARE(changed.last().at(2).value<QList<int>>(),
             QList<int>{ConversationListModel::LastChangeRole});

    const QModelIndex row = m_list->index(0);
    QCOMPARE(row.data(ConversationListModel::TitleRole).toString(), u"New"_s);
    QCOMPARE(row.data(ConversationListModel::ActivityRole).toInt(), int(Activity::Answering));
    QCOMPARE(row.data(ConversationListModel::LastChangeRole).toDateTime(),
             conversation.lastChange());
    QCOMPARE(row.data(ConversationListModel::IdRole).toString(), conversation.id());
    QVERIFY(m_list->roleNames().values().contains("activity"_ba));
}

void TestConversationListModel::whatIsLookedAtIsSeen_data()
{
    QTest::addColumn<Activity>("end");
    QTest::addColumn<bool>("isCurrent");
    QTest::addColumn<Activity>("shown");
    QTest::newRow("finished, open") << Activity::FinishedUnseen << true << Activity::None;
    QTest::newRow("finished, another open")
        << Activity::FinishedUnseen << false << Activity::FinishedUnseen;
    QTest::newRow("problem, open: the banner tells") << Activity::Problem << true << Activity::None;
    QTest::newRow("problem, another open") << Activity::Problem << false << Activity::Problem;
    QTest::newRow("answering, open") << Activity::Answering << true << Activity::Answering;
}

void TestConversationListModel::whatIsLookedAtIsSeen()
{
    QFETCH(Activity, end);
    QFETCH(bool, isCurrent);
    Conversation &conversation = make(u"1"_s);
    Conversation &other = make(u"2"_s);
    m_list->setCurrent(isCurrent ? &conversation : &other);
    conversation.setActivity(Activity::Answering);
    conversation.setActivity(end);
    QTEST(conversation.activity(), "shown");
    const int row = m_list->rowOf(conversation);
    QCOMPARE(m_list->index(row).data(ConversationListModel::ActivityRole).toInt(),
             int(conversation.activity()));
}

void TestConversationListModel::openingAConversationTakesItsDot_data()
{
    QTest::addColumn<Activity>("before");
    QTest::addColumn<Activity>("after");
    QTest::newRow("finished") << Activity::FinishedUnseen << Activity::None;
    QTest::newRow("problem") << Activity::Problem << Activity::None;
    QTest::newRow("answering") << Activity::Answering << Activity::Answering;
    QTest::newRow("none") << Activity::None << Activity::None;
}

void TestConversationListModel::openingAConversationTakesItsDot()
{
    QFETCH(Activity, before);
    Conversation &conversation = make(u"1"_s);
    make(u"2"_s);
    m_list->setCurrent(m_list->at(0));
    conversation.setActivity(before);
    m_list->setCurrent(&conversation);
    QCOMPARE(m_list->current(), &conversation);
    QTEST(conversation.activity(), "after");
    m_list->setCurrent(nullptr);
    QVERIFY(!m_list->current());
}

void TestConversationListModel::aRemovedConversationIsDestroyed()
{
    Conversation &first = make(u"1"_s);
    make(u"2"_s);
    m_list->setCurrent(&first);
    QSignalSpy destroyed(&first, &QObject::destroyed);
    m_list->remove(first);
    QCOMPARE(destroyed.count(), 1);
    QCOMPARE(order(), u"2"_s);
    QVERIFY(!m_list->current());
    m_list->remove(*m_list->at(0));
    QCOMPARE(m_list->rowCount(), 0);
}

void TestConversationListModel::strangersAreNotHere()
{
    make(u"1"_s);
    Conversation stranger(u"x"_s);
    QCOMPARE(m_list->rowOf(stranger), -1);
    m_list->remove(stranger);
    QCOMPARE(m_list->rowCount(), 1);
}

QTEST_GUILESS_MAIN(TestConversationListModel)
#include "tst_conversationlistmodel.moc"
