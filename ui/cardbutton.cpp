// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardbutton.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace Aura {

namespace {

constexpr int padding = 15;
constexpr int gap = 4;
constexpr int wrapped = Qt::TextWordWrap;

} // namespace

CardButton::CardButton(const QString &title, const QString &subtitle, QWidget *parent)
    : QAbstractButton(parent)
    , m_subtitle(subtitle)
{
    setText(title);
    setAccessibleDescription(subtitle);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont CardButton::titleFont() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    return bold;
}

QSize CardButton::sizeHint() const
{
    return {205, heightForWidth(205)};
}

QSize CardButton::minimumSizeHint() const
{
    return {140, heightForWidth(qMax(140, width()))};
}

int CardButton::heightForWidth(int width) const
{
    const QRect space(0, 0, qMax(40, width - 2 * padding), 1000);
    const int title = QFontMetrics(titleFont()).boundingRect(space, wrapped, text()).height();
    const int subtitle = fontMetrics().boundingRect(space, wrapped, m_subtitle).height();
    return title + gap + subtitle + 2 * padding;
}

void CardButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    drawRounded(painter, rect(), blockRadius, theme.surface, theme.line);
    if (underMouse() || isDown())
        drawRounded(painter, rect(), blockRadius, theme.hover, Qt::transparent);
    const int alignment =
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignTop)) | wrapped;
    QRect space = rect().adjusted(padding, padding, -padding, -padding);
    painter.setFont(titleFont());
    painter.setPen(theme.text);
    QRect used;
    painter.drawText(space, alignment, text(), &used);
    space.setTop(used.bottom() + gap + 1);
    painter.setFont(font());
    painter.setPen(theme.textSoft);
    painter.drawText(space, alignment, m_subtitle);
}

} // namespace Aura
