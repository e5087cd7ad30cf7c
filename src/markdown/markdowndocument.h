// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/blocksplitter.h"
#include "markdown/codescanner.h"
#include "markdown/inlineparser.h"

#include <QHash>
#include <QStringEncoder>

#include <vector>

namespace Aura {

//! What a view has to look at again.
struct DocumentChange
{
    int firstDirty = 0; // this block and all behind it may have changed, come or gone
    int blockCount = 0;
    QList<int> resolved{}; // blocks before firstDirty whose references a new definition resolved

    bool isEmpty() const { return firstDirty >= blockCount && resolved.isEmpty(); }
    friend bool operator==(const DocumentChange &, const DocumentChange &) = default;
};

//! A line of code. Joined lines go on with the line before, which was cut for its length.
struct CodeLine
{
    QString text{}; // hidden characters are marks in it
    QList<CodeToken> tokens{};
    bool joined = false;

    friend bool operator==(const CodeLine &, const CodeLine &) = default;
};

//! One message's Markdown while it grows: blocks at once, their content when asked for.
//!
//! append() costs a microsecond or so and shows nothing; flush(), once a frame, lets the blocks
//! show all that came and says what changed. finish() ends the text; append() may still follow.
//! Blocks know only where they stand; their content is parsed on demand and not kept, so a view
//! keeps what it shows and drops it when it likes. Asking for the content of a block costs the
//! block's size; text blocks are at most about 6 KiB, code and tables are asked for by lines and
//! rows.
//!
//! The same text gives the same blocks and contents, whatever the pieces were in which it came.
//! The one list-wide fact of CommonMark is not in the blocks: whether a list is loose. A block says
//! by itself whether a blank line stands before it (Block::blankBefore), so that what is shown
//! above never moves when a blank line comes late.
class MarkdownDocument
{
public:
    explicit MarkdownDocument(MarkdownSyntax syntax = {});

    void append(QByteArrayView utf8); // may be cut within a character
    void append(QStringView text);    // may be cut within a surrogate pair
    DocumentChange flush();
    DocumentChange finish();

    int blockCount() const { return int(m_splitter.tree().blocks().size()); }
    const Block &block(int index) const { return m_splitter.tree().blocks()[size_t(index)]; }
    const Container &container(int index) const
    {
        return m_splitter.tree().containers()[size_t(index)];
    }
    QList<int>
    containersOf(int block) const; // outermost first; the last newContainers begin with it

    //! The end of the reasoning at the text's start has not come yet.
    bool isReasoning() const { return m_splitter.isReasoning(); }

    //! The Markdown of these blocks as it came: whole lines, markers included.
    QByteArray source(int firstBlock, int lastBlock) const;
    QByteArrayView source() const { return m_splitter.source(); }

    //! Of a paragraph, a heading or a formula; others have none.
    RichText text(int block);

    //! The lines of code and HTML, the rows of a table with its header.
    int lineCount(int block) const { return int(this->block(block).lineCount); }

    //! How much of plainText() a line of code takes, its line end included: where lines begin.
    int lineLength(int block, int line) const;

    QString codeInfo(int block) const; // what stands behind ```: "python title=x"
    //! More than 1 MiB behind what was asked for before, whether a line begins within a comment or
    //! a string is told by the 16 KiB above it: a text that is long must not be slow.
    QList<CodeLine> codeLines(int block, int first, int count);

    //! The code to copy or to save: without its last line end, without control characters. Whether
    //! to warn is what hasHiddenCharacters() says about it.
    QString codeText(int block) const;

    QList<Qt::Alignment> columns(int table) const; // left, right or centre; 0: not said
    QList<RichText> row(int table, int row);       // 0 is the header; as many cells as columns

    //! All that the block shows, without any style: for finding and for reading aloud.
    QString plainText(int block);

private:
    struct ScannedCode
    {
        quint32 begin = 0;
        QString info{};
        std::vector<CodeState> before{}; // the state before each line, as far as it is known
    };

    DocumentChange takeChange();
    RichText mathText(const Block &block) const;
    void noteUnresolved(int block);
    CodeLine codeLine(const Block &block, quint32 index) const;
    bool isCut(const Block &block, quint32 index) const;
    CodeState stateBefore(ScannedCode &code, const CodeScanner &scanner, const Block &block,
                          quint32 line) const;

    MarkdownSyntax m_syntax;
    BlockSplitter m_splitter;
    InlineParser m_inline;
    QStringEncoder m_encoder{QStringEncoder::Utf8};
    QHash<QByteArray, QList<int>>
        m_waiting; // label -> blocks that were shown without its definition
    qsizetype m_knownDefinitions = 0;
    QHash<int, ScannedCode> m_scanned;
};

} // namespace Aura
