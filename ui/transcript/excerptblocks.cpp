// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/excerptblocks.h"

#include "ui/transcript/imagewords.h"

#include <algorithm>
#include <climits>

using namespace Qt::StringLiterals;

namespace Aura {

RichText sliced(const RichText &text, qsizetype from, qsizetype to)
{
    from = std::clamp<qsizetype>(from, 0, text.text.size());
    to = std::clamp<qsizetype>(to, from, text.text.size());
    RichText part{text.text.sliced(from, to - from), {}};
    for (TextRun run : text.runs) {
        const qsizetype begin = std::max(run.offset, from);
        const qsizetype end = std::min(run.offset + run.length, to);
        if (begin >= end)
            continue;
        run.offset = begin - from;
        run.length = end - begin;
        part.runs.append(run);
    }
    return part;
}

ExcerptBlocks::ExcerptBlocks(const MessageExcerpt &excerpt)
    : m_content(makeContent({.role = excerpt.role, .text = excerpt.text}))
    , m_markdown(excerpt.role == Role::Assistant ? static_cast<MarkdownContent *>(m_content.get())
                                                 : nullptr)
{
    m_content->setFolded(false);
    m_content->finish();
    const TextPosition begin = excerpt.part.begin();
    const TextPosition end = excerpt.part.end();
    const int last = std::min(end.block, m_content->blockCount() - 1);
    m_wholeMessage =
        begin.block == 0 && begin.offset == 0 && end.block >= m_content->blockCount() - 1;
    for (int block = begin.block; block <= last; ++block) {
        if (m_markdown && !excerpt.withReasoning && m_markdown->isReasoning(block)) {
            m_wholeMessage = false;
            continue;
        }
        Cut cut{.block = block, .to = INT_MAX};
        if (block == begin.block)
            cut.from = begin.offset;
        if (block == end.block) {
            const int length = int(m_content->plainText(block).size());
            cut.to = std::min(end.offset, length);
            cut.isWhole = cut.to == length;
            m_wholeMessage = m_wholeMessage && cut.isWhole;
        }
        cut.isWhole = cut.isWhole && cut.from == 0;
        m_cuts.append(cut);
    }
    m_insideBlock = begin.block == last && !m_wholeMessage;
}

QString ExcerptBlocks::plainText(const Cut &cut)
{
    return m_content->plainText(cut.block).left(cut.to).mid(cut.from);
}

RichText ExcerptBlocks::richText(const Cut &cut)
{
    const RichText text = m_markdown ? m_markdown->richText(cut.block)
                                     : RichText{m_content->plainText(cut.block), {}};
    return sliced(text, cut.from, cut.to);
}

// A line that is shown otherwise than it is copied holds hidden characters. Whole, it is copied
// without its control characters; of a part, what was seen is copied.
QString ExcerptBlocks::code(const Cut &cut)
{
    QString copied = m_markdown->document().codeText(cut.block);
    if (cut.isWhole)
        return copied;
    const QString shown = m_content->plainText(cut.block);
    const QStringList shownLines = shown.split(u'\n');
    const QStringList copiedLines = copied.split(u'\n');
    const int to = std::min(cut.to, int(shown.size()));
    QStringList lines;
    int begin = 0;
    for (qsizetype i = 0; i < shownLines.size() && begin <= to; ++i) {
        const QString &line = shownLines.at(i);
        const int end = begin + int(line.size());
        if (end >= cut.from) {
            const bool isWhole = begin >= cut.from && end <= to;
            const int from = std::max(0, cut.from - begin);
            lines.append(isWhole && shownLines.size() == copiedLines.size()
                             ? copiedLines.at(i)
                             : line.mid(from, std::min(end, to) - begin - from));
        }
        begin = end + 1;
    }
    return lines.join(u'\n');
}

QList<QList<RichText>> ExcerptBlocks::rows(const Cut &cut)
{
    QList<QList<RichText>> rows;
    MarkdownDocument &document = m_markdown->document();
    qsizetype begin = 0;
    for (int row = 0; row < document.lineCount(cut.block) && begin <= cut.to; ++row) {
        QList<RichText> cells;
        bool touched = false;
        for (const RichText &cell : shownRow(document, cut.block, row)) {
            const qsizetype end = begin + cell.text.size();
            touched = touched || (end >= cut.from && begin <= cut.to);
            cells.append(end < cut.from || begin > cut.to
                             ? RichText()
                             : sliced(cell, cut.from - begin, cut.to - begin));
            begin = end + 1;
        }
        if (touched)
            rows.append(cells);
    }
    return rows;
}

std::optional<QString> codeOf(const MessageExcerpt &excerpt)
{
    ExcerptBlocks blocks(excerpt);
    if (!blocks.markdown() || blocks.cuts().size() != 1)
        return std::nullopt;
    const ExcerptBlocks::Cut &cut = blocks.cuts().first();
    const BlockKind kind = blocks.content().kind(cut.block);
    if (kind != BlockKind::Code && kind != BlockKind::Html)
        return std::nullopt;
    return blocks.code(cut);
}

} // namespace Aura
