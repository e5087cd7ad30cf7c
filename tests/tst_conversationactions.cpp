// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationlistmodel.h"
#include "demo/demoserver.h"
#include "ui/application.h"
#include "ui/composer.h"
#include "ui/conversationpage.h"
#include "ui/mainwindow.h"
#include "ui/messageedit.h"
#include "ui/sidebar/searchresults.h"
#include "ui/sidebar/sidebar.h"
#include "ui/transcript/transcriptview.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! What is done with whole conversations and messages in the real window, and undone by its keys.
class TestConversationActions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aDeletedMessageComesBack();
    void keysUndoTheTextFirst();
    void trashIsLeftAndComesBack();
    void branches();
    void duplicates();
    void findsAnotherVersion();
    void survivesARestart();

private:
    MainWindow &window() { return m_application->window(); }
    ConversationPage &page() { return window().page(); }
    ConversationModel &messages() { return window().current()->messages(); }
    ConversationListModel &list() { return m_application->conversations(); }
    void start();
    void ask(const QString &question);
    QString titleInTrash();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Application> m_application;
};

void TestConversationActions::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    start();
}

void TestConversationActions::start()
{
    m_application = std::make_unique<Application>(CommandLine{.dataDir = m_folder->path()});
    QVERIFY(bool(m_application->start()));
    m_application->demo().setPace(0ms);
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
}

void TestConversationActions::cleanup()
{
    m_application.reset();
    m_folder.reset();
}

void TestConversationActions::ask(const QString &question)
{
    page().composer().setText(question);
    QTest::keyClick(&page().composer().edit(), Qt::Key_Return);
    const auto last = [this](int fromEnd) {
        const int row = messages().rowCount() - fromEnd;
        return row < 0 ? Message() : messages().messageAt(row);
    };
    QTRY_COMPARE(last(2).text, question);
    QTRY_COMPARE(last(1).state, ReplyState::Complete);
}

QString TestConversationActions::titleInTrash()
{
    for (int row = 0; row < list().rowCount(); ++row) {
        if (list().summaryAt(row).trashedAt.isValid())
            return list().summaryAt(row).title;
    }
    return {};
}

void TestConversationActions::aDeletedMessageComesBack()
{
    ask(u"first"_s);
    ask(u"second"_s);
    const QList<Message> before = messages().activePath();
    QCOMPARE(before.size(), 4);
    page().transcript().setCurrentRow(2);
    window().action(u"deleteMessage"_s)->trigger();
    QCOMPARE(messages().activePath(), before.first(2));
    window().action(u"undo"_s)->trigger();
    QCOMPARE(messages().activePath(), before);
    window().action(u"redo"_s)->trigger();
    QCOMPARE(messages().rowCount(), 2);
}

void TestConversationActions::keysUndoTheTextFirst()
{
    ask(u"first"_s);
    page().transcript().setCurrentRow(1);
    window().action(u"deleteMessage"_s)->trigger();
    QCOMPARE(messages().rowCount(), 1);
    window().activateWindow();
    MessageEdit &edit = page().composer().edit();
    edit.setFocus();
    QTest::keyClicks(&edit, u"word"_s);
    QTest::keyClick(&edit, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(edit.text(), QString()); // what was typed …
    QCOMPARE(messages().rowCount(), 1);
    QTest::keyClick(&edit, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(messages().rowCount(), 2); // … then what was done
}

void TestConversationActions::trashIsLeftAndComesBack()
{
    ask(u"to be thrown away"_s);
    const QString id = window().current()->id();
    window().action(u"trash"_s)->trigger();
    QVERIFY(window().current() != nullptr);
    QVERIFY(window().current()->id() != id);
    QCOMPARE(titleInTrash(), u"to be thrown away"_s);
    window().action(u"undo"_s)->trigger();
    QTRY_COMPARE(window().current()->id(), id);
    QCOMPARE(titleInTrash(), QString());

    window().action(u"trash"_s)->trigger();
    list().deleteForGood({id});
    QCOMPARE(list().rowOf(id), -1);
    window().action(u"undo"_s)->trigger(); // nothing is left of it, and nothing breaks
    QCOMPARE(list().rowOf(id), -1);
}

void TestConversationActions::branches()
{
    ask(u"first"_s);
    ask(u"second"_s);
    const Conversation *source = window().current();
    const QList<Message> before = messages().activePath();
    page().transcript().setCurrentRow(1);
    window().action(u"branch"_s)->trigger();
    QVERIFY(window().current() != source);
    QCOMPARE(messages().rowCount(), 2);
    QCOMPARE(messages().messageAt(1).text, before.at(1).text);
    QCOMPARE(source->messages().activePath(), before);
}

void TestConversationActions::duplicates()
{
    ask(u"first"_s);
    const QString id = window().current()->id();
    emit window().findChild<Sidebar *>()->duplicateRequested(id);
    QVERIFY(window().current()->id() != id);
    QCOMPARE(messages().rowCount(), 2);
    QCOMPARE(window().current()->title(), u"first"_s);
}

void TestConversationActions::findsAnotherVersion()
{
    ask(u"about the walrus"_s);
    const MessageId first = messages().messageAt(0).id;
    emit page().transcript().editRequested(first);
    ask(u"about the seal"_s);
    QCOMPARE(messages().rowOf(first), -1);
    window().newConversation();

    auto *sidebar = window().findChild<Sidebar *>();
    auto *field = sidebar->findChild<QLineEdit *>();
    auto *found = sidebar->findChild<QListView *>(u"found"_s);
    field->setText(u"walrus role:user"_s);
    QTRY_COMPARE(found->model()->rowCount(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(messages().rowOf(first), 0);
    QCOMPARE(page().transcript().currentRow(), 0);
}

void TestConversationActions::survivesARestart()
{
    ask(u"in a folder"_s);
    const QString id = window().current()->id();
    ConversationSummary summary = list().summaryAt(list().rowOf(id));
    list().setFolders({{.id = u"f"_s, .name = u"Work"_s}});
    summary.folderId = u"f"_s;
    summary.isPinned = true;
    list().setSummaries({summary});
    m_application.reset();
    start();
    QTRY_VERIFY(list().rowOf(id) >= 0 && list().folders().size() == 1);
    QCOMPARE(list().folders().constFirst().name, u"Work"_s);
    QCOMPARE(list().summaryAt(list().rowOf(id)).folderId, u"f"_s);
    QVERIFY(list().summaryAt(list().rowOf(id)).isPinned);
    QTRY_COMPARE(window().current()->id(), id);
}

QTEST_MAIN(TestConversationActions)
#include "tst_conversationactions.moc"
