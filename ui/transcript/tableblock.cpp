// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/tableblock.h"

#include "ui/theme/theme.h"
#include "ui/transcript/imagewords.h"
#include "ui/transcript/nearestlines.h"
#include "ui/transcript/remoteimages.h"
#include "ui/transcript/textblock.h"
#include "ui/transcript/typography.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Aura {

namespace {

constexpr qreal cellPaddingX = 14;
constexpr qreal cellPaddingY = 4;
constexpr qreal tallestPicture = 240; // px
constexpr qreal pictureGap = 4;
constexpr qreal capInEm = 22;    // a column's widest
constexpr int firstRows = 100;   // more than fill a screen
constexpr size_t keptRows = 120; // laid out; more than fill a screen

} // namespace

TableBlock::TableBlock(MarkdownDocument &document, int block)
    : m_document(document)
    , m_block(block)
{}

TableBlock::~TableBlock() = default;

QString TableBlock::textOf(MarkdownDocument &document, int block)
{
    QString text;
    for (int row = 0; row < document.lineCount(block); ++row) {
        if (row > 0)
            text += u'\n';
        const QList<RichText> cells = shownRow(document, block, row);
        for (qsizetype column = 0; column < cells.size(); ++column) {
            if (column > 0)
                text += u'\t';
            text += cells[column].text;
        }
    }
    return text;
}

qreal TableBlock::layout(qreal width, const BlockStyle &style)
{
    m_style = &style;
    m_alignments = m_document.columns(m_block);
    m_font = style.type.body;
    m_lineHeight = style.type.bodyLine;
    m_cap = style.type.em * capInEm;
    const bool goesOn = m_width == width;
    m_width = width;
    const std::vector<qreal> before = m_columns;
    m_settled.resize(size_t(m_alignments.size()), 0);
    m_columns.resize(m_settled.size(), 0);
    // The last row may have grown since it was measured.
    const int known = std::max(0, m_measured - 1);
    if (m_rowOffsets.size() > size_t(known) + 1)
        m_rowOffsets.resize(size_t(known) + 1);
    m_laidOut.erase(m_laidOut.lower_bound(known), m_laidOut.end());
    m_columns = m_settled;
    measureRows(known, m_document.lineCount(m_block));
    if (before != m_columns)
        m_laidOut.clear(); // what is aligned to the right or centred has moved
    m_unchanged = goesOn && before == m_columns ? qreal(m_rows.top(known)) : 0;
    return qreal(m_rows.total()) + 1;
}

void TableBlock::measureRows(int known, int rows)
{
    m_rows.truncate(std::min(m_rows.count(), rows));
    while (m_rows.count() < rows)
        m_rows.append(int(std::ceil(m_lineHeight + 2 * cellPaddingY)));
    const int atOnce = known == 0 ? firstRows : 2; // the last one again, and one that is new
    m_measured = std::min(known, rows);
    bool goesOn = m_measured < rows;
    while (goesOn) {
        const std::vector<qreal> above = m_columns;
        measureRow(m_measured++);
        goesOn = m_measured < rows && (m_measured < known + atOnce || !m_style->until.hasExpired());
        if (!goesOn)
            m_settled = above;
    }
}

void TableBlock::measureRow(int row)
{
    const QList<RichText> cells = shownRow(m_document, m_block, row);
    qreal height = m_lineHeight;
    for (qsizetype column = 0; column < cells.size() && size_t(column) < m_columns.size();
         ++column) {
        const qreal natural = std::ceil(naturalWidthOf(cells[column], row, int(column))) + 1;
        qreal &widest = m_columns[size_t(column)];
        widest = std::max(widest, std::min(natural, m_cap));
        qreal cellHeight = m_lineHeight;
        if (natural > m_cap || cells[column].text.contains(QChar::LineSeparator))
            cellHeight = makeFlow(cells[column], row, int(column), m_cap)->height();
        for (const QImage &picture : picturesIn(cells[column])) {
            const QSizeF size = pictureSize(picture);
            widest = std::max(widest, size.width());
            cellHeight += pictureGap + size.height();
        }
        height = std::max(height, cellHeight);
    }
    m_rows.setHeight(row, int(std::ceil(height + 2 * cellPaddingY)));
}

//! Those of a cell that the reader had loaded: they stand below its text.
QList<QImage> TableBlock::picturesIn(const RichText &cell) const
{
    QList<QImage> pictures;
    for (const TextRun &run : cell.runs) {
        const QImage image =
            run.image.isEmpty() || !m_style->images ? QImage() : m_style->images->image(run.image);
        if (!image.isNull())
            pictures.append(image);
    }
    return pictures;
}

QSizeF TableBlock::pictureSize(const QImage &picture) const
{
    QSizeF size = picture.size();
    if (size.width() > m_cap || size.height() > tallestPicture)
        size.scale(m_cap, tallestPicture, Qt::KeepAspectRatio);
    return {std::floor(size.width()), std::ceil(size.height())};
}

qreal TableBlock::naturalWidthOf(const RichText &text, int row, int column) const
{
    if (!text.runs.isEmpty())
        return makeFlow(text, row, column, 100 * m_cap)->naturalWidth();
    QFont font = m_font;
    font.setBold(row == 0);
    return QFontMetricsF(font).horizontalAdvance(text.text);
}

std::unique_ptr<TextFlow> TableBlock::makeFlow(const RichText &text, int row, int column,
                                               qreal width) const
{
    auto flow = std::make_unique<TextFlow>();
    QFont font = m_font;
    font.setBold(row == 0);
    flow->setText(text.text, font, formatsOf(text, *m_style));
    const Qt::Alignment alignment = m_alignments.value(column);
    flow->setAlignment(alignment == Qt::Alignment() ? Qt::Alignment(Qt::AlignLeading) : alignment);
    flow->layout(width, m_lineHeight);
    return flow;
}

TableBlock::Row &TableBlock::row(int row) const
{
    Row &laidOut = m_laidOut[row];
    if (laidOut.cells.empty()) {
        laidOut.texts = shownRow(m_document, m_block, row);
        for (qsizetype column = 0; column < laidOut.texts.size(); ++column)
            laidOut.cells.push_back(
                makeFlow(laidOut.texts.at(column), row, int(column), m_columns[size_t(column)]));
    }
    return laidOut;
}

qreal TableBlock::columnLeft(int column) const
{
    qreal left = cellPaddingX - m_choices.scroll;
    for (int i = 0; i < column; ++i)
        left += m_columns[size_t(i)] + 2 * cellPaddingX;
    return left;
}

qreal TableBlock::naturalWidth() const
{
    qreal width = 0;
    for (const qreal column : m_columns)
        width += column + 2 * cellPaddingX;
    return width;
}

int TableBlock::maximumScroll() const
{
    return std::max(0, int(std::ceil(naturalWidth() - m_width)));
}

TableBlock::Place TableBlock::placeOf(QPointF point) const
{
    Place place;
    place.row = std::max(0, m_rows.rowAt(qint64(std::max(0.0, point.y()))));
    while (place.column + 1 < int(m_columns.size())
           && point.x() >= columnLeft(place.column + 1) - cellPaddingX)
        ++place.column;
    const qreal top = qreal(m_rows.top(place.row)) + cellPaddingY;
    place.inCell = point - QPointF(columnLeft(place.column), top);
    return place;
}

int TableBlock::cellOffset(int rowNumber, int column) const
{
    while (int(m_rowOffsets.size()) <= rowNumber) {
        int length = 0;
        for (const RichText &cell : shownRow(m_document, m_block, int(m_rowOffsets.size()) - 1))
            length += int(cell.text.size()) + 1;
        m_rowOffsets.push_back(m_rowOffsets.back() + length);
    }
    int offset = m_rowOffsets[size_t(rowNumber)];
    const Row &cells = row(rowNumber);
    for (int i = 0; i < column; ++i)
        offset += int(cells.texts[i].text.size()) + 1;
    return offset;
}

int TableBlock::offsetAt(QPointF point) const
{
    if (m_rows.count() == 0 || m_columns.empty())
        return 0;
    const Place place = placeOf(point);
    return cellOffset(place.row, place.column)
        + row(place.row).cells[size_t(place.column)]->offsetAt(place.inCell);
}

QRectF TableBlock::caretRect(int offset) const
{
    if (m_rows.count() == 0 || m_columns.empty())
        return {};
    for (int row = 0; row < m_rows.count() && m_rowOffsets.back() <= offset; ++row)
        cellOffset(row, 0);
    const auto above = std::ranges::upper_bound(m_rowOffsets, offset);
    const int rowNumber = std::clamp(int(above - m_rowOffsets.begin()) - 1, 0, m_rows.count() - 1);
    int column = 0;
    while (column + 1 < int(m_columns.size()) && offset >= cellOffset(rowNumber, column + 1))
        ++column;
    const int inCell = offset - cellOffset(rowNumber, column);
    const QRectF caret = row(rowNumber).cells[size_t(column)]->caretRect(inCell);
    return caret.translated(columnLeft(column), qreal(m_rows.top(rowNumber)) + cellPaddingY);
}

QRectF TableBlock::endRect() const
{
    if (m_rows.count() == 0 || m_columns.empty())
        return {};
    const int last = m_rows.count() - 1;
    const Row &cells = row(last);
    // A row that is being written may be short of cells: they are there, but empty.
    size_t column = cells.cells.size() - 1;
    while (column > 0 && cells.texts[qsizetype(column)].text.isEmpty())
        --column;
    const QRectF caret =
        cells.cells[column]->caretRect(int(cells.texts[qsizetype(column)].text.size()));
    return caret.translated(columnLeft(int(column)), qreal(m_rows.top(last)) + cellPaddingY);
}

BlockHit TableBlock::hitAt(QPointF point) const
{
    if (m_rows.count() == 0 || m_columns.empty())
        return {};
    const Place place = placeOf(point);
    const Row &cells = row(place.row);
    const int offset = cells.cells[size_t(place.column)]->offsetOnText(place.inCell);
    for (const TextRun &run : cells.texts[place.column].runs) {
        if (offset < run.offset || offset >= run.offset + run.length)
            continue;
        if (!run.link.isEmpty())
            return {BlockHit::Kind::Link, run.link};
        if (!run.image.isEmpty())
            return {BlockHit::Kind::Image, run.image};
    }
    return {BlockHit::Kind::Text, {}};
}

void TableBlock::paint(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const
{
    if (m_rows.count() == 0)
        return;
    painter.save();
    const qreal width = std::min(m_width, naturalWidth());
    painter.setClipRect(QRectF(topLeft, QSizeF(width, qreal(m_rows.total()) + 1)),
                        Qt::IntersectClip);
    const auto rowAt = [this, &topLeft](qreal y) {
        return m_rows.rowAt(qint64(std::max(0.0, y - topLeft.y())));
    };
    const int first = rowAt(paint.clip.top());
    keepNearest(m_laidOut, first, rowAt(paint.clip.bottom()), keptRows);
    for (int row = first; row < m_rows.count(); ++row) {
        const qreal top = topLeft.y() + qreal(m_rows.top(row));
        if (top > paint.clip.bottom())
            break;
        paintRow(painter, {topLeft.x(), top}, row, paint);
    }
    painter.restore();
}

void TableBlock::paintRow(QPainter &painter, QPointF topLeft, int rowNumber,
                          const BlockPaint &paint) const
{
    painter.setPen(paint.theme.text);
    const Row &cells = row(rowNumber);
    for (size_t column = 0; column < cells.cells.size(); ++column) {
        QList<TextMark> marks;
        if (!paint.marks.isEmpty()) {
            const int offset = cellOffset(rowNumber, int(column));
            for (TextMark mark : paint.marks) {
                mark.begin = std::max(0, mark.begin - offset);
                mark.end =
                    std::min(mark.end - offset, int(cells.texts[qsizetype(column)].text.size()));
                if (mark.end > mark.begin)
                    marks.append(mark);
            }
        }
        QPointF at = topLeft + QPointF(columnLeft(int(column)), cellPaddingY);
        cells.cells[column]->paint(painter, at, paint.clip, marks);
        at.ry() += cells.cells[column]->height();
        for (const QImage &picture : picturesIn(cells.texts[qsizetype(column)])) {
            at.ry() += pictureGap;
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(QRectF(at, pictureSize(picture)), picture);
            at.ry() += pictureSize(picture).height();
        }
    }
    const qreal bottom = topLeft.y() + m_rows.height(rowNumber);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(topLeft.x(), bottom - 1, m_width, 1), paint.theme.line);
    painter.setRenderHint(QPainter::Antialiasing);
}

} // namespace Aura
