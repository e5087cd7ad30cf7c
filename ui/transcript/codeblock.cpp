// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/codeblock.h"

#include "ui/theme/theme.h"
#include "ui/transcript/codecolours.h"
#include "ui/transcript/nearestlines.h"
#include "ui/transcript/typography.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Aura {

namespace {

constexpr qreal sidePadding = 14;
constexpr qreal bodyPadding = 10;
constexpr qreal radius = 10;
constexpr qreal buttonGap = 14;
constexpr qreal scrollHeight = 4;
constexpr quint32 longestWrapped = 256 * 1024; // bytes: each line has to be laid out for it
constexpr quint32 longestWrappedHtml = 32 * 1024;
constexpr size_t keptFlows = 200; // lines laid out; more than fill a screen

} // namespace

CodeBlock::CodeBlock(MarkdownDocument &document, int block, Look look)
    : m_document(document)
    , m_block(block)
    , m_look(look)
{}

CodeBlock::~CodeBlock() = default;

qreal CodeBlock::heightOf(int lines, const Typography &type)
{
    return std::ceil(type.smallLine + 8) + 2 * bodyPadding + std::max(1, lines) * type.codeLine;
}

qreal CodeBlock::layout(qreal width, const BlockStyle &style)
{
    const int lines = m_document.lineCount(m_block);
    const QString language = m_document.codeInfo(m_block).section(u' ', 0, 0);
    m_font = style.type.code;
    m_lineHeight = style.type.codeLine;
    const bool framed = m_look == Look::Framed;
    m_headerHeight = framed ? std::ceil(style.type.smallLine + 8) : 0;
    m_padding = framed ? sidePadding : 0;
    m_bodyPadding = framed ? bodyPadding : 0;
    const bool wraps = mayWrap() && (m_choices.wraps || !framed);
    const bool goesOn =
        m_width == width && m_language == language && m_wraps == wraps && m_laidOutLines > 0;
    m_wraps = wraps;
    if (!wraps)
        m_wrappedTops.clear();
    if (!goesOn)
        m_laidOutLines = 0;
    m_width = width;
    m_colours = codeColours(style.theme);
    m_language = language;
    if (m_offsets.size() > size_t(std::max(1, std::min(m_laidOutLines, lines))))
        m_offsets.resize(size_t(std::max(1, std::min(m_laidOutLines, lines))));
    // Lines that are there stay as they are; only the last one may have grown.
    m_flows.erase(m_flows.lower_bound(m_laidOutLines - 1), m_flows.end());
    m_unchanged = goesOn ? lineTop(m_laidOutLines - 1) : 0;
    if (m_wraps)
        layoutWrapped(lines);
    m_height = lineTop(std::max(1, lines)) + m_bodyPadding;
    m_laidOutLines = lines;
    if (framed && (!goesOn || m_buttons.size() != (mayWrap() ? 3 : 2)))
        placeButtons(style.type);
    return m_height;
}

void CodeBlock::layoutWrapped(int lines)
{
    m_wrappedTops.resize(size_t(std::max(1, m_laidOutLines)));
    for (int line = int(m_wrappedTops.size()) - 1; line < lines; ++line)
        m_wrappedTops.push_back(m_wrappedTops.back() + makeFlow(line)->height());
}

void CodeBlock::setChoices(const BlockChoices &choices)
{
    m_choices = choices; // layout() sees whether the lines wrap now
}

void CodeBlock::placeButtons(const Typography &type)
{
    const QFontMetricsF metrics(type.small);
    m_buttons = {{{}, tr("Copy"), BlockHit::Kind::CopyCode},
                 {{}, tr("Save as…"), BlockHit::Kind::SaveCode}};
    if (mayWrap())
        m_buttons.append({{}, m_wraps ? tr("Do not wrap") : tr("Wrap"), BlockHit::Kind::WrapCode});
    qreal right = m_width - sidePadding;
    for (Button &button : m_buttons) {
        const qreal width = metrics.horizontalAdvance(button.text);
        button.rect = QRectF(right - width, 0, width, m_headerHeight);
        right -= width + buttonGap;
    }
}

bool CodeBlock::mayWrap() const
{
    const Block &source = m_document.block(m_block);
    return source.end - source.begin
        <= (m_look == Look::Framed ? longestWrapped : longestWrappedHtml);
}

qreal CodeBlock::bodyTop() const
{
    return m_headerHeight + m_bodyPadding;
}

qreal CodeBlock::lineTop(int line) const
{
    if (m_wrappedTops.empty())
        return bodyTop() + line * m_lineHeight;
    return bodyTop() + m_wrappedTops[std::min(size_t(line), m_wrappedTops.size() - 1)];
}

int CodeBlock::lineAt(qreal y) const
{
    const int last = std::max(0, m_document.lineCount(m_block) - 1);
    if (m_wrappedTops.empty())
        return std::clamp(int(std::floor((y - bodyTop()) / m_lineHeight)), 0, last);
    const auto above = std::ranges::upper_bound(m_wrappedTops, y - bodyTop());
    return std::clamp(int(above - m_wrappedTops.begin()) - 1, 0, last);
}

TextFlow &CodeBlock::flow(int line) const
{
    std::unique_ptr<TextFlow> &slot = m_flows[line];
    if (!slot) {
        slot = makeFlow(line);
        m_widest = std::max(m_widest, slot->naturalWidth());
    }
    return *slot;
}

std::unique_ptr<TextFlow> CodeBlock::makeFlow(int line) const
{
    auto made = std::make_unique<TextFlow>();
    const QList<CodeLine> lines = m_document.codeLines(m_block, line, 1);
    const CodeLine code = lines.isEmpty() ? CodeLine() : lines.first();
    QList<QTextLayout::FormatRange> formats;
    for (const CodeToken &token : code.tokens) {
        QTextCharFormat format;
        format.setForeground(m_colours.value(int(token.kind)));
        if (token.kind == TokenKind::Comment) // a font of its own is looked up at each use
            format.setFontItalic(true);
        formats.append({int(token.offset), int(token.length), format});
    }
    made->setText(code.text, m_font, formats);
    made->setWrapping(m_wraps);
    made->setDirection(Qt::LeftToRight);
    made->layout(m_width - 2 * m_padding, m_lineHeight);
    return made;
}

int CodeBlock::maximumScroll() const
{
    return std::max(0, int(std::ceil(m_widest - (m_width - 2 * m_padding))));
}

int CodeBlock::lineOffset(int line) const
{
    while (m_offsets.size() <= size_t(line)) {
        const int known = int(m_offsets.size()) - 1;
        m_offsets.push_back(m_offsets.back() + m_document.lineLength(m_block, known));
    }
    return m_offsets[size_t(line)];
}

int CodeBlock::lineOf(int offset) const
{
    while (m_offsets.back() <= offset && int(m_offsets.size()) < m_laidOutLines)
        lineOffset(int(m_offsets.size()));
    const auto above = std::ranges::upper_bound(m_offsets, offset);
    return std::max(0, int(above - m_offsets.begin()) - 1);
}

int CodeBlock::offsetAt(QPointF point) const
{
    const int line = lineAt(point.y());
    const QPointF inLine(point.x() - m_padding + m_choices.scroll, point.y() - lineTop(line));
    return lineOffset(line) + flow(line).offsetAt(inLine);
}

QRectF CodeBlock::caretRect(int offset) const
{
    const int line = lineOf(offset);
    const QRectF caret = flow(line).caretRect(offset - lineOffset(line));
    return caret.translated(m_padding - m_choices.scroll, lineTop(line));
}

QRectF CodeBlock::endRect() const
{
    const int line = std::max(0, m_laidOutLines - 1);
    const QRectF caret = flow(line).caretRect(int(flow(line).text().size()));
    return caret.translated(m_padding - m_choices.scroll, lineTop(line));
}

BlockHit CodeBlock::hitAt(QPointF point) const
{
    for (const Button &button : m_buttons) {
        if (button.rect.adjusted(-4, 0, 4, 0).contains(point))
            return {button.kind, {}};
    }
    return point.y() < m_headerHeight ? BlockHit() : BlockHit{BlockHit::Kind::Text, {}};
}

QRectF CodeBlock::buttonRect(BlockHit::Kind kind) const
{
    const auto button = std::ranges::find(m_buttons, kind, &Button::kind);
    return button == m_buttons.end() ? QRectF() : button->rect.adjusted(-2, 3, 2, -3);
}

void CodeBlock::paint(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const
{
    if (m_look == Look::Framed) {
        paintFrame(painter, QRectF(topLeft, QSizeF(m_width, m_height)), paint);
        if (paint.clip.top() < topLeft.y() + m_headerHeight)
            paintHeader(painter, topLeft, paint);
    }
    painter.save();
    painter.setClipRect(QRectF(topLeft + QPointF(m_padding, m_headerHeight),
                               QSizeF(m_width - 2 * m_padding, m_height - m_headerHeight)),
                        Qt::IntersectClip);
    paintLines(painter, topLeft, paint);
    painter.restore();
    paintScroll(painter, topLeft, paint);
}

// As a rounded rectangle, whose outline costs the more the taller it is: only its ends are drawn as
// one, and those only where they are asked for.
void CodeBlock::paintFrame(QPainter &painter, const QRectF &frame, const BlockPaint &paint) const
{
    constexpr qreal end = radius + 1;
    const QRectF ends[] = {{frame.topLeft(), QSizeF(frame.width(), end)},
                           {frame.left(), frame.bottom() - end, frame.width(), end}};
    const qreal outside[] = {frame.top(), frame.bottom() - 4 * radius};
    for (int i = 0; i < 2; ++i) {
        if (!ends[i].intersects(paint.clip))
            continue;
        painter.save();
        painter.setClipRect(ends[i], Qt::IntersectClip);
        painter.setPen(QPen(paint.theme.line, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(
            QRectF(frame.left() + 0.5, outside[i] + 0.5, frame.width() - 1, 4 * radius - 1), radius,
            radius);
        painter.restore();
    }
    const QRectF side(frame.left(), frame.top() + end, 1, frame.height() - 2 * end);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(side, paint.theme.line);
    painter.fillRect(side.translated(frame.width() - 1, 0), paint.theme.line);
    painter.setRenderHint(QPainter::Antialiasing);
}

void CodeBlock::paintHeader(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const
{
    const QRectF header(topLeft, QSizeF(m_width, m_headerHeight));
    painter.save();
    painter.setClipRect(header, Qt::IntersectClip);
    painter.setPen(Qt::NoPen);
    painter.setBrush(paint.theme.code);
    painter.drawRoundedRect(QRectF(topLeft, QSizeF(m_width, m_headerHeight + 2 * radius)), radius,
                            radius);
    painter.restore();
    painter.setFont(paint.type.small);
    painter.setPen(paint.theme.textSoft);
    const qreal left = m_buttons.isEmpty() ? m_width : m_buttons.last().rect.left();
    const QRectF label = header.adjusted(sidePadding - 2, 0, left - m_width - sidePadding, 0);
    painter.drawText(
        label, int(Qt::AlignLeft | Qt::AlignVCenter),
        QFontMetricsF(paint.type.small).elidedText(m_language, Qt::ElideRight, label.width()));
    for (const Button &button : m_buttons)
        painter.drawText(button.rect.translated(topLeft), int(Qt::AlignCenter), button.text);
}

void CodeBlock::paintLines(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const
{
    const int first = lineAt(paint.clip.top() - topLeft.y());
    const int last = lineAt(paint.clip.bottom() - topLeft.y());
    keepNearest(m_flows, first, last, keptFlows);
    painter.setPen(paint.theme.text);
    for (int line = first; line <= last && line < m_document.lineCount(m_block); ++line) {
        QList<TextMark> marks;
        for (TextMark mark : paint.marks) {
            mark.begin -= lineOffset(line);
            mark.end -= lineOffset(line);
            if (mark.end <= 0 || mark.begin > flow(line).text().size())
                continue;
            mark.begin = std::max(0, mark.begin);
            marks.append(mark);
        }
        flow(line).paint(painter, topLeft + QPointF(m_padding - m_choices.scroll, lineTop(line)),
                         paint.clip, marks);
    }
}

void CodeBlock::paintScroll(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const
{
    if (maximumScroll() == 0)
        return;
    const qreal view = m_width - 2 * m_padding;
    const qreal length = std::max(24.0, view * view / m_widest);
    const qreal at = (view - length) * m_choices.scroll / maximumScroll();
    painter.setPen(Qt::NoPen);
    painter.setBrush(paint.theme.textSoft);
    painter.setOpacity(0.4);
    painter.drawRoundedRect(QRectF(topLeft + QPointF(m_padding + at, m_height - scrollHeight - 3),
                                   QSizeF(length, scrollHeight)),
                            scrollHeight / 2, scrollHeight / 2);
    painter.setOpacity(1);
}

} // namespace Aura
