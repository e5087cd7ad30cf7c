// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/messagetarget.h"

#include "ui/transcript/imagewords.h"
#include "ui/transcript/markdowncontent.h"

namespace Aura {

namespace {

// A link with bold text in it is several runs, and one thing to click.
void addLinks(QList<MessageTarget> &targets, const RichText &text, int block, int offset)
{
    const TextRun *before = nullptr;
    for (const TextRun &run : text.runs) {
        const QString address = run.link.isEmpty() ? run.image : run.link;
        const int begin = offset + int(run.offset);
        const QString words = text.text.sliced(run.offset, run.length);
        if (before && !address.isEmpty() && before->link == run.link && before->image == run.image
            && before->offset + before->length == run.offset) {
            targets.last().span.end = begin + int(run.length);
            targets.last().text += words;
        } else if (!address.isEmpty()) {
            targets.append({.kind = run.link.isEmpty() ? MessageTarget::Kind::Image
                                                       : MessageTarget::Kind::Link,
                            .block = block,
                            .span = {begin, begin + int(run.length)},
                            .address = address,
                            .text = words});
        }
        before = &run;
    }
}

void addTable(QList<MessageTarget> &targets, MarkdownDocument &document, int block)
{
    int offset = 0;
    for (int row = 0; row < document.lineCount(block); ++row) {
        const QList<RichText> cells = shownRow(document, block, row);
        for (const RichText &cell : cells) {
            addLinks(targets, cell, block, offset);
            offset += int(cell.text.size()) + 1;
        }
    }
}

} // namespace

QList<MessageTarget> targetsOf(MessageContent &content)
{
    QList<MessageTarget> targets;
    auto *markdown = dynamic_cast<MarkdownContent *>(&content);
    if (!markdown)
        return targets;
    if (markdown->canFold())
        targets.append({.kind = MessageTarget::Kind::Fold});
    for (int block = 0; block < markdown->blockCount(); ++block) {
        if (markdown->isFolded(block))
            continue;
        switch (markdown->kind(block)) {
        case BlockKind::Code:
            for (const auto kind : {MessageTarget::Kind::CopyCode, MessageTarget::Kind::SaveCode,
                                    MessageTarget::Kind::WrapCode})
                targets.append({.kind = kind, .block = block});
            break;
        case BlockKind::Table: addTable(targets, markdown->document(), block); break;
        case BlockKind::Paragraph:
        case BlockKind::Heading: addLinks(targets, markdown->richText(block), block, 0); break;
        default: break;
        }
    }
    return targets;
}

} // namespace Aura
