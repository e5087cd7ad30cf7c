// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "ui/theme/theme.h"
#include "ui/transcript/framedifference.h"
#include "ui/transcript/heightindex.h"
#include "ui/transcript/laidoutblock.h"
#include "ui/transcript/messagecontent.h"
#include "ui/transcript/pendingtext.h"
#include "ui/transcript/rowmarks.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QRect>

#include <map>
#include <memory>

namespace Aura {

struct MessageTarget;
struct Typography;

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
    //! The typography and the images outlive the layout.
    MessageLayout(const Message &message, const Typography &type, const Theme &theme,
                  const RemoteImages *images);
    ~MessageLayout();

    //! The message's text grew by a piece; update() shows it.
    void append(const QString &piece);
    //! Its state changed, or anything but the text.
    void setMessage(const Message &message);

    //! A line above says that what stands there is not sent any more.
    void setFirstSent(bool isFirst);

    //! Takes in what was appended, and a new width of the column. Of a long text so much as the
    //! time allows: the rest waits for the next frame. Returns by how much what lies at the anchor
    //! moved down.
    int update(int width, int anchor = 0, QDeadlineTimer until = QDeadlineTimer::Forever);
    //! All was taken in, and measured where it is in sight.
    bool isComplete() const { return m_pending.isEmpty() && m_isMeasured; }
    int height() const { return m_height; }

    //! Lays out the blocks between two positions. Returns by how much what lies at the anchor
    //! moved down because blocks above it turned out taller than estimated (negative: up).
    int realise(int from, int to, int anchor);
    //! Drops the layouts of blocks that lie outside.
    void dropOutside(int from, int to);

    //! Painted with the top left corner of the column at topLeft.
    void paint(QPainter &painter, QPointF topLeft, const BlockPaint &paint,
               const RowMarks &marks) const;

    //! Adds the parts that lie between two positions, the message's top being at viewportTop; the
    //! next call says what changed since this one.
    void collectParts(std::vector<PaintedPart> &parts, int viewportTop, int from, int to);

    int blockCount() const { return m_content->blockCount(); }
    QString codeText(int block) const; // as it is copied and saved
    //! Nearest to a point relative to the column's top left corner.
    TextPosition positionAt(QPointF point, int row);
    QRectF caretRect(const TextPosition &position);
    QRectF targetRect(const MessageTarget &target);
    //! Moves wide content so that a place in it can be seen.
    void revealSideways(const TextPosition &position);
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
    MessageBlock &block(int index);
    int layoutBlock(int index); // returns the change of its height
    int estimate(int index) const;
    qreal gap(int index) const;
    int textTop() const;
    int blockTop(int index) const { return textTop() + int(m_heights.top(index)); }
    qreal blockIndent(int index) const;
    qreal blockWidth(int index) const;
    QPointF blockOrigin(int index) const;
    void takeSlices(int anchor, QDeadlineTimer until, int &moved);
    int reindex(const ContentChange &change, int anchor);
    void fitBubble();
    void finishHeight();
    QRectF bubbleRect() const;
    int blockAt(qreal y) const;
    void paintBlock(QPainter &painter, int index, QPointF topLeft, const BlockPaint &paint,
                    const RowMarks &marks) const;
    QList<TextMark> marksIn(int index, const RowMarks &marks, const Theme &theme) const;
    const QList<TextSpan> &foundIn(int index, const FindQuery &query) const;
    bool hasCaret(int index) const;
    void paintCaret(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const;
    int topMargin() const;
    void paintFirstSent(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const;
    void paintFooter(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const;

    const Typography &m_type;
    Theme m_theme;
    BlockStyle m_style;
    MessageId m_id;
    Role m_role;
    ReplyState m_state;
    bool m_folded = true;
    bool m_isFirstSent = false;
    bool m_isMeasured = true; // by the last realise()
    bool m_changed = true;    // since update()
    bool m_looksNew = true;   // a question: since collectParts()
    PendingText m_pending;
    std::unique_ptr<MessageContent> m_content;
    HeightIndex m_heights;                // of the blocks, the gaps above them included
    std::map<int, LaidOutBlock> m_blocks; // those that are laid out
    std::map<int, BlockChoices> m_choices;
    quint64 m_serial;     // of the message, and of the line below it
    quint64 m_foldSerial; // of the line that unfolds it
    mutable FindQuery m_foundQuery;
    mutable std::map<int, QList<TextSpan>> m_found; // by block, as it was painted
    int m_width = -1;
    int m_height = 0;
    qreal m_left = 0; // of the text in the column
    qreal m_textWidth = 0;
};

} // namespace Aura
