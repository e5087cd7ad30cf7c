// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/conversation.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace Aura {

//! The conversations of the sidebar, the one that changed last first. Owns them.
class ConversationListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole {
        TitleRole = Qt::UserRole + 1, // QString; also Qt::DisplayRole
        ActivityRole,                 // Aura::Activity as int
        LastChangeRole,               // QDateTime, UTC
        ConversationRole,             // Aura::Conversation *
    };

    explicit ConversationListModel(QObject *parent = nullptr);
    ~ConversationListModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    //! Adds an empty conversation on top.
    Conversation &create();
    Conversation *at(int row) const;
    int rowOf(const Conversation &conversation) const; // -1: not here
    void remove(Conversation &conversation); // and destroys it; a running reply is cancelled

    //! Tells which conversation the user looks at; null: none. What finished in it is seen, so it
    //! shows no dot but Activity::Answering.
    void setCurrent(Conversation *conversation);
    Conversation *current() const { return m_current; }

private:
    void onActivityChanged(Conversation &conversation);
    void moveToTop(Conversation &conversation);
    void notify(const Conversation &conversation, const QList<int> &roles);

    std::vector<std::unique_ptr<Conversation>> m_conversations;
    Conversation *m_current = nullptr;
};

} // namespace Aura
