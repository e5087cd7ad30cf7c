// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/conversation.h"
#include "history/records.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace Aura {

//! All conversations, those in the archive and in the trash too, the one that changed last first. A
//! row is a value; the conversation itself is made when it is opened. Owns them.
class ConversationListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole {
        TitleRole = Qt::UserRole + 1, // QString; also Qt::DisplayRole
        ActivityRole,                 // Aura::Activity as int
        LastChangeRole,               // QDateTime, UTC
        IdRole,                       // QString
    };

    explicit ConversationListModel(QObject *parent = nullptr);
    ~ConversationListModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    //! The reference holds until the model changes.
    const ConversationSummary &summaryAt(int row) const;
    Activity activityAt(int row) const;
    int rowOf(const QString &id) const; // -1: not here
    int rowOf(const Conversation &conversation) const;

    //! Adds an empty conversation on top.
    Conversation &create();
    //! Adds one with the messages of a loaded one, on top: all of them, or the active path down to
    //! one. It has ids of its own.
    Conversation &duplicate(const Conversation &conversation);
    Conversation &branch(const Conversation &conversation, MessageId last);

    //! The conversation itself; where it was not open yet, it is loaded a moment later, see
    //! Conversation::isLoaded(). Unknown ids are added at the end: the history may know them.
    Conversation &open(const QString &id);
    Conversation *find(const QString &id) const; // null: not open
    Conversation *at(int row) const;             // likewise

    void remove(Conversation &conversation); // and destroys it; a running reply is cancelled

    //! Title, folder, pin, archive and trash of some conversations; written through.
    void setSummaries(const QList<ConversationSummary> &summaries);
    const QList<Folder> &folders() const { return m_folders; }
    void setFolders(const QList<Folder> &folders); // all of them; written through
    //! Rows, search index and copies; there is no way back. Running replies are cancelled.
    void deleteForGood(const QStringList &ids);

    //! Takes over what the history holds; what is here and not there stays, and what is open stays
    //! as it is.
    void adopt(const QList<ConversationSummary> &summaries, const QList<Folder> &folders);

    //! Tells which conversation the user looks at; null: none. What finished in it is seen, so it
    //! shows no dot but Activity::Answering.
    void setCurrent(Conversation *conversation);
    Conversation *current() const { return m_current; }

signals:
    void foldersChanged();

    //! For what keeps the conversations.
    void opened(Aura::Conversation *conversation); // made: new, or not loaded yet
    void summariesChanged(const QList<Aura::ConversationSummary> &summaries);
    void foldersEdited(const QList<Aura::Folder> &folders);
    void deletedForGood(const QStringList &ids);
    void currentChanged(Aura::Conversation *conversation);

private:
    struct Entry
    {
        ConversationSummary summary{};
        std::unique_ptr<Conversation> conversation{}; // null: not open
    };

    Conversation &copy(const Conversation &source, MessageId last);
    static void fill(Conversation &target, const Conversation &source, MessageId last);
    Conversation &addOnTop(std::unique_ptr<Conversation> conversation);
    void watch(Conversation &conversation);
    void onActivityChanged(Conversation &conversation);
    void takeOver(const Conversation &conversation);
    void moveToTop(const Conversation &conversation);
    void removeRow(int row);
    void notify(int row, const QList<int> &roles = {});
    Entry &entry(int row) { return m_entries[static_cast<size_t>(row)]; }

    std::vector<Entry> m_entries;
    QList<Folder> m_folders;
    Conversation *m_current = nullptr;
};

} // namespace Aura
