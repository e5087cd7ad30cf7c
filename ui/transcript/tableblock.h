// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdowndocument.h"
#include "ui/transcript/heightindex.h"
#include "ui/transcript/messageblock.h"

#include <QImage>

#include <map>
#include <memory>
#include <vector>

namespace Aura {

//! A table: a header and rows, columns as wide as their widest cell up to a limit, beyond which
//! cells wrap. A table wider than the message is moved sideways.
//!
//! A row that arrives is measured once. Rows above stay as they are, whatever comes: a column only
//! grows, and a cell wraps only where its column has reached the limit. Of a long table that is
//! there already the first rows are measured, and the others as there is time; until then they are
//! taken for rows of one line.
class TableBlock : public MessageBlock
{
public:
    //! The document outlives the block.
    TableBlock(MarkdownDocument &document, int block);
    ~TableBlock() override;

    qreal layout(qreal width, const BlockStyle &style) override;
    bool isComplete() const override { return m_measured == m_rows.count(); }
    void paint(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const override;
    QString text() const override { return textOf(m_document, m_block); }
    int offsetAt(QPointF point) const override;
    QRectF caretRect(int offset) const override;
    QRectF endRect() const override;
    BlockHit hitAt(QPointF point) const override;
    qreal unchangedHeight() const override { return m_unchanged; }
    qreal naturalWidth() const override;
    int maximumScroll() const override;
    void setChoices(const BlockChoices &choices) override { m_choices = choices; }

    //! The table's text: cells parted by tabs, rows by line feeds.
    static QString textOf(MarkdownDocument &document, int block);

private:
    struct Row
    {
        std::vector<std::unique_ptr<TextFlow>> cells;
        QList<RichText> texts;
    };
    struct Place
    {
        int row = 0;
        int column = 0;
        QPointF inCell{};
    };

    void measureRows(int known, int rows);
    void measureRow(int row);
    QList<QImage> picturesIn(const RichText &cell) const;
    QSizeF pictureSize(const QImage &picture) const;
    qreal naturalWidthOf(const RichText &text, int row, int column) const;
    std::unique_ptr<TextFlow> makeFlow(const RichText &text, int row, int column,
                                       qreal width) const;
    Row &row(int row) const;
    qreal columnLeft(int column) const;
    Place placeOf(QPointF point) const;
    int cellOffset(int row, int column) const;
    void paintRow(QPainter &painter, QPointF topLeft, int row, const BlockPaint &paint) const;

    MarkdownDocument &m_document;
    int m_block;
    BlockChoices m_choices;
    QList<Qt::Alignment> m_alignments;
    QFont m_font;
    qreal m_lineHeight = 0;
    qreal m_cap = 0;
    qreal m_width = -1;
    qreal m_unchanged = 0;
    HeightIndex m_rows;
    int m_measured = 0;                  // rows
    std::vector<qreal> m_columns;        // widths of the text in them
    std::vector<qreal> m_settled;        // the same without the last row measured, which may change
    const BlockStyle *m_style = nullptr; // set by the first layout
    mutable std::map<int, Row> m_laidOut;     // the rows in sight
    mutable std::vector<int> m_rowOffsets{0}; // where rows begin in text(), as far as it was asked
};

} // namespace Aura
