// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/blockbuilder.h"
#include "markdown/blocktree.h"

#include <QByteArray>
#include <QByteArrayView>

namespace Aura {

//! What is recognised beyond GFM.
struct MarkdownSyntax
{
    bool math = true;
    bool reasoning = true; // <think> … </think> at the text's start

    friend bool operator==(const MarkdownSyntax &, const MarkdownSyntax &) = default;
};

//! Splits a growing text into blocks, at a cost that depends on the new bytes only.
//!
//! append() takes any piece of UTF-8, cut anywhere, and reads the lines that it completes.
//! showTentative() lets the blocks show the line that is still coming; the next append() takes that
//! back first. What could still become something else ("```", "- ", "1.", "==", "|--") is not shown
//! before it is decided. finish() reads that line as if it had ended, and closes everything; a
//! later append() takes that back too.
//!
//! Invariants, whatever the pieces were:
//! - the blocks after finish() depend on the whole text alone, and so do the blocks after
//!   showTentative();
//! - blocks stand in the order of the source and do not overlap; only the last may be open;
//! - a block's range, kind and containers never change once it is closed and its line has ended.
//!
//! Beyond its limits Markdown is read more simply, so that no text can make it slow: lines above
//! 2 KiB (4 KiB within code, HTML and tables) are judged by their beginning, paragraphs and
//! formulas above 4 KiB go on in a block that continues, containers nest up to 64 deep, tables have
//! up to 128 columns. The text must be below 512 MiB; what comes above is ignored.
class BlockSplitter
{
public:
    explicit BlockSplitter(MarkdownSyntax syntax = {});
    Q_DISABLE_COPY_MOVE(BlockSplitter) // the builder refers to the tree

    void append(QByteArrayView bytes);
    void showTentative();
    void finish();

    //! The text so far stands within <think> … </think>, as far as it was read.
    bool isReasoning() const { return m_phase == Phase::Reasoning; }

    const QByteArray &source() const { return m_source; }
    const BlockTree &tree() const { return m_tree; }
    int takeFirstDirty() { return m_tree.takeFirstDirty(); }

private:
    enum class Phase { Start, Reasoning, Answer };
    enum class Input { Growing, Whole };
    enum class Shown { Nothing, Tentative, Finished };

    void makeRoom(qsizetype bytes);
    void takeBack();
    void rememberPlace();
    void readLines(Input input);
    bool readStart(Input input);
    bool readLine(qsizetype end, Input input);
    bool readReasoningEnd(qsizetype end, Input input);
    bool isLongLine(qsizetype end) const;
    void cutLine();
    void endLine(qsizetype end);
    qsizetype lineEnd(Input input);
    qsizetype shownEnd() const;

    QByteArray m_source;
    BlockTree m_tree;
    MarkdownSyntax m_syntax;
    BlockBuilder m_builder;
    Phase m_phase = Phase::Start;
    bool m_inLine = false;   // the line's beginning was read already
    qsizetype m_read = 0;    // what lies before was read
    qsizetype m_scanned = 0; // no line end lies between m_read and here

    // To take back what was shown of the last line.
    Shown m_shown = Shown::Nothing;
    BlockTree::Mark m_treeMark;
    BlockBuilder::State m_builderState;
    Phase m_phaseMark = Phase::Start;
    bool m_inLineMark = false;
    qsizetype m_readMark = 0;
    qsizetype m_scannedMark = 0;
};

} // namespace Aura
