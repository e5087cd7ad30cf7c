// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/chatparameters.h"
#include "base/message.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

//! What the history keeps, as values. SCHEMA.md says how it lies in the file.
namespace Aura {

//! Where a reader is in a conversation.
struct ScrollPlace
{
    MessageId message{}; // the uppermost in sight; invalid: at the end
    int offset = 0;      // how far its top lies above the view's, in device-independent pixels

    friend bool operator==(const ScrollPlace &, const ScrollPlace &) = default;
};

//! A folder of conversations.
struct Folder
{
    QString id{};       // never shown, never changes; any text without NUL
    QString parentId{}; // empty: at the top
    QString name{};
    int position = 0; // among its siblings, from 0; equal ones by name
    QString origin{}; // of an imported one: importer, ':', the id that it had there

    friend bool operator==(const Folder &, const Folder &) = default;
};

//! What a list of conversations shows.
struct ConversationSummary
{
    QString id{}; // never shown, never changes; any text without NUL
    QString title{};
    QString folderId{}; // empty: in no folder
    bool isPinned = false;
    bool isArchived = false;
    QDateTime trashedAt{}; // UTC; invalid: not in the trash
    QDateTime changed{};   // UTC: made, last asked, or last answered to the end

    friend bool operator==(const ConversationSummary &, const ConversationSummary &) = default;
};

//! All of a conversation but its messages.
struct StoredConversation
{
    QString id{}; // never shown, never changes; any text without NUL
    QString title{};
    bool hasOwnTitle = false; // the user's or an import's, else the first question's first line
    QString folderId{};       // empty: in no folder
    bool isPinned = false;
    bool isArchived = false;
    QDateTime trashedAt{}; // UTC; invalid: not in the trash
    QDateTime created{};   // UTC
    QDateTime changed{};   // UTC: made, last asked, or last answered to the end
    ChatParameters parameters{};
    QString draft{};
    ScrollPlace scroll{};
    QString origin{}; // of an imported one: importer, ':', the id that it had there

    friend bool operator==(const StoredConversation &, const StoredConversation &) = default;
};

//! A message and its place in the tree of versions.
//!
//! A message of Role::System is no part of the tree: a conversation has at most one, without a
//! parent, and it begins every path.
struct StoredMessage
{
    Message message{};        // its id says its place in time; see nextMessageId()
    MessageId parent{};       // invalid: at the top
    bool isActive = true;     // it, and none of its siblings, is the version that is shown
    QJsonObject parameters{}; // what it was asked with; reserved
    QJsonArray attachments{}; // reserved
    QString origin{};         // of an imported one: the id that it had there

    friend bool operator==(const StoredMessage &, const StoredMessage &) = default;
};

//! The messages of a conversation, or the newest ones of a long one's active path.
struct MessageRange
{
    QList<StoredMessage> messages{};
    bool isWhole = true;
    int firstPlace = 0; // not whole: the first one's place on the active path, SCHEMA.md's seq

    friend bool operator==(const MessageRange &, const MessageRange &) = default;
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::Folder)
Q_DECLARE_METATYPE(Aura::ConversationSummary)
Q_DECLARE_METATYPE(Aura::StoredConversation)
Q_DECLARE_METATYPE(Aura::StoredMessage)
