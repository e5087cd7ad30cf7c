// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "history/database.h"
#include "history/records.h"

#include <memory>
#include <optional>

namespace Aura {

//! The history's file, opened for one long piece of work beside HistoryStore: an import, an export.
//!
//! All of it is one transaction: it reads what was there when it began, and what it adds is there
//! for others with commit(), or not at all. Other programs may have the file open; while an import
//! writes, what they write waits. Belongs to the thread that opened it. Errors are sentences.
class HistoryFile
{
public:
    enum class Use {
        Read,  // the file is there
        Write, // it is made where there is none
    };

    static Result<std::unique_ptr<HistoryFile>> open(const QString &file, Use use);
    ~HistoryFile();
    Q_DISABLE_COPY_MOVE(HistoryFile)

    QList<Folder> folders();
    QList<ConversationSummary> summaries(); // the one that changed last first, the trash too
    std::optional<StoredConversation> conversation(const QString &id);
    QList<StoredMessage> messages(const QString &conversation); // by age, parents first

    //! The conversation of this id or, where it was imported, of this origin.
    std::optional<StoredConversation> find(const QString &id, const QString &origin);

    //! New ones; a folder's parent, and a conversation's folder, are there.
    Result<void> add(const Folder &folder);
    //! Parents stand before their children. An id that is taken becomes the next free one.
    Result<void> add(const StoredConversation &conversation, const QList<StoredMessage> &messages);

    //! More messages of a conversation that is here, below those that it has or each other. It
    //! changed no later than it says.
    Result<void> extend(const QString &conversation, const QDateTime &changed,
                        const QList<StoredMessage> &messages);

    Result<void> commit();

private:
    HistoryFile() = default;
    bool begin(Use use);
    std::optional<QList<StoredMessage>> place(qint64 conversation, QList<StoredMessage> messages);
    bool activate(qint64 conversation, const QList<StoredMessage> &messages);
    MessageId freeId(MessageId wanted);
    void joinIndex();
    Error failure() const;

    Database m_database;
    qint64 m_lastTaken = 0; // the last id that freeId() moved to
    qint64 m_added = 0;     // messages
    bool m_isOpen = false;  // the transaction
};

} // namespace Aura
