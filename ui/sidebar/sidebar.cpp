// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/sidebar.h"

#include "chat/conversationlistmodel.h"
#include "ui/sidebar/conversationedits.h"
#include "ui/sidebar/searchdelegate.h"
#include "ui/sidebar/sidebarmodel.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/sidebar/undobar.h"
#include "ui/statusdot.h"
#include "ui/theme/icons.h"
#include "ui/theme/textlabel.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Aura {

Sidebar::Sidebar(ConversationListModel &conversations, ConversationEdits &edits,
                 const SearchResults::Search &search, QWidget *parent)
    : QWidget(parent)
    , m_model(new SidebarModel(conversations, edits, this))
    , m_results(new SearchResults(search, this))
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
    m_search->setToolTip(tr("Words, \"whole phrases\", -without. Narrow it down with role:user, "
                            "model:, in:folder, before:2026-01-31, after:, has:code."));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumHeight(35);
    m_search->addAction(icon(IconName::Search, QPalette::PlaceholderText),
                        QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    column->addWidget(m_search);
    m_list = new SidebarView(*m_model, edits, this);
    m_lists = new QStackedWidget(this);
    m_lists->addWidget(m_list);
    m_lists->addWidget(makeResults());
    column->addWidget(m_lists, 1);
    m_undo = new UndoBar(edits, this);
    column->addWidget(m_undo);
    column->addLayout(makeFooter());

    m_typing.setSingleShot(true);
    m_typing.setInterval(60ms);
    connect(&m_typing, &QTimer::timeout, this, [this] { m_results->setQuery(m_search->text()); });
    connect(m_new, &QPushButton::clicked, this, &Sidebar::newConversationRequested);
    connect(m_search, &QLineEdit::textChanged, this, &Sidebar::onQueryTyped);
    connect(m_list, &SidebarView::conversationChosen, this, &Sidebar::conversationChosen);
    connect(m_list, &SidebarView::duplicateRequested, this, &Sidebar::duplicateRequested);
    connect(m_list, &SidebarView::exportRequested, this, &Sidebar::exportRequested);
}

QWidget *Sidebar::makeResults()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    m_nothing = new QLabel(page);
    m_nothing->setObjectName(u"nothingFound"_s);
    m_nothing->setWordWrap(true);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setContentsMargins(6, 8, 6, 8);
    m_nothing->hide();
    m_found = new QListView(page);
    m_found->setObjectName(u"found"_s);
    m_found->setAccessibleName(tr("Found"));
    m_found->setFrameShape(QFrame::NoFrame);
    m_found->setModel(m_results);
    m_found->setItemDelegate(new SearchDelegate(m_found));
    m_found->setUniformItemSizes(true);
    m_found->setMouseTracking(true);
    m_found->viewport()->setAutoFillBackground(false);
    m_found->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_found->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_found->setEditTriggers(QAbstractItemView::NoEditTriggers);
    column->addWidget(m_nothing);
    column->addWidget(m_found, 1);
    connect(m_found, &QAbstractItemView::clicked, this, &Sidebar::chooseHit);
    connect(m_found, &QAbstractItemView::activated, this, &Sidebar::chooseHit);
    connect(m_results, &SearchResults::found, this, &Sidebar::onFound);
    return page;
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

void Sidebar::setShown(const QString &conversation)
{
    m_shown = conversation;
    m_model->setShown(conversation);
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

void Sidebar::renameShown()
{
    m_search->clear();
    m_list->rename(m_shown);
}

void Sidebar::onQueryTyped(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        m_typing.stop();
        m_results->setQuery({});
        m_lists->setCurrentIndex(0);
        return;
    }
    m_typing.start();
    m_lists->setCurrentIndex(1);
}

void Sidebar::onFound()
{
    const bool isNothing = m_results->rowCount() == 0 && !m_results->query().isEmpty();
    if (isNothing)
        m_nothing->setText(tr("Nothing found for “%1”.").arg(m_results->query()));
    m_nothing->setVisible(isNothing);
}

void Sidebar::chooseHit(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const SearchHit hit = m_results->hitAt(index.row());
    emit hitChosen(hit.conversationId, hit.message);
}

// From the field one goes down into what is found without leaving the keys.
bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isSearching = m_lists->currentIndex() == 1;
    if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (key == Qt::Key_Down) {
        QListView *list = isSearching ? m_found : m_list;
        list->setFocus(Qt::TabFocusReason);
        if (isSearching && m_results->rowCount() > 0)
            list->setCurrentIndex(m_results->index(0));
        return true;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && isSearching) {
        chooseHit(m_results->index(0));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.chrome);
    const int y =
        (m_undo->isVisible() ? m_undo : static_cast<QWidget *>(m_lists))->geometry().bottom() + 4;
    painter.fillRect(QRect(12, y, width() - 24, 1), theme.line);
}

} // namespace Aura
