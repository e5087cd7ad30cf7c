// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/blockbuilder.h"
#include "markdown/softsplit.h"

namespace Aura {

static constexpr quint32 longParagraph = 4096; // bytes

//! Text that begins nothing: it goes on with a paragraph or a table, perhaps lazily, or begins one.
void BlockBuilder::addText(LineCursor &cursor, int matched, bool opened)
{
    const bool allMatched = matched == int(m_state.frames.size()) && !opened;
    if (m_state.leaf.kind == LeafKind::Paragraph && !opened)
        return addParagraphLine(cursor); // where not all are matched: a lazy continuation line
    if (m_state.leaf.kind == LeafKind::Table && allMatched) {
        cursor.skipSpaces();
        return pushLine(cursor);
    }
    if (!opened)
        closeTo(matched);
    m_state.leaf = {.kind = LeafKind::Paragraph};
    addParagraphLine(cursor);
}

void BlockBuilder::addParagraphLine(LineCursor &cursor)
{
    cursor.skipSpaces();
    if (!m_state.leaf.hasBlock)
        beginParagraphBlock();
    pushLine(cursor);
    if (m_state.leaf.mayDefine)
        matchDefinitions(true);
    else if (m_lineKind != LineKind::Tentative)
        splitIfLong();
}

void BlockBuilder::beginParagraphBlock()
{
    beginBlock(BlockKind::Paragraph);
    m_state.leaf.hasBlock = true;
    m_state.leaf.mayDefine = true;
}

//! Sees whether the open paragraph's lines so far are a definition; more: another line may follow.
//! Afterwards the last block is a definition, or the paragraph of what is none.
void BlockBuilder::matchDefinitions(bool more)
{
    using Match = DefinitionMatch::State;
    Leaf &leaf = m_state.leaf;
    while (leaf.hasBlock && leaf.mayDefine) {
        const Block &open = m_tree.blocks().back();
        const DefinitionMatch match =
            matchDefinition(m_tree.text(m_source, open, 0, open.lineCount));
        const bool isOne = match.state == Match::MayGrow || match.state == Match::Whole;
        if (!isOne) {
            leaf.mayDefine = match.state == Match::Unfinished && more;
            if (open.kind != BlockKind::Paragraph)
                m_tree.changeLastBlock().kind = BlockKind::Paragraph;
            return;
        }
        m_tree.changeLastBlock().kind = BlockKind::Definition;
        if (match.state == Match::MayGrow && more)
            return;
        if (m_lineKind != LineKind::Tentative)
            m_tree.addDefinition(match);
        splitBeforeLine(quint32(match.lines));
    }
}

//! Ends the open paragraph's block before one of its lines. The paragraph goes on, with a block of
//! its own if there are lines left.
void BlockBuilder::splitBeforeLine(quint32 line)
{
    Block &block = m_tree.changeLastBlock();
    const Block whole = block;
    block.closed = true;
    m_state.leaf.hasBlock = line < whole.lineCount;
    if (!m_state.leaf.hasBlock)
        return;
    block.end = m_tree.line(m_source, whole, line - 1).end;
    block.lineCount = line;
    Block rest{.kind = BlockKind::Paragraph,
               .container = whole.container,
               .begin = physicalLineBegin(m_tree.line(m_source, whole, line).begin),
               .end = whole.end,
               .firstLine = whole.firstLine + line,
               .lineCount = whole.lineCount - line};
    m_tree.addBlock(rest);
}

bool BlockBuilder::becomesHeading(QByteArrayView text)
{
    const int level = setextLevel(text);
    if (level == 0 || !m_state.leaf.hasBlock)
        return false;
    if (m_state.leaf.mayDefine)
        matchDefinitions(false);
    if (!m_state.leaf.hasBlock || m_tree.blocks().back().continues)
        return false;
    Block &block = m_tree.changeLastBlock();
    block.kind = BlockKind::Heading;
    block.level = quint8(level);
    return true;
}

bool BlockBuilder::becomesTable(QByteArrayView text) const
{
    const int columns = delimiterColumns(text);
    if (columns == 0 || !m_state.leaf.hasBlock || m_state.leaf.lastLineCut)
        return false;
    const Block &block = m_tree.blocks().back();
    if (block.kind != BlockKind::Paragraph)
        return false;
    const LineRange header = m_tree.line(m_source, block, block.lineCount - 1);
    return !header.joined
        && cellCount(QByteArrayView(m_source).sliced(header.begin, header.end - header.begin))
        == columns;
}

//! The open paragraph's last line becomes the header of a table.
void BlockBuilder::startTable(LineCursor &cursor)
{
    const quint32 lines = m_tree.blocks().back().lineCount;
    if (lines > 1)
        splitBeforeLine(lines - 1);
    cursor.skipSpaces();
    Block &table = m_tree.changeLastBlock();
    table.kind = BlockKind::Table;
    table.continues = false;
    table.infoBegin = cursor.offset();
    table.infoEnd = cursor.endOffset();
    table.end = cursor.endOffset();
    m_state.leaf = {.kind = LeafKind::Table};
}

void BlockBuilder::splitIfLong()
{
    const Block whole = m_tree.blocks().back();
    if (whole.end - m_tree.line(m_source, whole, 0).begin <= longParagraph)
        return;
    const QByteArray text = m_tree.text(m_source, whole, 0, whole.lineCount);
    qsizetype left = softSplitPoint(text, m_math);
    if (left <= 0)
        return;
    // Where that is in the source.
    quint32 line = 0;
    LineRange range = m_tree.line(m_source, whole, 0);
    while (left > qsizetype(range.end - range.begin) + range.spaces && line + 1 < whole.lineCount) {
        left -= qsizetype(range.end - range.begin) + range.spaces;
        range = m_tree.line(m_source, whole, ++line);
        left -= range.joined ? 0 : 1;
    }
    const quint32 at = range.begin + quint32(qMax(qsizetype(0), left - range.spaces));

    const bool atLineBegin = left == 0 && line > 0;
    Block &first = m_tree.changeLastBlock();
    first.closed = true;
    first.end = atLineBegin ? m_tree.line(m_source, whole, line - 1).end : at;
    first.lineCount = atLineBegin ? line : line + 1;
    Block rest{.kind = whole.kind,
               .level = whole.level,
               .continues = true,
               .container = whole.container,
               .begin = at,
               .end = whole.end,
               .firstLine = m_tree.lineCount(),
               .infoBegin = whole.infoBegin};
    m_tree.addLine(at, 0, false);
    for (quint32 i = line + 1; i < whole.lineCount; ++i) {
        const LineRange next = m_tree.line(m_source, whole, i);
        m_tree.addLine(next.begin, next.spaces, next.joined);
    }
    rest.lineCount = m_tree.lineCount() - rest.firstLine;
    m_tree.addBlock(rest);
}

//! Where the line of the source begins that offset stands in.
quint32 BlockBuilder::physicalLineBegin(quint32 offset) const
{
    while (offset > 0 && m_source[offset - 1] != '\n' && m_source[offset - 1] != '\r')
        --offset;
    return offset;
}

} // namespace Aura
