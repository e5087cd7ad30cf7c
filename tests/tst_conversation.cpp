// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversation.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestConversation : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aTitleComesFromTheFirstQuestion_data();
    void aTitleComesFromTheFirstQuestion();
    void aLongTitleIsCutAtAGrapheme_data();
    void aLongTitleIsCutAtAGrapheme();
    void theUsersTitleWins();
    void anEditedFirstQuestionChangesTheTitle();
    void signalsTellRealChanges();
    void aChangeIsNotALook();
};

void TestConversation::aTitleComesFromTheFirstQuestion_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("title");
    QTest::newRow("a line") << u"Why is the sky blue?"_s << u"Why is the sky blue?"_s;
    QTest::newRow("two lines") << u"Explain this:\nint main"_s << u"Explain this:"_s;
    QTest::newRow("Windows lines") << u"one\r\ntwo"_s << u"one"_s;
    QTest::newRow("a line separator") << u"one\u2028two"_s << u"one"_s;
    QTest::newRow("blank lines first") << u"\n \t\n  Hello  there \nx"_s << u"Hello there"_s;
    QTest::newRow("tabs") << u"a\tb\u00a0c"_s << u"a b c"_s;
    QTest::newRow("escape sequences") << u"\x1b[31mred\x07\x9b"_s << u"[31mred"_s;
    QTest::newRow("NUL") << u"a"_s + QChar(0) + u"b"_s << u"ab"_s;
    QTest::newRow("bidi") << u"\u202egnp.exe\u2066x\u2069\u200f"_s << u"gnp.exex"_s;
    QTest::newRow("zero width") << u"\ufeffa\u200bb\u2060"_s << u"ab"_s;
    QTest::newRow("nothing to see first") << u"\u200d\u202e\u200c\nreal"_s << u"real"_s;
    QTest::newRow("nothing to see at all") << u"\u200b\u202e"_s << QString();
    QTest::newRow("joined emoji stay")
        << u"👩‍👩‍👧‍👦 family"_s << u"👩‍👩‍👧‍👦 family"_s;
    QTest::newRow("Persian non-joiner stays") << u"می‌خواهم"_s << u"می‌خواهم"_s;
    QTest::newRow("markup is text") << u"<b>&amp; & Ampersand"_s << u"<b>&amp; & Ampersand"_s;
}

void TestConversation::aTitleComesFromTheFirstQuestion()
{
    QFETCH(QString, question);
    Conversation conversation(u"1"_s);
    QCOMPARE(conversation.title(), QString());
    conversation.messages().setSystemPrompt(u"system"_s);
    QCOMPARE(conversation.title(), QString());
    conversation.messages().appendQuestion(question);
    QTEST(conversation.title(), "title");
    conversation.setTitle(question);
    QTEST(conversation.title(), "title");
}

void TestConversation::aLongTitleIsCutAtAGrapheme_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("title");
    const QString sixty(60, u'x');
    const QString family = u"👩‍👩‍👧‍👦"_s; // 11 units, one grapheme
    QString accents = u"a"_s;
    accents += QString(1000, QChar(0x0301));
    QTest::newRow("60 fit") << sixty << sixty;
    QTest::newRow("61 do not") << sixty + u'y' << sixty + u'…';
    QTest::newRow("no space before the dots")
        << QString(59, u'x') + u" word"_s << QString(59, u'x') + u'…';
    QTest::newRow("a combining accent stays with its letter")
        << QString(59, u'x') + u"e\u0301yz"_s << QString(59, u'x') + u"e\u0301…"_s;
    QTest::newRow("flags stay whole")
        << QString(59, u'x') + u"🇺🇦🇺🇦"_s << QString(59, u'x') + u"🇺🇦…"_s;
    QTest::newRow("families stay whole") << family.repeated(40) << family.repeated(21) + u'…';
    QTest::newRow("a megabyte") << QString(1 << 20, u'x') << sixty + u'…';
    QTest::newRow("a pile of accents is no title") << accents << u"…"_s;
}

void TestConversation::aLongTitleIsCutAtAGrapheme()
{
    QFETCH(QString, question);
    Conversation conversation(u"1"_s);
    conversation.messages().appendQuestion(question);
    QTEST(conversation.title(), "title");
}

void TestConversation::theUsersTitleWins()
{
    Conversation conversation(u"1"_s);
    conversation.messages().appendQuestion(u"question"_s);
    QSignalSpy changed(&conversation, &Conversation::titleChanged);
    conversation.setTitle(u"Mine"_s);
    conversation.setTitle(u"Mine"_s);
    QCOMPARE(conversation.title(), u"Mine"_s);
    QCOMPARE(changed.count(), 1);
    conversation.messages().appendQuestion(u"another"_s);
    QCOMPARE(changed.count(), 1);
    conversation.setTitle({});
    QCOMPARE(conversation.title(), u"question"_s);
    QCOMPARE(changed.count(), 2);
}

void TestConversation::anEditedFirstQuestionChangesTheTitle()
{
    Conversation conversation(u"1"_s);
    const MessageId question = conversation.messages().appendQuestion(u"helo"_s);
    const MessageId edited = conversation.messages().branchQuestion(question, u"hello"_s);
    QCOMPARE(conversation.title(), u"hello"_s);
    conversation.messages().showSibling(edited, -1);
    QCOMPARE(conversation.title(), u"helo"_s);
}

void TestConversation::signalsTellRealChanges()
{
    Conversation conversation(u"abc"_s);
    QCOMPARE(conversation.id(), u"abc"_s);
    QSignalSpy parameters(&conversation, &Conversation::parametersChanged);
    QSignalSpy activity(&conversation, &Conversation::activityChanged);
    conversation.setParameters({});
    conversation.setActivity(Activity::None);
    QCOMPARE(parameters.count() + activity.count(), 0);
    conversation.setParameters({.model = u"m"_s});
    conversation.setParameters({.model = u"m"_s});
    conversation.setActivity(Activity::Problem);
    conversation.setActivity(Activity::Problem);
    QCOMPARE(parameters.count(), 1);
    QCOMPARE(activity.count(), 1);
    conversation.setDraft(u"half a"_s);
    QCOMPARE(conversation.draft(), u"half a"_s);
}

void TestConversation::aChangeIsNotALook()
{
    Conversation conversation(u"1"_s);
    QSignalSpy changed(&conversation, &Conversation::lastChangeChanged);
    const QDateTime made = conversation.lastChange();
    QCOMPARE(made.timeSpec(), Qt::UTC);
    QTRY_VERIFY(QDateTime::currentDateTimeUtc() > made);

    const MessageId question = conversation.messages().appendQuestion(u"q"_s);
    QCOMPARE(changed.count(), 1);
    QVERIFY(conversation.lastChange() > made);
    const MessageId reply = conversation.messages().beginReply(question);
    QCOMPARE(changed.count(), 2);
    conversation.messages().appendToReply(reply, u"a"_s);
    QCOMPARE(changed.count(), 2);
    conversation.messages().endReply(reply, {});
    QCOMPARE(changed.count(), 3);

    const MessageId edited = conversation.messages().branchQuestion(question, u"q'"_s);
    QCOMPARE(changed.count(), 4);
    conversation.messages().showSibling(edited, -1);
    conversation.messages().showSibling(question, 1);
    conversation.setTitle(u"t"_s);
    conversation.setDraft(u"d"_s);
    QCOMPARE(changed.count(), 4);
}

QTEST_GUILESS_MAIN(TestConversation)
#include "tst_conversation.moc"
