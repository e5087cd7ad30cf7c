// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/markdowngenerator.h"
#include "support/markdowntree.h"
#include "support/wire.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

//! Everything, not samples. Sanitizers get samples always; the fuzz target is theirs.
bool testsAll()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return false;
#endif
    return qEnvironmentVariableIsSet("AURA_TESTS_ALL");
}

QJsonArray dataFile(const QString &name)
{
    QFile file(QStringLiteral(AURA_TEST_DATA "/markdown/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).array();
}

//! What the specification says of the two examples that md4c 0.4.8 reads otherwise: it leaves the
//! tab behind # in the heading's text, and does not know <textarea> as the beginning of an HTML
//! block.
const QHash<int, QString> specified{
    {10, u"h1: Foo\n"_s},
    {171,
     u"html\n  \"<textarea>\"\n  \"\"\n  \"*foo*\"\n  \"\"\n  \"_bar_\"\n  \"\"\n  \"</textarea>\"\n"_s},
};

} // namespace

//! The blocks of a text: the same in any pieces, and the same as CommonMark says.
class TestBlockSplitter : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void exampleIsWhatMd4cSays_data();
    void exampleIsWhatMd4cSays();
    void streamedIsWhole_data();
    void streamedIsWhole();
    void generatedIsWhatMd4cSays();
    void generatedStreamedIsWhole_data();
    void generatedStreamedIsWhole();
    void everyFlushIsTheTextSoFar();
    void undecidedLineIsNotShown_data();
    void undecidedLineIsNotShown();
    void blocks_data();
    void blocks();
    void longTextIsSplitTheSameWay_data();
    void longTextIsSplitTheSameWay();

private:
    void addExamples();
    void compareAllWays(const QByteArray &text, int randomSplits);
    void compareStreamed(const QByteArray &text, const QList<qsizetype> &cuts,
                         MarkdownTree::Flushing flushing, const BlockSplitter &whole);
    void verifyOrder(const MarkdownDocument &document, const QByteArray &text);
};

void TestBlockSplitter::addExamples()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("number");
    const QJsonArray examples = dataFile(u"commonmark-0.31.2.json"_s);
    for (const QJsonValue &value : examples) {
        const int number = value["example"_L1].toInt();
        QTest::addRow("CommonMark %d", number)
            << value["markdown"_L1].toString().toUtf8() << number;
    }
    const QJsonArray extensions = dataFile(u"gfm.json"_s);
    for (const QJsonValue &value : extensions)
        QTest::newRow(qPrintable(u"GFM: "_s + value["name"_L1].toString()))
            << value["markdown"_L1].toString().toUtf8() << 0;
}

void TestBlockSplitter::exampleIsWhatMd4cSays_data()
{
    addExamples();
}

void TestBlockSplitter::exampleIsWhatMd4cSays()
{
    QFETCH(QByteArray, text);
    QFETCH(int, number);
    MarkdownDocument document({.math = false, .reasoning = false});
    document.append(QByteArrayView(text));
    document.finish();
    QCOMPARE(MarkdownTree::fromDocument(document),
             specified.value(number, MarkdownTree::fromMd4c(text)));
}

void TestBlockSplitter::streamedIsWhole_data()
{
    addExamples();
    for (const QString &folder : {u"aura"_s, u"llama-server"_s, u"ollama"_s}) {
        const QList<Wire::Recording> recordings = Wire::recordings(folder);
        for (const Wire::Recording &recording : recordings) {
            if (recording.text && !recording.text->isEmpty())
                QTest::addRow("%s/%s", qPrintable(folder), recording.name.constData())
                    << recording.text->toUtf8() << 0;
        }
    }
    for (const char *prefix : {"sse-", "nd-", "plain-"}) {
        const QList<Wire::Synthetic> bodies = Wire::synthetics(prefix);
        for (const Wire::Synthetic &body : bodies) {
            if (!body.text.isEmpty())
                QTest::addRow("synthetic/%s", body.name.constData()) << body.text.toUtf8() << 0;
        }
    }
}

//! Every split in two, and random ones, with the tentative line shown between and without.
void TestBlockSplitter::compareAllWays(const QByteArray &text, int randomSplits)
{
    using MarkdownTree::Flushing;
    BlockSplitter whole;
    MarkdownTree::stream(whole, text, {}, Flushing::No);
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        compareStreamed(text, {cut}, Flushing::Yes, whole);
        compareStreamed(text, {cut}, cut % 2 == 0 ? Flushing::No : Flushing::Finish, whole);
        if (QTest::currentTestFailed())
            return;
    }
    MarkdownGenerator random(quint32(text.size()));
    for (int i = 0; i < randomSplits && !QTest::currentTestFailed(); ++i) {
        compareStreamed(text, random.cuts(text.size(), 1 + random.below(40)),
                        i % 4 == 0       ? Flushing::No
                            : i % 4 == 1 ? Flushing::Finish
                                         : Flushing::Yes,
                        whole);
    }
    // What is made of the blocks, too.
    const QList<qsizetype> cuts = random.cuts(text.size(), 1 + random.below(10));
    QCOMPARE(MarkdownTree::streamedDump(text, cuts, Flushing::Yes), MarkdownTree::wholeDump(text));
}

void TestBlockSplitter::compareStreamed(const QByteArray &text, const QList<qsizetype> &cuts,
                                        MarkdownTree::Flushing flushing, const BlockSplitter &whole)
{
    BlockSplitter streamed;
    MarkdownTree::stream(streamed, text, cuts, flushing);
    if (MarkdownTree::areSame(streamed, whole))
        return;
    QCOMPARE(MarkdownTree::streamedDump(text, cuts, flushing), MarkdownTree::wholeDump(text));
    QFAIL(text.constData()); // a difference that no dump shows
}

void TestBlockSplitter::streamedIsWhole()
{
    QFETCH(QByteArray, text);
    compareAllWays(text, testsAll() ? 100 : 10);
}

//! No block overlaps another, and each container begins once.
void TestBlockSplitter::verifyOrder(const MarkdownDocument &document, const QByteArray &text)
{
    quint32 end = 0;
    QSet<int> begun;
    for (int i = 0; i < document.blockCount(); ++i) {
        QVERIFY2(document.block(i).begin >= end, text.constData());
        end = document.block(i).end;
        const QList<int> path = document.containersOf(i);
        for (qsizetype at = 0; at < path.size(); ++at) {
            const bool isNew = at >= path.size() - document.block(i).newContainers;
            QVERIFY2(begun.contains(path[at]) != isNew, text.constData());
            begun.insert(path[at]);
        }
    }
}

void TestBlockSplitter::generatedIsWhatMd4cSays()
{
    const int texts = testsAll() ? 10000 : 1500;
    int compared = 0;
    for (int seed = 0; seed < texts; ++seed) {
        MarkdownGenerator generator(seed);
        const QByteArray text = seed % 2 == 0 ? generator.reply(1 + generator.below(12))
                                              : generator.nasty(1 + generator.below(6));
        MarkdownDocument document({.math = false, .reasoning = false});
        document.append(QByteArrayView(text));
        document.finish();
        verifyOrder(document, text);
        if (QTest::currentTestFailed())
            return;
        if (!MarkdownTree::isComparable(text, document))
            continue;
        const QString ours = MarkdownTree::withoutIndentation(MarkdownTree::fromDocument(document));
        const QString theirs = MarkdownTree::withoutIndentation(MarkdownTree::fromMd4c(text));
        ++compared;
        if (ours != theirs)
            QCOMPARE(u"seed %1\n"_s.arg(seed) + ours, u"seed %1\n"_s.arg(seed) + theirs);
    }
    QVERIFY(compared > texts / 2);
}

void TestBlockSplitter::generatedStreamedIsWhole_data()
{
    QTest::addColumn<int>("firstSeed");
    QTest::addColumn<int>("texts");
    const int rows = testsAll() ? 200 : 8;
    for (int row = 0; row < rows; ++row)
        QTest::addRow("texts from %d", 100000 + row * 50) << 100000 + row * 50 << 50;
}

void TestBlockSplitter::generatedStreamedIsWhole()
{
    QFETCH(int, firstSeed);
    QFETCH(int, texts);
    for (int seed = firstSeed; seed < firstSeed + texts; ++seed) {
        MarkdownGenerator generator(seed);
        const QByteArray text = seed % 8 == 0 ? generator.reply(1 + generator.below(3))
            : seed % 2 == 0                   ? generator.nasty(1 + generator.below(7))
                                              : generator.mixture(1 + generator.below(3));
        compareAllWays(text, testsAll() ? 100 : 6);
        if (QTest::currentTestFailed())
            return;
    }
}

//! What is shown in between does not depend on the pieces either.
void TestBlockSplitter::everyFlushIsTheTextSoFar()
{
    for (int seed = 0; seed < (testsAll() ? 500 : 60); ++seed) {
        MarkdownGenerator generator(seed + 500000);
        const QByteArray text = generator.nasty(1 + generator.below(6));
        MarkdownDocument stream;
        for (qsizetype i = 0; i < text.size(); ++i) {
            stream.append(QByteArrayView(text).sliced(i, 1));
            stream.flush();
            MarkdownDocument atOnce;
            atOnce.append(QByteArrayView(text).first(i + 1));
            atOnce.flush();
            QCOMPARE(MarkdownTree::dump(stream), MarkdownTree::dump(atOnce));
        }
    }
}

void TestBlockSplitter::undecidedLineIsNotShown_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("partial");

    for (const char *before : {"", "text\n", "- item\n", "> quote\n"}) {
        for (const char *partial :
             {"`", "``",  "```", "```cpp", "~~~", "-",    "- ", "* ",  "+",   "1", "1.", "12. ",
              "#", "## ", "--",  "==",     "***", "- - ", "|",  "|--", "|:-", "$", "$$", "\\["})
            QTest::addRow("%s behind %s", partial, before)
                << QByteArray(before) << QByteArray(partial);
    }
    QTest::newRow("end of a fence") << QByteArray("```\ncode\n") << QByteArray("``");
    QTest::newRow("beginning of reasoning") << QByteArray() << QByteArray("<thi");
    QTest::newRow("end of reasoning") << QByteArray("<think>\nhm\n") << QByteArray("</th");
    QTest::newRow("half a character") << QByteArray("text ") << QByteArray("\xf0\x9f\x91");
}

void TestBlockSplitter::undecidedLineIsNotShown()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, partial);
    MarkdownDocument document;
    document.append(QByteArrayView(before));
    document.flush();
    QStringList shown;
    for (int i = 0; i < document.blockCount(); ++i)
        shown += QString::number(int(document.block(i).kind)) + document.plainText(i);
    document.append(QByteArrayView(partial));
    document.flush();
    QStringList shownNow;
    for (int i = 0; i < document.blockCount(); ++i)
        shownNow += QString::number(int(document.block(i).kind)) + document.plainText(i);
    QCOMPARE(shownNow, shown);
}

void TestBlockSplitter::blocks_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("tree");

    QTest::newRow("table below a line of text")
        << QByteArray("see:\n| a | b |\n|---|:-:|\n| 1 | 2 |\n")
        << u"p: see:\ntable\n  row: -:a | c:b\n  row: -:1 | c:2\n"_s;
    QTest::newRow("table with another number of cells is text")
        << QByteArray("| a |\n|---|---|\n") << u"p: | a |↵|---|---|\n"_s;
    QTest::newRow("fence in an item, and its end with the item")
        << QByteArray("- a\n  ```py\n  x\n   y\n- b\n")
        << u"ul - tight\n  li\n    p: a\n    code py\n      \"x\"\n      \" y\"\n  li\n    p: b\n"_s;
    QTest::newRow("fence in a quote ends with the quote")
        << QByteArray("> ```\n> a\nb\n") << u"quote\n  code \n    \"a\"\np: b\n"_s;
    QTest::newRow("reasoning")
        << QByteArray("<think>I *see*\n- x</think>Yes.")
        << u"reasoning\n  p: I {i|see}\n  ul - tight\n    li\n      p: x\np: Yes.\n"_s;
    QTest::newRow("reasoning without an end")
        << QByteArray("\n<think>\nhm") << u"reasoning\n  p: hm\n"_s;
    QTest::newRow("think further down is HTML")
        << QByteArray("a\n\n<think>\nb\n</think>\n")
        << u"p: a\nhtml\n  \"<think>\"\n  \"b\"\n  \"</think>\"\n"_s;
    QTest::newRow("math on lines of its own")
        << QByteArray("so:\n$$\na = b\n= c\n$$\ndone\n") << u"p: so:\nmath: a = b = c\np: done\n"_s;
    QTest::newRow("math with brackets") << QByteArray("\\[\nx^2\n\\]\n") << u"math: x²\n"_s;
    QTest::newRow("math in one line") << QByteArray("$$ \\alpha $$\n") << u"math: α\n"_s;
    QTest::newRow("math that never ends")
        << QByteArray("$$\na_1\n\nb\n") << u"math: $$↵a_1\np: b\n"_s;
    QTest::newRow("definitions one below the other, used before")
        << QByteArray("[a] [b]\n\n[a]: https://a.example\n[b]: <https://b.example> 'B'\nrest\n")
        << u"p: {<https://a.example>|a} {<https://b.example>|b}\np: rest\n"_s;
    QTest::newRow("numbers go on from the first")
        << QByteArray("3. a\n7. b\n") << u"ol 3. tight\n  li\n    p: a\n  li\n    p: b\n"_s;
    QTest::newRow("blank line before an empty item is not behind it")
        << QByteArray("\n1. - 1)\n2. b\n")
        << u"ol 1. tight\n  li\n    ul - tight\n      li\n        ol 1) tight\n          li\n  li\n    p: b\n"_s;
    QTest::newRow("empty item whose content is an empty item of the next line")
        << QByteArray("3)\n\t-\n") << u"ol 3) tight\n  li\n    ul - tight\n      li\n"_s;
    QTest::newRow("deep nesting is text in the end")
        << QByteArray(80, '>') << QString(QString(u"quote\n"_s).repeated(0));
}

void TestBlockSplitter::blocks()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, tree);
    MarkdownDocument document;
    document.append(QByteArrayView(text));
    document.finish();
    if (!tree.isEmpty())
        QCOMPARE(MarkdownTree::fromDocument(document), tree);
    for (int i = 0; i < document.blockCount(); ++i)
        QVERIFY(document.containersOf(i).size() < 64);
    verifyOrder(document, text);
    compareAllWays(text, 20);
}

void TestBlockSplitter::longTextIsSplitTheSameWay_data()
{
    QTest::addColumn<QByteArray>("text");

    MarkdownGenerator generator(7);
    const QByteArray prose = generator.reply(60).replace('\n', ' ');
    QTest::newRow("one line of prose") << prose;
    QTest::newRow("heading") << "## " + prose;
    QTest::newRow("item") << "- " + prose.first(9000) + "\n- b\n";
    QTest::newRow("prose in lines") << QByteArray(prose).replace(". ", ".\n");
    QTest::newRow("no white space") << QByteArray("\xe6\x9d\xb1").repeated(9000);
    QTest::newRow("code") << "```\n" + prose + "\n```\n";
    QTest::newRow("table row") << "| a |\n|---|\n| " + prose + " |\n| b |\n";
    QTest::newRow("long HTML line") << "<div " + prose + "\n</div>\n\nz";
    QTest::newRow("reasoning that ends at the cut")
        << "<think>" + QByteArray(2045, 'x') + "</think>y";
    QTest::newRow("formula") << "$$" + prose + "$$\n";
}

void TestBlockSplitter::longTextIsSplitTheSameWay()
{
    QFETCH(QByteArray, text);
    const QString whole = MarkdownTree::wholeDump(text);
    MarkdownGenerator random(3);
    for (int i = 0; i < (testsAll() ? 100 : 12); ++i) {
        using MarkdownTree::Flushing;
        const Flushing flushing = i % 3 == 0 ? Flushing::Yes
            : i % 3 == 1                     ? Flushing::No
                                             : Flushing::Finish;
        QCOMPARE(MarkdownTree::streamedDump(text, random.cuts(text.size(), 1 + random.below(300)),
                                            flushing),
                 whole);
    }
    MarkdownDocument document;
    document.append(QByteArrayView(text));
    document.finish();
    for (int i = 0; i < document.blockCount(); ++i) {
        if (document.block(i).kind == BlockKind::Paragraph)
            QVERIFY(document.block(i).end - document.block(i).begin <= 4096 + 2048 + 64);
    }
}

QTEST_GUILESS_MAIN(TestBlockSplitter)
#include "tst_blocksplitter.moc"
