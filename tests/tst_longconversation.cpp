// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/messageids.h"
#include "chat/conversation.h"
#include "chat/conversationlistmodel.h"
#include "history/historyfile.h"
#include "ui/application.h"
#include "ui/conversationpage.h"
#include "ui/findbar.h"
#include "ui/mainwindow.h"
#include "ui/transcript/transcriptselection.h"
#include "ui/transcript/transcriptview.h"

#include <QAction>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

//! A conversation that is opened at its end: whatever says "all" means all of it.
class TestLongConversation : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void allIsSelected();
    void whatWasClearedIsNotSelectedAgain();
    void allIsFound();

private:
    static constexpr int messages = 2500;

    ConversationPage &page() { return m_application->window().page(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Application> m_application;
};

void TestLongConversation::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    {
        const auto file =
            HistoryFile::open(m_folder->filePath(u"history.sqlite"_s), HistoryFile::Use::Write);
        QVERIFY(file);
        QList<StoredMessage> path;
        for (int i = 0; i < messages; ++i)
            path.append({.message = {.id = nextMessageId(),
                                     .role = i % 2 == 0 ? Role::User : Role::Assistant,
                                     .text = u"message%1 of all"_s.arg(i)},
                         .parent = path.isEmpty() ? MessageId() : path.constLast().message.id});
        QVERIFY((*file)->add({.id = u"long"_s, .title = u"Long"_s}, path));
        QVERIFY((*file)->commit());
    }
    m_application = std::make_unique<Application>(CommandLine{.dataDir = m_folder->path()});
    QVERIFY(bool(m_application->start()));
    QVERIFY(QTest::qWaitForWindowExposed(&m_application->window()));
    ConversationListModel &list = m_application->conversations();
    QTRY_VERIFY(list.rowOf(u"long"_s) >= 0);
    m_application->window().open(u"long"_s);
    QTRY_COMPARE(page().conversation()->id(), u"long"_s);
    QTRY_VERIFY(page().conversation()->isLoaded());
    QVERIFY(!page().conversation()->isWhole());
}

void TestLongConversation::cleanup()
{
    m_application.reset();
    m_folder.reset();
}

void TestLongConversation::allIsSelected()
{
    TranscriptView &transcript = page().transcript();
    transcript.setFocus();
    QTest::keySequence(&transcript, QKeySequence::SelectAll);
    QTRY_VERIFY(page().conversation()->isWhole());
    const QString selected = transcript.selection().plainText();
    QVERIFY(selected.contains(u"message0 of all"_s));
    QVERIFY(selected.contains(u"message%1 of all"_s.arg(messages - 1)));
    QCOMPARE(selected.count(u" of all"_s), messages);
}

//! The older messages come later than the reader's next wish.
void TestLongConversation::whatWasClearedIsNotSelectedAgain()
{
    TranscriptView &transcript = page().transcript();
    transcript.selection().selectAll();
    transcript.selection().clear();
    QVERIFY(!page().conversation()->isWhole());
    QTRY_VERIFY(page().conversation()->isWhole());
    QVERIFY(transcript.selection().isEmpty());
}

void TestLongConversation::allIsFound()
{
    m_application->window().findChild<QAction *>(u"find"_s)->trigger();
    auto *field = page().findBar().findChild<QLineEdit *>();
    field->setText(u"of all"_s);
    QTRY_COMPARE(page().transcript().find().count(), messages);
    QVERIFY(page().conversation()->isWhole());
}

QTEST_MAIN(TestLongConversation)
#include "tst_longconversation.moc"
