// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/accessible/readabletext.h"

#include "ui/transcript/transcriptselection.h"
#include "ui/transcript/transcriptview.h"

#include <algorithm>

namespace Aura {

QWindow *ReadableText::window() const
{
    return m_view->window()->windowHandle();
}

QRect ReadableText::rect() const
{
    if (!isValid())
        return {};
    const QRect rect = rectInViewport();
    return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

QAccessible::State ReadableText::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.readOnly = true;
    state.multiLine = true;
    state.selectableText = true;
    state.offscreen = !rectInViewport().intersects(m_view->viewport()->rect());
    return state;
}

QAccessibleInterface *ReadableText::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        QAccessibleInterface *part = child(i);
        if (part && part->rect().contains(x, y))
            return part;
    }
    return nullptr;
}

void *ReadableText::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this)
                                              : nullptr;
}

int ReadableText::cursorPosition() const
{
    const TextPosition cursor = m_view->selection().cursor();
    return isValid() && cursor.row == row() ? offsetOf(cursor) : 0;
}

void ReadableText::setCursorPosition(int offset)
{
    if (!isValid())
        return;
    m_view->selection().begin(positionOf(offset));
    m_view->reveal(positionOf(offset));
}

int ReadableText::selectionCount() const
{
    int begin = 0;
    int end = 0;
    selection(0, &begin, &end);
    return end > begin ? 1 : 0;
}

void ReadableText::selection(int index, int *begin, int *end) const
{
    *begin = *end = 0;
    if (index != 0 || !isValid())
        return;
    if (const std::optional<TextSelection> part = m_view->selection().inRow(row())) {
        *begin = offsetOf(part->begin());
        *end = offsetOf(part->end());
    }
}

void ReadableText::addSelection(int begin, int end)
{
    setSelection(0, begin, end);
}

void ReadableText::removeSelection(int)
{
    m_view->selection().clear();
}

void ReadableText::setSelection(int index, int begin, int end)
{
    if (index == 0 && isValid())
        m_view->selection().select({positionOf(begin), positionOf(end)});
}

QRect ReadableText::characterRect(int offset) const
{
    if (!isValid())
        return {};
    const QRectF begin = m_view->caretRect(positionOf(offset));
    const QRectF end = m_view->caretRect(positionOf(offset + 1));
    const QRectF rect = begin.top() == end.top() ? begin.united(end) : begin;
    return rect.toAlignedRect().translated(m_view->viewport()->mapToGlobal(QPoint()));
}

int ReadableText::offsetAtPoint(const QPoint &point) const
{
    if (!isValid())
        return -1;
    const TextPosition position = m_view->positionAt(m_view->viewport()->mapFromGlobal(point));
    return position.row == row() ? offsetOf(position) : -1;
}

void ReadableText::scrollToSubstring(int begin, int end)
{
    if (!isValid())
        return;
    m_view->reveal(positionOf(end));
    m_view->reveal(positionOf(begin));
}

QString ReadableText::attributes(int, int *begin, int *end) const
{
    *begin = 0;
    *end = characterCount();
    return {};
}

} // namespace Aura
