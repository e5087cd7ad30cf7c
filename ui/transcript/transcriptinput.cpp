// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What TranscriptView does with the pointer and the keyboard.
#include "chat/conversationmodel.h"
#include "ui/theme/icons.h"
#include "ui/transcript/messageactions.h"
#include "ui/transcript/transcriptgeometry.h"
#include "ui/transcript/transcriptview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace Aura {

TranscriptView::Place TranscriptView::placeAt(const QPointF &point) const
{
    const QPointF content = point + QPointF(0, scrolledBy());
    const int row = m_geometry->rowAt(content.y());
    if (row < 0)
        return {};
    const QPointF inText = content - m_geometry->textRect(row).topLeft();
    if (inText.y() > m_geometry->row(row).layout->height())
        return {row, m_geometry->row(row).layout->text().size()};
    return {row, m_geometry->row(row).layout->positionAt(inText)};
}

bool TranscriptView::hasSelection() const
{
    return m_anchor.row >= 0 && m_anchor != m_cursor;
}

QString TranscriptView::selectedText() const
{
    const auto [first, last] = std::minmax(m_anchor, m_cursor);
    if (first.row < 0)
        return {};
    QStringList parts;
    for (int row = first.row; row <= last.row; ++row) {
        const QString &text = m_geometry->row(row).layout->text();
        const qsizetype from = row == first.row ? first.position : 0;
        const qsizetype to = row == last.row ? last.position : text.size();
        parts.append(text.mid(from, to - from));
    }
    return parts.join(u"\n\n"_s);
}

void TranscriptView::copy()
{
    if (hasSelection())
        QGuiApplication::clipboard()->setText(selectedText());
    else
        copyMessage(m_currentRow);
}

void TranscriptView::copyMessage(int row) const
{
    if (row >= 0 && row < m_geometry->count())
        QGuiApplication::clipboard()->setText(m_geometry->row(row).layout->text());
}

void TranscriptView::selectAll()
{
    const int last = m_geometry->count() - 1;
    if (last < 0)
        return;
    m_anchor = {0, 0};
    m_cursor = {last, m_geometry->row(last).layout->text().size()};
    viewport()->update();
}

bool TranscriptView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->key() == Qt::Key_Home)
        bar->setValue(bar->minimum());
    else if (event->key() == Qt::Key_End)
        scrollToEnd();
    else if (event->key() == Qt::Key_Space)
        bar->triggerAction(event->modifiers().testFlag(Qt::ShiftModifier)
                               ? QAbstractSlider::SliderPageStepSub
                               : QAbstractSlider::SliderPageStepAdd);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void TranscriptView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    const bool byKeyboard = event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason;
    if (byKeyboard && m_currentRow < 0)
        setCurrentRow(m_geometry->count() - 1);
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_cursor = placeAt(event->position());
    if (!event->modifiers().testFlag(Qt::ShiftModifier) || m_anchor.row < 0)
        m_anchor = m_cursor;
    m_currentRow = -1;
    viewport()->update();
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton)) {
        const int row = m_geometry->rowAt(event->position().y() + scrolledBy());
        if (row != m_hoveredRow) {
            m_hoveredRow = row;
            placeButtons();
        }
        return;
    }
    const int y = int(event->position().y());
    QScrollBar *bar = verticalScrollBar();
    if (y < 0)
        bar->setValue(bar->value() + y / 2);
    else if (y > viewport()->height())
        bar->setValue(bar->value() + (y - viewport()->height()) / 2);
    m_cursor = placeAt(event->position());
    viewport()->update();
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *)
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (hasSelection() && clipboard->supportsSelection())
        clipboard->setText(selectedText(), QClipboard::Selection);
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->position());
    if (place.row < 0)
        return;
    const QString &text = m_geometry->row(place.row).layout->text();
    // A word is short; looking at the whole of a long text would take as long as it is.
    const qsizetype from = qMax(qsizetype(0), place.position - 256);
    const QString near = text.mid(from, 512);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, near);
    finder.setPosition(place.position - from);
    if (!finder.isAtBoundary() || finder.boundaryReasons() == QTextBoundaryFinder::EndOfItem)
        finder.toPreviousBoundary();
    m_anchor = {place.row, from + qMax(qsizetype(0), finder.position())};
    finder.toNextBoundary();
    m_cursor = {place.row, from + (finder.position() < 0 ? near.size() : finder.position())};
    viewport()->update();
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && m_hoveredRow >= 0) {
        m_hoveredRow = -1;
        placeButtons();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    const Place place = placeAt(viewport()->mapFromGlobal(QPointF(event->globalPos())));
    if (place.row < 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (hasSelection())
        menu->addAction(icon(IconName::Copy), tr("Copy selection"), this, &TranscriptView::copy);
    menu->addAction(icon(IconName::Copy), tr("Copy message"), this,
                    [this, row = place.row] { copyMessage(row); });
    menu->addAction(tr("Select all"), this, &TranscriptView::selectAll);
    menu->popup(event->globalPos());
}

} // namespace Aura
