// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationmodel.h"
#include "ui/findbar.h"
#include "ui/transcript/transcriptfind.h"
#include "ui/transcript/transcriptselection.h"
#include "ui/transcript/transcripttext.h"
#include "ui/transcript/transcriptview.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

//! Finding in the whole conversation.
class TestTranscriptFind : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void occurs_data();
    void occurs();
    void sourceSaysWhetherItMay_data();
    void sourceSaysWhetherItMay();
    void numbersHitsFromTheTop();
    void unfoldsReasoning();
    void followsAReplyThatGrows();
    void followsRowsThatComeAndGo();
    void hundredThousandMessages();
    void knowsWhereInALongMessage();
    void barFindsAsOneTypes();

private:
    MessageId ask(const QString &text, const QString &answer);
    TranscriptFind &find() { return m_view->find(); }
    void search(const FindQuery &query)
    {
        find().setQuery(query, {0, 0, 0});
        QTRY_VERIFY(!find().isSearching());
    }

    std::unique_ptr<ConversationModel> m_model;
    std::unique_ptr<TranscriptView> m_view;
};

void TestTranscriptFind::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_model = std::make_unique<ConversationModel>();
    m_view = std::make_unique<TranscriptView>();
    m_view->setModel(m_model.get());
    m_view->resize(800, 600);
}

void TestTranscriptFind::cleanup()
{
    m_view.reset();
    m_model.reset();
}

MessageId TestTranscriptFind::ask(const QString &text, const QString &answer)
{
    const MessageId reply = m_model->beginReply(m_model->appendQuestion(text));
    m_model->appendToReply(reply, answer);
    return reply;
}

void TestTranscriptFind::occurs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("matchCase");
    QTest::addColumn<bool>("wholeWords");
    QTest::addColumn<int>("count");
    QTest::newRow("any case") << u"Word word WORD"_s << u"word"_s << false << false << 3;
    QTest::newRow("this case") << u"Word word WORD"_s << u"word"_s << true << false << 1;
    QTest::newRow("whole words") << u"word words sword word_1 (word)"_s << u"word"_s << false
                                 << true << 2;
    QTest::newRow("whole words in Russian")
        << u"слово слова слово."_s << u"слово"_s << false << true << 2;
    QTest::newRow("over a line end") << u"one\ntwo"_s << u"one two"_s << false << false << 1;
    QTest::newRow("no overlap") << u"aaaa"_s << u"aa"_s << false << false << 2;
    QTest::newRow("nothing") << u"text"_s << QString() << false << false << 0;
    QTest::newRow("a sign as a whole word") << u"a+b"_s << u"+"_s << false << true << 1;
}

void TestTranscriptFind::occurs()
{
    QFETCH(QString, text);
    QFETCH(QString, wanted);
    QFETCH(bool, matchCase);
    QFETCH(bool, wholeWords);
    const FindQuery query{wanted, matchCase, wholeWords};
    QTEST(int(occurrences(text, query).size()), "count");
}

void TestTranscriptFind::sourceSaysWhetherItMay_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("may");
    QTest::newRow("it stands there") << u"some text"_s << u"text"_s << true;
    QTest::newRow("it does not") << u"some text"_s << u"other"_s << false;
    QTest::newRow("marks in a word") << u"**un**likely"_s << u"unlikely"_s << true;
    QTest::newRow("marks elsewhere") << u"**un**likely"_s << u"other"_s << false;
    QTest::newRow("an entity") << u"x &amp; y"_s << u"&"_s << true;
    QTest::newRow("an entity that is a letter") << u"caf&eacute;"_s << u"café"_s << true;
    QTest::newRow("a formula") << u"$\\alpha$"_s << u"α"_s << true;
    QTest::newRow("over a line end") << u"> one\n> two"_s << u"one two"_s << true;
}

void TestTranscriptFind::sourceSaysWhetherItMay()
{
    QFETCH(QString, source);
    QFETCH(QString, wanted);
    QTEST(mayContain(Role::Assistant, source, {wanted}), "may");
}

void TestTranscriptFind::numbersHitsFromTheTop()
{
    ask(u"A needle here"_s, u"Nothing\n\n- a **need**le\n- and a needle and a needle"_s);
    ask(u"Nothing"_s, u"|needle|b|\n|-|-|\n|c|needle|\n"_s);
    search({u"needle"_s});
    QCOMPARE(find().count(), 6);
    QCOMPARE(find().number(), 1);
    QCOMPARE(*find().current(), (TextSelection{{0, 0, 2}, {0, 0, 8}}));
    find().showNext();
    QCOMPARE(*find().current(), (TextSelection{{1, 1, 2}, {1, 1, 8}}));
    find().showPrevious();
    find().showPrevious(); // around the top
    QCOMPARE(find().number(), 6);
    QCOMPARE(*find().current(), (TextSelection{{3, 0, 11}, {3, 0, 17}}));
    find().showNext();
    QCOMPARE(find().number(), 1);
    search({.text = u"NEEDLE"_s, .matchCase = true});
    QCOMPARE(find().count(), 0);
    QVERIFY(!find().current());
    search({});
    QCOMPARE(find().count(), 0);
}

void TestTranscriptFind::unfoldsReasoning()
{
    ask(u"Why"_s, u"<think>\nA needle\n</think>\n\nBecause"_s);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QVERIFY(!m_view->text().isUnfolded(1));
    search({u"needle"_s});
    QCOMPARE(find().count(), 1);
    QVERIFY(m_view->text().isUnfolded(1));
}

void TestTranscriptFind::followsAReplyThatGrows()
{
    const MessageId reply = ask(u"Why"_s, u"A needle"_s);
    search({u"needle"_s});
    QCOMPARE(find().count(), 1);
    m_model->appendToReply(reply, u" and a nee"_s);
    m_model->appendToReply(reply, u"dle"_s);
    QTRY_COMPARE(find().count(), 2);
    m_model->appendToReply(reply, u"\n\nneedle"_s);
    m_model->endReply(reply, {});
    QTRY_COMPARE(find().count(), 3);
    QCOMPARE(find().number(), 1);
}

void TestTranscriptFind::followsRowsThatComeAndGo()
{
    ask(u"A needle"_s, u"needle"_s);
    search({u"needle"_s});
    find().showNext();
    QCOMPARE(find().number(), 2);
    m_model->setSystemPrompt(u"needle"_s);
    QTRY_COMPARE(find().count(), 3);
    QCOMPARE(find().number(), 3);
    ask(u"needle needle"_s, u"nothing"_s);
    QTRY_COMPARE(find().count(), 5);
    m_model->setSystemPrompt({});
    QTRY_COMPARE(find().count(), 4);
    QCOMPARE(find().number(), 2);
}

void TestTranscriptFind::hundredThousandMessages()
{
    m_view->setModel(nullptr);
    for (int i = 0; i < 50'000; ++i)
        ask(u"Question %1"_s.arg(i),
            i % 1000 == 0 ? u"A **needle**"_s : u"Some *text* %1"_s.arg(i));
    m_view->setModel(m_model.get());
    find().setQuery({u"needle"_s}, {90'000, 0, 0});
    QVERIFY(find().isSearching()); // not at once
    QTRY_COMPARE_WITH_TIMEOUT(find().isSearching(), false, 30'000);
    QCOMPARE(find().count(), 50);
    QCOMPARE(find().number(), 46);
    QCOMPARE(find().current()->begin().row, 90'001);
    QVERIFY(find().hasHits(0, 10));
    QVERIFY(!find().hasHits(10, 1000));
}

void TestTranscriptFind::knowsWhereInALongMessage()
{
    ask(u"q"_s, u"text\n\n"_s.repeated(500) + u"needle\n\n"_s + u"text\n\n"_s.repeated(1500));
    search({u"needle"_s});
    QVERIFY(find().hasHitsWithin(1, 0.2, 0.3));
    QVERIFY(!find().hasHitsWithin(1, 0, 0.2));
    QVERIFY(!find().hasHitsWithin(1, 0.3, 1));
}

void TestTranscriptFind::barFindsAsOneTypes()
{
    ask(u"One"_s, u"apples and pears, apples"_s);
    QWidget window;
    FindBar bar(*m_view, &window);
    m_view->setParent(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    m_view->selection().select({{1, 0, 0}, {1, 0, 6}});
    bar.open();
    auto *field = bar.findChild<QLineEdit *>();
    QCOMPARE(field->text(), u"apples"_s); // what was selected
    QTRY_COMPARE(field->accessibleDescription(), u"1 of 2"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(field->accessibleDescription(), u"2 of 2"_s);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(field->accessibleDescription(), u"1 of 2"_s);
    QTest::keyClick(field, Qt::Key_End);
    QTest::keyClicks(field, u"x"_s);
    QTRY_COMPARE(field->accessibleDescription(), u"Not found"_s);
    field->clear();
    QTest::keyClicks(field, u"pear"_s);
    QTRY_COMPARE(field->accessibleDescription(), u"1 of 1"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(bar.isHidden());
    QVERIFY(m_view->hasFocus());
    QCOMPARE(m_view->selection().plainText(), u"pear"_s);
    m_view->setParent(nullptr);
}

QTEST_MAIN(TestTranscriptFind)
#include "tst_transcriptfind.moc"
