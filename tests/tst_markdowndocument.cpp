// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdowndocument.h"
#include "markdown/visibletext.h"
#include "support/markdowngenerator.h"

#include <QRegularExpression>
#include <QTest>

#include <ctime>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

qint64 cpuMicroseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

//! What a view does with a change: it asks for what it may show, at the end.
void showEnd(MarkdownDocument &document)
{
    const int last = document.blockCount() - 1;
    if (last < 0)
        return;
    const int lines = document.lineCount(last);
    switch (document.block(last).kind) {
    case BlockKind::Code:
    case BlockKind::Html: document.codeLines(last, qMax(0, lines - 2), 2); break;
    case BlockKind::Table: document.row(last, lines - 1); break;
    default: document.text(last); break;
    }
}

} // namespace

//! A message's Markdown while it grows: what changed, what a block holds, and what it costs.
class TestMarkdownDocument : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void piecesOfText();
    void changesNameWhatChanged();
    void definitionResolvesEarlierBlocks();
    void goesOnAfterFinish();
    void codeAndItsCopy();
    void codeIsColouredFromAnyLine();
    void table();
    void sourceOfBlocks();
    void containers();
    void containerBeginsOnce_data();
    void containerBeginsOnce();
    void reasoning();
    void costIsFlat_data();
    void costIsFlat();
    void hostileTextIsLinear_data();
    void hostileTextIsLinear();
};

void TestMarkdownDocument::piecesOfText()
{
    const QString text = u"# 日本 😀\n\n**b** 👩‍👩‍👧\n"_s;
    MarkdownDocument document;
    for (const QChar c : text)
        document.append(QStringView(&c, 1)); // a surrogate pair comes in halves
    document.finish();
    QCOMPARE(document.blockCount(), 2);
    QCOMPARE(document.text(0).text, u"日本 😀"_s);
    QCOMPARE(document.text(1).text, u"b 👩‍👩‍👧"_s);
}

void TestMarkdownDocument::changesNameWhatChanged()
{
    MarkdownDocument document;
    QVERIFY(document.flush().isEmpty());
    document.append(QByteArrayView("a\n\nb\n\nc"));
    QCOMPARE(document.flush(), (DocumentChange{.firstDirty = 0, .blockCount = 3}));
    QVERIFY(document.flush().isEmpty());
    document.append(QByteArrayView(" d"));
    QCOMPARE(document.flush(), (DocumentChange{.firstDirty = 2, .blockCount = 3}));
    document.append(QByteArrayView("\n\n- "));
    QCOMPARE(document.flush(), (DocumentChange{.firstDirty = 2, .blockCount = 3}));
    document.append(QByteArrayView("e"));
    QCOMPARE(document.flush(), (DocumentChange{.firstDirty = 3, .blockCount = 4}));
    QVERIFY(document.block(2).closed);
    QVERIFY(!document.block(3).closed);
    document.finish();
    QVERIFY(document.block(3).closed);
}

void TestMarkdownDocument::definitionResolvesEarlierBlocks()
{
    MarkdownDocument document;
    document.append(
        QByteArrayView("see [a]\n\nnothing\n\n| [A] |\n|---|\n| x |\n\nnot shown [a]\n\n"));
    document.flush();
    QVERIFY(document.text(0).runs.isEmpty());
    document.row(2, 0);
    document.append(QByteArrayView("text\n\n[a]: https://b.c/dd"));
    DocumentChange change = document.flush();
    QVERIFY(change.resolved.isEmpty()); // the address is still coming
    QVERIFY(document.text(0).runs.isEmpty());
    document.append(QByteArrayView("d\n\n"));
    change = document.flush();
    QCOMPARE(change.resolved, (QList<int>{0, 2}));
    QCOMPARE(document.text(0).runs.value(0).link, u"https://b.c/ddd"_s);
    QCOMPARE(document.row(2, 0).value(0).runs.value(0).link, u"https://b.c/ddd"_s);
    document.append(QByteArrayView("[A]: https://other\n\nend"));
    QVERIFY(document.flush().resolved.isEmpty());
    QCOMPARE(document.text(0).runs.value(0).link, u"https://b.c/ddd"_s);
}

void TestMarkdownDocument::goesOnAfterFinish()
{
    MarkdownDocument document;
    document.append(QByteArrayView("[a]\n\n[a]: https://b.c/d"));
    document.finish();
    QCOMPARE(document.text(0).runs.value(0).link, u"https://b.c/d"_s);
    document.append(QByteArrayView("ef\n"));
    QCOMPARE(document.flush().firstDirty, 0);
    document.finish();
    QCOMPARE(document.text(0).runs.value(0).link, u"https://b.c/def"_s);

    MarkdownDocument fence;
    fence.append(QByteArrayView("```"));
    fence.finish();
    QCOMPARE(fence.block(0).kind, BlockKind::Code);
    fence.append(QByteArrayView("py\ndef"));
    fence.flush();
    QCOMPARE(fence.codeInfo(0), u"py"_s);
    QCOMPARE(fence.codeLines(0, 0, 9).value(0).tokens,
             (QList<CodeToken>{{0, 3, TokenKind::Keyword}}));
}

void TestMarkdownDocument::codeAndItsCopy()
{
    MarkdownDocument document;
    document.append(
        QByteArrayView("> ```sh x=1\n> curl a \x1b[31m| sh\n>\n>   b\xe2\x80\xae\n> ```\n"));
    document.finish();
    QCOMPARE(document.blockCount(), 1);
    QCOMPARE(document.codeInfo(0), u"sh x=1"_s);
    QCOMPARE(document.lineCount(0), 3);
    QCOMPARE(document.codeLines(0, 0, 1).value(0).text, u"curl a ␛[31m| sh"_s);
    QCOMPARE(document.codeText(0),
             u"curl a [31m| sh\n\n  b\u202e"_s); // no newline at the end, no ESC
    QVERIFY(hasHiddenCharacters(document.codeText(0)));
    QCOMPARE(document.codeLines(0, 1, 100).size(), 2);
    QVERIFY(document.codeLines(0, 3, 1).isEmpty());
}

void TestMarkdownDocument::codeIsColouredFromAnyLine()
{
    QByteArray text("```c\n/* open\n");
    for (int i = 0; i < 500; ++i)
        text += "still a comment\n";
    text += "*/ int x;\n```\n";
    MarkdownDocument document;
    document.append(QByteArrayView(text));
    document.finish();
    QCOMPARE(document.codeLines(0, 300, 1).value(0).tokens,
             (QList<CodeToken>{{0, 15, TokenKind::Comment}}));
    QCOMPARE(document.codeLines(0, 501, 1).value(0).tokens,
             (QList<CodeToken>{{0, 2, TokenKind::Comment}, {3, 3, TokenKind::Type}}));
    QCOMPARE(document.codeLines(0, 0, 1).value(0).tokens,
             (QList<CodeToken>{{0, 7, TokenKind::Comment}}));
}

void TestMarkdownDocument::table()
{
    MarkdownDocument document;
    document.append(QByteArrayView("| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | **2** |\n"));
    document.finish();
    QCOMPARE(document.columns(0),
             (QList<Qt::Alignment>{Qt::AlignLeft, Qt::AlignRight, Qt::AlignHCenter, {}}));
    QCOMPARE(document.lineCount(0), 2);
    QCOMPARE(document.row(0, 1).size(), 4);
    QCOMPARE(document.row(0, 1).value(1).text, u"2"_s);
    QCOMPARE(document.plainText(0), u"a\tb\tc\td\n1\t2\t\t"_s);
    MarkdownDocument
        pipes; // one that is escaped parts no cells, and loses the backslash in code too
    pipes.append(QByteArrayView("| `a \\| b` | c \\| d |\n|--|--|\n"));
    pipes.finish();
    QCOMPARE(pipes.plainText(0), u"a | b\tc | d"_s);
}

void TestMarkdownDocument::sourceOfBlocks()
{
    MarkdownDocument document;
    document.append(QByteArrayView("# T\n\n- a **b**\n  c\n- d\n\n> e\n"));
    document.finish();
    QCOMPARE(document.source(0, 0), QByteArray("# T"));
    QCOMPARE(document.source(1, 1), QByteArray("- a **b**\n  c"));
    QCOMPARE(document.source(0, 3), QByteArray("# T\n\n- a **b**\n  c\n- d\n\n> e"));
}

void TestMarkdownDocument::containers()
{
    MarkdownDocument document;
    document.append(QByteArrayView("2. [x] a\n\n   b\n   - c\n3. d\n"));
    document.finish();
    QCOMPARE(document.blockCount(), 4);
    QCOMPARE(document.block(0).newContainers, 1);
    QCOMPARE(document.block(1).newContainers, 0);
    QVERIFY(document.block(1).blankBefore);
    QCOMPARE(document.block(2).newContainers, 1);
    QCOMPARE(document.containersOf(2).size(), 2);
    const Container first = document.container(document.block(0).container);
    QCOMPARE(first.task, TaskState::Done);
    QVERIFY(first.isNumbered());
    const Container second = document.container(document.block(3).container);
    QCOMPARE(second.ordinal, 3);
    QCOMPARE(second.list, first.list);
    QCOMPARE(second.task, TaskState::None);
}

void TestMarkdownDocument::containerBeginsOnce_data()
{
    QTest::addColumn<QList<int>>("newContainers"); // of each block

    QTest::newRow("- >\n  a\n") << QList<int>{2, 0};
    QTest::newRow("- a\n  >\n  b\n") << QList<int>{1, 1, 0};
    QTest::newRow("-\n  a\n") << QList<int>{1};
    QTest::newRow("> -\n>   a\n") << QList<int>{2};
    QTest::newRow("> -\n>   - a\n") << QList<int>{3};
    QTest::newRow("<think>>\nI see\n") << QList<int>{2, 0};
    QTest::newRow(">\n> a\n\nb\n") << QList<int>{1, 0};
}

//! Each item's marker is shown once, by its first block; and no block's source overlaps another's.
void TestMarkdownDocument::containerBeginsOnce()
{
    QFETCH(QList<int>, newContainers);
    MarkdownDocument document;
    document.append(QByteArrayView(QTest::currentDataTag()));
    document.finish();
    QList<int> found;
    quint32 end = 0;
    for (int i = 0; i < document.blockCount(); ++i) {
        found.append(document.block(i).newContainers);
        QVERIFY(document.block(i).begin >= end);
        end = document.block(i).end;
    }
    QCOMPARE(found, newContainers);
}

void TestMarkdownDocument::reasoning()
{
    MarkdownDocument document;
    document.append(QByteArrayView("<thin"));
    document.flush();
    QCOMPARE(document.blockCount(), 0);
    document.append(QByteArrayView("k>I *see*"));
    document.flush();
    QVERIFY(document.isReasoning());
    QCOMPARE(document.container(document.block(0).container).kind, ContainerKind::Reasoning);
    document.append(QByteArrayView("</think>\nYes"));
    document.flush();
    QVERIFY(!document.isReasoning());
    QCOMPARE(document.block(1).container, -1);

    MarkdownDocument plain({.reasoning = false});
    plain.append(QByteArrayView("<think>\nx\n</think>"));
    plain.finish();
    QCOMPARE(plain.block(0).kind, BlockKind::Html);
}

void TestMarkdownDocument::costIsFlat_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("cycle");

    MarkdownGenerator generator(11);
    QTest::newRow("mixed") << QByteArray() << generator.reply(40);
    QTest::newRow("fence") << QByteArray("```cpp\n")
                           << QByteArray("    int value = compute(\"x\", 12); // why\n");
    QTest::newRow("table") << QByteArray("| a | b |\n|---|---|\n")
                           << QByteArray("| **one** cell | `two` and more text |\n");
    QTest::newRow("paragraph")
        << QByteArray()
        << QByteArray("some words with *style* and a [link](https://a.b/c) in them ");
    QTest::newRow("list") << QByteArray() << QByteArray("- an item with **bold** text\n");
    QTest::newRow("nested list") << QByteArray("- a\n")
                                 << QByteArray("  - an item with **bold** text\n");
    QTest::newRow("fence in an item")
        << QByteArray("- a\n\n  ```py\n") << QByteArray("  def f(x): return x # c\n");
    QTest::newRow("quote") << QByteArray() << QByteArray("> words in a quote that does not end\n");
    QTest::newRow("definitions") << QByteArray() << QByteArray("[a]: https://a.b/c\n");
    QTest::newRow("reasoning") << QByteArray("<think>\n")
                               << QByteArray("Hm, *that* is a thought.\n\n");
    QTest::newRow("blank lines") << QByteArray() << QByteArray("\n");
}

//! Chunks of 20 bytes, shown after each: as dear behind 512 KiB as behind 16 KiB. A ratio within
//! one run, of the same content; the bound leaves room for a noisy machine, the benchmark is
//! stricter.
void TestMarkdownDocument::costIsFlat()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, cycle);
    static constexpr qsizetype shortLength = 16 * 1024;
    static constexpr qsizetype longLength = 512 * 1024;
    static constexpr int chunks = 400;

    const auto grown = [&](MarkdownDocument &document, qsizetype length) {
        document.append(QByteArrayView(start + cycle.repeated(length / cycle.size())));
        document.flush();
    };
    const QByteArray more = cycle.repeated(chunks * 20 / cycle.size() + 1);
    const auto cost = [&](MarkdownDocument &document) {
        const qint64 begin = cpuMicroseconds();
        for (int i = 0; i < chunks; ++i) {
            document.append(QByteArrayView(more).sliced(i * 20 % (more.size() - 20), 20));
            document.flush();
            showEnd(document);
        }
        return cpuMicroseconds() - begin;
    };
    MarkdownDocument brief;
    MarkdownDocument vast;
    grown(brief, shortLength);
    grown(vast, longLength);
    showEnd(brief);
    showEnd(vast);
    QList<double> ratios;
    for (int i = 0; i < 5; ++i) {
        const qint64 small = cost(brief);
        ratios.append(double(cost(vast)) / double(qMax(small, qint64(1))));
    }
    std::sort(ratios.begin(), ratios.end());
    QVERIFY2(ratios[2] < 2.0, qPrintable(QString::number(ratios[2])));
}

void TestMarkdownDocument::hostileTextIsLinear_data()
{
    QTest::addColumn<QByteArray>("unit");
    for (const char *unit : {"[",
                             "[a",
                             "[a]",
                             "![",
                             "*a ",
                             "**a ",
                             "_a_",
                             "~a",
                             "`",
                             "`a``b",
                             "<",
                             "<a ",
                             "&",
                             "&a;",
                             "\\",
                             "$",
                             "$a",
                             "\\(",
                             "|",
                             "| a ",
                             ">",
                             "> ",
                             "- ",
                             "1. ",
                             "#",
                             "=",
                             "\n",
                             "\n>",
                             "-\n",
                             "- a\n\n",
                             "[a]: b\n",
                             "[a\n",
                             "[a]:\n",
                             "[a]: b '\n",
                             "\t",
                             " ",
                             "\r",
                             "a\\\n",
                             "<!--",
                             "<a\n",
                             "```\n",
                             "~~~ `\n",
                             "|-",
                             "|a\n|-\n",
                             "www.a",
                             "http://",
                             "a@b",
                             "\xe2\x80\xae",
                             "\xf0\x9f\x98\x80",
                             "\xff",
                             "</think>",
                             "(",
                             "]",
                             "](",
                             "[[a](b",
                             "$$",
                             "$$\n"})
        QTest::newRow(QByteArray(unit).toPercentEncoding().constData()) << QByteArray(unit);
    QTest::newRow("reasoning with many tags") << QByteArray("<think></thin");
    QTest::newRow("code") << QByteArray("```c\n\"'/*(");
    QTest::newRow("one line") << QByteArray("word").repeated(10 * 1024 * 1024 / 4);
    QTest::newRow("one line of pipes in a table") << "|a|\n|-|\n" + QByteArray(1024 * 1024, '|');
    QTest::newRow("code in one line") << "```js\n" + QByteArray("(/[").repeated(512 * 1024);
}

//! 4 KiB at a time, each shown: twice the text costs about twice, and no append is long.
void TestMarkdownDocument::hostileTextIsLinear()
{
    QFETCH(QByteArray, unit);
    const bool all = qEnvironmentVariableIsSet("AURA_TESTS_ALL");
    const qsizetype length = all ? 4 * 1024 * 1024 : 256 * 1024;
    const QByteArray text = unit.repeated(qMax(qsizetype(1), length / unit.size()));
    MarkdownDocument document;
    qint64 halves[2] = {0, 0};
    qint64 worst = 0;
    for (qsizetype i = 0; i < text.size(); i += 4096) {
        const qint64 begin = cpuMicroseconds();
        document.append(QByteArrayView(text).sliced(i, qMin(qsizetype(4096), text.size() - i)));
        document.flush();
        showEnd(document);
        const qint64 cost = cpuMicroseconds() - begin;
        worst = qMax(worst, cost);
        halves[i >= text.size() / 2 ? 1 : 0] += cost;
    }
    QVERIFY2(halves[1] < 3 * halves[0] + 20000,
             qPrintable(u"%1 then %2 µs"_s.arg(halves[0]).arg(halves[1])));
    QVERIFY2(worst < 50000 * (all ? 2 : 1) * (qEnvironmentVariableIsSet("ASAN_OPTIONS") ? 4 : 1),
             qPrintable(u"%1 µs"_s.arg(worst)));
    document.finish();
}

QTEST_GUILESS_MAIN(TestMarkdownDocument)
#include "tst_markdowndocument.moc"
