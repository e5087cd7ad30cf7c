// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationmodel.h"
#include "ui/theme/theme.h"
#include "ui/transcript/emojispans.h"
#include "ui/transcript/transcriptview.h"

#include <QImage>
#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

//! Scripts of the world where they need more than letters: from right to left, and emoji.
class TestTranscriptScripts : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void aQuestionStandsInItsBubble_data();
    void aQuestionStandsInItsBubble();
    void marksStandWhereTheTextBegins_data();
    void marksStandWhereTheTextBegins();
    void theSideIsKnownFromAnyPieces();
    void emojiSequencesAreWhole_data();
    void emojiSequencesAreWhole();
    void selectorsStandBehindWhatIsJoined_data();
    void selectorsStandBehindWhatIsJoined();

private:
    static QImage shown(ConversationModel &model);
    static QRect inked(const QImage &image, QRect within);
};

QImage TestTranscriptScripts::shown(ConversationModel &model)
{
    TranscriptView view;
    view.setModel(&model);
    view.resize(700, 500);
    view.show();
    if (!QTest::qWaitForWindowExposed(&view))
        return {};
    return view.viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
}

//! The bounds of what is as dark as text.
QRect TestTranscriptScripts::inked(const QImage &image, QRect within)
{
    QRect bounds;
    for (int y = within.top(); y <= within.bottom(); ++y) {
        for (int x = within.left(); x <= within.right(); ++x) {
            if (qGray(image.pixel(x, y)) < 120)
                bounds |= QRect(x, y, 1, 1);
        }
    }
    return bounds;
}

void TestTranscriptScripts::aQuestionStandsInItsBubble_data()
{
    QTest::addColumn<QString>("question");
    QTest::newRow("from left to right") << u"Hello world"_s;
    QTest::newRow("from right to left") << u"שלום עולם"_s;
    QTest::newRow("two lines") << u"שלום\nHello world"_s;
}

void TestTranscriptScripts::aQuestionStandsInItsBubble()
{
    QFETCH(QString, question);
    ConversationModel model;
    model.appendQuestion(question);
    const QImage image = shown(model);
    const QRect ink = inked(image, image.rect().adjusted(0, 0, 0, -image.height() / 2));
    QVERIFY2(ink.width() > 40 && ink.height() > 6, "the bubble shows no text");
    // Bubbles stand at the right: the ground beside the ink is theirs.
    const QRgb ground = image.pixel(ink.left() - 6, ink.center().y());
    QCOMPARE(image.pixel(ink.right() + 6, ink.center().y()), ground);
    QVERIFY(ground != image.pixel(4, image.height() - 4));
}

void TestTranscriptScripts::marksStandWhereTheTextBegins_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<bool>("mirrored");
    QTest::newRow("bullet") << u"- words"_s << false;
    QTest::newRow("bullet, mirrored") << u"- שלום"_s << true;
    QTest::newRow("number, mirrored") << u"12. שלום"_s << true;
    QTest::newRow("task, mirrored") << u"- [x] שלום"_s << true;
    QTest::newRow("nested, mirrored") << u"- שלום\n  - Hello"_s << true;
}

void TestTranscriptScripts::marksStandWhereTheTextBegins()
{
    QFETCH(QString, markdown);
    QFETCH(bool, mirrored);
    ConversationModel model;
    const MessageId reply = model.beginReply(model.appendQuestion(u"Q"_s));
    model.appendToReply(reply, markdown);
    model.endReply(reply, {});
    const QImage image = shown(model);
    const QRect ink = inked(image, QRect(0, 70, image.width(), 30));
    QVERIFY(!ink.isEmpty());
    if (mirrored)
        QVERIFY2(ink.right() > image.width() * 3 / 4, "there is nothing at the right");
    else
        QVERIFY2(ink.right() < image.width() / 2, "there is something at the right");
    if (mirrored && !markdown.contains(u"Hello"_s))
        QVERIFY2(ink.left() > image.width() / 2, "there is something at the left");
}

void TestTranscriptScripts::theSideIsKnownFromAnyPieces()
{
    ConversationModel whole;
    const QString text = u"1. שלום **עולם**\n2. second\n\n> ציטוט\n> more\n"_s;
    whole.appendToReply(whole.beginReply(whole.appendQuestion(u"Q"_s)), text);
    ConversationModel model;
    const MessageId reply = model.beginReply(model.appendQuestion(u"Q"_s));
    TranscriptView view;
    view.setModel(&model);
    view.resize(700, 500);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    for (const QChar &character : text) {
        model.appendToReply(reply, QString(character));
        view.viewport()->grab();
    }
    QTRY_COMPARE(view.viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32),
                 shown(whole));
}

void TestTranscriptScripts::emojiSequencesAreWhole_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("pictures");
    QTest::newRow("none") << u"Plain text, 中文 and 12 → 3"_s << QStringList();
    QTest::newRow("one") << u"a 🙂 b"_s << QStringList{u"🙂"_s};
    QTest::newRow("selected") << u"I ❤️ it"_s << QStringList{u"❤️"_s};
    QTest::newRow("a sign of text stays") << u"I ❤ it, ⚠ and ©"_s << QStringList();
    QTest::newRow("text is asked for") << u"⌚︎ ⌚"_s << QStringList{u"⌚"_s};
    QTest::newRow("keycap") << u"1️⃣ is 1"_s << QStringList{u"1️⃣"_s};
    QTest::newRow("family") << u"👨‍👩‍👧‍👦!"_s
                            << QStringList{u"👨‍👩‍👧‍👦"_s};
    QTest::newRow("rainbow") << u"🏳️‍🌈"_s << QStringList{u"🏳️‍🌈"_s};
    QTest::newRow("skin") << u"x👩🏽‍💻x"_s << QStringList{u"👩🏽‍💻"_s};
    QTest::newRow("region") << u"🇺🇳 🏴󠁧󠁢󠁥󠁮󠁧󠁿"_s
                            << QStringList{u"🇺🇳"_s, u"🏴󠁧󠁢󠁥󠁮󠁧󠁿"_s};
    QTest::newRow("neighbours") << u"✅⚠️🎉"_s << QStringList{u"✅⚠️🎉"_s};
    QTest::newRow("cut joiner") << u"👩\u200D"_s << QStringList{u"👩\u200D"_s};
    QTest::newRow("lone surrogate") << (u"🙂"_s + QChar(0xD83D)) << QStringList{u"🙂"_s};
}

void TestTranscriptScripts::emojiSequencesAreWhole()
{
    QFETCH(QString, text);
    QFETCH(QStringList, pictures);
    QStringList found;
    for (const TextSpan &span : emojiSpans(text))
        found.append(text.sliced(span.begin, span.end - span.begin));
    QCOMPARE(found, pictures);
}

void TestTranscriptScripts::selectorsStandBehindWhatIsJoined_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing joined") << u"⚠\uFE0F🎉"_s << u"⚠\uFE0F🎉"_s;
    QTest::newRow("keycap") << u"1\uFE0F\u20E3"_s << u"1\u20E3\uFE0F"_s;
    QTest::newRow("rainbow") << u"🏳\uFE0F\u200D🌈🎉"_s << u"🏳\u200D🌈\uFE0F🎉"_s;
    QTest::newRow("two") << u"🏳\uFE0F\u200D⚧\uFE0F"_s << u"🏳\u200D⚧\uFE0F\uFE0F"_s;
    QTest::newRow("cut") << u"🏳\uFE0F\u200D"_s << u"🏳\u200D\uFE0F"_s;
    QTest::newRow("cut pair") << u"🏳\uFE0F\u200D"_s + QChar(0xD83C)
                              << u"🏳\u200D"_s + QChar(0xD83C) + QChar(0xFE0F);
}

void TestTranscriptScripts::selectorsStandBehindWhatIsJoined()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    moveSelectorsBack(text, {0, int(text.size())});
    QCOMPARE(text, shown);
}

QTEST_MAIN(TestTranscriptScripts)
#include "tst_transcriptscripts.moc"
