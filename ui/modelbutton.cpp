// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/modelbutton.h"

#include "ui/statusdot.h"
#include "ui/theme/icons.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace Aura {

namespace {

constexpr int beforeText = 28;
constexpr int afterText = 38;

} // namespace

ModelButton::ModelButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setToolTip(tr("Choose who answers"));
}

void ModelButton::setAnswerer(const QString &text, ConnectionHealth health)
{
    setText(text);
    setAccessibleName(tr("Model: %1").arg(text));
    m_health = health;
    updateGeometry();
    update();
}

QSize ModelButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + beforeText + afterText,
            qMax(30, fontMetrics().height() + 10)};
}

QSize ModelButton::minimumSizeHint() const
{
    return {beforeText + afterText + fontMetrics().averageCharWidth() * 6, sizeHint().height()};
}

void ModelButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    QPainter painter(this);
    const double radius = height() / 2.0;
    drawRounded(painter, rect(), radius, theme.surface, theme.line);
    if (underMouse() || isDown())
        drawRounded(painter, rect(), radius, theme.hover, Qt::transparent);

    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(healthColour(m_health, theme));
    painter.drawEllipse(QPointF(rtl ? width() - 16 : 16, radius), 4, 4);

    const QRect line(rtl ? afterText : beforeText, 0, width() - beforeText - afterText, height());
    painter.setPen(theme.textSoft);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideMiddle, line.width());
    painter.drawText(
        line, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
        shown);
    const QRectF chevron(rtl ? 12 : width() - 30, radius - 9, 18, 18);
    paintIcon(painter, chevron, IconName::ChevronDown, theme.textSoft);
}

} // namespace Aura
