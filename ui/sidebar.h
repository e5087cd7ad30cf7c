// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QListView;
class QPushButton;

namespace Aura {

class Conversation;
class ConversationListModel;
class ElidedLabel;
class SidebarModel;
class StatusDot;
enum class ConnectionHealth;

//! The conversations at the left, and below them who answers.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    //! The conversations outlive the sidebar.
    explicit Sidebar(ConversationListModel &conversations, QWidget *parent = nullptr);

    void setCurrent(Conversation *conversation);
    void setConnection(const QString &name, ConnectionHealth health);

    void focusSearch();
    void renameCurrent();

signals:
    void newConversationRequested();
    void conversationChosen(const QString &id);
    void settingsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeList();
    QLayout *makeFooter();
    void showCurrent();
    void onClicked(const QModelIndex &index);
    void onMenuRequested(const QPoint &point);

    SidebarModel *m_model = nullptr;
    QPushButton *m_new = nullptr;
    QLineEdit *m_search = nullptr;
    QListView *m_list = nullptr;
    StatusDot *m_dot = nullptr;
    ElidedLabel *m_connection = nullptr;
    QString m_current; // a conversation's id
};

} // namespace Aura
