// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationlistmodel.h"
#include "ui/sidebar.h"
#include "ui/sidebarmodel.h"
#include "ui/statusdot.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestSidebar : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }
    void heading_data();
    void heading();
    void listsWhatHasBegun();
    void filters();
    void theSameRowsAreNoChange();
    void choosing();
    void renames();

private:
    static QStringList rows(const QAbstractItemModel &model);
    static Conversation &ask(ConversationListModel &list, const QString &question);
};

QStringList TestSidebar::rows(const QAbstractItemModel &model)
{
    QStringList texts;
    for (int i = 0; i < model.rowCount(); ++i)
        texts.append(model.index(i, 0).data().toString());
    return texts;
}

Conversation &TestSidebar::ask(ConversationListModel &list, const QString &question)
{
    Conversation &conversation = list.create();
    conversation.messages().appendQuestion(question);
    return conversation;
}

void TestSidebar::heading_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("heading");
    QTest::newRow("today") << QDate(2026, 11, 20) << u"Today"_s;
    QTest::newRow("tomorrow, by a wrong clock") << QDate(2026, 11, 21) << u"Today"_s;
    QTest::newRow("yesterday") << QDate(2026, 11, 19) << u"Yesterday"_s;
    QTest::newRow("monday") << QDate(2026, 11, 16) << u"This week"_s;
    QTest::newRow("sunday before") << QDate(2026, 11, 15) << u"November 2026"_s;
    QTest::newRow("last year") << QDate(2025, 2, 1) << u"February 2025"_s;
}

void TestSidebar::heading()
{
    QFETCH(QDate, day);
    QFETCH(QString, heading);
    QLocale::setDefault(QLocale::c());
    QCOMPARE(SidebarModel::headingFor(day, QDate(2026, 11, 20)), heading);
}

void TestSidebar::listsWhatHasBegun()
{
    ConversationListModel list;
    SidebarModel model(list);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    list.create();
    QCOMPARE(rows(model), QStringList());
    ask(list, u"first"_s);
    ask(list, u"second"_s);
    QCOMPARE(rows(model), (QStringList{u"Today"_s, u"second"_s, u"first"_s}));
    QCOMPARE(model.flags(model.index(0)), Qt::NoItemFlags);
    QVERIFY(model.flags(model.index(1)).testFlag(Qt::ItemIsSelectable));
}

void TestSidebar::filters()
{
    ConversationListModel list;
    SidebarModel model(list);
    ask(list, u"Recipe for borscht"_s);
    ask(list, u"Rust or C++"_s);
    model.setFilter(u" BORSCHT "_s);
    QCOMPARE(rows(model), (QStringList{u"Today"_s, u"Recipe for borscht"_s}));
    model.setFilter(u"nothing like it"_s);
    QCOMPARE(rows(model), QStringList());
    model.setFilter({});
    QCOMPARE(model.rowCount(), 3);
}

void TestSidebar::theSameRowsAreNoChange()
{
    ConversationListModel list;
    SidebarModel model(list);
    Conversation &conversation = ask(list, u"q"_s);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    conversation.setActivity(Activity::Answering);
    QCOMPARE(reset.count(), 0);
    QVERIFY(changed.count() >= 1);
    QCOMPARE(model.index(1).data(SidebarModel::ActivityRole).toInt(), int(Activity::Answering));
    QCOMPARE(model.index(1).data(Qt::AccessibleDescriptionRole).toString(), u"answering"_s);
}

void TestSidebar::choosing()
{
    ConversationListModel list;
    Conversation &first = ask(list, u"first"_s);
    Conversation &second = ask(list, u"second"_s);
    Sidebar sidebar(list);
    sidebar.resize(260, 600);
    sidebar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&sidebar));
    auto *view = sidebar.findChild<QListView *>();
    QCOMPARE(view->accessibleName(), u"Conversations"_s);
    QCOMPARE(sidebar.findChild<QLineEdit *>()->accessibleName(), u"Search conversations"_s);
    QCOMPARE(sidebar.findChild<QPushButton *>()->text(), u"New conversation"_s);

    sidebar.setCurrent(&second);
    QCOMPARE(view->currentIndex().data().toString(), u"second"_s);
    QSignalSpy chosen(&sidebar, &Sidebar::conversationChosen);
    const QModelIndex row = view->model()->index(2, 0);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(row).center());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), first.id());

    ask(list, u"third"_s); // the rows move, the choice stays
    sidebar.setCurrent(&second);
    QCOMPARE(view->currentIndex().data().toString(), u"second"_s);
}

void TestSidebar::renames()
{
    ConversationListModel list;
    Conversation &conversation = ask(list, u"first"_s);
    Sidebar sidebar(list);
    sidebar.show();
    sidebar.setCurrent(&conversation);
    sidebar.renameCurrent();
    auto *editor = sidebar.findChild<QListView *>()->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor != nullptr);
    editor->setText(u"A better name"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(conversation.title(), u"A better name"_s);
}

QTEST_MAIN(TestSidebar)
#include "tst_sidebar.moc"
