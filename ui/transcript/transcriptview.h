// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/records.h"
#include "ui/transcript/excerptmimedata.h"
#include "ui/transcript/transcriptgeometry.h"
#include "ui/transcript/transcriptsurface.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

namespace Aura {

class MessageActionBar;
class MessageLayout;
class MessageLayoutCache;
class NewestButton;

//! The messages of a conversation as one column of text that streams, scrolls and is selected.
//!
//! Only what is in sight is laid out, at most once a frame. The view stays at the end while it is
//! there and moves at nobody else's wish but the reader's.
class TranscriptView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TranscriptView(QWidget *parent = nullptr);
    ~TranscriptView() override;
    //! The model outlives its being set; null shows nothing.
    void setModel(ConversationModel *model);
    ConversationModel *model() const { return m_model; }

    //! The message that the keyboard acts on; -1: none.
    int currentRow() const { return m_currentRow; }
    void setCurrentRow(int row);
    void moveCurrent(int step); // Alt+Up, Alt+Down
    void focusRow(int row);     // the same without scrolling

    bool isAtEnd() const { return m_geometry.isAtEnd(); }
    void scrollToEnd();
    ScrollPlace scrollPlace() const;
    void setScrollPlace(const ScrollPlace &place); // of a message that is no more: the end

    TranscriptSurface &surface() { return *m_surface; } // what makes it one text
    TranscriptText &text() { return m_surface->text; }
    TranscriptSelection &selection() { return m_surface->selection; }
    TranscriptFind &find() { return m_surface->find; }
    void copy(CopyAs as = CopyAs::Everything); // the selection, else the current message
    void copyMessage(int row, CopyAs as = CopyAs::Everything);

    //! The place in the text nearest to a point of the viewport.
    TextPosition positionAt(QPoint viewportPoint);
    bool isOnText(QPoint viewportPoint);
    //! Where a place lies in the viewport; lays it out, whether it is in sight or not.
    QRectF caretRect(const TextPosition &position);
    //! Scrolls to a place, unfolds it, moves wide content sideways.
    void reveal(const TextPosition &position);
    //! Whether a click does something there; click() does it. False where there is only text.
    bool canClick(QPoint viewportPoint);
    bool click(QPoint viewportPoint);
    void activate(int row, const MessageTarget &target);

    //! 1.0 is the application's font as it is; kept within 0.5 … 3.
    void setZoom(double zoom);
    double zoom() const { return m_zoom; }
    //! Where a message lies in the viewport, whether in sight or not; for assistive technology.
    QRect messageRect(int row) const;

signals:
    void editRequested(Aura::MessageId question);
    void askAgainRequested(Aura::MessageId message);
    void sentRequested(Aura::MessageId message);
    void continueRequested(Aura::MessageId reply);
    void siblingRequested(Aura::MessageId message, int step);
    void currentRowChanged(int row);
    void atEndChanged(bool atEnd);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    static constexpr int topPadding = 8;

    void connectModel();
    void connectSurface();
    bool hasHitsBetween(double from, double to) const; // shares of what is scrolled
    void resetRows();
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void onDataChanged(int first, int last, const QList<int> &roles);
    void scheduleFrame();
    void layoutFrame();
    void layoutFromEnd();
    void layoutFromAnchor();
    void dropUnseen();
    void scrollBy(int dy);
    void showFrame();
    void syncScrollBar();
    void restyle();
    MessageLayout &layoutOf(int row); // up to date, its blocks perhaps estimates
    //! Lays out what lies in a row between two positions; see MessageLayout::realise().
    int realise(int row, int from, int to, int anchor);
    int estimateHeight(int row) const;
    int columnWidth() const;
    int columnLeft() const;
    int rowAt(QPoint viewportPoint) const;
    void placeOverlays();
    void paintRow(QPainter &painter, int row, int top, const BlockPaint &paint);
    void setHoverRow(int row);
    void showActions(int row);
    int actionsRow() const; // the row that the actions are for; -1: none
    void askToOpen(const QString &address);
    void saveCode(const MessageLayout &layout, int block);
    BlockHit hitAt(QPoint viewportPoint);
    void updateCursor(QPoint viewportPoint);
    void toggleFold(int row);
    void paintKeyboard(QPainter &painter);

    QPointer<ConversationModel> m_model;
    std::unique_ptr<Typography> m_type;
    std::unique_ptr<MessageLayoutCache> m_layouts;
    TranscriptGeometry m_geometry;
    std::unique_ptr<TranscriptSurface> m_surface;
    QBasicTimer m_frame;
    double m_zoom = 1.0;
    int m_currentRow = -1;
    int m_hoverRow = -1;
    int m_lastScroll = 0;
    qint64 m_lastFrameCost = 0;            // ms
    bool m_syncing = false;                // the scroll bar is being set, not moved
    MessageActionBar *m_actions = nullptr; // a child of the viewport
    NewestButton *m_newest = nullptr;      // likewise
};

} // namespace Aura
