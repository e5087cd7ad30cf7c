// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationmodel.h"
#include "ui/transcript/messageaction.h"
#include "ui/transcript/transcriptview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QMessageBox>
#include <QMimeData>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

//! The transcript with the mouse put away.
class TestTranscriptKeys : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void selects_data();
    void selects();
    void selectsOverWhatIsNotLaidOut();
    void arrowsScrollUntilTheCaretIsShown();
    void caretStaysInSight();
    void tabReachesWhatCanBeClicked();
    void hiddenCharactersInCopiedCodeAreTold();
    void wideCodeFollowsTheCaret();
    void escapeEndsASelectionButStopsAReplyFirst();
    void actionsAreForTheFocusedMessage();

private:
    MessageId ask(const QString &text, const QString &answer);
    void show();
    void press(const QList<QKeyCombination> &keys);
    QString selected() { return m_view->selection().plainText(); }

    std::unique_ptr<ConversationModel> m_model;
    std::unique_ptr<TranscriptView> m_view;
};

void TestTranscriptKeys::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_model = std::make_unique<ConversationModel>();
    m_view = std::make_unique<TranscriptView>();
    m_view->setModel(m_model.get());
}

void TestTranscriptKeys::cleanup()
{
    m_view.reset();
    m_model.reset();
}

MessageId TestTranscriptKeys::ask(const QString &text, const QString &answer)
{
    const MessageId reply = m_model->beginReply(m_model->appendQuestion(text));
    m_model->appendToReply(reply, answer);
    m_model->endReply(reply, {});
    return reply;
}

void TestTranscriptKeys::show()
{
    m_view->resize(800, 600);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus();
}

void TestTranscriptKeys::press(const QList<QKeyCombination> &keys)
{
    for (const QKeyCombination key : keys)
        QTest::keyClick(m_view.get(), key.key(), key.keyboardModifiers());
}

void TestTranscriptKeys::selects_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QList<QKeyCombination>>("keys");
    QTest::addColumn<QString>("expected");
    using Keys = QList<QKeyCombination>;
    const auto shift = [](Qt::Key key) { return Qt::SHIFT | key; };
    const auto word = [](Qt::Key key) { return Qt::CTRL | Qt::SHIFT | key; };
    const QString three = u"One two\n\nthree **four**\n\nfive"_s;

    QTest::newRow("characters") << three << Keys{shift(Qt::Key_Right), shift(Qt::Key_Right)}
                                << u"On"_s;
    QTest::newRow("and back") << three
                              << Keys{shift(Qt::Key_Right), shift(Qt::Key_Right),
                                      shift(Qt::Key_Left)}
                              << u"O"_s;
    QTest::newRow("from where the caret is")
        << three << Keys{Qt::Key_Right, Qt::CTRL | Qt::Key_Right, word(Qt::Key_Right)} << u"two"_s;
    QTest::newRow("over a block's end")
        << three << Keys{word(Qt::Key_Right), word(Qt::Key_Right), word(Qt::Key_Right)}
        << u"One two\n\n"_s;
    QTest::newRow("to the line's end")
        << three << Keys{Qt::Key_Right, shift(Qt::Key_End)} << u"ne two"_s;
    QTest::newRow("to its begin") << three << Keys{Qt::CTRL | Qt::Key_Right, shift(Qt::Key_Home)}
                                  << u"One "_s;
    QTest::newRow("a line down") << three << Keys{shift(Qt::Key_Down), shift(Qt::Key_End)}
                                 << u"One two\n\nthree four"_s;
    QTest::newRow("blocks") << three << Keys{word(Qt::Key_Down), word(Qt::Key_Down)}
                            << u"One two\n\nthree four\n\n"_s;
    QTest::newRow("to the end") << three << Keys{Qt::CTRL | Qt::Key_Right, word(Qt::Key_End)}
                                << u"two\n\nthree four\n\nfive"_s;
    QTest::newRow("a family is one character")
        << u"👨‍👩‍👧x"_s << Keys{shift(Qt::Key_Right)} << u"👨‍👩‍👧"_s;
    QTest::newRow("left goes on in Hebrew")
        << u"שלום עולם"_s << Keys{shift(Qt::Key_Left), shift(Qt::Key_Left)} << u"של"_s;
    QTest::newRow("and right in the next paragraph")
        << u"שלום\n\nword"_s << Keys{word(Qt::Key_Down), shift(Qt::Key_Right)} << u"שלום\n\nw"_s;
    QTest::newRow("cells") << u"|a|b|\n|-|-|\n|c|d|\n"_s
                           << Keys{shift(Qt::Key_Right), shift(Qt::Key_Right), shift(Qt::Key_Right)}
                           << u"a\tb"_s;
    QTest::newRow("lines of code")
        << u"```\nab\ncd\nef\n```\n"_s << Keys{Qt::Key_Right, shift(Qt::Key_Down)} << u"b\nc"_s;
}

void TestTranscriptKeys::selects()
{
    QFETCH(QString, answer);
    QFETCH(QList<QKeyCombination>, keys);
    ask(u"Question"_s, answer);
    show();
    m_view->setCurrentRow(1);
    press(keys);
    QTEST(selected(), "expected");
}

void TestTranscriptKeys::selectsOverWhatIsNotLaidOut()
{
    for (int i = 0; i < 30; ++i)
        ask(u"Question %1"_s.arg(i), u"Answer %1 first\n\nsecond"_s.arg(i));
    show();
    m_view->setCurrentRow(40);
    press({Qt::CTRL | Qt::Key_Right, Qt::CTRL | Qt::SHIFT | Qt::Key_Home});
    QVERIFY(selected().startsWith(u"Question 0\n\nAnswer 0 first\n\nsecond\n\nQuestion 1\n\n"_s));
    QVERIFY(selected().endsWith(u"\n\nAnswer 19 first\n\nsecond\n\nQuestion "_s));
    QCOMPARE(m_view->verticalScrollBar()->value(), 0); // the caret is followed
}

void TestTranscriptKeys::arrowsScrollUntilTheCaretIsShown()
{
    for (int i = 0; i < 30; ++i)
        ask(u"Question"_s, u"Answer"_s);
    show();
    QTRY_VERIFY(m_view->verticalScrollBar()->value() > 0);
    const int before = m_view->verticalScrollBar()->value();
    press({Qt::Key_Up});
    QVERIFY(m_view->verticalScrollBar()->value() < before);
    QVERIFY(!m_view->selection().cursor().isValid());
    press({Qt::Key_F7});
    const TextPosition at = m_view->selection().cursor();
    QVERIFY(at.isValid());
    press({Qt::Key_Down});
    QVERIFY(m_view->selection().cursor() > at);
}

void TestTranscriptKeys::caretStaysInSight()
{
    for (int i = 0; i < 10; ++i)
        ask(u"Question"_s, u"line\n\n"_s.repeated(30));
    show();
    m_view->setCurrentRow(1);
    press({Qt::Key_Right});
    for (int i = 0; i < 100; ++i) {
        press({Qt::Key_Down});
        const QRectF caret = m_view->caretRect(m_view->selection().cursor());
        QVERIFY2(caret.top() >= 0 && caret.bottom() <= m_view->viewport()->height(),
                 qPrintable(u"step %1: %2"_s.arg(i).arg(caret.top())));
    }
    QVERIFY(m_view->currentRow() > 1); // the message with the caret is the one that actions are for
}

void TestTranscriptKeys::tabReachesWhatCanBeClicked()
{
    ask(u"q"_s,
        u"<think>\nHm [no](https://no.example)\n</think>\n\nSee [Qt](https://qt.io).\n\n"
        "```\ncode\n```\n"_s);
    show();
    m_view->setCurrentRow(1);
    const auto &target = [this] { return m_view->surface().target(); };
    press({Qt::Key_Tab});
    QVERIFY(target() && target()->kind == MessageTarget::Kind::Fold);
    press({Qt::Key_Return});
    QVERIFY(m_view->text().isUnfolded(1));
    press({Qt::Key_Tab});
    QCOMPARE(target()->address, u"https://no.example"_s);
    press({Qt::Key_Tab});
    QCOMPARE(target()->address, u"https://qt.io"_s);
    press({Qt::Key_Tab});
    QVERIFY(target()->kind == MessageTarget::Kind::CopyCode);
    press({Qt::Key_Space});
    QCOMPARE(QApplication::clipboard()->text(), u"code"_s);
    press({Qt::Key_Backtab});
    QCOMPARE(target()->address, u"https://qt.io"_s);
}

void TestTranscriptKeys::hiddenCharactersInCopiedCodeAreTold()
{
    const QString code = u"if (a\u202e) b\u200b();"_s;
    ask(u"q"_s, u"```\n"_s + code + u"\n```\n"_s);
    show();
    m_view->setCurrentRow(1);
    press({Qt::Key_Tab, Qt::Key_Return});
    QCOMPARE(QApplication::clipboard()->text(), code);
    auto *warning = m_view->findChild<QMessageBox *>();
    QVERIFY(warning && warning->isVisible());
    warning->buttons().constFirst()->click();
    QCOMPARE(QApplication::clipboard()->text(), u"if (a) b();"_s);
}

void TestTranscriptKeys::wideCodeFollowsTheCaret()
{
    ask(u"q"_s, u"```\n"_s + u"word "_s.repeated(100) + u"\n```\n"_s);
    show();
    m_view->setCurrentRow(1);
    press({Qt::Key_Right, Qt::Key_End});
    QCOMPARE(m_view->selection().cursor().offset, 500);
    QVERIFY(m_view->caretRect(m_view->selection().cursor()).right() < m_view->viewport()->width());
    press({Qt::Key_Home});
    QVERIFY(m_view->caretRect(m_view->selection().cursor()).left() > 0);
}

void TestTranscriptKeys::escapeEndsASelectionButStopsAReplyFirst()
{
    ask(u"q"_s, u"Answer"_s);
    show();
    m_view->setCurrentRow(1);
    press({Qt::SHIFT | Qt::Key_Right});
    QCOMPARE(selected(), u"A"_s);
    QKeyEvent override(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
    override.ignore();
    QApplication::sendEvent(m_view.get(), &override);
    QVERIFY(override.isAccepted());
    press({Qt::Key_Escape});
    QVERIFY(selected().isEmpty());
    press({Qt::SHIFT | Qt::Key_Right});
    m_model->beginReply(m_model->appendQuestion(u"More"_s));
    override.ignore();
    QApplication::sendEvent(m_view.get(), &override);
    QVERIFY(!override.isAccepted());
}

void TestTranscriptKeys::actionsAreForTheFocusedMessage()
{
    ask(u"First"_s, u"One"_s);
    ask(u"Second"_s, u"Two"_s);
    show();
    QCOMPARE(rowFor(*m_view, MessageAction::Edit), 2); // the last one
    QCOMPARE(rowFor(*m_view, MessageAction::TryAgain), 3);
    m_view->setCurrentRow(0);
    QCOMPARE(rowFor(*m_view, MessageAction::Edit), 0);
    QCOMPARE(rowFor(*m_view, MessageAction::TryAgain), -1);
    QSignalSpy edits(m_view.get(), &TranscriptView::editRequested);
    perform(*m_view, 0, MessageAction::Edit);
    perform(*m_view, 1, MessageAction::Edit); // an answer is not edited
    QCOMPARE(edits.size(), 1);
    press({Qt::CTRL | Qt::Key_C});
    QCOMPARE(QApplication::clipboard()->text(), u"First"_s);
}

QTEST_MAIN(TestTranscriptKeys)
#include "tst_transcriptkeys.moc"
