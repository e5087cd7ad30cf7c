// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/framedifference.h"

#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

using Parts = std::vector<PaintedPart>;
Q_DECLARE_METATYPE(Parts)

//! What of a frame is moved and what is painted again. The viewport is 100 by 100.
class TestFrameDifference : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void between_data();
    void between();
};

void TestFrameDifference::between_data()
{
    QTest::addColumn<Parts>("before");
    QTest::addColumn<Parts>("now");
    QTest::addColumn<int>("shift");
    QTest::addColumn<QRegion>("dirty");

    const QRect all(0, 0, 100, 100);
    const auto rows = [](int from, int to) { return QRegion(0, from, 100, to - from); };
    QTest::newRow("the first frame") << Parts{} << Parts{{1, 0, 100}} << 0 << QRegion(all);
    QTest::newRow("nothing changed")
        << Parts{{1, 0, 60}, {2, 60, 40}} << Parts{{1, 0, 60}, {2, 60, 40}} << 0 << QRegion();
    QTest::newRow("the last part grew by a line at the end")
        << Parts{{1, 0, 60}, {2, 60, 40}} << Parts{{1, -20, 60}, {2, 40, 60, 20}} << -20
        << rows(60, 100);
    QTest::newRow("the last part changed and all stayed")
        << Parts{{1, 0, 60}, {2, 60, 20}} << Parts{{1, 0, 60}, {2, 60, 20, 5}} << 0
        << rows(65, 100);
    QTest::newRow("a part came") << Parts{{1, 0, 60}} << Parts{{1, 0, 60}, {2, 64, 20, 0}} << 0
                                 << rows(60, 100);
    QTest::newRow("a part went") << Parts{{1, 0, 60}, {2, 64, 20}} << Parts{{1, 0, 60}} << 0
                                 << rows(60, 100);
    QTest::newRow("between parts that stay there is nothing to paint")
        << Parts{{1, 0, 40}, {2, 50, 50}} << Parts{{1, -10, 40}, {2, 40, 50}} << -10
        << rows(90, 100);
    QTest::newRow("between parts that came apart there is")
        << Parts{{1, 0, 40}, {2, 50, 50}} << Parts{{1, 0, 40}, {3, 40, 10, 0}, {2, 50, 50}} << 0
        << rows(40, 50);
    QTest::newRow("scrolled up: the top comes in")
        << Parts{{2, 0, 100}} << Parts{{1, -70, 100, 0}, {2, 30, 100}} << 30 << rows(0, 30);
    QTest::newRow("a part in the middle grew: what is above stays")
        << Parts{{1, 0, 60}, {2, 60, 20}, {3, 80, 20}}
        << Parts{{1, 0, 60}, {2, 60, 30, 10}, {3, 90, 20}} << 0 << rows(70, 100);
    QTest::newRow("another look") << Parts{{1, 0, 100, PaintedPart::wholly, 1}}
                                  << Parts{{1, 0, 100, PaintedPart::wholly, 2}} << 0
                                  << QRegion(all);
    QTest::newRow("moved too far")
        << Parts{{1, 0, 300}} << Parts{{1, -150, 300}} << 0 << QRegion(all);
}

void TestFrameDifference::between()
{
    QFETCH(Parts, before);
    QFETCH(Parts, now);
    QFETCH(int, shift);
    QFETCH(QRegion, dirty);
    const FrameDifference found = FrameDifference::between(before, now, {0, 0, 100, 100});
    QCOMPARE(found.shift, shift);
    QCOMPARE(found.dirty, dirty);
}

QTEST_GUILESS_MAIN(TestFrameDifference)
#include "tst_framedifference.moc"
