// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Aura {

//! Paints the rows of a quiet list: an icon, a line of text, a tick where the row has one, and a
//! round ground behind the selected row.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    //! True: a tick at the end of the row.
    static constexpr int TickRole = Qt::UserRole + 1;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Aura
