// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "markdown/block.h"
#include "ui/transcript/messageblock.h"

#include <QString>

#include <memory>

namespace Aura {

//! Blocks from here on changed, came or went; some before may have as well.
struct ContentChange
{
    int firstDirty = 0;
    QList<int> alsoDirty{};
};

//! A message's text as blocks: where each stands, and what is made to show it. Knows nothing of
//! pixels that were laid out.
class MessageContent
{
public:
    virtual ~MessageContent() = default;

    virtual void append(QStringView piece) = 0;
    //! Lets the blocks show what was appended.
    virtual ContentChange flush() = 0;
    //! No more will come.
    virtual ContentChange finish() { return flush(); }

    virtual int blockCount() const = 0;
    virtual std::unique_ptr<MessageBlock> makeBlock(int block) = 0;
    //! What makeBlock() would make: a block that was made serves while this stays the same.
    virtual int kindOf(int block) const = 0;
    virtual BlockKind kind(int) const { return BlockKind::Paragraph; }
    virtual QString plainText(int block) = 0;
    //! What parts a block's text from that of the block before it, where it is copied.
    virtual QString separatorAbove(int) const { return QStringLiteral("\n"); }
    //! The source of these blocks, as it was written.
    virtual QString sourceText(int firstBlock, int lastBlock) = 0;

    //! The gap above a block, its distance from the side where text begins, and a guess of its
    //! height.
    virtual qreal gapAbove(int block, const Typography &type) const = 0;
    virtual qreal indent(int block, const Typography &type) const = 0;
    //! Whether the indentation, and what stands in it, is on the right: text from right to left.
    virtual bool isMirrored(int) { return false; }
    virtual qreal estimatedHeight(int block, qreal width, const Typography &type) const = 0;

    //! What stands beside a block: bullets, numbers, the bar of a quote. rect is the block's own
    //! with the gap above it, x counted from the left of the message.
    virtual void paintFrame(QPainter &, int, const QRectF &, qreal, const BlockPaint &) {}

    //! What of a block's frame may change without the block.
    virtual int frameLook(int) const { return 0; }

    //! Whether the blocks are hidden for now, and may be shown again: reasoning that is folded.
    virtual bool isFolded(int) const { return false; }
    virtual bool canFold() const { return false; }
    virtual void setFolded(bool) {}
};

//! What stands before and behind the reasoning of a message in its shown text.
constexpr QStringView reasoningBegin = u"<think>\n";
constexpr QStringView reasoningEnd = u"\n</think>\n\n";

//! A message as the transcript reads it: its reasoning, where a server sent it apart, stands before
//! its text, as other servers write it into the text.
QString shownText(const Message &message);
qsizetype shownLength(const Message &message);

//! What a message says so far, not flushed. Folded as it is shown first.
std::unique_ptr<MessageContent> makeContent(const Message &message);

} // namespace Aura
