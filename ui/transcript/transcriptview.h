// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "ui/transcript/messageactions.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <memory>
#include <vector>

class QToolButton;

namespace Aura {

class ConversationModel;
class TranscriptGeometry;

//! The messages of a conversation, one below the other: questions in bubbles, answers across the
//! column. Follows the end while it is at the end; never moves what is being read.
//!
//! Text that arrives is taken in at once and laid out at most once a frame, only where it is in
//! sight.
class TranscriptView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TranscriptView(QWidget *parent = nullptr);
    ~TranscriptView() override;

    //! The model outlives the view, or another one is set before; null shows nothing.
    void setModel(ConversationModel *model);
    ConversationModel *model() const { return m_model; }

    bool isAtEnd() const { return m_followsEnd; }
    void scrollToEnd();

    bool hasSelection() const;
    QString selectedText() const;
    //! The selection, else the current message.
    void copy();
    void selectAll();

    //! The message that the keyboard is at; -1: none.
    int currentRow() const { return m_currentRow; }
    void setCurrentRow(int row);
    //! Moves the keyboard to the previous (-1) or next (+1) message.
    void stepCurrentRow(int step);

    //! Where a message is on the viewport; for accessibility and tests.
    QRect messageRect(int row) const;
    void copyMessage(int row) const;

signals:
    void editRequested(Aura::MessageId question);
    void tryAgainRequested(Aura::MessageId answer);
    void continueRequested(Aura::MessageId answer);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Place // in the text of the conversation
    {
        int row = -1;
        qsizetype position = 0;

        friend auto operator<=>(const Place &, const Place &) = default;
    };

    void syncRows();
    void onReplyGrew(MessageId id, qsizetype offset, const QString &piece);
    void onMessageChanged(int row);
    void scheduleLayout();
    void layOutNow();
    void updateScrollBar();
    void placeButtons();
    void paintRow(QPainter &painter, int row, const QRectF &clip) const;
    void paintState(QPainter &painter, int row) const;
    Place placeAt(const QPointF &point) const;
    QString stateText(int row) const;
    MessageActions::Offer offerFor(int row) const;
    int actionsRow() const;
    int scrolledBy() const;
    void showSibling(MessageId id, int step);

    ConversationModel *m_model = nullptr;
    std::unique_ptr<TranscriptGeometry> m_geometry;
    MessageActions *m_actions = nullptr;
    QToolButton *m_newest = nullptr;
    QBasicTimer m_frame;
    bool m_followsEnd = true;
    bool m_settingValue = false; // the scroll bar moves because of us
    bool m_needsSync = false;
    int m_lastScroll = 0;
    int m_hoveredRow = -1;
    int m_currentRow = -1;
    Place m_anchor;
    Place m_cursor;
};

} // namespace Aura
