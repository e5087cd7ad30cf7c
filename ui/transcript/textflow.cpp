// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/textflow.h"

#include "ui/transcript/emojispans.h"
#include "ui/transcript/typography.h"

#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int fewLines = 2;              // less is laid out again rather than kept apart
constexpr qreal outOfSight = 30'000'000; // px, nearly the largest that a text layout knows

bool isRightToLeft(QChar unit)
{
    const char16_t u = unit.unicode();
    return (u >= 0x0590 && u <= 0x08ff) || (u >= 0xfb1d && u <= 0xfdff)
        || (u >= 0xfe70 && u <= 0xfeff) || (u >= 0x200e && u <= 0x200f)
        || (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069)
        || (u >= 0xd802 && u <= 0xd803) || (u >= 0xd83a && u <= 0xd83b);
}

//! The rectangle of a line within its even height begins here.
qreal boxTop(const QTextLine &line, qreal lineHeight)
{
    const qreal height = std::max(lineHeight, std::ceil(line.height()));
    return line.y() - std::floor((height - line.height()) / 2);
}

} // namespace

//! Lines that were laid out together.
struct TextFlow::Part
{
    qsizetype begin = 0; // of its text in the whole
    int lines = 0;       // those that count; what follows them stands in the next part
    qreal top = 0;
    qreal bottom = 0;
    QTextLayout layout{};
};

struct TextFlow::Line
{
    QTextLine line{};
    int begin = 0; // of the part that it stands in
};

TextFlow::TextFlow() = default;
TextFlow::~TextFlow() = default;

void TextFlow::setText(const QString &text, const QFont &font,
                       QList<QTextLayout::FormatRange> formats, qsizetype same)
{
    m_same = std::min(m_same, same);
    m_text = text;
    m_font = font;
    // A line feed inside a paragraph is a break that the text layout knows by another name.
    m_shown = text;
    m_shown.replace(u'\n', QChar::LineSeparator);
    const QList<TextSpan> emoji = emojiSpans(text);
    for (const TextSpan &span : emoji) {
        moveSelectorsBack(m_shown, span);
        QTextCharFormat format;
        format.setFontFamilies({emojiFamily(), font.family()});
        formats.append({span.begin, span.end - span.begin, format});
    }
    m_formats = std::move(formats);
}

QTextOption TextFlow::option() const
{
    QTextOption option;
    option.setWrapMode(m_wraps ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    if (m_text.contains(u'\t'))
        option.setTabStopDistance(QFontMetricsF(m_font).horizontalAdvance(u' ') * 4);
    Qt::LayoutDirection direction = m_direction;
    if (direction == Qt::LayoutDirectionAuto)
        direction = m_text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
    option.setTextDirection(direction);
    // QTextLayout aligns to the left whatever the direction is.
    const bool flips = direction == Qt::RightToLeft && m_alignment.testFlag(Qt::AlignLeading);
    option.setAlignment(flips ? Qt::AlignRight : m_alignment);
    return option;
}

qreal TextFlow::layout(qreal width, qreal lineHeight)
{
    if (width != m_width || lineHeight != m_lineHeight)
        m_same = 0;
    m_width = width;
    m_lineHeight = lineHeight;
    keepLines(m_same);
    fillLastPart();
    breakLastPart();
    m_same = m_text.size();
    m_height = m_parts.back()->bottom;
    return m_height;
}

//! Whether a line goes on beginning there when all but so much of the text changes: the word that
//! did not fit into the line above is there as a whole.
bool TextFlow::isFirm(qsizetype lineBegin, qsizetype same) const
{
    if (lineBegin >= same - 1)
        return false;
    if (m_shown.at(lineBegin - 1) == QChar::LineSeparator)
        return true;
    const QStringView known = QStringView(m_shown).sliced(lineBegin, same - 1 - lineBegin);
    return known.contains(u' ') || known.contains(QChar(QChar::LineSeparator));
}

//! Whether a text that begins there looks as it does behind the line before it: nothing joins it,
//! the script of its first letter is its own, and no marks are piled up into the other line.
bool TextFlow::isSeam(qsizetype at, qsizetype lineBefore, qsizetype same) const
{
    const QStringView around = QStringView(m_shown).sliced(lineBefore, same - lineBefore);
    if (std::ranges::any_of(around, [](QChar unit) { return unit.isMark(); }))
        return false;
    const QChar before = m_shown.at(at - 1);
    const QChar first = m_shown.at(at);
    const QChar::Script script = first.script();
    return (before == u' ' || before == QChar::LineSeparator) && first.isLetter()
        && (script == QChar::Script_Latin || script == QChar::Script_Greek
            || script == QChar::Script_Cyrillic);
}

//! Where the line begins that stands above the one with an offset: a word that grows or shrinks may
//! leave its line, or come back to the one above.
qreal TextFlow::topOfLineBefore(qsizetype offset) const
{
    const Part &part = *m_parts.back();
    const QTextLine line =
        part.layout.lineForTextPosition(int(std::max<qsizetype>(0, offset - part.begin)));
    const int above = line.isValid() ? std::min(line.lineNumber(), part.lines) - 1 : -1;
    if (above <= 0)
        return part.top;
    // Lines are put into the middle of their heights: where the line above ends is safe.
    const QTextLine before = part.layout.lineAt(above - 1);
    return std::floor(before.y() + before.height());
}

//! Leaves as the last part what has to be laid out anew, with so much of the text as it was.
void TextFlow::keepLines(qsizetype same)
{
    m_unchanged = 0;
    const bool wasLeftToRight =
        m_parts.empty() || m_parts.back()->layout.textOption().textDirection() == Qt::LeftToRight;
    const bool isPlain = wasLeftToRight && std::ranges::none_of(m_text, isRightToLeft);
    while (m_parts.size() > 1 && (!isPlain || !isFirm(m_parts.back()->begin, same)))
        m_parts.pop_back();
    if (m_parts.empty())
        m_parts.push_back(std::make_unique<Part>());
    Part &last = *m_parts.back();
    if (same == 0 || !wasLeftToRight || m_text.isRightToLeft())
        return;
    m_unchanged = topOfLineBefore(same);
    for (int line = isPlain ? last.lines - 1 : 0; line > 0; --line) {
        const QTextLine begin = last.layout.lineAt(line);
        const qsizetype at = last.begin + begin.textStart();
        if (!isFirm(at, same))
            continue;
        const QTextLine above = last.layout.lineAt(line - 1);
        m_unchanged = std::max(m_unchanged, std::floor(above.y() + above.height()));
        if (line < fewLines || !isSeam(at, last.begin + above.textStart(), same))
            continue;
        const qreal top = boxTop(begin, m_lineHeight);
        for (int hidden = line; hidden < last.layout.lineCount(); ++hidden)
            last.layout.lineAt(hidden).setPosition({0, outOfSight});
        last.lines = line;
        last.bottom = top;
        m_parts.push_back(std::make_unique<Part>());
        m_parts.back()->begin = at;
        m_parts.back()->top = top;
        return;
    }
}

void TextFlow::fillLastPart()
{
    Part &part = *m_parts.back();
    QList<QTextLayout::FormatRange> formats;
    for (QTextLayout::FormatRange format : std::as_const(m_formats)) {
        const qsizetype end = format.start + format.length - part.begin;
        format.start = int(std::max<qsizetype>(0, format.start - part.begin));
        format.length = int(end - format.start);
        if (format.length > 0)
            formats.append(format);
    }
    part.layout.setCacheEnabled(true);
    part.layout.setFont(m_font);
    part.layout.setText(m_shown.sliced(part.begin));
    part.layout.setFormats(formats);
    part.layout.setTextOption(option());
}

void TextFlow::breakLastPart()
{
    Part &part = *m_parts.back();
    part.bottom = part.top;
    part.layout.beginLayout();
    for (QTextLine line = part.layout.createLine(); line.isValid();
         line = part.layout.createLine()) {
        line.setLineWidth(m_width);
        const qreal height = std::max(m_lineHeight, std::ceil(line.height()));
        line.setPosition({0, part.bottom + std::floor((height - line.height()) / 2)});
        part.bottom += height;
    }
    part.layout.endLayout();
    part.lines = part.layout.lineCount();
}

int TextFlow::lineCount() const
{
    int count = 0;
    for (const auto &part : m_parts)
        count += part->lines;
    return count;
}

TextFlow::Line TextFlow::lineAt(int index) const
{
    for (const auto &part : m_parts) {
        if (index < part->lines)
            return {part->layout.lineAt(index), int(part->begin)};
        index -= part->lines;
    }
    return {};
}

const TextFlow::Part &TextFlow::partAt(int offset) const
{
    const auto behind = std::ranges::upper_bound(m_parts, qsizetype(offset), {},
                                                 [](const auto &part) { return part->begin; });
    return behind == m_parts.begin() ? *m_parts.front() : **std::prev(behind);
}

qreal TextFlow::naturalWidth() const
{
    qreal width = 0;
    for (int i = 0; i < lineCount(); ++i)
        width = std::max(width, lineAt(i).line.naturalTextWidth());
    return width;
}

void TextFlow::paint(QPainter &painter, QPointF topLeft, const QRectF &clip,
                     const QList<TextMark> &marks) const
{
    // Underlines and grounds are whole pixels; with smooth edges each costs as much as a word.
    const bool isSmooth = painter.testRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const auto &part : m_parts) {
        QRectF seen(topLeft.x(), topLeft.y() + part->top, m_width, part->bottom - part->top);
        // The glyphs of the outer lines may be taller than their lines.
        seen.adjust(0, part == m_parts.front() ? -m_lineHeight : 0, 0,
                    part == m_parts.back() ? m_lineHeight : 0);
        if (clip.isValid() && !clip.intersects(seen))
            continue;
        QList<QTextLayout::FormatRange> selections;
        for (const TextMark &mark : marks) {
            // From before the part: its first line is then marked as any line in the middle.
            const int from = mark.begin - int(part->begin);
            const int to = mark.end - int(part->begin);
            if (to > std::max(0, from))
                selections.append({from, to - from, mark.format});
        }
        QRectF shown = clip;
        if (part != m_parts.back())
            shown = clip.isValid() ? clip & seen : seen;
        part->layout.draw(&painter, topLeft, selections, shown);
    }
    painter.setRenderHint(QPainter::Antialiasing, isSmooth);
}

int TextFlow::offsetAt(QPointF point) const
{
    const int count = lineCount();
    for (int i = 0; i < count; ++i) {
        const auto [line, begin] = lineAt(i);
        if (point.y() < line.y() + line.height() || i == count - 1)
            return begin + line.xToCursor(point.x());
    }
    return 0;
}

int TextFlow::offsetOnText(QPointF point) const
{
    for (int i = 0; i < lineCount(); ++i) {
        const auto [line, begin] = lineAt(i);
        if (line.naturalTextRect().contains(point))
            return begin + line.xToCursor(point.x(), QTextLine::CursorOnCharacter);
    }
    return -1;
}

QRectF TextFlow::caretRect(int offset) const
{
    if (m_parts.empty())
        return {};
    const Part &part = partAt(offset);
    const int inPart = offset - int(part.begin);
    const QTextLine line = part.layout.lineForTextPosition(inPart);
    if (!line.isValid())
        return {};
    return {line.cursorToX(inPart), line.y(), 1, line.height()};
}

} // namespace Aura
