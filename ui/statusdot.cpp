// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statusdot.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace Aura {

QColor healthColour(ConnectionHealth health, const Theme &theme)
{
    switch (health) {
    case ConnectionHealth::Unknown: return theme.textSoft;
    case ConnectionHealth::Works: return theme.good;
    case ConnectionHealth::Problem: return theme.problem;
    }
    return theme.textSoft;
}

StatusDot::StatusDot(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setHealth(ConnectionHealth::Unknown);
}

void StatusDot::setHealth(ConnectionHealth health)
{
    m_health = health;
    switch (health) {
    case ConnectionHealth::Unknown: setToolTip(tr("Not asked yet")); break;
    case ConnectionHealth::Works: setToolTip(tr("Answers")); break;
    case ConnectionHealth::Problem: setToolTip(tr("Did not answer last time")); break;
    }
    setAccessibleName(toolTip());
    update();
}

void StatusDot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(healthColour(m_health, themeOf(palette())));
    painter.drawEllipse(QRectF(rect()).center() - QPointF(2, 0), 4, 4);
}

} // namespace Aura
