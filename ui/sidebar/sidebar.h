// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sidebar/searchresults.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace Aura {

class ConversationEdits;
class ConversationListModel;
class ElidedLabel;
class SidebarModel;
class SidebarView;
class StatusDot;
class UndoBar;
enum class ConnectionHealth;

//! The conversations at the left, or what is found in them; below, who answers.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    //! The conversations and the edits outlive the sidebar.
    Sidebar(ConversationListModel &conversations, ConversationEdits &edits,
            const SearchResults::Search &search, QWidget *parent = nullptr);

    //! The conversation that the window shows; an empty id: none.
    void setShown(const QString &conversation);
    void setConnection(const QString &name, ConnectionHealth health);

    void focusSearch();
    void renameShown();

    SidebarModel &model() { return *m_model; }
    SidebarView &list() { return *m_list; }

signals:
    void newConversationRequested();
    void conversationChosen(const QString &id);
    //! A message that was found, or, where it is invalid, a conversation by its title.
    void hitChosen(const QString &conversation, Aura::MessageId message);
    void duplicateRequested(const QString &id);
    void exportRequested(const QStringList &ids);
    void settingsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeResults();
    QLayout *makeFooter();
    void onQueryTyped(const QString &text);
    void onFound();
    void chooseHit(const QModelIndex &index);

    SidebarModel *m_model = nullptr;
    SearchResults *m_results = nullptr;
    QPushButton *m_new = nullptr;
    QLineEdit *m_search = nullptr;
    QStackedWidget *m_lists = nullptr;
    SidebarView *m_list = nullptr;
    QListView *m_found = nullptr;
    QLabel *m_nothing = nullptr;
    UndoBar *m_undo = nullptr;
    StatusDot *m_dot = nullptr;
    ElidedLabel *m_connection = nullptr;
    QString m_shown;
    QTimer m_typing;
};

} // namespace Aura
