// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/records.h"

#include <optional>

namespace Aura {

class Database;

//! The name of a role in the file: "assistant".
QString roleName(Role role);
Role roleFromName(const QString &name); // User for a name that is none

//! Writes a message, new or changed, and its search index. The text of one that is Answering is
//! left to appendPiece(); its pieces go once it is not. A place on the active path, where one is
//! given, ends the path. Makes no child the active one.
bool putMessage(Database &database, qint64 conversation, const StoredMessage &message,
                std::optional<int> seq);

//! Makes a message the active child of its parent.
bool activateMessage(Database &database, qint64 conversation, MessageId parent, MessageId child);

//! The active path from a place on: these messages, and no more.
bool putPath(Database &database, qint64 conversation, int from, const QList<MessageId> &path);

//! Takes messages away, those below them too, with their search index.
bool removeMessages(Database &database, qint64 conversation, const QList<MessageId> &messages);

//! All messages of a conversation, by age; pieces of unfinished replies are in them.
QList<StoredMessage> readMessages(Database &database, qint64 conversation);

//! All messages as above where they are at most 2,000; else the last 200 of the active path.
MessageRange readLatestMessages(Database &database, qint64 conversation);

bool appendPiece(Database &database, MessageId reply, const QString &text,
                 const QString &reasoning);

//! Ends the replies that are still Answering, with all that has come of them, as Interrupted.
bool interruptUnfinished(Database &database);

} // namespace Aura
