// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar.h"

#include "chat/conversationlistmodel.h"
#include "ui/sidebardelegate.h"
#include "ui/sidebarmodel.h"
#include "ui/statusdot.h"
#include "ui/theme/icons.h"
#include "ui/theme/textlabel.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace Aura {

Sidebar::Sidebar(ConversationListModel &conversations, QWidget *parent)
    : QWidget(parent)
    , m_model(new SidebarModel(conversations, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 6);
    column->setSpacing(8);
    m_new = new QPushButton(icon(IconName::Plus), tr("New conversation"), this);
    m_new->setProperty("leading", true);
    m_new->setAutoDefault(false);
    m_new->setMinimumHeight(35);
    column->addWidget(m_new);
    m_search = new QLineEdit(this);
    m_search->setAccessibleName(tr("Search conversations"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumHeight(35);
    m_search->addAction(icon(IconName::Search, QPalette::PlaceholderText),
                        QLineEdit::LeadingPosition);
    column->addWidget(m_search);
    makeList();
    column->addWidget(m_list, 1);
    column->addLayout(makeFooter());

    connect(m_new, &QPushButton::clicked, this, &Sidebar::newConversationRequested);
    connect(m_search, &QLineEdit::textChanged, m_model, &SidebarModel::setFilter);
    connect(m_model, &QAbstractItemModel::modelReset, this, &Sidebar::showCurrent);
}

void Sidebar::makeList()
{
    m_list = new QListView(this);
    m_list->setAccessibleName(tr("Conversations"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SidebarDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QAbstractItemView::clicked, this, &Sidebar::onClicked);
    connect(m_list, &QAbstractItemView::activated, this, &Sidebar::onClicked);
    connect(m_list, &QWidget::customContextMenuRequested, this, &Sidebar::onMenuRequested);
}

QLayout *Sidebar::makeFooter()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(6, 5, 0, 0);
    m_dot = new StatusDot(this);
    m_connection = new ElidedLabel(this);
    m_connection->setForegroundRole(QPalette::PlaceholderText);
    setRelativeFont(*m_connection, 0.87);
    auto *settings = new QToolButton(this);
    settings->setIcon(icon(IconName::Settings, QPalette::PlaceholderText));
    settings->setAccessibleName(tr("Settings"));
    settings->setToolTip(tr("Settings"));
    row->addWidget(m_dot);
    row->addWidget(m_connection, 1);
    row->addWidget(settings);
    connect(settings, &QToolButton::clicked, this, &Sidebar::settingsRequested);
    return row;
}

void Sidebar::setCurrent(Conversation *conversation)
{
    m_current = conversation != nullptr ? conversation->id() : QString();
    showCurrent();
}

void Sidebar::showCurrent()
{
    const int row = m_model->rowOf(m_current);
    m_list->setCurrentIndex(row >= 0 ? m_model->index(row) : QModelIndex());
}

void Sidebar::setConnection(const QString &name, ConnectionHealth health)
{
    m_connection->setText(name);
    m_dot->setHealth(health);
}

void Sidebar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void Sidebar::renameCurrent()
{
    const int row = m_model->rowOf(m_current);
    if (row >= 0)
        m_list->edit(m_model->index(row));
}

void Sidebar::onClicked(const QModelIndex &index)
{
    const QString id = index.data(SidebarModel::IdRole).toString();
    if (!id.isEmpty())
        emit conversationChosen(id);
}

void Sidebar::onMenuRequested(const QPoint &point)
{
    const QModelIndex index = m_list->indexAt(point);
    if (!index.flags().testFlag(Qt::ItemIsEditable))
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(IconName::Edit), tr("Rename…"), this,
                    [this, index = QPersistentModelIndex(index)] { m_list->edit(index); });
    menu->popup(m_list->viewport()->mapToGlobal(point));
}

void Sidebar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.chrome);
    const int y = m_list->geometry().bottom() + 4;
    painter.fillRect(QRect(12, y, width() - 24, 1), theme.line);
}

} // namespace Aura
