// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/heightindex.h"
#include "ui/transcript/transcriptgeometry.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <numeric>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestHeightIndex : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void agreesWithASum_data();
    void agreesWithASum();
    void beginsWithOneHeightForAll();
    void anchorStaysWhenHeightsAreCorrected();
    void endIsFollowedOnceItIsReached();
};

void TestHeightIndex::agreesWithASum_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 3, 7, 8, 9, 64, 100, 1000})
        QTest::addRow("%d rows", count) << count;
}

void TestHeightIndex::agreesWithASum()
{
    QFETCH(int, count);
    QRandomGenerator random(quint32(count) + 7);
    std::vector<int> plain;
    HeightIndex index;
    for (int i = 0; i < count; ++i) {
        plain.push_back(random.bounded(0, 500));
        if (i % 3 == 0)
            index.assign(plain);
        else
            index.append(plain.back());
    }
    for (int change = 0; change < 50; ++change) {
        const int row = random.bounded(count);
        plain[size_t(row)] = random.bounded(1, 900);
        index.setHeight(row, plain[size_t(row)]);
    }
    qint64 top = 0;
    for (int row = 0; row < count; ++row) {
        QCOMPARE(index.top(row), top);
        const int height = plain[size_t(row)];
        if (height > 0) {
            QCOMPARE(index.rowAt(top), row);
            QCOMPARE(index.rowAt(top + height - 1), row);
        }
        top += height;
    }
    QCOMPARE(index.total(), top);
    QCOMPARE(index.top(count), top);
    index.truncate(count / 2);
    QCOMPARE(index.total(), std::accumulate(plain.begin(), plain.begin() + count / 2, qint64(0)));
}

void TestHeightIndex::beginsWithOneHeightForAll()
{
    for (const int count : {0, 1, 7, 8, 1000}) {
        HeightIndex expected;
        expected.assign(std::vector<int>(size_t(count), 31));
        HeightIndex index;
        index.assign({5, 6, 7});
        index.assign(count, 31);
        QCOMPARE(index.count(), count);
        QCOMPARE(index.total(), expected.total());
        for (int row = 0; row <= count; ++row)
            QCOMPARE(index.top(row), expected.top(row));
        if (count > 2) {
            index.setHeight(2, 60);
            QCOMPARE(index.top(3), 3 * 31 + 29);
            QCOMPARE(index.total(), expected.total() + 29);
            QCOMPARE(index.rowAt(2 * 31 + 59), 2);
            QCOMPARE(index.rowAt(2 * 31 + 60), 3);
            index.truncate(3);
            index.append(4);
            QCOMPARE(index.height(3), 4);
            QCOMPARE(index.total(), 3 * 31 + 29 + 4);
            QCOMPARE(index.top(4), index.total());
        }
    }
}

void TestHeightIndex::anchorStaysWhenHeightsAreCorrected()
{
    TranscriptGeometry geometry;
    geometry.setViewportHeight(100);
    geometry.heights().assign(std::vector<int>(1000, 50));
    geometry.setScrollPosition(20030);
    QCOMPARE(geometry.anchorRow(), 400);
    QCOMPARE(geometry.anchorOffset(), 30);
    geometry.heights().setHeight(10, 500);
    geometry.heights().setHeight(900, 500);
    QCOMPARE(geometry.viewportTop(400), -30);
    QCOMPARE(geometry.rowAtViewport(0), 400);
    QCOMPARE(geometry.rowAtViewport(20), 401);
}

void TestHeightIndex::endIsFollowedOnceItIsReached()
{
    TranscriptGeometry geometry;
    geometry.setViewportHeight(100);
    geometry.heights().assign(std::vector<int>(10, 50));
    geometry.setScrollPosition(399);
    QVERIFY(!geometry.isAtEnd());
    geometry.setScrollPosition(400);
    QVERIFY(geometry.isAtEnd());
}

QTEST_APPLESS_MAIN(TestHeightIndex)
#include "tst_heightindex.moc"
