// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/blockbuilder.h"

namespace Aura {

static constexpr int codeIndent = 4;
static constexpr int maxDepth = 64; // deeper markers are text: nobody can see so many bars

//! Opens what a line begins: containers first, then one leaf. The line is not blank.
void BlockBuilder::startBlocks(LineCursor &cursor, int matched)
{
    const bool inParagraph = m_state.leaf.kind == LeafKind::Paragraph;
    const bool allMatched = matched == int(m_state.frames.size());
    for (bool opened = false;; opened = true) {
        const int innermost = m_state.frames.back().container;
        if (opened && m_tree.containers()[size_t(innermost)].task != TaskState::None)
            return addText(cursor, matched, opened); // a task is a paragraph
        if (cursor.isBlank()) {
            beginBlock(BlockKind::Empty).closed = true;
            return;
        }
        if (cursor.indent() >= codeIndent) {
            if ((inParagraph || (m_state.leaf.kind == LeafKind::Table && allMatched)) && !opened)
                return addText(cursor, matched, opened);
            if (!opened)
                closeTo(matched);
            beginBlock(BlockKind::Code);
            m_state.leaf = {.kind = LeafKind::Indented};
            cursor.advanceColumns(codeIndent);
            return pushLine(cursor);
        }
        if (m_lineKind == LineKind::Tentative && isUndecided(cursor.text()))
            return;
        const bool canInterrupt = inParagraph && allMatched && !opened;
        if (cursor.nextCharacter() == '>' && m_state.frames.size() < maxDepth) {
            if (!opened)
                closeTo(matched);
            openQuote(cursor);
        } else if (startLeaf(cursor, matched, canInterrupt, opened)) {
            return;
        } else if (!startItem(cursor, matched, canInterrupt, opened)) {
            return addText(cursor, matched, opened);
        }
    }
}

void BlockBuilder::pushFrame(Container container, int contentColumns)
{
    Frame &parent = m_state.frames.back();
    parent.hasChild = true;
    container.parent = parent.container;
    const int index = m_tree.addContainer(container);
    m_state.frames.push_back(
        {.container = index, .kind = container.kind, .contentColumns = contentColumns});
}

void BlockBuilder::openQuote(LineCursor &cursor)
{
    cursor.skipSpaces();
    m_state.frames.back().lastList = -1;
    pushFrame({.kind = ContainerKind::Quote, .begin = m_lineBegin}, 0);
    cursor.advanceBytes(1);
    cursor.advanceColumns(1);
}

bool BlockBuilder::startItem(LineCursor &cursor, int matched, bool inParagraph, bool opened)
{
    const auto marker = listMarker(cursor.text());
    if (!marker || m_state.frames.size() >= maxDepth)
        return false;
    if (inParagraph) {
        const bool isEmpty =
            QByteArrayView(cursor.text()).sliced(marker->length).trimmed().isEmpty();
        const bool isNumber = marker->marker == '.' || marker->marker == ')';
        if (isEmpty || (isNumber && marker->ordinal != 1))
            return false;
    }
    if (!opened)
        closeTo(matched);
    openItem(cursor, *marker);
    return true;
}

void BlockBuilder::openItem(LineCursor &cursor, const ListMarker &marker)
{
    Container item{.kind = ContainerKind::Item,
                   .marker = marker.marker,
                   .ordinal = marker.ordinal,
                   .begin = m_lineBegin};
    const int indent = cursor.indent();
    cursor.skipSpaces();
    cursor.advanceBytes(marker.length);
    int padding = cursor.indent();
    if (cursor.isBlank() || padding > codeIndent)
        padding = 1;
    cursor.advanceColumns(padding);
    if (cursor.indent() < codeIndent)
        item.task = takeTask(cursor);

    Frame &parent = m_state.frames.back();
    const bool joins = parent.lastList >= 0 && parent.lastMarker == marker.marker;
    item.list = joins ? parent.lastList : int(m_tree.containers().size());
    if (joins)
        item.ordinal = parent.nextOrdinal;
    parent.lastList = item.list;
    parent.lastMarker = marker.marker;
    parent.nextOrdinal = item.ordinal + 1;
    pushFrame(item, indent + marker.length + padding);
}

TaskState BlockBuilder::takeTask(LineCursor &cursor) const
{
    const QByteArrayView text = cursor.text();
    const bool isTask = text.size() >= 4 && text[0] == '[' && text[2] == ']'
        && (text[3] == ' ' || text[3] == '\t') && QByteArrayView(" xX").contains(text[1]);
    if (!isTask)
        return TaskState::None;
    const TaskState state = text[1] == ' ' ? TaskState::Open : TaskState::Done;
    cursor.skipSpaces();
    cursor.advanceBytes(3);
    return state;
}

//! Whether the line begins a block that ends the one before, other than a container.
bool BlockBuilder::startLeaf(LineCursor &cursor, int matched, bool inParagraph, bool opened)
{
    const QByteArrayView text = cursor.text();
    if (atxHeading(text)) {
        if (!opened)
            closeTo(matched);
        startHeading(cursor);
        return true;
    }
    const bool mayBeLazy = m_state.leaf.kind == LeafKind::Paragraph && !opened;
    const int html = htmlBlockKind(text);
    if (html > 0 && (html < 7 || (!mayBeLazy && m_lineKind != LineKind::Cut))) {
        if (!opened)
            closeTo(matched);
        beginBlock(BlockKind::Html);
        m_state.leaf = {.kind = LeafKind::Html, .htmlKind = html};
        continueHtml(cursor);
        return true;
    }
    return m_lineKind != LineKind::Cut && startWholeLeaf(cursor, matched, inParagraph, opened);
}

//! The blocks that only a whole line can begin.
bool BlockBuilder::startWholeLeaf(LineCursor &cursor, int matched, bool inParagraph, bool opened)
{
    const QByteArrayView text = cursor.text();
    if (const auto fence = fenceStart(text)) {
        if (!opened)
            closeTo(matched);
        startFence(cursor, *fence);
        return true;
    }
    if (inParagraph && becomesHeading(text)) {
        m_tree.changeLastBlock().end = cursor.endOffset();
        closeLeaf();
        return true;
    }
    if (inParagraph && becomesTable(text)) {
        startTable(cursor);
        return true;
    }
    if (isThematicBreak(text)) {
        if (!opened)
            closeTo(matched);
        Block &rule = beginBlock(BlockKind::Rule);
        rule.end = cursor.endOffset();
        rule.closed = true;
        return true;
    }
    const MathMark math = m_math ? mathMark(text) : MathMark::None;
    if (math == MathMark::None)
        return false;
    if (!opened)
        closeTo(matched);
    beginBlock(BlockKind::Math);
    cursor.skipSpaces();
    pushLine(cursor);
    const bool whole = math == MathMark::WholeDollars || math == MathMark::WholeBracket;
    m_tree.changeLastBlock().closed = whole;
    m_tree.changeLastBlock().complete = whole;
    m_state.leaf = {.kind = whole ? LeafKind::None : LeafKind::Math, .math = math};
    return true;
}

void BlockBuilder::startHeading(LineCursor &cursor)
{
    cursor.skipSpaces();
    const QByteArrayView text = cursor.rest();
    const AtxHeading heading = *atxHeading(text);
    Block &block = beginBlock(BlockKind::Heading);
    block.level = quint8(heading.level);
    const bool cut = m_lineKind == LineKind::Cut;
    m_tree.addLine(cursor.offset() + quint32(heading.begin), 0, false);
    block.lineCount = 1;
    block.end = cursor.endOffset();
    block.infoEnd = cut ? 0 : cursor.offset() + quint32(heading.end);
    block.closed = !cut;
    m_state.leaf = {.kind = cut ? LeafKind::LongHeading : LeafKind::None};
}

void BlockBuilder::startFence(LineCursor &cursor, const FenceStart &start)
{
    const int indent = cursor.indent();
    cursor.skipSpaces();
    Block &block = beginBlock(BlockKind::Code);
    block.fenced = true;
    block.infoBegin = cursor.offset() + quint32(start.infoBegin);
    block.infoEnd = cursor.offset() + quint32(start.infoEnd);
    block.end = cursor.endOffset();
    m_state.leaf = {.kind = LeafKind::Fence,
                    .fenceCharacter = start.character,
                    .fenceLength = start.length,
                    .fenceIndent = indent};
}

} // namespace Aura
