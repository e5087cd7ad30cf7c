// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/messagelayout.h"

#include "ui/theme/theme.h"
#include "ui/transcript/paragraphblock.h"
#include "ui/transcript/typography.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int bubbleMarginX = 14;
constexpr int bubbleMarginY = 8;
constexpr int bubbleRadius = 10;
constexpr qreal bubbleShare = 0.85; // of the column, at most
constexpr int gapAbove = 8;
constexpr int footerGap = 4;
constexpr int footerHeight = 28;
constexpr int gapBelow = 8;
constexpr int caretWidth = 2;

} // namespace

MessageLayout::MessageLayout(const Message &message, const Typography &type)
    : m_type(type)
    , m_id(message.id)
    , m_role(message.role)
    , m_state(message.state)
{
    rebuild(message.text);
}

MessageLayout::~MessageLayout() = default;

void MessageLayout::rebuild(const QString &text)
{
    m_blocks.clear();
    m_places.clear();
    m_firstDirty = 0;
    m_width = -1;
    if (m_role == Role::System && m_folded) {
        const QString line = text.section(u'\n', 0, 0);
        m_blocks.push_back(std::make_unique<ParagraphBlock>(
            line.size() < text.size() ? line + u" …"_s : line, ParagraphBlock::Tone::Soft));
        return;
    }
    appendParagraphs(text);
}

void MessageLayout::append(const QString &piece)
{
    m_firstDirty = std::min(m_firstDirty, m_blocks.empty() ? 0 : m_blocks.size() - 1);
    appendParagraphs(piece);
}

void MessageLayout::appendParagraphs(QStringView text)
{
    const auto tone =
        m_role == Role::System ? ParagraphBlock::Tone::Soft : ParagraphBlock::Tone::Normal;
    if (m_blocks.empty())
        m_blocks.push_back(std::make_unique<ParagraphBlock>(QString(), tone));
    qsizetype from = 0;
    while (true) {
        const qsizetype lineEnd = text.indexOf(u'\n', from);
        auto &last = static_cast<ParagraphBlock &>(*m_blocks.back());
        last.append(text.sliced(from, (lineEnd < 0 ? text.size() : lineEnd) - from));
        if (lineEnd < 0)
            return;
        m_blocks.push_back(std::make_unique<ParagraphBlock>(QString(), tone));
        from = lineEnd + 1;
    }
}

void MessageLayout::setMessage(const Message &message)
{
    m_state = message.state;
}

void MessageLayout::setFolded(bool folded, const Message &message)
{
    if (m_folded == folded)
        return;
    m_folded = folded;
    rebuild(message.text);
}

int MessageLayout::layout(int width)
{
    if (width == m_width && m_firstDirty >= m_blocks.size())
        return m_height;
    if (width != m_width)
        m_firstDirty = 0;
    m_width = width;
    place(width);
    return m_height;
}

void MessageLayout::place(int width)
{
    const bool question = m_role == Role::User;
    m_textWidth = question ? std::floor(width * bubbleShare) - 2 * bubbleMarginX : width;
    qreal y = gapAbove + (question ? bubbleMarginY : 0);
    m_places.resize(m_blocks.size());
    if (m_firstDirty > 0)
        y = m_places[m_firstDirty - 1].top + m_places[m_firstDirty - 1].height;
    for (size_t i = m_firstDirty; i < m_blocks.size(); ++i) {
        m_places[i] = {y, m_blocks[i]->layout(m_textWidth, m_type)};
        y += m_places[i].height;
    }
    m_firstDirty = m_blocks.size();

    m_left = 0;
    if (question) {
        qreal widest = 0;
        for (const auto &block : m_blocks)
            widest = std::max(widest, std::ceil(block->naturalWidth()));
        m_textWidth = std::min(m_textWidth, widest);
        m_left = width - m_textWidth - bubbleMarginX;
        y += bubbleMarginY;
    }
    m_footer = {0, int(std::ceil(y)) + footerGap, width, footerHeight};
    m_height = m_footer.bottom() + 1 + gapBelow;
}

QRectF MessageLayout::bubbleRect() const
{
    const qreal bottom = m_footer.top() - footerGap;
    return {m_left - bubbleMarginX, gapAbove, m_textWidth + 2 * bubbleMarginX, bottom - gapAbove};
}

void MessageLayout::paint(QPainter &painter, QPointF topLeft, const BlockPaint &paint,
                          const TextSelection *selection) const
{
    if (m_role == Role::User) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(paint.theme.bubble);
        painter.drawRoundedRect(bubbleRect().translated(topLeft), bubbleRadius, bubbleRadius);
    }
    BlockPaint blockPaint = paint;
    for (size_t i = 0; i < m_blocks.size(); ++i) {
        const QPointF at = topLeft + QPointF(m_left, m_places[i].top);
        if (at.y() > paint.clip.bottom())
            break;
        if (at.y() + m_places[i].height < paint.clip.top())
            continue;
        blockPaint.marks.clear();
        const int block = int(i);
        if (selection && block >= selection->begin().block && block <= selection->end().block) {
            TextMark mark;
            mark.begin = block == selection->begin().block ? selection->begin().offset : 0;
            mark.end = block == selection->end().block ? selection->end().offset
                                                       : int(m_blocks[i]->text().size());
            mark.format.setBackground(paint.theme.selection);
            blockPaint.marks.append(mark);
        }
        m_blocks[i]->paint(painter, at, blockPaint);
    }
    if (isAnswering() && !m_blocks.empty()) {
        const QRectF caret = m_blocks.back()->caretRect(int(m_blocks.back()->text().size()));
        painter.fillRect(
            QRectF(caret.topLeft() + topLeft + QPointF(m_left + caretWidth, m_places.back().top),
                   QSizeF(caretWidth, caret.height())),
            paint.theme.accent);
    }
    paintFooter(painter, topLeft, paint);
}

QString MessageLayout::stateText() const
{
    switch (m_state) {
    case ReplyState::Answering:
    case ReplyState::Complete: return {};
    case ReplyState::CutByLimit: return tr("Cut by a limit");
    case ReplyState::Interrupted: return tr("Interrupted");
    case ReplyState::Stopped: return tr("Stopped");
    case ReplyState::Failed: return tr("Failed");
    case ReplyState::Empty: return tr("Empty answer");
    }
    Q_UNREACHABLE();
}

void MessageLayout::paintFooter(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const
{
    const QString state = stateText();
    if (state.isEmpty())
        return;
    painter.setFont(m_type.small);
    painter.setPen(m_state == ReplyState::Failed ? paint.theme.problem : paint.theme.warning);
    painter.drawText(QRectF(m_footer).translated(topLeft), int(Qt::AlignLeading | Qt::AlignVCenter),
                     state);
}

TextPosition MessageLayout::endPosition(int row) const
{
    const int last = blockCount() - 1;
    return {row, std::max(0, last), last < 0 ? 0 : int(blockText(last).size())};
}

QString MessageLayout::textBetween(TextPosition begin, TextPosition end) const
{
    QString text;
    for (int i = begin.block; i <= std::min(end.block, blockCount() - 1); ++i) {
        const QString block = blockText(i);
        const int from = i == begin.block ? begin.offset : 0;
        const int to = i == end.block ? end.offset : int(block.size());
        if (i > begin.block)
            text += u'\n';
        text += QStringView(block).sliced(from, std::max(0, to - from));
    }
    return text;
}

TextPosition MessageLayout::positionAt(QPointF point, int row) const
{
    if (m_blocks.empty())
        return {row, 0, 0};
    size_t i = 0;
    while (i + 1 < m_places.size() && point.y() >= m_places[i].top + m_places[i].height)
        ++i;
    const QPointF inside = point - QPointF(m_left, m_places[i].top);
    return {row, int(i), m_blocks[i]->offsetAt(inside)};
}

} // namespace Aura
