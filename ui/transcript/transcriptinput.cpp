// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the mouse and the keyboard do in the transcript.
#include "chat/conversationmodel.h"
#include "ui/theme/theme.h"
#include "ui/transcript/messageactionbar.h"
#include "ui/transcript/messagelayout.h"
#include "ui/transcript/messagelayoutcache.h"
#include "ui/transcript/transcriptlinks.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace Aura {

namespace {

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

QRectF TranscriptView::caretRect(const TextPosition &position)
{
    MessageLayout &layout = layoutOf(position.row);
    const int before = layout.height();
    const QRectF caret = layout.caretRect(position);
    m_geometry.heights().setHeight(position.row, layout.height());
    // What is in sight stays where it is.
    if (position.row == m_geometry.anchorRow() && caret.bottom() < m_geometry.anchorOffset())
        m_geometry.setAnchor(position.row, m_geometry.anchorOffset() + layout.height() - before);
    return caret.translated(messageRect(position.row).topLeft());
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

void TranscriptView::focusRow(int row)
{
    if (m_currentRow == row)
        return;
    m_currentRow = row;
    m_hoverRow = -1;
    m_surface->clearTarget();
    showActions(row);
    viewport()->update();
    emit currentRowChanged(row);
}

void TranscriptView::setCurrentRow(int row)
{
    if (!m_model || m_geometry.heights().count() == 0)
        return;
    row = std::clamp(row, 0, m_geometry.heights().count() - 1);
    m_surface->caret.hide();
    layoutOf(row);
    const QRect rect = messageRect(row);
    if (rect.top() < 0 || rect.bottom() > viewport()->height()) {
        const bool high = rect.height() > viewport()->height() || rect.top() < 0;
        const int by = high ? rect.top() - topPadding : rect.bottom() - viewport()->height();
        verticalScrollBar()->setValue(verticalScrollBar()->value() + by);
    }
    focusRow(row);
}

void TranscriptView::moveCurrent(int step)
{
    setFocus(Qt::OtherFocusReason);
    const int count = m_geometry.heights().count();
    setCurrentRow(m_currentRow < 0 ? (step < 0 ? count - 1 : 0) : m_currentRow + step);
}

void TranscriptView::copy(CopyAs as)
{
    if (!m_surface->selection.isEmpty())
        QApplication::clipboard()->setMimeData(
            new ExcerptMimeData(m_surface->selection.excerpts(), as));
    else if (m_model && m_currentRow >= 0)
        copyMessage(m_currentRow, as);
}

void TranscriptView::copyMessage(int row, CopyAs as)
{
    QApplication::clipboard()->setMimeData(new ExcerptMimeData({m_surface->text.excerpt(row)}, as));
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_model)
        return;
    m_surface->caret.hide();
    m_surface->gesture.press(*event);
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_model)
        return;
    if (m_surface->gesture.isActive())
        return m_surface->gesture.move(*event);
    const QPoint at = event->position().toPoint();
    setHoverRow(rowAt(at));
    updateCursor(at);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_model)
        m_surface->gesture.release(*event);
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_model)
        m_surface->gesture.doubleClick(*event);
}

BlockHit TranscriptView::hitAt(QPoint viewportPoint)
{
    const int row = rowAt(viewportPoint);
    int block = -1;
    return row < 0 ? BlockHit()
                   : layoutOf(row).hitAt(viewportPoint - messageRect(row).topLeft(), &block);
}

bool TranscriptView::isOnText(QPoint viewportPoint)
{
    const BlockHit::Kind kind = hitAt(viewportPoint).kind;
    return kind == BlockHit::Kind::Text || kind == BlockHit::Kind::Link;
}

bool TranscriptView::canClick(QPoint viewportPoint)
{
    const int row = rowAt(viewportPoint);
    if (row < 0)
        return false;
    const BlockHit::Kind kind = hitAt(viewportPoint).kind;
    return (kind != BlockHit::Kind::Nothing && kind != BlockHit::Kind::Text)
        || layoutOf(row).isFoldLine(viewportPoint - messageRect(row).topLeft());
}

bool TranscriptView::click(QPoint viewportPoint)
{
    const int row = rowAt(viewportPoint);
    if (row < 0)
        return false;
    MessageLayout &layout = layoutOf(row);
    const QPointF inRow = viewportPoint - messageRect(row).topLeft();
    if (layout.isFoldLine(inRow)) {
        toggleFold(row);
        return true;
    }
    int block = -1;
    const BlockHit hit = layout.hitAt(inRow, &block);
    switch (hit.kind) {
    case BlockHit::Kind::CopyCode: copyCode(layout.codeText(block), this); return true;
    case BlockHit::Kind::SaveCode: saveCode(layout.codeText(block), this); return true;
    case BlockHit::Kind::WrapCode:
        m_column.forgetPlace();
        layout.toggleWrap(block);
        m_geometry.setAtEnd(false);
        showFrame();
        return true;
    case BlockHit::Kind::Link: askToOpen(hit.address, this); return true;
    case BlockHit::Kind::Image: askToLoad(hit.address, m_images, this); return true;
    case BlockHit::Kind::Nothing:
    case BlockHit::Kind::Text: break;
    }
    return false;
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
        if (angle.y() != 0)
            zoomBy(angle.y() > 0 ? +1 : -1);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
    setHoverRow(rowAt(at));
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && !m_actions->underMouse())
        setHoverRow(-1);
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace Aura
