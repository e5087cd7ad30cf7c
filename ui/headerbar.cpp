// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headerbar.h"

#include "ui/modelbutton.h"
#include "ui/theme/icons.h"
#include "ui/theme/textlabel.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace Aura {

HeaderBar::HeaderBar(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(this))
    , m_model(new ModelButton(this))
    , m_menu(new QToolButton(this))
{
    setMinimumHeight(50);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 14, 9);
    row->setSpacing(8);
    auto *sidebar = new QToolButton(this);
    sidebar->setIcon(icon(IconName::Sidebar));
    sidebar->setAccessibleName(tr("Show or hide the sidebar"));
    sidebar->setToolTip(tr("Show or hide the sidebar"));
    setRelativeFont(*m_title, 1.0, QFont::DemiBold);
    m_menu->setIcon(icon(IconName::Menu));
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setToolTip(tr("Menu"));
    row->addWidget(sidebar);
    row->addSpacing(4);
    row->addWidget(m_title, 1);
    row->addWidget(m_model);
    row->addWidget(m_menu);
    connect(sidebar, &QToolButton::clicked, this, &HeaderBar::sidebarToggled);
    connect(m_menu, &QToolButton::clicked, this, &HeaderBar::openMenu);
    connect(m_model, &ModelButton::clicked, this, &HeaderBar::modelMenuRequested);
}

void HeaderBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void HeaderBar::setAnswerer(const QString &text, ConnectionHealth health)
{
    m_model->setAnswerer(text, health);
}

void HeaderBar::setMenu(QMenu *menu)
{
    m_popup = menu;
}

QWidget *HeaderBar::modelButton() const
{
    return m_model;
}

void HeaderBar::openMenu()
{
    if (m_popup == nullptr)
        return;
    const int x =
        layoutDirection() == Qt::RightToLeft ? 0 : m_menu->width() - m_popup->sizeHint().width();
    m_popup->popup(m_menu->mapToGlobal(QPoint(x, m_menu->height() + 4)));
}

void HeaderBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
}

} // namespace Aura
