// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdowndocument.h"
#include "ui/transcript/messageblock.h"

#include <QCoreApplication>

#include <map>
#include <memory>

namespace Aura {

//! Code in a frame: its language and actions on top, its lines below, coloured. Or raw HTML, which
//! is nothing but its lines.
//!
//! Lines are of one height while they do not wrap, so only those in sight are laid out, however
//! many there are; wide ones are moved sideways.
class CodeBlock : public MessageBlock
{
    Q_DECLARE_TR_FUNCTIONS(Aura::CodeBlock)

public:
    enum class Look { Framed, Bare };

    //! The document outlives the block.
    CodeBlock(MarkdownDocument &document, int block, Look look);
    ~CodeBlock() override;

    qreal layout(qreal width, const BlockStyle &style) override;
    void paint(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const override;
    QString text() const override { return m_document.plainText(m_block); }
    int offsetAt(QPointF point) const override;
    QRectF caretRect(int offset) const override;
    QRectF endRect() const override;
    BlockHit hitAt(QPointF point) const override;
    qreal unchangedHeight() const override { return m_unchanged; }
    QRectF buttonRect(BlockHit::Kind kind) const override;
    qreal naturalWidth() const override { return m_width; }
    int maximumScroll() const override;
    void setChoices(const BlockChoices &choices) override;

    //! The height of a block of so many lines that do not wrap.
    static qreal heightOf(int lines, const Typography &type);

private:
    struct Button
    {
        QRectF rect{};
        QString text{};
        BlockHit::Kind kind = BlockHit::Kind::Nothing;
    };

    void placeButtons(const Typography &type);
    bool mayWrap() const;
    qreal bodyTop() const;
    qreal lineTop(int line) const;
    int lineAt(qreal y) const;
    TextFlow &flow(int line) const;
    std::unique_ptr<TextFlow> makeFlow(int line) const;
    void layoutWrapped(int lines);
    int lineOffset(int line) const;
    int lineOf(int offset) const;
    void paintFrame(QPainter &painter, const QRectF &frame, const BlockPaint &paint) const;
    void paintHeader(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const;
    void paintLines(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const;
    void paintScroll(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const;

    MarkdownDocument &m_document;
    int m_block;
    Look m_look;
    bool m_wraps = false;
    BlockChoices m_choices;
    QString m_language;
    QFont m_font;
    qreal m_lineHeight = 0;
    qreal m_headerHeight = 0;
    qreal m_padding = 0;     // at the sides of the lines
    qreal m_bodyPadding = 0; // above and below them
    qreal m_width = 0;
    qreal m_height = 0;
    qreal m_unchanged = 0;
    QList<Button> m_buttons;
    int m_laidOutLines = 0;           // the last of them may have grown since
    std::vector<qreal> m_wrappedTops; // of each line and of the end, while lines wrap
    QHash<int, QColor> m_colours;     // by TokenKind
    mutable std::map<int, std::unique_ptr<TextFlow>> m_flows; // of the lines in sight
    mutable qreal m_widest = 0;                               // of the lines seen so far
    mutable std::vector<int> m_offsets{0}; // where lines begin in text(), as far as it was asked
};

} // namespace Aura
