// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quietlink.h"

#include "ui/theme/textlabel.h"

#include <QPainter>
#include <QStyle>

namespace Aura {

QuietLink::QuietLink(QWidget *parent)
    : QAbstractButton(parent)
{
    setRelativeFont(*this, 0.87);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize QuietLink::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2, qMax(28, fontMetrics().height())};
}

QSize QuietLink::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, sizeHint().height()};
}

void QuietLink::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(
        palette().color(underMouse() || isDown() ? QPalette::Text : QPalette::PlaceholderText));
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    painter.drawText(
        rect(), int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
        shown);
}

} // namespace Aura
