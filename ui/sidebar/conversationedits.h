// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/records.h"

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QUndoStack>

namespace Aura {

class Conversation;
class ConversationListModel;

//! What the user does to conversations as a whole and to folders: each is one step that can be
//! undone. Ids that are not known are passed over.
class ConversationEdits : public QObject
{
    Q_OBJECT

public:
    //! The list outlives this.
    explicit ConversationEdits(ConversationListModel &conversations, QObject *parent = nullptr);

    void rename(const QString &id, const QString &title); // an empty one changes nothing
    void setPinned(const QStringList &ids, bool isPinned);
    void setArchived(const QStringList &ids, bool isArchived);
    //! Takes them out of the archive and unpins them; an empty folder is none.
    void moveToFolder(const QStringList &ids, const QString &folder);
    void moveToTrash(const QStringList &ids);
    void restore(const QStringList &ids); // from the trash, to where they were

    //! The name of a new folder is made unique; its id is returned.
    QString addFolder(const QString &parent, const QString &name);
    void renameFolder(const QString &id, const QString &name); // an empty one changes nothing
    void moveFolder(const QString &id, const QString &parent);
    //! A folder does not go into itself or one below it.
    bool canMoveFolder(const QString &id, const QString &parent) const;
    //! What is in it goes to where it was.
    void removeFolder(const QString &id);
    QSet<QString> foldersAbove(const QString &folder) const; // itself included

    //! Every folder with the names above it, "Work / Reports", by these names.
    struct FolderPath
    {
        QString id{};
        QString path{};
    };
    QList<FolderPath> folderPaths() const;

    QStringList trashed() const; // the ids of all that is in the trash

    //! With all that follows it in every version; nothing happens while it is being answered.
    void removeMessage(Conversation &conversation, MessageId message);

    //! Not undone, and what was done to them before is not either.
    void deleteForGood(const QStringList &ids);

    QUndoStack &undoStack() { return m_undo; }

signals:
    //! A step was done that takes something out of sight, in words: "2 conversations moved to the
    //! trash".
    void movedAway(const QString &text);

private:
    class Step;
    class MessageRemoval;

    //! Changes each summary by change and makes a step of it.
    template<typename Change>
    void changeEach(const QStringList &ids, const QString &text, const Change &change);
    QList<ConversationSummary> summariesOf(const QStringList &ids) const;
    void push(const QString &text, const QList<ConversationSummary> &after,
              const QList<Folder> &folders);
    QString freeName(const QString &parent, const QString &name) const;

    ConversationListModel &m_conversations;
    QUndoStack m_undo;
};

} // namespace Aura
