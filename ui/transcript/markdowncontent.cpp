// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/markdowncontent.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/transcript/codeblock.h"
#include "ui/transcript/imagewords.h"
#include "ui/transcript/ruleblock.h"
#include "ui/transcript/tableblock.h"
#include "ui/transcript/textblock.h"
#include "ui/transcript/typography.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr qreal paragraphGap = 0.75; // em
constexpr qreal headingGap = 1.1;
constexpr qreal tightGap = 0.2; // between the items of a list
constexpr qreal itemIndent = 1.5;
constexpr qreal quoteIndent = 1.1;
constexpr qreal barWidth = 3; // px

qreal indentOf(const Container &container, const Typography &type)
{
    return type.em * (container.kind == ContainerKind::Item ? itemIndent : quoteIndent);
}

} // namespace

ContentChange MarkdownContent::toContentChange(const DocumentChange &change)
{
    m_mirrored.erase(m_mirrored.lower_bound(change.firstDirty), m_mirrored.end());
    return {.firstDirty = change.firstDirty, .alsoDirty = change.resolved};
}

ContentChange MarkdownContent::flush()
{
    return toContentChange(m_document.flush());
}

ContentChange MarkdownContent::finish()
{
    m_finished = true;
    return toContentChange(m_document.finish());
}

RichText MarkdownContent::richText(int block)
{
    return withImagesInWords(m_document.text(block));
}

std::unique_ptr<MessageBlock> MarkdownContent::makeBlock(int block)
{
    const Block &source = m_document.block(block);
    const auto text = [this, block] { return richText(block); };
    switch (source.kind) {
    case BlockKind::Code:
        return std::make_unique<CodeBlock>(m_document, block, CodeBlock::Look::Framed);
    case BlockKind::Table: return std::make_unique<TableBlock>(m_document, block);
    case BlockKind::Rule: return std::make_unique<RuleBlock>();
    case BlockKind::Heading:
        return std::make_unique<TextBlock>(text, TextBlock::headingTone(source.level));
    case BlockKind::Html:
        return std::make_unique<CodeBlock>(m_document, block, CodeBlock::Look::Bare);
    case BlockKind::Math: return std::make_unique<TextBlock>(text, TextBlock::Tone::Formula);
    case BlockKind::Definition:
    case BlockKind::Empty:
        return std::make_unique<TextBlock>([] { return RichText(); }, TextBlock::Tone::Normal);
    case BlockKind::Paragraph: break;
    }
    return std::make_unique<TextBlock>(
        text, isReasoning(block) ? TextBlock::Tone::Soft : TextBlock::Tone::Normal);
}

int MarkdownContent::kindOf(int block) const
{
    const Block &source = m_document.block(block);
    return int(source.kind) * 8 + source.level; // levels are 0 to 6
}

QString MarkdownContent::plainText(int block)
{
    switch (m_document.block(block).kind) {
    case BlockKind::Paragraph:
    case BlockKind::Heading:
    case BlockKind::Math: return richText(block).text;
    case BlockKind::Table: return TableBlock::textOf(m_document, block);
    case BlockKind::Definition:
    case BlockKind::Empty:
    case BlockKind::Rule: return {};
    case BlockKind::Code:
    case BlockKind::Html: break;
    }
    return m_document.plainText(block);
}

QString MarkdownContent::separatorAbove(int block) const
{
    return m_document.block(block).continues ? u" "_s : u"\n"_s;
}

QString MarkdownContent::sourceText(int firstBlock, int lastBlock)
{
    return QString::fromUtf8(m_document.source(firstBlock, lastBlock));
}

qreal MarkdownContent::gapAbove(int block, const Typography &type) const
{
    const qreal foldLine = isFirstReasoning(block) ? type.smallLine + 4 : 0;
    if (block == 0 || isFolded(block))
        return foldLine;
    const Block &source = m_document.block(block);
    const Block &before = m_document.block(block - 1);
    if (source.continues)
        return 0;
    if (source.kind == BlockKind::Heading)
        return std::round(type.em * headingGap);
    const bool inList = source.container >= 0 && before.container >= 0
        && m_document.container(source.container).kind == ContainerKind::Item;
    const bool text = source.kind == BlockKind::Paragraph || source.kind == BlockKind::Empty;
    if (inList && !source.blankBefore && text && before.kind == BlockKind::Paragraph)
        return std::round(type.em * tightGap) + foldLine;
    return std::round(type.em * paragraphGap) + foldLine;
}

qreal MarkdownContent::indent(int block, const Typography &type) const
{
    qreal indent = 0;
    for (int i = m_document.block(block).container; i >= 0; i = m_document.container(i).parent)
        indent += indentOf(m_document.container(i), type);
    return std::round(indent);
}

int MarkdownContent::firstBlockOf(const Container &container) const
{
    int first = 0;
    for (int end = blockCount(); first < end;) { // blocks stand in the order of their texts
        const int middle = std::midpoint(first, end);
        if (m_document.block(middle).begin < container.begin)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

bool MarkdownContent::isMirrored(int block)
{
    int outermost = m_document.block(block).container;
    if (outermost < 0)
        return false;
    while (m_document.container(outermost).parent >= 0)
        outermost = m_document.container(outermost).parent;
    const int first = firstBlockOf(m_document.container(outermost));
    const auto known = m_mirrored.find(first);
    if (known != m_mirrored.end())
        return known->second;
    return m_mirrored[first] = m_document.text(first).text.isRightToLeft();
}

qreal MarkdownContent::estimatedHeight(int block, qreal width, const Typography &type) const
{
    const Block &source = m_document.block(block);
    const qreal perLine = std::max(1.0, width / (type.em * 0.55));
    const qreal lines = std::max(1.0, std::ceil((source.end - source.begin) / perLine));
    switch (source.kind) {
    case BlockKind::Code: return CodeBlock::heightOf(m_document.lineCount(block), type);
    case BlockKind::Table: return (type.bodyLine + 8) * m_document.lineCount(block);
    case BlockKind::Heading: return lines * type.bodyLine * 1.2;
    case BlockKind::Html: return type.codeLine * m_document.lineCount(block);
    case BlockKind::Rule: return 1;
    case BlockKind::Definition: return source.newContainers > 0 ? type.bodyLine : 0;
    default: return lines * type.bodyLine;
    }
}

bool MarkdownContent::isReasoning(int block) const
{
    for (int i = m_document.block(block).container; i >= 0; i = m_document.container(i).parent) {
        if (m_document.container(i).kind == ContainerKind::Reasoning)
            return true;
    }
    return false;
}

bool MarkdownContent::isFirstReasoning(int block) const
{
    return block == 0 && isReasoning(0);
}

bool MarkdownContent::isThinking() const
{
    return !m_finished && isReasoning(m_document.blockCount() - 1);
}

bool MarkdownContent::canFold() const
{
    return m_document.blockCount() > 0 && isReasoning(0);
}

bool MarkdownContent::isFolded(int block) const
{
    const bool hidden = m_document.block(block).kind == BlockKind::Definition
        && m_document.block(block).newContainers == 0;
    return hidden || (m_folded && isReasoning(block));
}

void MarkdownContent::paintFoldLine(QPainter &painter, const QRectF &line,
                                    const BlockPaint &paint) const
{
    painter.setFont(paint.type.small);
    painter.setPen(paint.theme.textSoft);
    painter.drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter),
                     (m_folded ? u"▸ "_s : u"▾ "_s)
                         + (isThinking() ? tr("Thinking…") : tr("Thoughts")));
}

void MarkdownContent::paintFrame(QPainter &painter, int block, const QRectF &rect, qreal gap,
                                 const BlockPaint &paint)
{
    const Block &source = m_document.block(block);
    const QList<int> containers = m_document.containersOf(block);
    if (isFirstReasoning(block))
        paintFoldLine(painter, {rect.left(), rect.top() - gap, rect.width(), paint.type.smallLine},
                      paint);
    if (isFolded(block) || containers.isEmpty())
        return;
    const bool mirrored = isMirrored(block);
    const auto placed = [mirrored, &rect](qreal indent, qreal width) {
        return mirrored ? rect.right() - indent - width : rect.left() + indent;
    };
    qreal indent = 0; // what is nested deeper than half of the width has no room for marks
    for (qsizetype level = 0; level < containers.size() && indent < rect.width() / 2; ++level) {
        const Container &container = m_document.container(containers[level]);
        const bool begins = level >= containers.size() - source.newContainers;
        const qreal width = indentOf(container, paint.type);
        if (container.kind == ContainerKind::Item) {
            if (begins) {
                const Qt::LayoutDirection usual = painter.layoutDirection();
                painter.setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
                paintMarker(painter, container,
                            {placed(indent, width), rect.top(), width, paint.type.bodyLine}, paint);
                painter.setLayoutDirection(usual);
            }
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(paint.theme.line);
            const qreal top = rect.top() - (begins ? 0 : gap);
            painter.drawRoundedRect(
                QRectF(placed(indent, barWidth), top, barWidth, rect.bottom() - top), 1, 1);
        }
        indent += width;
    }
}

void MarkdownContent::paintMarker(QPainter &painter, const Container &item, const QRectF &rect,
                                  const BlockPaint &paint) const
{
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    const auto fromStart = [mirrored, &rect](qreal distance, qreal width) {
        return mirrored ? rect.right() - distance - width : rect.left() + distance;
    };
    painter.setFont(paint.type.body);
    painter.setPen(paint.theme.text);
    if (item.task != TaskState::None) {
        const qreal side = std::round(paint.type.em * 0.95);
        const QRectF box(fromStart(paint.type.em * 0.15, side), rect.center().y() - side / 2, side,
                         side);
        painter.setPen(
            QPen(item.task == TaskState::Done ? paint.theme.accent : paint.theme.textSoft, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 3, 3);
        if (item.task == TaskState::Done)
            paintIcon(painter, box, IconName::Check, paint.theme.accent);
    } else if (item.isNumbered()) {
        const QString number = QString::number(item.ordinal) + QChar::fromLatin1(item.marker);
        const qreal room = 2 * rect.width() - paint.type.em * 0.35;
        const QRectF wide(fromStart(-rect.width(), room), rect.top(), room, rect.height());
        painter.drawText(wide, int(Qt::AlignRight | Qt::AlignVCenter), number);
    } else {
        const qreal radius = paint.type.em * 0.17;
        painter.setPen(Qt::NoPen);
        painter.setBrush(paint.theme.text);
        painter.drawEllipse(QPointF(fromStart(paint.type.em * 0.7, 0), rect.center().y()), radius,
                            radius);
    }
}

} // namespace Aura
