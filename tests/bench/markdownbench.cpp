// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/markdownbench.h"

#include "markdown/markdowndocument.h"
#include "support/markdowngenerator.h"

#include <algorithm>
#include <ctime>
#include <memory>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

constexpr double ratioGoal = 1.25;
constexpr int rounds = 9;
constexpr int chunkBytes = 20;

qint64 cpuNanoseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

struct Stream
{
    QString name{};
    QByteArray start{};
    QByteArray cycle{}; // streamed again and again, so that both lengths see the same
};

QList<Stream> streams()
{
    MarkdownGenerator generator(4);
    QByteArray mixed;
    while (mixed.size() < 8192)
        mixed += generator.reply(4);
    return {
        {u"mixed"_s, {}, mixed},
        {u"fence"_s, "```cpp\n", "    int value = compute(\"x\", 12); // why it is so\n"},
        {u"table"_s, "| a | b |\n|---|---|\n", "| **one** cell | `two` and more text |\n"},
        {u"paragraph"_s, {}, "some words with *style* and a [link](https://a.b/c) in them "},
        {u"list"_s, {}, "- an item with **bold** text and `code` in it\n"},
        {u"quote"_s, {}, "> words in a quote that does not end\n"},
    };
}

void show(MarkdownDocument &document)
{
    const DocumentChange change = document.flush();
    for (int i = change.firstDirty; i < change.blockCount; ++i) {
        const int lines = document.lineCount(i);
        switch (document.block(i).kind) {
        case BlockKind::Code:
        case BlockKind::Html: document.codeLines(i, qMax(0, lines - 2), 2); break;
        case BlockKind::Table: document.row(i, lines - 1); break;
        default: document.text(i); break;
        }
    }
}

//! One reply that is long already, and goes on with whole cycles, chunk by chunk.
class Reply
{
public:
    Reply(const Stream &stream, qsizetype length)
        : m_more(stream.cycle.repeated(int(qMax(qsizetype(1), 8192 / stream.cycle.size()))))
    {
        m_document.append(QByteArrayView(stream.start));
        while (m_document.source().size() < length)
            m_document.append(QByteArrayView(m_more));
        show(m_document);
    }

    enum class Showing { No, Yes };

    //! Nanoseconds per chunk.
    double go(Showing showing)
    {
        const qint64 begin = cpuNanoseconds();
        int chunks = 0;
        for (qsizetype i = 0; i < m_more.size(); i += chunkBytes, ++chunks) {
            m_document.append(
                QByteArrayView(m_more).sliced(i, qMin(qsizetype(chunkBytes), m_more.size() - i)));
            if (showing == Showing::Yes)
                show(m_document);
        }
        const double each = double(cpuNanoseconds() - begin) / chunks;
        show(m_document);
        return each;
    }

private:
    QByteArray m_more;
    MarkdownDocument m_document;
};

QJsonObject measured(const Stream &stream)
{
    QList<double> ratios;
    QList<double> feeds;
    QList<double> showns;
    auto small = std::make_unique<Reply>(stream, 10 * 1024);
    Reply vast(stream, 1024 * 1024);
    for (int round = 0; round < rounds; ++round) {
        const double brief = small->go(Reply::Showing::Yes);
        const double shown = vast.go(Reply::Showing::Yes);
        ratios.append(shown / brief);
        showns.append(shown);
        feeds.append(vast.go(Reply::Showing::No));
        small = std::make_unique<Reply>(stream, 10 * 1024); // stays short
    }
    return {{u"ratio"_s, median(ratios)},
            {u"feedNs"_s, qRound(median(feeds))},
            {u"shownNs"_s, qRound(median(showns))},
            {u"goal"_s, ratioGoal},
            {u"ok"_s, median(ratios) <= ratioGoal}};
}

} // namespace

QJsonObject markdownBench()
{
    QJsonObject result;
    bool ok = true;
    for (const Stream &stream : streams()) {
        const QJsonObject one = measured(stream);
        ok = ok && one["ok"_L1].toBool();
        result.insert(stream.name, one);
    }
    result.insert(u"ok"_s, ok);
    return result;
}
