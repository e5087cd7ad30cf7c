// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationmodel.h"
#include "ui/transcript/textboundaries.h"
#include "ui/transcript/transcriptselection.h"
#include "ui/transcript/transcriptview.h"

#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

//! Selecting in the transcript by mouse and keyboard.
class TestTranscriptSelection : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void boundaries_data();
    void boundaries();
    void dragsAcrossMessages();
    void doubleAndTripleClick();
    void extendsByWords();
    void shiftClickExtends();
    void clickInTheSelectionEndsIt();
    void scrollsAtTheEdge();
    void staysWhileRowsComeAndGo();

private:
    void ask(const QString &text, const QString &answer);
    void show();
    QPoint pointOf(int row, int block, int offset);
    void drag(QPoint from, QPoint to);
    QString selected() const { return m_view->selection().plainText(); }

    std::unique_ptr<ConversationModel> m_model;
    std::unique_ptr<TranscriptView> m_view;
};

void TestTranscriptSelection::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_model = std::make_unique<ConversationModel>();
    m_view = std::make_unique<TranscriptView>();
    m_view->setModel(m_model.get());
}

void TestTranscriptSelection::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void TestTranscriptSelection::ask(const QString &text, const QString &answer)
{
    const MessageId reply = m_model->beginReply(m_model->appendQuestion(text));
    m_model->appendToReply(reply, answer);
    m_model->endReply(reply, {});
}

void TestTranscriptSelection::show()
{
    m_view->resize(800, 600);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QTRY_VERIFY(m_view->messageRect(0).height() > 0);
    QTest::mouseMove(m_view->viewport(), {2, 2});
}

QPoint TestTranscriptSelection::pointOf(int row, int block, int offset)
{
    const QRectF caret = m_view->caretRect({row, block, offset});
    return QPoint(int(caret.left()), int(caret.center().y()));
}

void TestTranscriptSelection::drag(QPoint from, QPoint to)
{
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view->viewport(), (from + to) / 2);
    QTest::mouseMove(m_view->viewport(), to);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
}

void TestTranscriptSelection::boundaries_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("next");
    QTest::addColumn<int>("previous");
    QTest::addColumn<QString>("word");
    const QString family = u"👨‍👩‍👧"_s;
    QTest::newRow("letters") << u"one two"_s << 1 << 2 << 0 << u"one"_s;
    QTest::newRow("end") << u"one"_s << 3 << -1 << 2 << u"one"_s;
    QTest::newRow("begin") << u"one"_s << 0 << 1 << -1 << u"one"_s;
    QTest::newRow("a family is one") << family + u"x"_s << 0 << int(family.size()) << -1 << family;
    QTest::newRow("accent") << u"e\u0301a"_s << 0 << 2 << -1 << u"e\u0301a"_s;
    QTest::newRow("hebrew") << u"שלום עולם"_s << 6 << 7 << 5 << u"עולם"_s;
}

void TestTranscriptSelection::boundaries()
{
    QFETCH(QString, text);
    QFETCH(int, offset);
    QTEST(nextCharacter(text, offset), "next");
    QTEST(previousCharacter(text, offset), "previous");
    const TextSpan word = wordAt(text, offset);
    QTEST(text.mid(word.begin, word.end - word.begin), "word");
}

void TestTranscriptSelection::dragsAcrossMessages()
{
    ask(u"First question"_s, u"First **answer**"_s);
    show();
    drag(pointOf(0, 0, 6), pointOf(1, 0, 5));
    QCOMPARE(selected(), u"question\n\nFirst"_s);
    drag(pointOf(1, 0, 12), pointOf(1, 0, 6)); // backwards
    QCOMPARE(selected(), u"answer"_s);
}

void TestTranscriptSelection::doubleAndTripleClick()
{
    ask(u"q"_s, u"One two three\n\n```\nfirst line\nsecond line\n```\n\n|a|b|\n|-|-|\n|c d|e|\n"_s);
    show();
    const auto clicks = [this](QPoint at) {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at);
        const QString word = selected();
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {2, 2}); // far away
        return word;
    };
    const auto third = [this](QPoint at) {
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at);
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, at);
        return selected();
    };
    QCOMPARE(clicks(pointOf(1, 0, 5)), u"two"_s);
    QCOMPARE(third(pointOf(1, 0, 5)), u"One two three"_s);
    QCOMPARE(clicks(pointOf(1, 1, 13)), u"second"_s);
    QCOMPARE(third(pointOf(1, 1, 13)), u"second line"_s);
    QCOMPARE(third(pointOf(1, 2, 5)), u"c d"_s);
}

void TestTranscriptSelection::extendsByWords()
{
    ask(u"q"_s, u"One two three four five"_s);
    show();
    m_view->selection().begin({1, 0, 9}, TranscriptSelection::Unit::Word);
    m_view->selection().extendTo({1, 0, 15});
    QCOMPARE(selected(), u"three four"_s);
    m_view->selection().extendTo({1, 0, 5});
    QCOMPARE(selected(), u"two three"_s);
}

void TestTranscriptSelection::shiftClickExtends()
{
    ask(u"Question"_s, u"One two three"_s);
    show();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(0, 0, 4));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, pointOf(1, 0, 3));
    QCOMPARE(selected(), u"tion\n\nOne"_s);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, pointOf(1, 0, 7));
    QCOMPARE(selected(), u"tion\n\nOne two"_s);
}

void TestTranscriptSelection::clickInTheSelectionEndsIt()
{
    ask(u"Question"_s, u"One two three"_s);
    show();
    drag(pointOf(1, 0, 0), pointOf(1, 0, 10));
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, pointOf(1, 0, 4));
    QVERIFY(!selected().isEmpty()); // it may be dragged out
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, pointOf(1, 0, 4));
    QVERIFY(selected().isEmpty());
}

void TestTranscriptSelection::scrollsAtTheEdge()
{
    for (int i = 0; i < 40; ++i)
        ask(u"Question %1"_s.arg(i), u"Answer %1"_s.arg(i));
    show();
    QTRY_VERIFY(m_view->verticalScrollBar()->value() > 0);
    const int before = m_view->verticalScrollBar()->value();
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, {400, 300});
    QTest::mouseMove(m_view->viewport(), {400, 100});
    QTest::mouseMove(m_view->viewport(), {400, -200});
    QTRY_VERIFY(m_view->selection().range().begin().row == 0);
    QVERIFY(m_view->verticalScrollBar()->value() < before);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, {400, -200});
    QVERIFY(selected().startsWith(u"Question 0\n\nAnswer 0\n\n"_s));
}

void TestTranscriptSelection::staysWhileRowsComeAndGo()
{
    ask(u"Question"_s, u"One two three"_s);
    show();
    m_view->selection().select({{0, 0, 4}, {1, 0, 3}});
    m_model->setSystemPrompt(u"Be kind"_s);
    QCOMPARE(selected(), u"tion\n\nOne"_s);
    QCOMPARE(m_view->selection().range().begin().row, 1);
    ask(u"More"_s, u"Text"_s);
    m_model->setSystemPrompt({});
    QCOMPARE(selected(), u"tion\n\nOne"_s);
    m_model->beginReply(m_model->messageAt(2).id); // another version of the last answer
    QCOMPARE(selected(), u"tion\n\nOne"_s);
    m_model->beginReply(m_model->messageAt(0).id); // and of the first
    QVERIFY(selected().isEmpty());
}

QTEST_MAIN(TestTranscriptSelection)
#include "tst_transcriptselection.moc"
