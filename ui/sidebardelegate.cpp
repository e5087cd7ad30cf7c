// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebardelegate.h"

#include "chat/conversation.h"
#include "ui/sidebarmodel.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace Aura {

namespace {

constexpr int rowHeight = 41; // 33 and the gap of 8
constexpr int gap = 4;        // above and below the painted part
constexpr int padding = 8;
constexpr int dotSpace = 24;

void paintDot(QPainter &painter, const QPointF &centre, Activity activity, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (activity == Activity::Answering) { // a ring
        painter.setPen(QPen(theme.accent, 2));
        painter.drawEllipse(centre, 3, 3);
    } else {
        painter.setBrush(activity == Activity::Problem ? theme.problem : theme.accent);
        painter.drawEllipse(centre, 4, 4);
    }
    painter.restore();
}

} // namespace

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.palette);
    const bool rtl = option.direction == Qt::RightToLeft;
    const auto alignment =
        QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter->save();
    QFont font = option.font;
    if (index.data(SidebarModel::HeadingRole).toBool()) {
        font.setPointSizeF(font.pointSizeF() * 0.87);
        painter->setFont(font);
        painter->setPen(theme.textSoft);
        const QRect line = option.rect.adjusted(6, 8, -6, 0);
        painter->drawText(line, int(alignment), index.data().toString());
        painter->restore();
        return;
    }
    const QRect row = option.rect.adjusted(0, gap, 0, -gap);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (selected || hovered)
        drawRounded(*painter, row, controlRadius, selected ? theme.bubble : theme.hover,
                    Qt::transparent);
    if (selected && option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        drawRounded(*painter, row, controlRadius, Qt::transparent, theme.accent);
    const auto activity = Activity(index.data(SidebarModel::ActivityRole).toInt());
    QRect line = row.adjusted(padding, 0, -padding, 0);
    if (activity != Activity::None) {
        const int x = rtl ? row.left() + 12 : row.right() - 11;
        paintDot(*painter, QPointF(x, row.center().y() + 0.5), activity, theme);
        line.adjust(rtl ? dotSpace - padding : 0, 0, rtl ? 0 : padding - dotSpace, 0);
    }
    if (selected)
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(theme.text);
    const QString title =
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, line.width());
    painter->drawText(line, int(alignment), title);
    painter->restore();
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool heading = index.data(SidebarModel::HeadingRole).toBool();
    const int text = option.fontMetrics.height();
    return {60, heading ? qMax(36, text + 18) : qMax(rowHeight, text + 12 + 2 * gap)};
}

void SidebarDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(0, gap - 1, 0, 1 - gap));
}

} // namespace Aura
