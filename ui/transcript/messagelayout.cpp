// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/messagelayout.h"

#include "ui/transcript/markdowncontent.h"
#include "ui/transcript/messagetarget.h"
#include "ui/transcript/typography.h"

#include <algorithm>
#include <cmath>

namespace Aura {

namespace {

constexpr int bubbleMarginX = 14;
constexpr int bubbleMarginY = 8;
constexpr qreal bubbleShare = 0.85; // of the column, at most
constexpr int gapAbove = 4;
constexpr int footerGap = 4;
constexpr int footerHeight = 28;
constexpr int questionFooterHeight = 24;
constexpr int gapBelow = 8;
constexpr qsizetype sliceLength = 16 * 1024; // UTF-16 units that are taken in at once
constexpr int fittedBlocks = 50;             // a question of more lines takes the widest bubble

//! What makes a content of the message that is still empty.
Message withoutText(Message message)
{
    message.text.clear();
    message.reasoning.clear();
    return message;
}

quint64 nextSerial()
{
    static quint64 serial = 0;
    return ++serial;
}

BlockHit::Kind hitKindOf(MessageTarget::Kind kind)
{
    switch (kind) {
    case MessageTarget::Kind::CopyCode: return BlockHit::Kind::CopyCode;
    case MessageTarget::Kind::SaveCode: return BlockHit::Kind::SaveCode;
    case MessageTarget::Kind::WrapCode: return BlockHit::Kind::WrapCode;
    default: return BlockHit::Kind::Nothing;
    }
}

} // namespace

MessageLayout::MessageLayout(const Message &message, const Typography &type, const Theme &theme,
                             const RemoteImages *images)
    : m_type(type)
    , m_theme(theme)
    , m_style{m_theme, type, images}
    , m_id(message.id)
    , m_role(message.role)
    , m_state(message.state)
    , m_content(makeContent(withoutText(message)))
    , m_serial(nextSerial())
    , m_foldSerial(nextSerial())
{
    m_pending.append(shownText(message));
}

MessageLayout::~MessageLayout() = default;

void MessageLayout::setMessage(const Message &message)
{
    m_changed = m_changed || m_state != message.state;
    m_state = message.state;
}

void MessageLayout::append(const QString &piece)
{
    m_changed = true;
    m_pending.append(piece);
}

int MessageLayout::textTop() const
{
    return topMargin() + gapAbove + (m_role == Role::User ? bubbleMarginY : 0);
}

// However deep a text is nested, half of the width is left for it.
qreal MessageLayout::blockIndent(int index) const
{
    return std::min(m_content->indent(index, m_type), std::floor(m_textWidth / 2));
}

qreal MessageLayout::blockWidth(int index) const
{
    return std::max(40.0, m_textWidth - blockIndent(index));
}

qreal MessageLayout::gap(int index) const
{
    return m_content->gapAbove(index, m_type);
}

int MessageLayout::estimate(int index) const
{
    const qreal height = m_content->isFolded(index)
        ? 0
        : m_content->estimatedHeight(index, blockWidth(index), m_type);
    return int(std::ceil(gap(index) + height));
}

int MessageLayout::update(int width, int anchor, QDeadlineTimer until)
{
    m_style.until = until;
    if (!m_changed && m_pending.isEmpty() && width == m_width)
        return 0;
    m_changed = false;
    m_looksNew = true;
    int moved = 0;
    if (width != m_width) {
        m_width = width;
        m_textWidth =
            m_role == Role::User ? std::floor(width * bubbleShare) - 2 * bubbleMarginX : width;
        m_blocks.clear();
        reindex({}, 0);
    }
    takeSlices(anchor, until, moved);
    if (m_role == Role::User)
        fitBubble();
    finishHeight();
    return moved;
}

// A piece of a stream is taken in at any time, and so is the beginning: there is something to see.
void MessageLayout::takeSlices(int anchor, QDeadlineTimer until, int &moved)
{
    if (until.hasExpired() && m_pending.size() > sliceLength && m_content->blockCount() > 0)
        return;
    do {
        qsizetype slice = until.isForever() ? m_pending.size() : sliceLength;
        while (slice > 0 && !m_pending.isEmpty()) {
            const QStringView part = m_pending.first(slice);
            m_content->append(part);
            slice -= part.size();
            m_pending.removeFirst(part.size());
        }
        const bool ended = m_state != ReplyState::Answering && m_pending.isEmpty();
        moved += reindex(ended ? m_content->finish() : m_content->flush(), anchor + moved);
    } while (!m_pending.isEmpty() && !until.hasExpired());
}

int MessageLayout::reindex(const ContentChange &change, int anchor)
{
    const int count = m_content->blockCount();
    const int first = std::min(change.firstDirty, m_heights.count());
    // The block that was open keeps its object while it is of the same kind: it knows what it has
    // measured. The rest is new.
    const auto open = m_blocks.find(first);
    const bool keepsOpen =
        open != m_blocks.end() && first < count && open->second.kind == m_content->kindOf(first);
    m_found.erase(m_found.lower_bound(first), m_found.end());
    m_blocks.erase(m_blocks.lower_bound(keepsOpen ? first + 1 : first), m_blocks.end());
    m_heights.truncate(std::min(first, count));
    for (int i = m_heights.count(); i < count; ++i) {
        m_heights.append(estimate(i));
        if (i == first && m_blocks.contains(i))
            layoutBlock(i);
    }
    int moved = 0;
    for (const int i : change.alsoDirty) {
        if (i >= count || !m_blocks.contains(i))
            continue;
        const bool above = blockTop(i) + m_heights.height(i) <= anchor + moved;
        const int by = layoutBlock(i);
        moved += above ? by : 0;
    }
    return moved;
}

// A bubble is as wide as its widest line, so a question is laid out whole while it is short.
void MessageLayout::fitBubble()
{
    const int count = m_content->blockCount();
    m_textWidth = std::floor(m_width * bubbleShare) - 2 * bubbleMarginX;
    if (count <= fittedBlocks) {
        qreal widest = 0;
        for (int i = 0; i < count; ++i) {
            layoutBlock(i);
            widest = std::max(widest, std::ceil(block(i).naturalWidth()));
        }
        m_textWidth = std::min(m_textWidth, widest + 1);
        for (int i = 0; i < count; ++i) { // such a text stands at the right of what it was given
            if (m_content->plainText(i).isRightToLeft())
                layoutBlock(i);
        }
    }
    m_left = m_width - m_textWidth - bubbleMarginX;
}

void MessageLayout::finishHeight()
{
    const QRect footer = footerRect();
    const qreal characters = std::max(1.0, m_textWidth / (m_type.em * 0.55));
    const qreal pending = double(m_pending.size()) / characters * m_type.bodyLine;
    m_height = footer.top() + footer.height() + (m_role == Role::Assistant ? gapBelow : 0)
        + int(std::min(pending, 1e8));
}

QRect MessageLayout::footerRect() const
{
    const int textBottom =
        textTop() + int(m_heights.total()) + (m_role == Role::User ? bubbleMarginY : 0);
    return {0, textBottom + footerGap, m_width,
            m_role == Role::Assistant ? footerHeight : questionFooterHeight};
}

QRectF MessageLayout::bubbleRect() const
{
    const qreal bottom = footerRect().top() - footerGap;
    const qreal top = topMargin() + gapAbove;
    return {m_left - bubbleMarginX, top, m_textWidth + 2 * bubbleMarginX, bottom - top};
}

MessageBlock &MessageLayout::block(int index)
{
    LaidOutBlock &slot = m_blocks[index];
    if (!slot.block) {
        slot = {m_content->makeBlock(index), m_content->kindOf(index), nextSerial()};
        if (const auto choice = m_choices.find(index); choice != m_choices.end())
            slot.block->setChoices(choice->second);
    }
    return *slot.block;
}

int MessageLayout::layoutBlock(int index)
{
    const int before = m_heights.height(index);
    const qreal above = gap(index);
    qreal height = 0;
    if (!m_content->isFolded(index)) {
        height = block(index).layout(blockWidth(index), m_style);
        LaidOutBlock &slot = m_blocks[index];
        const int unchanged = slot.gap == above ? int(above + slot.block->unchangedHeight()) : 0;
        slot.unchanged = std::min(slot.unchanged, unchanged);
        slot.gap = above;
    }
    m_heights.setHeight(index, int(std::ceil(above + height)));
    return m_heights.height(index) - before;
}

int MessageLayout::blockAt(qreal y) const
{
    return m_heights.rowAt(std::max<qint64>(0, qint64(y) - textTop()));
}

int MessageLayout::realise(int from, int to, int anchor)
{
    int moved = 0;
    m_isMeasured = true;
    const int count = m_content->blockCount();
    for (int i = std::max(0, blockAt(from)); i < count && blockTop(i) <= to; ++i) {
        const auto known = m_blocks.find(i);
        if (m_content->isFolded(i)
            || (known != m_blocks.end() && known->second.block->isComplete()))
            continue;
        const bool above = blockTop(i) + m_heights.height(i) <= anchor + moved;
        const int change = layoutBlock(i);
        m_isMeasured = m_isMeasured && block(i).isComplete();
        moved += above ? change : 0;
        to += above ? change : 0;
    }
    finishHeight();
    return moved;
}

void MessageLayout::dropOutside(int from, int to)
{
    for (auto it = m_blocks.begin(); it != m_blocks.end();) {
        const int top = blockTop(it->first);
        const bool outside = top > to || top + m_heights.height(it->first) < from;
        // The open block keeps what it has measured.
        const bool open = it->first == m_content->blockCount() - 1 && isAnswering();
        it = outside && !open ? m_blocks.erase(it) : std::next(it);
    }
}

void MessageLayout::setFolded(bool folded)
{
    m_folded = folded;
    m_content->setFolded(folded);
    m_blocks.clear();
    reindex({}, 0);
    finishHeight();
}

bool MessageLayout::isFoldLine(QPointF point) const
{
    if (m_role == Role::System)
        return true;
    return m_content->canFold() && point.y() >= textTop()
        && point.y() < textTop() + m_type.smallLine;
}

void MessageLayout::toggleWrap(int index)
{
    m_choices[index].wraps = !m_choices[index].wraps;
    m_choices[index].scroll = 0;
    block(index).setChoices(m_choices[index]);
    layoutBlock(index);
    finishHeight();
}

bool MessageLayout::scrollSideways(QPointF point, int by)
{
    const int index = blockAt(point.y());
    if (index < 0 || !m_blocks.contains(index) || m_blocks[index].block->maximumScroll() == 0)
        return false;
    BlockChoices &choices = m_choices[index];
    choices.scroll = std::clamp(choices.scroll + by, 0, m_blocks[index].block->maximumScroll());
    m_blocks[index].block->setChoices(choices);
    return true;
}

QPointF MessageLayout::blockOrigin(int index) const
{
    const qreal indent = m_content->isMirrored(index) ? 0 : blockIndent(index);
    return {m_left + indent, blockTop(index) + gap(index)};
}

QString MessageLayout::codeText(int block) const
{
    return static_cast<MarkdownContent &>(*m_content).document().codeText(block);
}

TextPosition MessageLayout::positionAt(QPointF point, int row)
{
    const int index = blockAt(point.y());
    if (index < 0)
        return {row, 0, 0};
    if (m_content->isFolded(index))
        return {row, index, 0};
    if (!m_blocks.contains(index))
        layoutBlock(index);
    return {row, index, block(index).offsetAt(point - blockOrigin(index))};
}

QRectF MessageLayout::caretRect(const TextPosition &position)
{
    const int index = std::min(position.block, blockCount() - 1);
    if (index < 0)
        return {m_left, qreal(textTop()), 1, m_type.bodyLine};
    if (!m_blocks.contains(index) && !m_content->isFolded(index))
        layoutBlock(index);
    const QRectF caret =
        m_content->isFolded(index) ? QRectF(0, 0, 1, 1) : block(index).caretRect(position.offset);
    finishHeight();
    return caret.translated(blockOrigin(index));
}

void MessageLayout::revealSideways(const TextPosition &position)
{
    const int index = std::min(position.block, blockCount() - 1);
    if (index < 0 || m_content->isFolded(index))
        return;
    const qreal margin = 2 * m_type.em;
    const QRectF caret = caretRect(position);
    const qreal left = blockOrigin(index).x() + margin;
    const qreal right = blockOrigin(index).x() + blockWidth(index) - margin;
    if (caret.left() < left)
        scrollSideways(caret.center(), int(caret.left() - left));
    else if (caret.right() > right)
        scrollSideways(caret.center(), int(std::ceil(caret.right() - right)));
}

QRectF MessageLayout::targetRect(const MessageTarget &target)
{
    if (target.kind == MessageTarget::Kind::Fold)
        return {m_left, qreal(textTop()), m_textWidth, m_type.smallLine};
    const QRectF begin = caretRect({0, target.block, target.span.begin});
    if (target.kind != MessageTarget::Kind::Link && target.kind != MessageTarget::Kind::Image)
        return block(target.block)
            .buttonRect(hitKindOf(target.kind))
            .translated(blockOrigin(target.block));
    const QRectF end = caretRect({0, target.block, target.span.end});
    if (begin.top() == end.top())
        return begin.united(end);
    // Over several lines: all of them, as wide as the text.
    return {m_left, begin.top(), m_textWidth, end.bottom() - begin.top()};
}

BlockHit MessageLayout::hitAt(QPointF point, int *hitBlock)
{
    const int index = blockAt(point.y());
    *hitBlock = index;
    if (index < 0 || m_content->isFolded(index) || !m_blocks.contains(index))
        return {};
    return block(index).hitAt(point - blockOrigin(index));
}

} // namespace Aura
