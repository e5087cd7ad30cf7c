// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

#include <QString>

namespace Aura {

class Database;

//! What of a message the search index holds. The index keeps no text of its own, so what goes out
//! of it has to be exactly what went in.
struct IndexedMessage
{
    MessageId id{};
    qint64 conversation = 0; // its key
    Role role = Role::User;
    QString model{};
    QString text{};
};

bool addToIndex(Database &database, const IndexedMessage &message);
bool removeFromIndex(Database &database, const IndexedMessage &message);

bool addTitleToIndex(Database &database, qint64 conversation, const QString &title);
bool removeTitleFromIndex(Database &database, qint64 conversation, const QString &title);

//! Puts all messages and titles into an index that is empty.
bool fillIndex(Database &database);

} // namespace Aura
