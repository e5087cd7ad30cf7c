// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/blockbuilder.h"

namespace Aura {

static constexpr int codeIndent = 4;

BlockBuilder::BlockBuilder(const QByteArray &source, BlockTree &tree, bool math)
    : m_source(source)
    , m_tree(tree)
    , m_math(math)
{}

void BlockBuilder::addLine(quint32 begin, quint32 end, LineKind kind)
{
    m_lineKind = kind;
    m_lineBegin = begin;
    LineCursor cursor(QByteArrayView(m_source).sliced(begin, end - begin), begin);
    const int matched = matchFrames(cursor);
    const bool allMatched = matched == int(m_state.frames.size());
    m_commonLevel = matched - 1;
    if (allMatched && continueLeaf(cursor))
        return;
    if (cursor.isBlank())
        addBlankLine(matched);
    else
        startBlocks(cursor, matched);
    m_state.leaf.lastLineCut = kind == LineKind::Cut;
}

void BlockBuilder::addToLine(quint32 begin, quint32 end)
{
    m_lineBegin = begin;
    m_commonLevel = int(m_state.frames.size()) - 1;
    Leaf &leaf = m_state.leaf;
    if (leaf.kind == LeafKind::None || (leaf.kind == LeafKind::Paragraph && !leaf.hasBlock)) {
        closeLeaf();
        beginBlock(BlockKind::Paragraph);
        leaf = {.kind = LeafKind::Paragraph, .hasBlock = true};
    }
    if (leaf.kind == LeafKind::Paragraph && leaf.mayDefine)
        leaf.mayDefine = false; // a definition is no such long line
    Block &block = m_tree.changeLastBlock();
    m_tree.addLine(begin, 0, leaf.kind != LeafKind::Table);
    block.lineCount += 1 + std::exchange(leaf.pendingBlanks, 0);
    block.end = end;
    if (leaf.kind == LeafKind::Html)
        leaf.ended = leaf.ended
            || endsHtmlBlock(QByteArrayView(m_source).sliced(begin, end - begin), leaf.htmlKind);
    else if (leaf.kind == LeafKind::Paragraph || leaf.kind == LeafKind::LongHeading
             || leaf.kind == LeafKind::Math)
        splitIfLong();
}

void BlockBuilder::beginReasoning(quint32 offset)
{
    m_commonLevel = 0;
    pushFrame({.kind = ContainerKind::Reasoning, .begin = offset}, 0);
}

void BlockBuilder::endReasoning()
{
    if (m_state.frames.size() < 2 || m_state.frames[1].kind != ContainerKind::Reasoning)
        return;
    m_lineKind = LineKind::Whole;
    closeTo(1);
    m_state.blankLevel = 0;
}

void BlockBuilder::finish()
{
    m_lineKind = LineKind::Whole;
    closeTo(1);
}

bool BlockBuilder::inLongLines() const
{
    const LeafKind kind = m_state.leaf.kind;
    return kind == LeafKind::Fence || kind == LeafKind::Indented || kind == LeafKind::Html
        || kind == LeafKind::Table;
}

//! The number of open containers, the document included, that this line goes on with.
int BlockBuilder::matchFrames(LineCursor &cursor)
{
    size_t matched = 1;
    for (; matched < m_state.frames.size(); ++matched) {
        const Frame &frame = m_state.frames[matched];
        const int indent = cursor.indent();
        if (frame.kind == ContainerKind::Reasoning)
            continue;
        if (frame.kind == ContainerKind::Quote) {
            if (indent >= codeIndent || cursor.nextCharacter() != '>')
                break;
            cursor.skipSpaces();
            cursor.advanceBytes(1);
            cursor.advanceColumns(1);
            continue;
        }
        // An item begins with one blank line at most.
        if (cursor.isBlank() ? !frame.hasChild : indent < frame.contentColumns)
            break;
        if (indent >= frame.contentColumns)
            cursor.advanceColumns(frame.contentColumns);
        else
            cursor.skipSpaces();
    }
    return int(matched);
}

//! Whether the line was taken whole by the open leaf. All containers are matched.
bool BlockBuilder::continueLeaf(LineCursor &cursor)
{
    switch (m_state.leaf.kind) {
    case LeafKind::None: return false;
    case LeafKind::LongHeading: closeLeaf(); return false;
    case LeafKind::Fence: return continueFence(cursor);
    case LeafKind::Indented: return continueIndented(cursor);
    case LeafKind::Html: return continueHtml(cursor);
    case LeafKind::Math: return continueMath(cursor);
    case LeafKind::Table:
    case LeafKind::Paragraph:
        if (cursor.isBlank())
            closeLeaf();
        return false;
    }
    Q_UNREACHABLE();
}

bool BlockBuilder::continueFence(LineCursor &cursor)
{
    const Leaf &leaf = m_state.leaf;
    const int indent = cursor.indent();
    const QByteArrayView text = cursor.text();
    if (indent < codeIndent && m_lineKind != LineKind::Cut) {
        if (isFenceEnd(text, leaf.fenceCharacter, leaf.fenceLength)) {
            if (m_lineKind == LineKind::Tentative)
                return true;
            Block &block = m_tree.changeLastBlock();
            block.end = cursor.endOffset();
            block.complete = true;
            closeLeaf();
            return true;
        }
        if (m_lineKind == LineKind::Tentative && isFenceEnd(text, leaf.fenceCharacter, 1))
            return true; // may become the closing fence
    }
    cursor.advanceColumns(qMin(indent, leaf.fenceIndent));
    pushLine(cursor);
    return true;
}

bool BlockBuilder::continueIndented(LineCursor &cursor)
{
    if (cursor.isBlank()) {
        cursor.advanceColumns(codeIndent);
        m_tree.addLine(cursor.contentOffset(), cursor.leftOfTab(), false);
        ++m_state.leaf.pendingBlanks;
        noteBlank(int(m_state.frames.size()));
        return true;
    }
    if (cursor.indent() < codeIndent) {
        closeLeaf();
        return false;
    }
    cursor.advanceColumns(codeIndent);
    pushLine(cursor);
    return true;
}

bool BlockBuilder::continueHtml(LineCursor &cursor)
{
    Leaf &leaf = m_state.leaf;
    if (leaf.ended || (leaf.htmlKind >= 6 && cursor.isBlank())) {
        closeLeaf();
        return false;
    }
    pushLine(cursor);
    leaf.ended = endsHtmlBlock(cursor.text(), leaf.htmlKind);
    if (leaf.ended && m_lineKind != LineKind::Cut)
        closeLeaf();
    return true;
}

bool BlockBuilder::continueMath(LineCursor &cursor)
{
    if (cursor.isBlank()) {
        closeLeaf();
        return false;
    }
    const bool ends = m_lineKind != LineKind::Cut && isMathEnd(cursor.text(), m_state.leaf.math);
    cursor.skipSpaces();
    pushLine(cursor);
    if (ends) {
        m_tree.changeLastBlock().complete = true;
        closeLeaf();
    } else {
        splitIfLong();
    }
    return true;
}

void BlockBuilder::addBlankLine(int matched)
{
    if (matched < int(m_state.frames.size()))
        closeTo(matched);
    noteBlank(matched);
}

void BlockBuilder::noteBlank(int matched)
{
    int level = matched - 1;
    while (level > 0 && m_state.frames[size_t(level)].kind != ContainerKind::Quote)
        --level;
    m_state.blankLevel = qMin(m_state.blankLevel, level);
}

//! Begins a block at the line being added, in the innermost open container.
Block &BlockBuilder::beginBlock(BlockKind kind)
{
    const auto placeholder = takePlaceholder();
    Block block{.kind = kind,
                .blankBefore = m_state.blankLevel <= m_commonLevel,
                .container = m_state.frames.back().container,
                .begin = m_lineBegin,
                .end = m_lineBegin,
                .firstLine = m_tree.lineCount()};
    for (Frame &frame : m_state.frames) {
        if (frame.container < 0 || frame.started)
            continue;
        ++block.newContainers;
        frame.started = kind != BlockKind::Empty || &frame != &m_state.frames.back();
        block.begin = qMin(block.begin, m_tree.container(frame.container).begin);
    }
    if (placeholder) { // what began with it begins with this block
        block.blankBefore = placeholder->blankBefore;
        block.newContainers += placeholder->newContainers - 1;
        block.begin = placeholder->begin;
    }
    if (kind != BlockKind::Empty)
        m_state.frames.back().hasChild = true;
    m_state.blankLevel = std::numeric_limits<int>::max();
    m_state.frames.back().lastList = -1;
    return m_tree.addBlock(block);
}

//! The first block of a container takes the place of the one that stood for its emptiness.
std::optional<Block> BlockBuilder::takePlaceholder()
{
    if (m_tree.blocks().empty() || m_tree.blocks().back().kind != BlockKind::Empty)
        return {};
    const Block placeholder = m_tree.blocks().back();
    for (const Frame &frame : m_state.frames) {
        if (frame.container >= 0 && frame.container == placeholder.container && !frame.started) {
            m_tree.removeLastBlock();
            return placeholder;
        }
    }
    return {};
}

void BlockBuilder::pushLine(const LineCursor &cursor)
{
    Block &block = m_tree.changeLastBlock();
    m_tree.addLine(cursor.contentOffset(), cursor.leftOfTab(), false);
    block.lineCount += 1 + std::exchange(m_state.leaf.pendingBlanks, 0);
    block.end = cursor.endOffset();
    m_state.blankLevel = std::numeric_limits<int>::max();
}

void BlockBuilder::closeTo(int frames)
{
    closeLeaf();
    m_state.frames.resize(size_t(frames));
}

void BlockBuilder::closeLeaf()
{
    const Leaf leaf = m_state.leaf;
    if (leaf.kind == LeafKind::Paragraph && leaf.hasBlock && leaf.mayDefine)
        matchDefinitions(false);
    if (leaf.kind != LeafKind::None && !m_tree.blocks().back().closed)
        m_tree.changeLastBlock().closed = true;
    m_state.leaf = {};
}

} // namespace Aura
