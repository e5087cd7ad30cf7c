// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/records.h"

#include <QStringList>

#include <optional>

namespace Aura {

class Database;

//! The key of a conversation inside the file; 0: there is none with this id.
qint64 conversationKey(Database &database, const QString &id);

//! Writes a conversation, new or changed, and its search index; draft and scroll place are left to
//! putDraft() and putScrollPlace().
bool putConversation(Database &database, const StoredConversation &conversation);
//! What a list shows of a conversation that is there; what changes by itself, changed, is left.
bool putSummary(Database &database, const ConversationSummary &summary);
std::optional<StoredConversation> readConversation(Database &database, const QString &id);

bool putDraft(Database &database, const QString &id, const QString &draft);
bool putScrollPlace(Database &database, const QString &id, const ScrollPlace &place);

//! All conversations, those of the trash too, the one that changed last first.
QList<ConversationSummary> readSummaries(Database &database);

//! Takes a conversation away for good: its rows and what the search index holds of it.
bool removeConversation(Database &database, const QString &id);

bool putFolder(Database &database, const Folder &folder);
//! All folders there are; what is in one that is missing goes to no folder.
bool putFolders(Database &database, const QList<Folder> &folders);
QList<Folder> readFolders(Database &database);

//! What the program remembers about the file as a whole, by name.
bool putProgramValue(Database &database, const QString &name, const QString &value);
QString programValue(Database &database, const QString &name);

} // namespace Aura
