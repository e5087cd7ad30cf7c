// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/rowdelegate.h"

#include "ui/theme/icons.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QIcon>
#include <QPainter>

namespace Aura {

namespace {

constexpr int rowHeight = 35;
constexpr int sideGap = 12;
constexpr int iconSide = 20;

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    if (selected || hovered)
        drawRounded(*painter, option.rect, controlRadius, selected ? theme.bubble : theme.hover,
                    Qt::transparent);
    if (selected && option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        drawRounded(*painter, option.rect, controlRadius, Qt::transparent, theme.accent);

    QRect rest = option.rect.adjusted(sideGap, 0, -sideGap, 0);
    const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
    if (!icon.isNull()) {
        const QRect place = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter,
                                                {iconSide, iconSide}, rest);
        icon.paint(painter, place);
        const int used = iconSide + 10;
        rest.adjust(option.direction == Qt::LeftToRight ? used : 0, 0,
                    option.direction == Qt::LeftToRight ? 0 : -used, 0);
    }
    if (index.data(TickRole).toBool()) {
        const QRect place = QStyle::alignedRect(option.direction, Qt::AlignRight | Qt::AlignVCenter,
                                                {iconSide, iconSide}, rest);
        paintIcon(*painter, place, IconName::Check, theme.textSoft);
        rest.adjust(option.direction == Qt::LeftToRight ? 0 : iconSide, 0,
                    option.direction == Qt::LeftToRight ? -iconSide : 0, 0);
    }
    QFont font = option.font;
    font.setBold(selected);
    painter->setFont(font);
    painter->setPen(theme.text);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, rest.width());
    const auto alignment =
        QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter->drawText(rest, int(alignment) | Qt::TextSingleLine, shown);
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, qMax(rowHeight, option.fontMetrics.height() + 16)};
}

} // namespace Aura
