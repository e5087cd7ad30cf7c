// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How an excerpt reads as plain text.
#include "ui/transcript/excerptblocks.h"

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

QString markerOf(const Container &item)
{
    if (item.isNumbered())
        return QString::number(item.ordinal) + QChar::fromLatin1(item.marker) + u' ';
    switch (item.task) {
    case TaskState::None: return u"• "_s;
    case TaskState::Open: return u"☐ "_s;
    case TaskState::Done: return u"☑ "_s;
    }
    Q_UNREACHABLE();
}

//! What stands before a block's first line, and before its others.
struct Prefix
{
    QString first{};
    QString others{};
};

Prefix prefixOf(MarkdownDocument &document, int block)
{
    Prefix prefix;
    const QList<int> path = document.containersOf(block);
    const qsizetype begins = path.size() - document.block(block).newContainers;
    for (qsizetype level = 0; level < path.size(); ++level) {
        const Container &container = document.container(path[level]);
        switch (container.kind) {
        case ContainerKind::Quote:
            prefix.first += u"> "_s;
            prefix.others += u"> "_s;
            break;
        case ContainerKind::Item: {
            const QString marker = markerOf(container);
            const QString blank(marker.size(), u' ');
            prefix.first += level >= begins ? marker : blank;
            prefix.others += blank;
            break;
        }
        case ContainerKind::Reasoning: break;
        }
    }
    return prefix;
}

QString separatorBefore(MarkdownDocument &document, int block)
{
    const Block &here = document.block(block);
    const Block &before = document.block(block - 1);
    if (here.continues)
        return u" "_s;
    const bool inItem =
        here.container >= 0 && document.container(here.container).kind == ContainerKind::Item;
    return inItem && before.container >= 0 && !here.blankBefore ? u"\n"_s : u"\n\n"_s;
}

QString textOf(ExcerptBlocks &blocks, const ExcerptBlocks::Cut &cut)
{
    switch (blocks.content().kind(cut.block)) {
    case BlockKind::Code:
    case BlockKind::Html: return blocks.code(cut);
    case BlockKind::Rule: return u"---"_s;
    default: return blocks.plainText(cut).replace(QChar::LineSeparator, u'\n');
    }
}

QString plainLines(ExcerptBlocks &blocks)
{
    QStringList lines;
    for (const ExcerptBlocks::Cut &cut : blocks.cuts())
        lines.append(blocks.plainText(cut));
    return lines.join(u'\n');
}

} // namespace

QString plainTextOf(const MessageExcerpt &excerpt)
{
    ExcerptBlocks blocks(excerpt);
    if (!blocks.markdown())
        return plainLines(blocks);
    MarkdownDocument &document = blocks.markdown()->document();
    QString all;
    for (const ExcerptBlocks::Cut &cut : blocks.cuts()) {
        const Block &block = document.block(cut.block);
        if (block.kind == BlockKind::Definition && block.newContainers == 0)
            continue;
        QString text = textOf(blocks, cut);
        Prefix prefix = prefixOf(document, cut.block);
        if (blocks.isInsideBlock() || cut.from > 0)
            prefix = {};
        text.replace(u'\n', u'\n' + prefix.others);
        if (!all.isEmpty())
            all += separatorBefore(document, cut.block);
        all += block.continues ? text : prefix.first + text;
    }
    return all;
}

} // namespace Aura
