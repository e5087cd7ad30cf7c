// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Aura {

//! Paints the rows of the sidebar: headings, folders, titles, the dot of what a conversation does.
class SidebarDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    //! How much of the ring beside an answering conversation is seen: 0 … 1.
    void setPulse(qreal pulse);

    //! The row that what is dragged would be dropped onto; invalid: none.
    void setDropTarget(const QModelIndex &index) { m_dropTarget = index; }
    QModelIndex dropTarget() const { return m_dropTarget; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    struct Row;

    void paintGround(Row &row, const QModelIndex &index) const;
    void paintFolder(Row &row, const QModelIndex &index) const;
    void paintConversation(Row &row, const QModelIndex &index) const;
    static QFont small(QFont font);

    qreal m_pulse = 1;
    QPersistentModelIndex m_dropTarget;
};

} // namespace Aura
