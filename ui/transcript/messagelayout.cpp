// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/messagelayout.h"

#include "ui/theme/theme.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextOption>

#include <cmath>

namespace Aura {

namespace {

constexpr qsizetype pieceLength = 4096; // of a paragraph that is laid out at once
constexpr double lineSpacing = 1.5; // of the font's size
constexpr double blankLine = 0.75; // em: the gap between two paragraphs

QTextOption textOption()
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto); // each paragraph by its own first letter
    option.setTabStopDistance(32);
    return option;
}

} // namespace

MessageLayout::MessageLayout() = default;
MessageLayout::~MessageLayout() = default;

void MessageLayout::setText(const QString &text)
{
    m_text = text;
    m_paragraphs.clear();
    m_height = 0;
    m_naturalWidth = 0;
    appendParagraphs(0);
}

void MessageLayout::append(const QString &piece)
{
    const qsizetype from = m_text.size();
    m_text += piece;
    appendParagraphs(from);
}

void MessageLayout::appendParagraphs(qsizetype from)
{
    if (m_paragraphs.empty())
        m_paragraphs.push_back({});
    while (from <= m_text.size()) {
        qsizetype end = m_text.indexOf(u'\n', from);
        const bool closed = end >= 0;
        if (!closed)
            end = m_text.size();
        Paragraph &last = m_paragraphs.back();
        last.length = end - last.start;
        m_height -= last.height;
        estimate(last);
        m_height += last.height;
        if (!closed)
            break;
        from = end + 1;
        m_paragraphs.push_back({.start = from});
    }
}

void MessageLayout::setFormat(const QFont &font, double width)
{
    const QFontMetricsF metrics(font);
    m_font = font;
    m_width = width;
    m_lineHeight = std::ceil(qMax(QFontInfo(font).pixelSize() * lineSpacing, metrics.height()));
    m_lineInset = (m_lineHeight - metrics.height()) / 2;
    m_averageWidth = qMax(1.0, metrics.averageCharWidth());
    m_naturalWidth = 0;
    m_height = 0;
    std::vector<Paragraph> whole;
    for (Paragraph &paragraph : m_paragraphs) {
        if (!whole.empty() && whole.back().continues) {
            whole.back().length += paragraph.length;
            whole.back().continues = paragraph.continues;
        } else {
            whole.push_back({.start = paragraph.start, .length = paragraph.length,
                             .continues = paragraph.continues});
        }
    }
    for (Paragraph &paragraph : whole) {
        estimate(paragraph);
        m_height += paragraph.height;
    }
    m_paragraphs = std::move(whole);
}

void MessageLayout::estimate(Paragraph &paragraph) const
{
    paragraph.exact = false;
    paragraph.lines.reset();
    if (paragraph.length == 0) {
        paragraph.height = m_paragraphs.size() == 1 ? 0 : QFontInfo(m_font).pixelSize() * blankLine;
        paragraph.exact = true;
        return;
    }
    const double lines = std::ceil(double(paragraph.length) * m_averageWidth / m_width);
    paragraph.height = qMax(1.0, lines) * m_lineHeight;
}

void MessageLayout::makeLines(Paragraph &paragraph) const
{
    const qsizetype length = qMin(paragraph.length, pieceLength * 2);
    paragraph.lines = std::make_unique<QTextLayout>(m_text.mid(paragraph.start, length), m_font);
    paragraph.lines->setTextOption(textOption());
    paragraph.lines->setCacheEnabled(true);
    paragraph.lines->beginLayout();
    double y = 0;
    for (QTextLine line = paragraph.lines->createLine(); line.isValid();
         line = paragraph.lines->createLine()) {
        line.setLineWidth(m_width);
        line.setPosition({0, y + m_lineInset});
        y += m_lineHeight;
    }
    paragraph.lines->endLayout();
}

void MessageLayout::layOut(std::size_t index)
{
    makeLines(m_paragraphs[index]);
    QTextLayout &lines = *m_paragraphs[index].lines;
    const qsizetype laidOut = lines.text().size();
    if (laidOut < m_paragraphs[index].length && lines.lineCount() > 1) {
        // The last line may break elsewhere when more is known: it begins the next piece.
        const qsizetype cut = lines.lineAt(lines.lineCount() - 1).textStart();
        Paragraph rest;
        rest.start = m_paragraphs[index].start + cut;
        rest.length = m_paragraphs[index].length - cut;
        rest.continues = m_paragraphs[index].continues;
        m_height -= m_paragraphs[index].height;
        estimate(rest);
        m_paragraphs[index].length = cut;
        m_paragraphs[index].continues = true;
        m_paragraphs[index].height = 0;
        m_height += rest.height;
        makeLines(m_paragraphs[index]);
        m_paragraphs.insert(m_paragraphs.begin() + std::ptrdiff_t(index) + 1, std::move(rest));
    }
    Paragraph &paragraph = m_paragraphs[index];
    const double height = paragraph.lines->lineCount() * m_lineHeight;
    m_height += height - paragraph.height;
    paragraph.height = height;
    paragraph.exact = true;
    m_naturalWidth = qMax(m_naturalWidth, paragraph.lines->maximumWidth() <= m_width
                              ? paragraph.lines->maximumWidth() : m_width);
}

double MessageLayout::realise(double top, double bottom, double anchor, bool *changed)
{
    double moved = 0;
    double y = 0;
    for (std::size_t i = 0; i < m_paragraphs.size() && y < bottom; ++i) {
        const bool needed = y + m_paragraphs[i].height >= top && m_paragraphs[i].length > 0;
        if (needed && !m_paragraphs[i].exact) {
            const double before = m_height;
            layOut(i);
            if (m_height != before)
                *changed = true;
            if (y < anchor)
                moved += m_height - before;
        } else if (needed && !m_paragraphs[i].lines) {
            makeLines(m_paragraphs[i]);
        }
        y += m_paragraphs[i].height;
    }
    return moved;
}

void MessageLayout::release(double top, double bottom)
{
    double y = 0;
    for (Paragraph &paragraph : m_paragraphs) {
        if (paragraph.lines && (y + paragraph.height < top || y > bottom))
            paragraph.lines.reset();
        y += paragraph.height;
    }
}

void MessageLayout::paint(QPainter &painter, const QPointF &origin, double top, double bottom,
                          const Theme &theme, Selection selection) const
{
    double y = 0;
    for (const Paragraph &paragraph : m_paragraphs) {
        if (y > bottom)
            break;
        if (paragraph.lines && y + paragraph.height >= top) {
            QList<QTextLayout::FormatRange> formats;
            const qsizetype from = qMax(selection.from, paragraph.start) - paragraph.start;
            const qsizetype to = qMin(selection.to, paragraph.start + paragraph.length)
                - paragraph.start;
            if (from < to) {
                QTextLayout::FormatRange range{.start = int(from), .length = int(to - from),
                                               .format = {}};
                range.format.setBackground(theme.selection);
                formats.append(range);
            }
            paragraph.lines->draw(&painter, origin + QPointF(0, y), formats);
        }
        y += paragraph.height;
    }
}

qsizetype MessageLayout::positionAt(const QPointF &point) const
{
    double y = 0;
    for (const Paragraph &paragraph : m_paragraphs) {
        const bool isLast = &paragraph == &m_paragraphs.back();
        if (point.y() < y + paragraph.height || isLast) {
            if (!paragraph.lines || paragraph.lines->lineCount() == 0)
                return paragraph.start;
            const int line = qBound(0, int((point.y() - y) / m_lineHeight),
                                    paragraph.lines->lineCount() - 1);
            return paragraph.start + paragraph.lines->lineAt(line).xToCursor(point.x());
        }
        y += paragraph.height;
    }
    return 0;
}

QRectF MessageLayout::endCaret() const
{
    double x = 0;
    double bottom = qMax(m_height, m_lineHeight);
    if (!m_paragraphs.empty() && m_paragraphs.back().lines) {
        const QTextLayout &lines = *m_paragraphs.back().lines;
        if (lines.lineCount() > 0)
            x = lines.lineAt(lines.lineCount() - 1).cursorToX(int(lines.text().size()));
    } else if (!m_paragraphs.empty() && m_paragraphs.back().length == 0 && m_height > 0) {
        bottom += m_lineHeight;
    }
    const double glyphs = m_lineHeight - 2 * m_lineInset;
    return {x + 2, bottom - m_lineHeight + m_lineInset, 2, glyphs};
}

} // namespace Aura
