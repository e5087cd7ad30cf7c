// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/tokenestimate.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestTokenEstimate : public QObject
{
    Q_OBJECT

private slots:
    void estimate_data();
    void estimate();
    void longTextCostsLittle();
    void fit_data();
    void fit();
};

void TestTokenEstimate::estimate_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");

    // Between what small and large vocabularies make of it.
    QTest::newRow("nothing") << QString() << 0 << 0;
    QTest::newRow("a letter") << u"a"_s << 1 << 1;
    QTest::newRow("a sentence") << u"The quick brown fox jumps over the lazy dog."_s << 9 << 12;
    QTest::newRow("prose")
        << u"A conversation is a tree: asking again starts a branch and loses nothing. "_s.repeated(
               20)
        << 280 << 400;
    QTest::newRow("code") << u"for (int i = 0; i < count; ++i) {\n    total += items[i];\n}\n"_s
                          << 18 << 32;
    QTest::newRow("Russian") << u"Съешь же ещё этих мягких французских булок, да выпей чаю."_s << 15
                             << 35;
    QTest::newRow("Chinese") << u"天地玄黃，宇宙洪荒。"_s << 8 << 18;
    QTest::newRow("emoji") << u"👍👍👍"_s << 3 << 9;
    QTest::newRow("halves of surrogate pairs") << QString(10, QChar(0xd83d)) << 1 << 30;
}

void TestTokenEstimate::estimate()
{
    QFETCH(const QString, text);
    QFETCH(const int, least);
    QFETCH(const int, most);
    const qint64 tokens = estimateTokens(text);
    QVERIFY2(tokens >= least && tokens <= most, qPrintable(QString::number(tokens)));
}

void TestTokenEstimate::longTextCostsLittle()
{
    const QString text = u"words and Слова 天 "_s.repeated(200'000);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(estimateTokens(text) > 1'000'000);
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
}

void TestTokenEstimate::fit_data()
{
    QTest::addColumn<QList<int>>("sizes"); // tokens; negative: a system message's
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("needed");
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("firstSent");

    QTest::newRow("no messages") << QList<int>{} << 8192 << 768 << 0 << 0;
    QTest::newRow("all fit") << QList<int>{-100, 10, 20, 30} << 8192 << 898 << 160 << 1;
    QTest::newRow("exactly") << QList<int>{-100, 10, 20} << 898 << 888 << 130 << 1;
    QTest::newRow("the oldest does not fit") << QList<int>{-100, 11, 20} << 898 << 888 << 131 << 2;
    QTest::newRow("a small old one behind a large one is not sent")
        << QList<int>{1, 500, 20} << 1000 << 788 << 521 << 2;
    QTest::newRow("the newest does not fit") << QList<int>{10, 500} << 1000 << 1268 << 510 << 2;
    QTest::newRow("the system prompt alone is too long")
        << QList<int>{-900, 1} << 1000 << 1669 << 901 << 2;
}

void TestTokenEstimate::fit()
{
    QFETCH(const QList<int>, sizes);
    QFETCH(const int, limit);
    QFETCH(const int, needed);
    QFETCH(const int, total);
    QFETCH(const int, firstSent);

    QList<Message> messages;
    for (const int size : sizes)
        messages +=
            {.role = size < 0 ? Role::System : Role::User, .text = QString(qAbs(size), u'天')};
    const ContextFit fit = fitContext(messages, limit);
    QCOMPARE(fit.needed, needed);
    QCOMPARE(fit.total, total);
    QCOMPARE(fit.firstSent, firstSent);
}

QTEST_GUILESS_MAIN(TestTokenEstimate)
#include "tst_tokenestimate.moc"
