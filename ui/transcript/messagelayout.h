// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "ui/transcript/messageblock.h"
#include "ui/transcript/textposition.h"

#include <QCoreApplication>
#include <QRect>

#include <memory>
#include <vector>

namespace Aura {

struct Typography;

//! One message laid out: its blocks below each other, in a bubble for a question, with a line for
//! its state and its actions below. Text that arrives at the end touches the last block only.
class MessageLayout
{
    Q_DECLARE_TR_FUNCTIONS(Aura::MessageLayout)

public:
    MessageLayout(const Message &message, const Typography &type);
    ~MessageLayout();

    //! The message's text grew by a piece.
    void append(const QString &piece);
    //! Its state changed, or anything but the text.
    void setMessage(const Message &message);

    //! Lays out what is not yet; returns the height in whole pixels.
    int layout(int width);

    //! Painted with the top left corner of the column at topLeft. The selection is given in the
    //! block and offset parts of its positions; their rows are not looked at.
    void paint(QPainter &painter, QPointF topLeft, const BlockPaint &paint,
               const TextSelection *selection) const;

    int blockCount() const { return int(m_blocks.size()); }
    QString blockText(int block) const { return m_blocks[size_t(block)]->text(); }
    TextPosition endPosition(int row) const;

    //! The text between two places, blocks separated by a line feed.
    QString textBetween(TextPosition begin, TextPosition end) const;

    //! The place nearest to a point relative to the column's top left corner.
    TextPosition positionAt(QPointF point, int row) const;

    //! The line below the text: where the state stands, and where the actions go.
    QRect footerRect() const { return m_footer; }
    QString stateText() const;

    Role role() const { return m_role; }
    MessageId id() const { return m_id; }
    bool isAnswering() const { return m_state == ReplyState::Answering; }

    //! A system prompt shows only its first line until it is unfolded.
    bool isFolded() const { return m_folded; }
    void setFolded(bool folded, const Message &message);

private:
    void rebuild(const QString &text);
    void appendParagraphs(QStringView text);
    void place(int width);
    QRectF bubbleRect() const;
    void paintFooter(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const;

    struct Place
    {
        qreal top = 0;
        qreal height = 0;
    };

    const Typography &m_type;
    MessageId m_id;
    Role m_role;
    ReplyState m_state;
    std::vector<std::unique_ptr<MessageBlock>> m_blocks;
    std::vector<Place> m_places;
    size_t m_firstDirty = 0; // blocks from here on are not placed
    int m_width = -1;
    int m_height = 0;
    qreal m_left = 0; // of the text in the column
    qreal m_textWidth = 0;
    QRect m_footer;
    bool m_folded = true;
};

} // namespace Aura
