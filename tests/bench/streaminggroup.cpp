// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What it costs to show a reply while it grows: with its length, with the length of the
// conversation, within one endless block, and beside the stock widgets.
#include "bench/cputime.h"
#include "bench/groups.h"
#include "bench/transcriptstage.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int rounds = 9;
constexpr int turns = 8; // A and B take turns so often in a round
constexpr qsizetype kibibyte = 1024;

QJsonArray toArray(const QList<double> &values)
{
    QJsonArray array;
    for (const double value : values)
        array.append(value);
    return array;
}

//! One reply that is so long already, and goes on with the same cycle.
class Growing
{
public:
    Growing(int earlierMessages, const QByteArray &start, const QByteArray &cycle, qsizetype length)
        : m_chunks(inChunks(cycle))
        , m_cycle(QString::fromUtf8(cycle))
        , m_start(QString::fromUtf8(start))
        , m_length(length)
        , m_stage(std::make_unique<TranscriptStage>(earlierMessages))
    {
        m_stage->open();
        restart();
    }

    //! A reply of the first length again, in a new conversation where there was no other.
    void restart()
    {
        m_stage->beginReply(m_start
                            + m_cycle.repeated(qMax(qsizetype(1), m_length / m_cycle.size())));
        for (const QString &chunk : std::as_const(m_chunks))
            m_stage->append(chunk);
        m_stage->frame();
    }

    //! One of the turns in which the cycle is streamed, each chunk shown by itself; ms.
    double go(int turn)
    {
        return cpuMilliseconds([this, turn] {
            for (qsizetype i = m_chunks.size() * turn / turns;
                 i < m_chunks.size() * (turn + 1) / turns; ++i) {
                const qint64 begin = threadCpu();
                m_stage->append(m_chunks.at(i));
                m_stage->frame();
                frames.append(double(threadCpu() - begin) / 1e6);
            }
        });
    }
    //! A whole cycle; ms a chunk.
    double go()
    {
        double sum = 0;
        for (int turn = 0; turn < turns; ++turn)
            sum += go(turn);
        return sum / double(m_chunks.size());
    }
    qsizetype chunkCount() const { return m_chunks.size(); }

    QList<double> frames; // what each cost, ms

private:
    QStringList m_chunks;
    QString m_cycle;
    QString m_start;
    qsizetype m_length;
    std::unique_ptr<TranscriptStage> m_stage;
};

//! How much dearer the first is than the second: in each round they take turns.
struct Comparison
{
    double ratio = 0;
    QJsonObject details{};
};

Comparison compare(Growing &first, Growing &second)
{
    QList<double> ratios;
    QList<double> each;
    for (int round = 0; round < rounds; ++round) {
        double a = 0;
        double b = 0;
        for (int turn = 0; turn < turns; ++turn) {
            a += first.go(turn);
            b += second.go(turn);
        }
        ratios.append(a / b);
        each.append(a / double(first.chunkCount()));
        second.restart(); // stays short
    }
    return {median(ratios), {{u"ratios"_s, toArray(ratios)}, {u"msAChunk"_s, median(each)}}};
}

void measureLength(BenchReport &report)
{
    const QByteArray cycle = mixedCycle();
    Growing vast(0, {}, cycle, 1024 * kibibyte);
    Growing brief(0, {}, cycle, 20 * kibibyte);
    compare(vast, brief); // fonts are warm now
    const Comparison found = compare(vast, brief);
    report.atMost(u"streaming: a chunk of a reply of 1 MB ÷ of 20 KB"_s, found.ratio, 1.10, u"×"_s,
                  found.details);
}

void measureConversation(BenchReport &report)
{
    const QByteArray cycle = mixedCycle();
    Growing vast(100'000, {}, cycle, 20 * kibibyte);
    Growing brief(10, {}, cycle, 20 * kibibyte);
    const Comparison found = compare(vast, brief);
    report.atMost(u"streaming: a chunk behind 100,000 messages ÷ behind 10"_s, found.ratio, 1.10,
                  u"×"_s, found.details);
}

struct WorstBlock
{
    const char *name = nullptr;
    QByteArray start{};
    QByteArray line{};
};

QList<WorstBlock> worstBlocks()
{
    return {
        {"code", "```cpp\n", "    int value = compute(\"x\", 12); // why it is so\n"},
        {"table", "| a | b |\n|---|---|\n", "| **one** cell | `two` and more text |\n"},
        {"paragraph", {}, "some words with *style* and a [link](https://a.b/c) in them "},
        {"list", {}, "- an item with **bold** text and `code` in it\n"},
    };
}

//! The same work several times: what is dear in it is dear each time, what the machine did
//! meanwhile (a thread's clock goes on while its virtual core is held up) is not. The quietest run
//! counts.
QList<double> worstFrames(const WorstBlock &block, const QByteArray &cycle)
{
    constexpr int runs = 3;
    constexpr int cycles = 3;
    QList<double> worst;
    for (int run = 0; run < runs; ++run) {
        Growing vast(0, block.start, cycle, 1024 * kibibyte);
        vast.go();
        vast.frames.clear();
        for (int i = 0; i < cycles; ++i)
            vast.go();
        worst.append(*std::ranges::max_element(vast.frames) / median(vast.frames));
    }
    return worst;
}

void measureBlocks(BenchReport &report)
{
    for (const WorstBlock &block : worstBlocks()) {
        const QByteArray cycle =
            block.line.repeated(qMax(qsizetype(1), 12 * kibibyte / block.line.size()));
        Growing vast(0, block.start, cycle, 1024 * kibibyte);
        Growing brief(0, block.start, cycle, 10 * kibibyte);
        vast.go();
        brief.go();
        const Comparison found = compare(vast, brief);
        const QString name = QString::fromLatin1(block.name);
        report.atMost(u"streaming: one %1 of 1 MB ÷ of 10 KB"_s.arg(name), found.ratio, 1.25,
                      u"×"_s, found.details);
        const QList<double> worst = worstFrames(block, cycle);
        report.atMost(u"streaming: worst frame in one %1 ÷ median"_s.arg(name),
                      *std::ranges::min_element(worst), 10, u"×"_s, {{u"runs"_s, toArray(worst)}});
    }
}

//! A text browser that is given the whole text again for each chunk.
class StockBrowser
{
public:
    enum class Blocks { AsTheyCome, InOneEdit };

    StockBrowser(Blocks blocks, const QByteArray &text)
        : m_blocks(blocks)
        , m_text(QString::fromUtf8(text))
    {
        m_browser.resize(800, 600);
        m_browser.show();
        paintNow();
        m_browser.setMarkdown(m_text);
        paintNow();
    }

    double go(const QString &chunk)
    {
        return cpuMilliseconds([&] {
            m_text += chunk;
            QTextCursor cursor(m_browser.document());
            if (m_blocks == Blocks::InOneEdit)
                cursor.beginEditBlock();
            m_browser.document()->setMarkdown(m_text);
            if (m_blocks == Blocks::InOneEdit)
                cursor.endEditBlock();
            m_browser.verticalScrollBar()->setValue(m_browser.verticalScrollBar()->maximum());
            paintNow();
        });
    }

private:
    Blocks m_blocks;
    QString m_text;
    QTextBrowser m_browser;
};

void measureStock(BenchReport &report)
{
    const QByteArray cycle = mixedCycle();
    Growing ours(0, {}, cycle, 100 * kibibyte);
    ours.go();
    const QByteArray text = cycle.repeated(int(100 * kibibyte / cycle.size()));
    StockBrowser plain(StockBrowser::Blocks::AsTheyCome, text);
    StockBrowser edited(StockBrowser::Blocks::InOneEdit, text);
    QList<double> our;
    QList<double> stock;
    QList<double> inOneEdit;
    for (int round = 0; round < rounds; ++round) {
        our.append(ours.go());
        stock.append(plain.go(u"twenty more letters "_s));
        inOneEdit.append(edited.go(u"twenty more letters "_s));
    }
    const QJsonObject details{{u"ourMs"_s, toArray(our)},
                              {u"setMarkdownMs"_s, toArray(stock)},
                              {u"inOneEditMs"_s, toArray(inOneEdit)}};
    report.atLeast(u"streaming: QTextBrowser::setMarkdown ÷ ours at 100 KB"_s,
                   median(stock) / median(our), 1000, u"×"_s, details);
    report.atLeast(u"streaming: the same in one edit block ÷ ours"_s,
                   median(inOneEdit) / median(our), 100, u"×"_s, details);
}

constexpr int chunksPerSecond = 1000;
constexpr int chunksPerFrame = 17; // at 60 frames a second

void measurePlainText(BenchReport &report)
{
    const QStringList chunks = inChunks(mixedCycle());
    TranscriptStage stage(0);
    stage.open();
    stage.beginReply(QString::fromUtf8(mixedCycle()));
    QPlainTextEdit edit;
    edit.resize(800, 600);
    edit.show();
    QList<double> ratios;
    qsizetype next = 0;
    for (int round = 0; round < rounds; ++round) {
        double markdown = 0;
        double plain = 0;
        for (int i = 0; i < chunksPerSecond; ++i, ++next) {
            const QString &chunk = chunks.at(next % chunks.size());
            markdown += cpuMilliseconds([&] {
                stage.append(chunk);
                if (i % chunksPerFrame == chunksPerFrame - 1)
                    stage.frame();
            });
            plain += cpuMilliseconds([&] {
                edit.moveCursor(QTextCursor::End);
                edit.insertPlainText(chunk);
                paintNow();
            });
        }
        ratios.append(markdown / plain);
    }
    report.atMost(u"streaming: Markdown at 1,000 chunks/s ÷ QPlainTextEdit with plain text"_s,
                  median(ratios), 0.25, u"×"_s, {{u"ratios"_s, toArray(ratios)}});
}

//! In real time, with the view's own frames: what share of a core this thread needs.
template<typename Deliver>
double shareOfCore(Deliver deliver, const QStringList &chunks, qsizetype &next)
{
    constexpr qint64 milliseconds = 1000;
    QElapsedTimer clock;
    QEventLoop loop;
    QTimer feeder;
    qint64 sent = 0;
    QObject::connect(&feeder, &QTimer::timeout, &loop, [&] {
        for (; sent < clock.elapsed() * chunksPerSecond / 1000; ++sent, ++next)
            deliver(chunks.at(next % chunks.size()));
        if (clock.elapsed() >= milliseconds)
            loop.quit();
    });
    clock.start();
    const double cpu = cpuMilliseconds([&] {
        feeder.start(1);
        loop.exec();
    });
    return 100 * cpu / double(clock.elapsed());
}

void measureShare(BenchReport &report)
{
    const QStringList chunks = inChunks(mixedCycle());
    TranscriptStage stage(0);
    stage.open();
    stage.beginReply(QString::fromUtf8(mixedCycle()));
    const auto show = [&stage](const QString &chunk) { stage.append(chunk); };
    QList<double> shares;
    QList<double> deliveries; // waking up for each chunk, and nothing else
    qsizetype next = 0;
    for (int round = 0; round < rounds; ++round) {
        shares.append(shareOfCore(show, chunks, next));
        qsizetype lost = 0;
        deliveries.append(shareOfCore([](const QString &) {}, chunks, lost));
    }
    report.atMost(u"streaming: share of a core at 1,000 chunks/s"_s, median(shares), 5, u"%"_s,
                  {{u"shares"_s, toArray(shares)}, {u"deliveringAlone"_s, toArray(deliveries)}});
}

} // namespace

void benchStreaming(BenchReport &report)
{
    measureLength(report);
    measureConversation(report);
    measureBlocks(report);
    measureStock(report);
    measurePlainText(report);
    measureShare(report);
}

} // namespace Aura
