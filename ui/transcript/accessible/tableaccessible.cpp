// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/accessible/tableaccessible.h"

#include "ui/transcript/accessible/messageaccessible.h"
#include "ui/transcript/transcripttext.h"
#include "ui/transcript/transcriptview.h"

#include <algorithm>

namespace Aura {

TableAccessible::TableAccessible(TranscriptView *view, MessageAccessible &message,
                                 const MessagePart &part)
    : m_view(view)
    , m_message(message)
    , m_part(part)
{}

TableAccessible::~TableAccessible()
{
    for (const auto &[index, id] : m_cells)
        QAccessible::deleteAccessibleInterface(id);
}

bool TableAccessible::isValid() const
{
    return m_message.isValid();
}

int TableAccessible::messageRow() const
{
    return m_message.row();
}

QWindow *TableAccessible::window() const
{
    return m_view->window()->windowHandle();
}

QAccessibleInterface *TableAccessible::parent() const
{
    return &m_message;
}

// The table's text is its cells parted by tabs, its rows by line feeds.
TableAccessible::CellText TableAccessible::cellText(int row, int column) const
{
    if (!isValid())
        return {};
    const QString all = m_view->text().blockText(messageRow(), m_part.block);
    qsizetype begin = 0;
    for (; row > 0 && begin >= 0; --row)
        begin = all.indexOf(u'\n', begin) + 1;
    for (; column > 0; --column)
        begin = all.indexOf(u'\t', begin) + 1;
    const auto isEnd = [](QChar c) { return c == u'\t' || c == u'\n'; };
    const auto end = std::find_if(all.cbegin() + begin, all.cend(), isEnd);
    return {all.sliced(begin, end - all.cbegin() - begin), int(begin)};
}

int TableAccessible::rowCount() const
{
    return isValid() ? int(m_view->text().blockText(messageRow(), m_part.block).count(u'\n')) + 1
                     : 0;
}

int TableAccessible::columnCount() const
{
    if (!isValid())
        return 0;
    const QString all = m_view->text().blockText(messageRow(), m_part.block);
    const QStringView firstRow = QStringView(all).left(all.indexOf(u'\n'));
    return int(firstRow.count(u'\t')) + 1;
}

QAccessibleInterface *TableAccessible::cellAt(int row, int column) const
{
    const int columns = columnCount();
    if (row < 0 || column < 0 || row >= rowCount() || column >= columns)
        return nullptr;
    const int index = row * columns + column;
    if (const auto known = m_cells.find(index); known != m_cells.end())
        return QAccessible::accessibleInterface(known->second);
    auto *table = const_cast<TableAccessible *>(this);
    auto *cell = new CellAccessible(m_view, *table, row, column);
    m_cells[index] = QAccessible::registerAccessibleInterface(cell);
    return cell;
}

QAccessibleInterface *TableAccessible::child(int index) const
{
    const int columns = columnCount();
    return index < 0 || columns == 0 ? nullptr : cellAt(index / columns, index % columns);
}

int TableAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *cell = dynamic_cast<const CellAccessible *>(child);
    return cell ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
}

QAccessibleInterface *TableAccessible::childAt(int x, int y) const
{
    const QPoint point = m_view->viewport()->mapFromGlobal(QPoint(x, y));
    const TextPosition position = m_view->positionAt(point);
    if (position.row != messageRow() || position.block != m_part.block)
        return nullptr;
    const QString before =
        m_view->text().blockText(position.row, position.block).left(position.offset);
    const qsizetype line = before.lastIndexOf(u'\n') + 1;
    return cellAt(int(before.count(u'\n')), int(before.sliced(line).count(u'\t')));
}

QRect TableAccessible::rect() const
{
    if (!isValid())
        return {};
    const QString all = m_view->text().blockText(messageRow(), m_part.block);
    const QRectF begin = m_view->caretRect({messageRow(), m_part.block, 0});
    const QRectF end = m_view->caretRect({messageRow(), m_part.block, int(all.size())});
    const QRect message = m_view->messageRect(messageRow());
    const QRect rect(message.left(), int(begin.top()), message.width(),
                     int(end.bottom() - begin.top()) + 1);
    return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

QAccessible::State TableAccessible::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    state.readOnly = true;
    return state;
}

void *TableAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                               : nullptr;
}

QString CellAccessible::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Name ? content() : QString();
}

QAccessible::Role CellAccessible::role() const
{
    return m_row == 0 ? QAccessible::ColumnHeader : QAccessible::Cell;
}

void *CellAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface)
        return static_cast<QAccessibleTableCellInterface *>(this);
    return ReadableText::interface_cast(type);
}

QList<QAccessibleInterface *> CellAccessible::columnHeaderCells() const
{
    return m_row == 0 ? QList<QAccessibleInterface *>()
                      : QList<QAccessibleInterface *>{m_table.cellAt(0, m_column)};
}

TextPosition CellAccessible::positionOf(int offset) const
{
    return {row(), m_table.block(), m_table.cellText(m_row, m_column).offset + offset};
}

int CellAccessible::offsetOf(const TextPosition &position) const
{
    const TableAccessible::CellText cell = m_table.cellText(m_row, m_column);
    if (position.block != m_table.block())
        return position.block < m_table.block() ? 0 : int(cell.text.size());
    return std::clamp(position.offset - cell.offset, 0, int(cell.text.size()));
}

QRect CellAccessible::rectInViewport() const
{
    const QRectF begin = view().caretRect(positionOf(0));
    const QRectF end = view().caretRect(positionOf(int(content().size())));
    return begin.united(end).toAlignedRect();
}

} // namespace Aura
