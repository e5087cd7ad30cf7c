// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/newestbutton.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace Aura {

namespace {

constexpr int side = 36;
constexpr int iconSide = 20;

} // namespace

NewestButton::NewestButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setAccessibleName(tr("Newest message"));
    setToolTip(tr("To the newest message"));
    setFixedSize(NewestButton::sizeHint());
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::ArrowCursor);
    setAttribute(Qt::WA_Hover);
}

QSize NewestButton::sizeHint() const
{
    return {side, side};
}

void NewestButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF circle = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setBrush(laidOn(theme.surface, underMouse() || isDown() ? theme.hover : theme.surface));
    painter.setPen(hasFocus() ? QPen(theme.accent, 2) : QPen(laidOn(theme.surface, theme.line), 1));
    painter.drawEllipse(circle);
    QRectF mark(0, 0, iconSide, iconSide);
    mark.moveCenter(circle.center());
    paintIcon(painter, mark, IconName::Down, theme.text);
}

} // namespace Aura
