// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the mouse and the keyboard do in the transcript.
#include "chat/conversationmodel.h"
#include "ui/theme/theme.h"
#include "ui/transcript/messageactionbar.h"
#include "ui/transcript/messagelayout.h"
#include "ui/transcript/messagelayoutcache.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace Aura {

namespace {

constexpr int autoScrollInterval = 30; // ms
constexpr double zoomStep = 1.1;
constexpr int sidewaysStep = 40; // px for a notch of the wheel

} // namespace

int TranscriptView::rowAt(QPoint viewportPoint) const
{
    return m_geometry.rowAtViewport(viewportPoint.y() - topPadding);
}

TextPosition TranscriptView::positionAt(QPoint viewportPoint)
{
    const int count = m_geometry.heights().count();
    if (count == 0)
        return {};
    int row = rowAt(viewportPoint);
    if (row < 0)
        row = viewportPoint.y() < 0 ? 0 : count - 1;
    return layoutOf(row).positionAt(viewportPoint - messageRect(row).topLeft(), row);
}

void TranscriptView::setHoverRow(int row)
{
    if (m_hoverRow == row)
        return;
    m_hoverRow = row;
    showActions(actionsRow());
}

int TranscriptView::actionsRow() const
{
    if (m_hoverRow >= 0 || m_currentRow >= 0)
        return m_hoverRow >= 0 ? m_hoverRow : m_currentRow;
    const int last = m_geometry.heights().count() - 1;
    const bool atRest = last >= 0 && m_model->messageAt(last).role == Role::Assistant
        && m_model->messageAt(last).state != ReplyState::Answering;
    return atRest ? last : -1;
}

void TranscriptView::showActions(int row)
{
    if (row >= 0 && row < m_geometry.heights().count()) {
        const QModelIndex index = m_model->index(row);
        m_actions->setMessage(
            m_model->messageAt(row),
            {.siblingIndex = index.data(ConversationModel::SiblingIndexRole).toInt(),
             .siblingCount = index.data(ConversationModel::SiblingCountRole).toInt(),
             .isLast = row + 1 == m_geometry.heights().count()});
    }
    placeOverlays();
}

void TranscriptView::setCurrentRow(int row)
{
    if (!m_model || m_geometry.heights().count() == 0)
        return;
    row = std::clamp(row, 0, m_geometry.heights().count() - 1);
    m_currentRow = row;
    m_hoverRow = -1;
    layoutOf(row);
    const QRect rect = messageRect(row);
    if (rect.top() < 0 || rect.bottom() > viewport()->height()) {
        const bool high = rect.height() > viewport()->height() || rect.top() < 0;
        const int by = high ? rect.top() - topPadding : rect.bottom() - viewport()->height();
        verticalScrollBar()->setValue(verticalScrollBar()->value() + by);
    }
    showActions(row);
    viewport()->update();
    emit currentRowChanged(row);
}

void TranscriptView::moveCurrent(int step)
{
    setFocus(Qt::OtherFocusReason);
    const int count = m_geometry.heights().count();
    setCurrentRow(m_currentRow < 0 ? (step < 0 ? count - 1 : 0) : m_currentRow + step);
}

QString TranscriptView::selectedText() const
{
    if (m_selection.isEmpty() || !m_model)
        return {};
    const TextPosition begin = m_selection.begin();
    const TextPosition end = m_selection.end();
    QStringList parts;
    for (int row = begin.row; row <= std::min(end.row, m_model->rowCount() - 1); ++row) {
        MessageLayout layout(m_model->messageAt(row), *m_type, themeOf(palette()));
        layout.setFolded(false);
        layout.update(columnWidth());
        parts << layout.textBetween(row == begin.row ? begin : TextPosition{row, 0, 0},
                                    row == end.row ? end : layout.endPosition(row));
    }
    return parts.join(QStringLiteral("\n\n"));
}

void TranscriptView::copySelection()
{
    if (const QString text = selectedText(); !text.isEmpty())
        QApplication::clipboard()->setText(text);
    else if (m_model && m_currentRow >= 0)
        QApplication::clipboard()->setText(m_model->messageAt(m_currentRow).text);
}

void TranscriptView::copyShownMessage()
{
    if (const int row = m_model ? m_model->rowOf(m_actions->messageId()) : -1; row >= 0)
        QApplication::clipboard()->setText(m_model->messageAt(row).text);
}

void TranscriptView::selectAll()
{
    const int count = m_geometry.heights().count();
    if (count == 0)
        return;
    m_selection.anchor = {0, 0, 0};
    m_selection.cursor = layoutOf(count - 1).endPosition(count - 1);
    viewport()->update();
}

void TranscriptView::clearSelection()
{
    m_selection = {};
    viewport()->update();
}

void TranscriptView::extendSelection(const TextPosition &position)
{
    if (!position.isValid() || m_selection.cursor == position)
        return;
    m_selection.cursor = position;
    viewport()->update();
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_model)
        return;
    if (act(event->position().toPoint()))
        return;
    const TextPosition position = positionAt(event->position().toPoint());
    m_selecting = true;
    if (!event->modifiers().testFlag(Qt::ShiftModifier) || !m_selection.anchor.isValid())
        m_selection.anchor = position;
    m_selection.cursor = position;
    viewport()->update();
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    m_lastMouse = event->position().toPoint();
    if (!m_model)
        return;
    if (!m_selecting) {
        setHoverRow(rowAt(m_lastMouse));
        updateCursor(m_lastMouse);
        return;
    }
    extendSelection(positionAt(m_lastMouse));
    const bool outside = m_lastMouse.y() < 0 || m_lastMouse.y() > viewport()->height();
    if (outside && !m_autoScroll.isActive())
        m_autoScroll.start(autoScrollInterval, this);
    else if (!outside)
        m_autoScroll.stop();
}

void TranscriptView::autoScroll()
{
    const int below = m_lastMouse.y() - viewport()->height();
    verticalScrollBar()->setValue(verticalScrollBar()->value()
                                  + (below > 0 ? below : std::min(0, m_lastMouse.y())) / 2);
    extendSelection(positionAt(m_lastMouse));
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_selecting)
        return;
    m_selecting = false;
    m_autoScroll.stop();
    QClipboard *clipboard = QApplication::clipboard();
    if (clipboard->supportsSelection() && !m_selection.isEmpty())
        clipboard->setText(selectedText(), QClipboard::Selection);
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_model)
        return;
    const TextPosition position = positionAt(event->position().toPoint());
    if (!position.isValid())
        return;
    const MessageLayout &layout = layoutOf(position.row);
    if (position.block >= layout.blockCount())
        return;
    const QString text = layout.blockText(position.block);
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, text);
    words.setPosition(position.offset);
    m_selection = {position, position};
    if (!words.isAtBoundary() || position.offset == text.size())
        m_selection.anchor.offset = int(std::max<qsizetype>(0, words.toPreviousBoundary()));
    words.setPosition(position.offset);
    if (const qsizetype next = words.toNextBoundary(); next > 0)
        m_selection.cursor.offset = int(next);
    viewport()->update();
}

void TranscriptView::wheelEvent(QWheelEvent *event)
{
    const QPoint at = event->position().toPoint();
    const QPoint angle = event->angleDelta();
    const bool sideways =
        std::abs(angle.x()) > std::abs(angle.y()) || event->modifiers().testFlag(Qt::ShiftModifier);
    const int row = m_model ? rowAt(at) : -1;
    if (sideways && row >= 0) {
        const int delta = angle.x() != 0 ? angle.x() : angle.y();
        if (layoutOf(row).scrollSideways(at - messageRect(row).topLeft(),
                                         -delta * sidewaysStep / 120))
            viewport()->update();
        event->accept();
        return;
    }
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        setZoom(m_zoom * (angle.y() > 0 ? zoomStep : 1 / zoomStep));
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
    setHoverRow(rowAt(at));
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->matches(QKeySequence::MoveToEndOfDocument) || event->key() == Qt::Key_End)
        scrollToEnd();
    else if (event->matches(QKeySequence::MoveToStartOfDocument) || event->key() == Qt::Key_Home)
        verticalScrollBar()->setValue(0);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    QAction *copy =
        menu.addAction(tr("Copy"), QKeySequence::Copy, this, &TranscriptView::copySelection);
    copy->setEnabled(!m_selection.isEmpty() || m_currentRow >= 0);
    menu.addAction(tr("Select all"), QKeySequence::SelectAll, this, &TranscriptView::selectAll);
    menu.exec(event->globalPos());
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && !m_actions->underMouse())
        setHoverRow(-1);
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace Aura
