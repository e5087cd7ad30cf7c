// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/blockstart.h"
#include "markdown/blocktree.h"
#include "markdown/linecursor.h"

#include <limits>
#include <optional>
#include <vector>

namespace Aura {

//! Turns lines into blocks: the block phase of CommonMark 0.31 (appendix "A parsing strategy"),
//! with the tables and task lists of GFM and display math, one line at a time.
//!
//! A line costs its own length plus the depth of nesting, which is limited; nothing is read twice
//! but the open paragraph, and that one is limited too: a paragraph of more than about 4 KiB is
//! split where no span is open. All that is known about earlier lines is in State and in the
//! tree's last block, so that going back is a copy.
class BlockBuilder
{
public:
    enum class LineKind {
        Whole,
        Cut,       // the beginning of a line that is too long to wait for its end
        Tentative, // seen so far; will be taken back
    };

    BlockBuilder(const QByteArray &source, BlockTree &tree, bool math);

    void addLine(quint32 begin, quint32 end, LineKind kind);
    void addToLine(quint32 begin, quint32 end); // what follows a line that was cut
    void beginReasoning(quint32 offset);
    void endReasoning(); // does nothing where there is none
    void finish();

    //! A line that goes on in code or in a table is worth waiting for longer.
    bool inLongLines() const;

    //! An open container. lastList is what a next item in it may join.
    struct Frame
    {
        int container = -1;
        ContainerKind kind = ContainerKind::Quote;
        int contentColumns = 0; // of an item
        bool hasChild = false;
        bool started = false; // a block in it exists
        int lastList = -1;
        char lastMarker = 0;
        int nextOrdinal = 0;
    };

    enum class LeafKind { None, Paragraph, LongHeading, Fence, Indented, Html, Math, Table };

    //! The open leaf. Only the last block of the tree can be open.
    struct Leaf
    {
        LeafKind kind = LeafKind::None;
        bool hasBlock = false;  // of a paragraph: more than definitions came
        bool mayDefine = false; // of a paragraph: its block may be a definition
        bool ended = false;     // of HTML: its end was seen, its line still goes on
        bool lastLineCut = false;
        char fenceCharacter = 0;
        int fenceLength = 0;
        int fenceIndent = 0;
        int htmlKind = 0;
        MathMark math = MathMark::None;
        quint32 pendingBlanks = 0; // of indented code
    };

    struct State
    {
        std::vector<Frame> frames{Frame()}; // the first is the document
        Leaf leaf{};
        int blankLevel =
            std::numeric_limits<int>::max(); // of the blank lines since the last leaf's
                                             // line: the innermost quote around them all
    };
    const State &state() const { return m_state; }
    void setState(const State &state) { m_state = state; }

private:
    int matchFrames(LineCursor &cursor);
    bool continueLeaf(LineCursor &cursor);
    bool continueFence(LineCursor &cursor);
    bool continueIndented(LineCursor &cursor);
    bool continueHtml(LineCursor &cursor);
    bool continueMath(LineCursor &cursor);
    void addBlankLine(int matched);
    void noteBlank(int matched);
    void startBlocks(LineCursor &cursor, int matched);
    bool startLeaf(LineCursor &cursor, int matched, bool inParagraph, bool opened);
    bool startWholeLeaf(LineCursor &cursor, int matched, bool inParagraph, bool opened);
    void startHeading(LineCursor &cursor);
    void startFence(LineCursor &cursor, const FenceStart &start);
    void startTable(LineCursor &cursor);
    bool becomesTable(QByteArrayView text) const;
    bool becomesHeading(QByteArrayView text);
    bool startItem(LineCursor &cursor, int matched, bool inParagraph, bool opened);
    void openQuote(LineCursor &cursor);
    void openItem(LineCursor &cursor, const ListMarker &marker);
    TaskState takeTask(LineCursor &cursor) const;
    void addText(LineCursor &cursor, int matched, bool opened);

    Block &beginBlock(BlockKind kind);
    std::optional<Block> takePlaceholder();
    void pushFrame(Container container, int contentColumns);
    void pushLine(const LineCursor &cursor);
    void addParagraphLine(LineCursor &cursor);
    void beginParagraphBlock();
    void closeTo(int frames);
    void closeLeaf();
    void matchDefinitions(bool more);
    void splitBeforeLine(quint32 line);
    void splitIfLong();
    quint32 physicalLineBegin(quint32 offset) const;

    const QByteArray &m_source;
    BlockTree &m_tree;
    bool m_math;
    State m_state;
    LineKind m_lineKind = LineKind::Whole; // of the line being added, and where it begins
    quint32 m_lineBegin = 0;
    int m_commonLevel = 0; // of the line being added: its innermost container that was open before
};

} // namespace Aura
