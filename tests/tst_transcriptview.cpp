// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationmodel.h"
#include "ui/transcript/markedscrollbar.h"
#include "ui/transcript/messageactionbar.h"
#include "ui/transcript/transcriptselection.h"
#include "ui/transcript/transcriptview.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestTranscriptView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void followsTheEndWhileAReplyGrows();
    void staysWhereOneReadsWhileAReplyGrows();
    void selectsAcrossMessages();
    void opensAtTheEndOfALongConversation();
    void streamedLooksLikeWhole_data();
    void streamedLooksLikeWhole();
    void scrollingMovesByExactlyWhatWasAsked();
    void theScrollBarIsPaintedWhereItMoved();
    void isAListOfMessagesForScreenReaders();
    void actionsNameTheMessage();
    void reasoningComesBeforeTheText();

private:
    MessageId ask(const QString &text, const QString &answer);
    void show(QSize size = {800, 600});

    std::unique_ptr<ConversationModel> m_model;
    std::unique_ptr<TranscriptView> m_view;
};

void TestTranscriptView::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_model = std::make_unique<ConversationModel>();
    m_view = std::make_unique<TranscriptView>();
    m_view->setModel(m_model.get());
}

void TestTranscriptView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

MessageId TestTranscriptView::ask(const QString &text, const QString &answer)
{
    const MessageId reply = m_model->beginReply(m_model->appendQuestion(text));
    m_model->appendToReply(reply, answer);
    return reply;
}

void TestTranscriptView::show(QSize size)
{
    m_view->resize(size);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestTranscriptView::followsTheEndWhileAReplyGrows()
{
    const MessageId reply = ask(u"Tell me"_s, u"Line\n"_s);
    show();
    for (int i = 0; i < 100; ++i)
        m_model->appendToReply(reply, u"Another line\n"_s);
    QTRY_VERIFY(m_view->verticalScrollBar()->maximum() > 0);
    QVERIFY(m_view->isAtEnd());
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
}

void TestTranscriptView::staysWhereOneReadsWhileAReplyGrows()
{
    const MessageId reply = ask(u"Tell me"_s, u"Line\n"_s.repeated(200));
    show();
    QTRY_VERIFY(m_view->verticalScrollBar()->maximum() > 0);
    m_view->verticalScrollBar()->setValue(500);
    const QRect before = m_view->messageRect(1);
    const int maximum = m_view->verticalScrollBar()->maximum();
    m_model->appendToReply(reply, u"Another line\n"_s.repeated(50));
    QTRY_VERIFY(m_view->verticalScrollBar()->maximum() > maximum);
    QCOMPARE(m_view->verticalScrollBar()->value(), 500);
    QCOMPARE(m_view->messageRect(1).top(), before.top());
    QVERIFY(!m_view->isAtEnd());
    m_view->scrollToEnd();
    QVERIFY(m_view->isAtEnd());
}

void TestTranscriptView::selectsAcrossMessages()
{
    ask(u"First question"_s, u"First answer\nof two lines"_s);
    ask(u"Second question"_s, u"Second answer"_s);
    show();
    m_view->selection().selectAll();
    QCOMPARE(m_view->selection().plainText(),
             u"First question\n\nFirst answer\nof two lines\n\nSecond question"
             "\n\nSecond answer"_s);
    m_view->copy();
    QCOMPARE(QApplication::clipboard()->text(), m_view->selection().plainText());
    m_view->selection().clear();
    QVERIFY(m_view->selection().plainText().isEmpty());
}

void TestTranscriptView::opensAtTheEndOfALongConversation()
{
    for (int i = 0; i < 1000; ++i)
        ask(u"Question %1"_s.arg(i), u"Answer %1"_s.arg(i));
    show();
    QTRY_VERIFY(m_view->verticalScrollBar()->maximum() > 0);
    QVERIFY(m_view->viewport()->rect().intersects(m_view->messageRect(1999)));
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    QVERIFY(!m_view->isAtEnd());
}

namespace {

//! What a view shows, without the line that names the time of a message.
QImage pictureOf(TranscriptView &view)
{
    QImage picture = view.viewport()->grab().toImage();
    QPainter painter(&picture);
    painter.fillRect(view.findChild<MessageActionBar *>()->geometry(), Qt::white);
    return picture;
}

//! Whether two views show the same; where not, both pictures are kept for a look.
bool looksLike(TranscriptView &streamed, TranscriptView &whole)
{
    const QImage one = pictureOf(streamed);
    const QImage other = pictureOf(whole);
    if (one == other)
        return true;
    one.save(QDir::temp().filePath(u"aura-streamed.png"_s));
    other.save(QDir::temp().filePath(u"aura-whole.png"_s));
    return false;
}

} // namespace

void TestTranscriptView::streamedLooksLikeWhole_data()
{
    QTest::addColumn<QString>("text");
    QFile page(QStringLiteral(AURA_SOURCE_DIR) + u"/resources/demo/markdown.en.md"_s);
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(page.readAll());
    // Without the scripts of the world: Qt warns where this machine's fonts lack one.
    QTest::newRow("every element") << text.left(text.indexOf(u"## Scripts of the world"_s));
    QTest::newRow("quote in pieces") << u"> A quote\n>\n> > within a quote\n>\n> - and a list\n"_s;
    QTest::newRow("paragraph that becomes a table") << u"a | b\n--|--\n1 | 2\n3 | 4\n"_s;
    QTest::newRow("paragraph that becomes a heading") << u"Title\n=====\n\ntext\n"_s;
}

void TestTranscriptView::streamedLooksLikeWhole()
{
    QFETCH(QString, text);
    const MessageId reply = ask(u"Show it"_s, {});
    show({900, 700});
    for (qsizetype at = 0; at < text.size(); at += 5) {
        m_model->appendToReply(reply, text.mid(at, 5));
        if (at % 3 == 0) {
            m_view->scrollToEnd(); // a frame
            m_view->viewport()->repaint();
        }
    }
    m_model->endReply(reply, {});

    ConversationModel whole;
    const MessageId wholeReply = whole.beginReply(whole.appendQuestion(u"Show it"_s));
    whole.appendToReply(wholeReply, text);
    whole.endReply(wholeReply, {});
    TranscriptView other;
    other.setModel(&whole);
    other.resize(900, 700);
    other.show();
    QVERIFY(QTest::qWaitForWindowExposed(&other));

    QTRY_COMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    for (int step = 0; step < 20; ++step) {
        QTRY_VERIFY2(looksLike(*m_view, other),
                     "see aura-streamed.png and aura-whole.png in the folder of temporary files");
        if (m_view->verticalScrollBar()->value() == 0)
            break;
        for (TranscriptView *view : {m_view.get(), &other})
            view->verticalScrollBar()->setValue(view->verticalScrollBar()->value() - 600);
    }
}

void TestTranscriptView::scrollingMovesByExactlyWhatWasAsked()
{
    for (int i = 0; i < 60; ++i)
        ask(u"Question %1"_s.arg(i),
            u"# Title\n\n```cpp\nint x;\n```\n\n"_s
                + u"Words of very different lengths. "_s.repeated(i * 7 % 40 + 1));
    show();
    QTRY_VERIFY(m_view->verticalScrollBar()->maximum() > 0);
    QScrollBar *bar = m_view->verticalScrollBar();
    const auto rowInSight = [this] {
        for (int row = m_model->rowCount() - 1; row >= 0; --row) {
            const QRect rect = m_view->messageRect(row);
            if (rect.top() < 200 && rect.bottom() > 300)
                return row;
        }
        return -1;
    };
    for (int step = 0; step < 150 && bar->value() > 60; ++step) {
        const int row = rowInSight();
        if (row < 0) {
            bar->setValue(bar->value() - 25);
            continue;
        }
        const int bottom = m_view->messageRect(row).bottom();
        bar->setValue(bar->value() - 25);
        QCOMPARE(m_view->messageRect(row).bottom(), bottom + 25);
    }
}

class CountedScrollBar : public MarkedScrollBar
{
public:
    using MarkedScrollBar::MarkedScrollBar;

    int paints = 0;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        ++paints;
        MarkedScrollBar::paintEvent(event);
    }
};

//! A reply that grows changes the range with each frame.
void TestTranscriptView::theScrollBarIsPaintedWhereItMoved()
{
    CountedScrollBar bar(nullptr);
    bar.setRange(0, 100'000);
    bar.setPageStep(600);
    bar.setValue(50'000);
    bar.resize(bar.sizeHint().width(), 300);
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    QTRY_VERIFY(bar.paints > 0);
    QCoreApplication::processEvents();
    bar.paints = 0;
    bar.setMaximum(100'001);
    QCoreApplication::processEvents();
    QCOMPARE(bar.paints, 0);
    bar.setValue(70'000);
    QCoreApplication::processEvents();
    QCOMPARE(bar.paints, 1);
    bar.setValue(bar.maximum()); // an arrow of some styles shows it
    QCoreApplication::processEvents();
    QCOMPARE(bar.paints, 2);
}

void TestTranscriptView::isAListOfMessagesForScreenReaders()
{
    m_model->setSystemPrompt(u"Be kind"_s);
    ask(u"Hello"_s, u"Good day"_s);
    show();
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), u"Conversation"_s);
    const QStringList names{u"System: Be kind"_s, u"You: Hello"_s, u"Assistant: Good day"_s};
    for (int row = 0; row < names.size(); ++row) {
        QAccessibleInterface *item = list->child(row);
        QVERIFY(item);
        QCOMPARE(item->role(), QAccessible::ListItem);
        QCOMPARE(item->text(QAccessible::Name), names[row]);
        QCOMPARE(list->indexOfChild(item), row);
        QVERIFY(item->parent() == list);
    }
}

void TestTranscriptView::actionsNameTheMessage()
{
    const MessageId reply = ask(u"Hello"_s, u"Good day"_s);
    m_model->endReply(reply, {});
    show();
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    QSignalSpy edit(m_view.get(), &TranscriptView::editRequested);
    QSignalSpy again(m_view.get(), &TranscriptView::askAgainRequested);
    list->child(0)->actionInterface()->doAction(u"Edit"_s);
    list->child(1)->actionInterface()->doAction(u"Try again"_s);
    QCOMPARE(edit.size(), 1);
    QCOMPARE(edit[0][0].value<MessageId>(), m_model->messageAt(0).id);
    QCOMPARE(again.size(), 1);
    QCOMPARE(again[0][0].value<MessageId>(), reply);
    list->child(1)->actionInterface()->doAction(u"Copy"_s);
    QCOMPARE(QApplication::clipboard()->text(), u"Good day"_s);
}

//! Sent apart or in the text, it is the same to the reader: folded, and not copied while it is.
void TestTranscriptView::reasoningComesBeforeTheText()
{
    const MessageId reply = m_model->beginReply(m_model->appendQuestion(u"Why?"_s));
    show();
    for (const QString &piece : {u"Let me "_s, u"*see*"_s})
        m_model->appendToReasoning(reply, piece);
    QTRY_COMPARE(m_view->text().blockText(1, 0), u"Let me see"_s);
    for (const QString &piece : {u"Because "_s, u"**so**."_s})
        m_model->appendToReply(reply, piece);
    m_model->endReply(reply, {});
    QTRY_COMPARE(m_view->text().blockCount(1), 2);
    QCOMPARE(m_view->text().blockText(1, 1), u"Because so."_s);
    TranscriptView other;
    other.setModel(m_model.get());
    other.resize(800, 600);
    other.show();
    QVERIFY(QTest::qWaitForWindowExposed(&other));
    QTRY_COMPARE(pictureOf(other), pictureOf(*m_view));
}

QTEST_MAIN(TestTranscriptView)
#include "tst_transcriptview.moc"
