// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "ui/theme/theme.h"
#include "ui/transcript/findquery.h"
#include "ui/transcript/heightindex.h"
#include "ui/transcript/messagecontent.h"
#include "ui/transcript/textposition.h"

#include <QCoreApplication>
#include <QRect>

#include <map>
#include <memory>
#include <optional>

namespace Aura {

struct MessageTarget;
struct Typography;

//! What of a message is marked: positions are of its row.
struct RowMarks
{
    std::optional<TextSelection> selection{};
    FindQuery query{};                  // hits of it
    std::optional<TextSelection> hit{}; // the one that is shown
};

//! One message laid out: its blocks below each other, in a bubble for a question, with a line for
//! its state and its actions below.
//!
//! Blocks have estimated heights until they are realised, which is done for those in sight only;
//! layouts that went out of sight are dropped. Text that arrives touches the last blocks only. All
//! positions are pixels from the message's top.
class MessageLayout
{
    Q_DECLARE_TR_FUNCTIONS(Aura::MessageLayout)

public:
    //! The typography outlives the layout.
    MessageLayout(const Message &message, const Typography &type, const Theme &theme);
    ~MessageLayout();

    //! The message's text grew by a piece; update() shows it.
    void append(const QString &piece);
    //! Its state changed, or anything but the text.
    void setMessage(const Message &message);

    //! Takes in what was appended, and a new width of the column.
    void update(int width);
    int height() const { return m_height; }

    //! Lays out the blocks between two positions. Returns by how much what lies at the anchor
    //! moved down because blocks above it turned out taller than estimated (negative: up).
    int realise(int from, int to, int anchor);
    //! Drops the layouts of blocks that lie outside.
    void dropOutside(int from, int to);

    //! Painted with the top left corner of the column at topLeft.
    void paint(QPainter &painter, QPointF topLeft, const BlockPaint &paint,
               const RowMarks &marks) const;

    int blockCount() const { return m_content->blockCount(); }
    QString codeText(int block) const; // as it is copied and saved

    //! The place nearest to a point relative to the column's top left corner.
    TextPosition positionAt(QPointF point, int row);

    QRectF caretRect(const TextPosition &position);
    QRectF targetRect(const MessageTarget &target);
    //! Moves wide content so that a place in it can be seen.
    void revealSideways(const TextPosition &position);

    //! What lies under a point, and in which block.
    BlockHit hitAt(QPointF point, int *block);
    bool isFoldLine(QPointF point) const;
    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }

    //! Moves the wide block at a point sideways; false where there is none.
    bool scrollSideways(QPointF point, int by);
    void toggleWrap(int block);

    //! The line below the text: where the state stands, and where the actions go.
    QRect footerRect() const;
    QString stateText() const;

    Role role() const { return m_role; }
    MessageId id() const { return m_id; }
    bool isAnswering() const { return m_state == ReplyState::Answering; }

private:
    struct LaidOut
    {
        std::unique_ptr<MessageBlock> block;
        int kind = 0; // MessageContent::kindOf()
    };

    MessageBlock &block(int index);
    int layoutBlock(int index); // returns the change of its height
    int estimate(int index) const;
    qreal gap(int index) const;
    int textTop() const;
    int blockTop(int index) const { return textTop() + int(m_heights.top(index)); }
    qreal blockWidth(int index) const;
    QPointF blockOrigin(int index) const;
    void reindex(const ContentChange &change);
    void fitBubble();
    void finishHeight();
    QRectF bubbleRect() const;
    int blockAt(qreal y) const;
    void paintBlock(QPainter &painter, int index, QPointF topLeft, const BlockPaint &paint,
                    const RowMarks &marks) const;
    QList<TextMark> marksIn(int index, const RowMarks &marks, const Theme &theme) const;
    const QList<TextSpan> &foundIn(int index, const FindQuery &query) const;
    void paintCaret(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const;
    void paintFooter(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const;

    const Typography &m_type;
    Theme m_theme;
    BlockStyle m_style;
    MessageId m_id;
    Role m_role;
    ReplyState m_state;
    bool m_folded = true;
    bool m_changed = true; // since update()
    std::unique_ptr<MessageContent> m_content;
    HeightIndex m_heights;           // of the blocks, the gaps above them included
    std::map<int, LaidOut> m_blocks; // those that are laid out
    std::map<int, BlockChoices> m_choices;
    mutable FindQuery m_foundQuery;
    mutable std::map<int, QList<TextSpan>> m_found; // by block, as it was painted
    int m_width = -1;
    int m_height = 0;
    qreal m_left = 0; // of the text in the column
    qreal m_textWidth = 0;
};

} // namespace Aura
