// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "history/database.h"
#include "history/records.h"

#include <QHash>

namespace Aura {

//! What an import has added, or would add.
struct ImportCounts
{
    int folders = 0;
    int conversations = 0;
    int grownConversations = 0; // were here, and got messages that were not
    int knownConversations = 0; // were here, with all their messages
    int messages = 0;

    friend bool operator==(const ImportCounts &, const ImportCounts &) = default;
};

//! Adds conversations from elsewhere to the history, all or none: one transaction, on a connection
//! of its own, in the thread that uses it. Without commit() nothing has changed: a dry run.
//!
//! While it lasts, the program's own writer waits; what it has to write is in memory.
class HistoryImport
{
public:
    //! The file of a HistoryStore that is open.
    explicit HistoryImport(const QString &file);
    ~HistoryImport();
    Q_DISABLE_COPY_MOVE(HistoryImport)

    Result<void> begin();

    //! Folders come before what is in them. One whose origin is known is the known one. Its id may
    //! be any text that is unique in this import; conversations and folders name it by that.
    Result<void> addFolder(const Folder &folder);

    //! The conversation's id may be empty. The messages, parents before their children, have any
    //! ids that are unique among them; they get new ones that follow their times, or the
    //! conversation's where they have none. One whose origin is known in the conversation is left
    //! as it is; a conversation whose origin is known gets the others, where they have an origin.
    Result<void> add(const StoredConversation &conversation, const QList<StoredMessage> &messages);

    const ImportCounts &counts() const { return m_counts; }

    //! Ends it, and keeps everything; HistoryRecorder::refresh() shows it.
    Result<void> commit();

private:
    struct Target // of one add()
    {
        qint64 key = 0;
        bool isNew = true;
        qint64 created = 0;                        // ms
        QHash<QString, MessageId> known{};         // by origin
        QHash<MessageId, MessageId> ids{};         // the file's by the import's
        QHash<MessageId, MessageId> activeChild{}; // of those that are new
    };

    bool findOrMake(const StoredConversation &conversation, Target &target);
    bool addMessage(const StoredMessage &stored, Target &target);
    bool activate(const Target &target);
    bool putPath(const Target &target);
    MessageId freeId(const QDateTime &time, MessageId parent, qint64 fallback);
    Error failure() const;

    QString m_file;
    Database m_database;
    bool m_isOpen = false;
    ImportCounts m_counts;
    QHash<QString, QString> m_folders;  // the file's id by the import's
    QHash<qint64, qint64> m_nextInTime; // the next id that may be free, by the millisecond
};

} // namespace Aura
