// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/sidebardelegate.h"

#include "chat/conversation.h"
#include "ui/sidebar/sidebarmodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>

#include <cmath>

namespace Aura {

namespace {

constexpr int rowHeight = 37; // 33 and the gap
constexpr int gap = 2;        // above and below the painted part
constexpr int padding = 8;
constexpr int dotSpace = 24;
constexpr int indentation = 14; // of what is in a folder
constexpr int arrowSize = 16;

void paintDot(QPainter &painter, const QPointF &centre, Activity activity, const Theme &theme,
              qreal pulse)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (activity == Activity::Answering) { // a ring
        QColor ring = theme.accent;
        ring.setAlphaF(float(pulse));
        painter.setPen(QPen(ring, 2));
        painter.drawEllipse(centre, 3, 3);
    } else {
        painter.setBrush(activity == Activity::Problem ? theme.problem : theme.accent);
        painter.drawEllipse(centre, 4, 4);
    }
    painter.restore();
}

} // namespace

//! A row on its way to the screen: what is drawn takes its part from the line.
struct SidebarDelegate::Row
{
    QPainter &painter;
    const QStyleOptionViewItem &option;
    const Theme theme;
    QRect line; // what is left of it
    bool isRightToLeft = option.direction == Qt::RightToLeft;

    QRect takeStart(int width)
    {
        QRect part = line;
        if (isRightToLeft) {
            part.setLeft(line.right() - width + 1);
            line.setRight(part.left() - 1);
        } else {
            part.setWidth(width);
            line.setLeft(part.right() + 1);
        }
        return part;
    }

    QRect takeEnd(int width)
    {
        isRightToLeft = !isRightToLeft;
        const QRect part = takeStart(width);
        isRightToLeft = !isRightToLeft;
        return part;
    }

    void drawText(const QFont &font, const QColor &colour, const QString &text)
    {
        const auto alignment =
            QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
        painter.setFont(font);
        painter.setPen(colour);
        const QString elided = QFontMetrics(font).elidedText(text, Qt::ElideRight, line.width());
        painter.drawText(line, int(alignment) | Qt::TextSingleLine, elided);
    }
};

void SidebarDelegate::setPulse(qreal pulse)
{
    m_pulse = pulse;
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    if (index == m_dropTarget)
        drawRounded(*painter, option.rect.adjusted(0, gap, 0, -gap), controlRadius, Qt::transparent,
                    themeOf(option.palette).accent);
    Row row{*painter, option, themeOf(option.palette), option.rect.adjusted(0, gap, 0, -gap)};
    switch (SidebarRow::Kind(index.data(SidebarModel::KindRole).toInt())) {
    case SidebarRow::Kind::Heading:
        row.line.adjust(6, 6, -6, 0);
        row.drawText(small(option.font), row.theme.textSoft, index.data().toString());
        break;
    case SidebarRow::Kind::Folder:
    case SidebarRow::Kind::Shelf: paintFolder(row, index); break;
    case SidebarRow::Kind::Conversation: paintConversation(row, index); break;
    }
    painter->restore();
}

void SidebarDelegate::paintGround(Row &row, const QModelIndex &index) const
{
    const QStyle::State state = row.option.state;
    const bool selected = state.testFlag(QStyle::State_Selected);
    const bool shown = index.data(SidebarModel::IsShownRole).toBool();
    if (selected || shown)
        drawRounded(row.painter, row.line, controlRadius, row.theme.bubble, Qt::transparent);
    else if (state.testFlag(QStyle::State_MouseOver))
        drawRounded(row.painter, row.line, controlRadius, row.theme.hover, Qt::transparent);
    if (state.testFlag(QStyle::State_HasFocus) && state.testFlag(QStyle::State_KeyboardFocusChange))
        drawRounded(row.painter, row.line, controlRadius, Qt::transparent, row.theme.accent);
    row.line.adjust(padding, 0, -padding, 0);
    row.takeStart(index.data(SidebarModel::DepthRole).toInt() * indentation);
}

void SidebarDelegate::paintFolder(Row &row, const QModelIndex &index) const
{
    paintGround(row, index);
    const QRect arrow = row.takeStart(arrowSize + 4);
    const bool isOpen = index.data(SidebarModel::IsOpenRole).toBool();
    const IconName name = isOpen ? IconName::ChevronDown
        : row.isRightToLeft      ? IconName::Previous
                                 : IconName::Next;
    paintIcon(row.painter,
              QRectF(arrow.left(), arrow.center().y() - arrowSize / 2.0 + 1, arrowSize, arrowSize),
              name, row.theme.textSoft);
    const QString count = QLocale().toString(index.data(SidebarModel::CountRole).toInt());
    const QFont font = small(row.option.font);
    const QRect end = row.takeEnd(QFontMetrics(font).horizontalAdvance(count) + 2);
    row.painter.setFont(font);
    row.painter.setPen(row.theme.textSoft);
    row.painter.drawText(end, Qt::AlignCenter, count);
    row.takeEnd(padding);
    row.drawText(row.option.font, row.theme.text, index.data().toString());
}

void SidebarDelegate::paintConversation(Row &row, const QModelIndex &index) const
{
    paintGround(row, index);
    const auto activity = Activity(index.data(SidebarModel::ActivityRole).toInt());
    if (activity != Activity::None) {
        const QRect end = row.takeEnd(dotSpace - padding);
        const qreal x = row.isRightToLeft ? end.left() + 4 : end.right() - 3;
        paintDot(row.painter, QPointF(x, end.center().y() + 0.5), activity, row.theme, m_pulse);
    }
    QFont font = row.option.font;
    if (index.data(SidebarModel::IsShownRole).toBool())
        font.setWeight(QFont::DemiBold);
    row.drawText(font, row.theme.text, index.data().toString());
}

QFont SidebarDelegate::small(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.87);
    return font;
}

// One height for all: the list need not ask for each of a hundred thousand.
QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60, qMax(rowHeight, option.fontMetrics.height() + 12 + 2 * gap)};
}

void SidebarDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &index) const
{
    const int indent = index.data(SidebarModel::DepthRole).toInt() * indentation;
    editor->setGeometry(option.rect.adjusted(indent, gap - 1, 0, 1 - gap));
}

} // namespace Aura
