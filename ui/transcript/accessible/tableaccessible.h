// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/accessible/partaccessible.h"

#include <map>

namespace Aura {

//! A table of a message: cells by row and column, made when they are asked for. Row 0 is the
//! header.
class TableAccessible : public QAccessibleInterface, public QAccessibleTableInterface
{
public:
    //! The message outlives its parts.
    TableAccessible(TranscriptView *view, MessageAccessible &message, const MessagePart &part);
    ~TableAccessible() override;

    //! A cell's text and where it begins in the table's.
    struct CellText
    {
        QString text{};
        int offset = 0;
    };
    CellText cellText(int row, int column) const;
    int messageRow() const;
    int block() const { return m_part.block; }

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    int childCount() const override { return rowCount() * columnCount(); }
    int indexOfChild(const QAccessibleInterface *child) const override;
    QString text(QAccessible::Text) const override { return {}; }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::Table; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override;
    int columnCount() const override;
    int rowCount() const override;
    QString columnDescription(int column) const override { return cellText(0, column).text; }
    QString rowDescription(int) const override { return {}; }
    int selectedCellCount() const override { return 0; }
    QList<QAccessibleInterface *> selectedCells() const override { return {}; }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override {}

private:
    TranscriptView *m_view;
    MessageAccessible &m_message;
    MessagePart m_part;
    mutable std::map<int, QAccessible::Id> m_cells; // by index
};

//! A cell of a table.
class CellAccessible : public ReadableText, public QAccessibleTableCellInterface
{
public:
    //! The table outlives its cells.
    CellAccessible(TranscriptView *view, TableAccessible &table, int row, int column)
        : ReadableText(view)
        , m_table(table)
        , m_row(row)
        , m_column(column)
    {}

    bool isValid() const override { return m_table.isValid() && m_row < m_table.rowCount(); }
    QAccessibleInterface *parent() const override { return &m_table; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    using ReadableText::text;
    QAccessible::Role role() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    bool isSelected() const override { return false; }
    QList<QAccessibleInterface *> columnHeaderCells() const override;
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return &m_table; }

protected:
    QString content() const override { return m_table.cellText(m_row, m_column).text; }
    int row() const override { return m_table.messageRow(); }
    TextPosition positionOf(int offset) const override;
    int offsetOf(const TextPosition &position) const override;
    QRect rectInViewport() const override;

private:
    TableAccessible &m_table;
    int m_row;
    int m_column;
};

} // namespace Aura
