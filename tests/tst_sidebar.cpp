// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationlistmodel.h"
#include "ui/sidebar/conversationedits.h"
#include "ui/sidebar/sidebar.h"
#include "ui/sidebar/sidebarmodel.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/sidebar/undobar.h"
#include "ui/statusdot.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QPromise>
#include <QTest>

#include <memory>
#include <vector>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

QFuture<SearchResult> nothingFound(const QString &, int, MessageId)
{
    return QtFuture::makeReadyFuture(SearchResult());
}

} // namespace

class TestSidebar : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }
    void listsWhatHasBegun();
    void theSameRowsAreNoChange();
    void choosing();
    void renames();
    void foldsByKey();
    void deleteGoesToTheTrashAndBack();
    void searches();
    void lateAnswersAreDropped();

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

void TestSidebar::listsWhatHasBegun()
{
    ConversationListModel list;
    ConversationEdits edits(list);
    SidebarModel model(list, edits);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    list.create();
    QCOMPARE(rows(model), QStringList());
    ask(list, u"first"_s);
    ask(list, u"second"_s);
    QTRY_COMPARE(rows(model), (QStringList{u"Today"_s, u"second"_s, u"first"_s}));
    QVERIFY(!model.flags(model.index(0)).testFlag(Qt::ItemIsSelectable));
    QVERIFY(model.flags(model.index(1)).testFlag(Qt::ItemIsSelectable));
}

void TestSidebar::theSameRowsAreNoChange()
{
    ConversationListModel list;
    ConversationEdits edits(list);
    SidebarModel model(list, edits);
    Conversation &conversation = ask(list, u"q"_s);
    QTRY_COMPARE(model.rowCount(), 2);
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
    ConversationEdits edits(list);
    Sidebar sidebar(list, edits, nothingFound);
    sidebar.resize(260, 600);
    sidebar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&sidebar));
    auto *view = sidebar.findChild<QListView *>();
    QCOMPARE(view->accessibleName(), u"Conversations"_s);
    QCOMPARE(sidebar.findChild<QLineEdit *>()->accessibleName(), u"Search conversations"_s);
    QCOMPARE(sidebar.findChild<QPushButton *>()->text(), u"New conversation"_s);

    sidebar.setShown(second.id());
    QVERIFY(view->model()->index(1, 0).data(SidebarModel::IsShownRole).toBool());
    QSignalSpy chosen(&sidebar, &Sidebar::conversationChosen);
    const QModelIndex row = view->model()->index(2, 0);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(row).center());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), first.id());

    ask(list, u"third"_s); // the rows move, the mark stays
    QTRY_COMPARE(view->model()->rowCount(), 4);
    QCOMPARE(sidebar.list().markedConversations(), QStringList{first.id()});
}

void TestSidebar::renames()
{
    ConversationListModel list;
    Conversation &conversation = ask(list, u"first"_s);
    ConversationEdits edits(list);
    Sidebar sidebar(list, edits, nothingFound);
    sidebar.show();
    sidebar.setShown(conversation.id());
    sidebar.renameShown();
    auto *editor = sidebar.findChild<QListView *>()->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor != nullptr);
    editor->setText(u"A better name"_s);
    QSignalSpy chosen(&sidebar, &Sidebar::conversationChosen);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(conversation.title(), u"A better name"_s);
    QCOMPARE(chosen.count(), 0); // the Enter was the editor's
}

void TestSidebar::foldsByKey()
{
    ConversationListModel list;
    list.adopt({{.id = u"in"_s, .title = u"in"_s, .folderId = u"f"_s}},
               {{.id = u"f"_s, .name = u"Work"_s}});
    ConversationEdits edits(list);
    Sidebar sidebar(list, edits, nothingFound);
    sidebar.show();
    SidebarView &view = sidebar.list();
    view.setCurrentIndex(view.model()->index(1, 0));
    QCOMPARE(view.currentIndex().data().toString(), u"Work"_s);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(rows(*view.model()), (QStringList{u"Folders"_s, u"Work"_s, u"in"_s}));
    QCOMPARE(view.currentIndex().data(Qt::AccessibleDescriptionRole).toString(),
             u"open, 1 conversations"_s); // the tests run without the plurals
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(rows(*view.model()), (QStringList{u"Folders"_s, u"Work"_s}));
}

void TestSidebar::deleteGoesToTheTrashAndBack()
{
    ConversationListModel list;
    ask(list, u"first"_s);
    ask(list, u"second"_s);
    ConversationEdits edits(list);
    Sidebar sidebar(list, edits, nothingFound);
    sidebar.show();
    SidebarView &view = sidebar.list();
    view.selectAll();
    QTest::keyClick(&view, Qt::Key_Delete);
    QTRY_COMPARE(rows(*view.model()), QStringList{u"Trash"_s});
    auto *bar = sidebar.findChild<UndoBar *>();
    QVERIFY(bar->isVisible());
    QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE(rows(*view.model()), (QStringList{u"Today"_s, u"second"_s, u"first"_s}));
    QVERIFY(!bar->isVisible());
}

void TestSidebar::searches()
{
    ConversationListModel list;
    ConversationEdits edits(list);
    QStringList asked;
    Sidebar sidebar(list, edits, [&asked](const QString &query, int, MessageId before) {
        asked.append(query);
        SearchResult result;
        if (query == "borscht"_L1 && !before.isValid())
            result.hits = {{.conversationId = u"c"_s,
                            .title = u"Soups"_s,
                            .message = {7},
                            .snippet = u"the borscht of"_s,
                            .marks = {{4, 7}}}};
        return QtFuture::makeReadyFuture(result);
    });
    sidebar.show();
    auto *field = sidebar.findChild<QLineEdit *>();
    auto *found = sidebar.findChild<QListView *>(u"found"_s);
    QSignalSpy chosen(&sidebar, &Sidebar::hitChosen);
    field->setText(u" borscht "_s);
    QTRY_COMPARE(found->model()->rowCount(), 1);
    QCOMPARE(asked, QStringList{u"borscht"_s});
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().at(0).toString(), u"c"_s);
    QCOMPARE(chosen.first().at(1).value<MessageId>(), MessageId{7});

    field->setText(u"pelmeni"_s);
    QTRY_COMPARE(found->model()->rowCount(), 0);
    QTRY_COMPARE(sidebar.findChild<QLabel *>(u"nothingFound"_s)->text(),
                 u"Nothing found for “pelmeni”."_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(field->text().isEmpty());
    QVERIFY(sidebar.list().isVisible());
}

void TestSidebar::lateAnswersAreDropped()
{
    std::vector<std::unique_ptr<QPromise<SearchResult>>> running;
    SearchResults results([&running](const QString &, int, MessageId) {
        running.push_back(std::make_unique<QPromise<SearchResult>>());
        running.back()->start();
        return running.back()->future();
    });
    results.setQuery(u"o"_s);
    results.setQuery(u"old"_s);
    running[0]->addResult(SearchResult{.hits = {{.title = u"late"_s}}});
    running[0]->finish();
    running[1]->addResult(SearchResult{.hits = {{.title = u"right"_s}}, .isWhole = false});
    running[1]->finish();
    QTRY_COMPARE(results.rowCount(), 1);
    QCOMPARE(results.index(0).data().toString(), u"right"_s);
}

QTEST_MAIN(TestSidebar)
#include "tst_sidebar.moc"
