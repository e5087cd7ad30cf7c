// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/textblock.h"

#include "ui/theme/theme.h"
#include "ui/transcript/remoteimages.h"
#include "ui/transcript/typography.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Aura {

namespace {

constexpr qreal tallestPicture = 480; // px
constexpr qreal pictureGap = 8;

QTextCharFormat formatOf(const TextRun &run, const BlockStyle &style)
{
    QTextCharFormat format;
    if (run.styles & TextStyle::Bold)
        format.setFontWeight(QFont::Bold);
    if (run.styles & TextStyle::Italic)
        format.setFontItalic(true);
    if (run.styles & TextStyle::Strike)
        format.setFontStrikeOut(true);
    if (run.styles & (TextStyle::Code | TextStyle::MathSource)) {
        format.setFontFamilies({style.type.code.family()});
        format.setFontFixedPitch(true);
        format.setProperty(QTextFormat::FontPixelSize, style.type.code.pixelSize());
        format.setBackground(style.theme.code);
    }
    if (run.styles & TextStyle::Link) {
        format.setForeground(style.theme.accent);
        format.setFontUnderline(true);
    }
    if (run.styles & (TextStyle::Image | TextStyle::Mark))
        format.setForeground(style.theme.textSoft);
    if (run.styles & TextStyle::Image)
        format.setFontUnderline(true);
    return format;
}

const QFont &fontOf(TextBlock::Tone tone, const Typography &type)
{
    switch (tone) {
    case TextBlock::Tone::Soft: return type.small;
    case TextBlock::Tone::Heading1: return type.headings[0];
    case TextBlock::Tone::Heading2: return type.headings[1];
    case TextBlock::Tone::Heading3: return type.headings[2];
    case TextBlock::Tone::Heading4: return type.headings[3];
    case TextBlock::Tone::Code: return type.code;
    case TextBlock::Tone::Normal:
    case TextBlock::Tone::Formula: break;
    }
    return type.body;
}

qreal lineHeightOf(TextBlock::Tone tone, const Typography &type)
{
    switch (tone) {
    case TextBlock::Tone::Soft: return type.smallLine;
    case TextBlock::Tone::Code: return type.codeLine;
    case TextBlock::Tone::Normal:
    case TextBlock::Tone::Formula: return type.bodyLine;
    default: return qRound(fontOf(tone, type).pixelSize() * 1.3);
    }
}

//! Where two texts begin to look different, in UTF-16 units.
qsizetype firstDifference(const RichText &one, const RichText &other)
{
    const qsizetype common = std::min(one.text.size(), other.text.size());
    const auto [end, ignored] =
        std::mismatch(one.text.cbegin(), one.text.cbegin() + common, other.text.cbegin());
    qsizetype at = end - one.text.cbegin();
    const qsizetype runs = std::max(one.runs.size(), other.runs.size());
    for (qsizetype i = 0; i < runs; ++i) {
        const TextRun a = one.runs.value(i);
        const TextRun b = other.runs.value(i);
        if (a == b)
            continue;
        const bool both = i < one.runs.size() && i < other.runs.size();
        const bool longer = both && a.offset == b.offset && a.styles == b.styles && a.link == b.link
            && a.image == b.image;
        if (longer)
            return std::min(at, a.offset + std::min(a.length, b.length));
        if (both)
            return std::min({at, a.offset, b.offset});
        return std::min(at, i < one.runs.size() ? a.offset : b.offset);
    }
    return at;
}

} // namespace

QList<QTextLayout::FormatRange> formatsOf(const RichText &text, const BlockStyle &style)
{
    QList<QTextLayout::FormatRange> formats;
    formats.reserve(text.runs.size());
    for (const TextRun &run : text.runs)
        formats.append({int(run.offset), int(run.length), formatOf(run, style)});
    return formats;
}

TextBlock::Tone TextBlock::headingTone(int level)
{
    return Tone(int(Tone::Heading1) + std::clamp(level, 1, 4) - 1);
}

qreal TextBlock::layout(qreal width, const BlockStyle &style)
{
    const RichText before = std::exchange(m_text, m_source());
    if (m_tone == Tone::Formula)
        m_flow.setAlignment(Qt::AlignHCenter);
    m_flow.setText(m_text.text, fontOf(m_tone, style.type), formatsOf(m_text, style),
                   m_tone == Tone::Formula ? 0 : firstDifference(before, m_text));
    const qreal height = m_flow.layout(width, lineHeightOf(m_tone, style.type));
    return height + placePictures(width, style.images);
}

//! Returns what they add to the height.
qreal TextBlock::placePictures(qreal width, const RemoteImages *images)
{
    m_pictures.clear();
    if (!images)
        return 0;
    qreal top = m_flow.height();
    for (const TextRun &run : std::as_const(m_text.runs)) {
        const QImage image = run.image.isEmpty() ? QImage() : images->image(run.image);
        if (image.isNull())
            continue;
        QSizeF size = image.size();
        if (size.width() > width || size.height() > tallestPicture)
            size.scale(width, tallestPicture, Qt::KeepAspectRatio);
        top += pictureGap;
        m_pictures.append(
            {image, QRectF(0, top, std::floor(size.width()), std::ceil(size.height()))});
        top += std::ceil(size.height());
    }
    return top - m_flow.height();
}

void TextBlock::paint(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const
{
    painter.setPen(m_tone == Tone::Soft ? paint.theme.textSoft : paint.theme.text);
    m_flow.paint(painter, topLeft, paint.clip, paint.marks);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const Picture &picture : m_pictures)
        painter.drawImage(picture.rect.translated(topLeft), picture.image);
}

BlockHit TextBlock::hitAt(QPointF point) const
{
    const int offset = m_flow.offsetOnText(point);
    const auto run = std::ranges::find_if(m_text.runs, [offset](const TextRun &candidate) {
        return offset >= candidate.offset && offset < candidate.offset + candidate.length;
    });
    if (run == m_text.runs.end() || offset < 0)
        return {BlockHit::Kind::Text, {}};
    if (!run->link.isEmpty())
        return {BlockHit::Kind::Link, run->link};
    if (!run->image.isEmpty())
        return {BlockHit::Kind::Image, run->image};
    return {BlockHit::Kind::Text, {}};
}

} // namespace Aura
