// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replypace.h"

#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestReplyPace : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void story();
    void reasoning();
    void pingsAreSignsOfLife();
    void theModelIsLoaded();

private:
    QDateTime at(double seconds) const { return m_start.addMSecs(qint64(seconds * 1000)); }

    const QDateTime m_start = QDateTime(QDate(2026, 11, 25), QTime(12, 0), Qt::UTC);
};

void TestReplyPace::story()
{
    ReplyPace pace;
    pace.begin(at(0), 0, at(0));
    QCOMPARE(pace.text(at(0.2)), u"connecting"_s);
    QCOMPARE(pace.text(at(5)), u"connecting · 5 s"_s);
    pace.take({.stage = ReplyProgress::Stage::Sent}, at(5));
    QCOMPARE(pace.text(at(12)), u"waiting for the first word · 12 s"_s);
    QCOMPARE(pace.text(at(34)), u"waiting for the first word · 34 s"_s);
    QCOMPARE(pace.text(at(35)), u"waiting for the first word · 35 s · no data for 30 s"_s);
    pace.take({.stage = ReplyProgress::Stage::Alive}, at(100)); // a ping
    QCOMPARE(pace.text(at(120)), u"waiting for the first word · 120 s"_s);
    pace.grow(4, at(121));
    QCOMPARE(pace.text(at(121)), u"writing"_s);
    pace.grow(396, at(122));
    QVERIFY2(pace.text(at(123)).startsWith(u"writing · 50 token"_s),
             qPrintable(pace.text(at(123))));
    QVERIFY(!pace.text(at(151)).startsWith(u"no data"_s));
    QCOMPARE(pace.text(at(152)), u"no data for 30 s"_s);
    QCOMPARE(pace.text(at(400)), u"no data for 278 s"_s);
    pace.grow(1, at(401));
    QVERIFY(pace.text(at(402)).startsWith(u"writing"_s));
}

void TestReplyPace::reasoning()
{
    ReplyPace pace;
    pace.begin(at(0), 0, at(0));
    pace.take({.stage = ReplyProgress::Stage::Sent}, at(0));
    pace.think(at(2));
    pace.think(at(9));
    QCOMPARE(pace.text(at(10)), u"thinking · 8 s"_s);
    QCOMPARE(pace.text(at(40)), u"no data for 31 s"_s);
    pace.grow(10, at(41));
    QCOMPARE(pace.text(at(41.1)), u"writing"_s);
}

void TestReplyPace::pingsAreSignsOfLife()
{
    ReplyPace pace;
    pace.begin(at(0), 0, at(0));
    pace.grow(100, at(1));
    pace.take({.stage = ReplyProgress::Stage::Alive}, at(25));
    QVERIFY(pace.text(at(40)).startsWith(u"writing"_s));
    QCOMPARE(pace.text(at(60)), u"no data for 35 s"_s);
}

void TestReplyPace::theModelIsLoaded()
{
    ReplyPace pace;
    pace.begin(at(0), 0, at(0));
    pace.take({.stage = ReplyProgress::Stage::LoadingModel}, at(1));
    QCOMPARE(pace.text(at(7)), u"the server loads the model · 7 s"_s);
    pace.take({.stage = ReplyProgress::Stage::ReadingPrompt, .done = 30, .total = 120}, at(8));
    QCOMPARE(pace.text(at(8)), u"the model reads · 25 %"_s);
}

QTEST_GUILESS_MAIN(TestReplyPace)
#include "tst_replypace.moc"
