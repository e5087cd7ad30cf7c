// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/conversationrows.h"

#include "history/database.h"
#include "history/messageindex.h"
#include "history/messagerows.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant orNull(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

template<typename T> QVariant orNull(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariant promptOrNull(const std::optional<QString> &prompt) // an empty prompt is one
{
    if (!prompt)
        return {};
    return prompt->isNull() ? u""_s : *prompt;
}

QString present(const QString &text) // Qt Sql takes a null string for NULL
{
    return text.isNull() ? u""_s : text;
}

QDateTime timeOf(const Rows &rows, int column)
{
    return rows.isNull(column) ? QDateTime()
                               : QDateTime::fromMSecsSinceEpoch(rows.number(column), Qt::UTC);
}

qint64 millisecondsOf(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

//! Gives the index a title instead of the one that it has.
bool indexTitle(Database &database, qint64 key, const QVariant &before, const QString &title)
{
    if (before.isValid() && before.toString() == title)
        return true;
    return (!before.isValid() || removeTitleFromIndex(database, key, before.toString()))
        && addTitleToIndex(database, key, title);
}

ChatParameters parametersOf(const Rows &rows, int from)
{
    ChatParameters parameters{.connectionId = rows.text(from), .model = rows.text(from + 1)};
    if (!rows.isNull(from + 2))
        parameters.temperature = rows.value(from + 2).toDouble();
    if (!rows.isNull(from + 3))
        parameters.maxTokens = rows.value(from + 3).toInt();
    if (!rows.isNull(from + 4))
        parameters.systemPrompt = rows.text(from + 4);
    return parameters;
}

//! A conversation's row of place, made where there is none.
bool ensurePlace(Database &database, const QString &id)
{
    return database.run(u"INSERT OR IGNORE INTO place(conversation)"
                        u" SELECT key FROM conversation WHERE id = ?"_s,
                        {id});
}

} // namespace

qint64 conversationKey(Database &database, const QString &id)
{
    return database.value(u"SELECT key FROM conversation WHERE id = ?"_s, {id}).toLongLong();
}

bool putConversation(Database &database, const StoredConversation &conversation)
{
    static const QString upsert =
        u"INSERT INTO conversation(id, title, has_own_title, folder, pinned, archived, trashed_at,"
        u" created, changed, connection, model, temperature, max_tokens, origin, system_prompt)"
        u" VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        u" ON CONFLICT(id) DO UPDATE SET title = excluded.title,"
        u" has_own_title = excluded.has_own_title, folder = excluded.folder,"
        u" pinned = excluded.pinned, archived = excluded.archived,"
        u" trashed_at = excluded.trashed_at, changed = excluded.changed,"
        u" connection = excluded.connection, model = excluded.model,"
        u" temperature = excluded.temperature, max_tokens = excluded.max_tokens,"
        u" system_prompt = excluded.system_prompt"_s;
    const ChatParameters &own = conversation.parameters;
    const QVariant before =
        database.value(u"SELECT title FROM conversation WHERE id = ?"_s, {conversation.id});
    if (!database.run(upsert,
                      {conversation.id, present(conversation.title), int(conversation.hasOwnTitle),
                       orNull(conversation.folderId), int(conversation.isPinned),
                       int(conversation.isArchived), orNull(conversation.trashedAt),
                       millisecondsOf(conversation.created), millisecondsOf(conversation.changed),
                       orNull(own.connectionId), orNull(own.model), orNull(own.temperature),
                       orNull(own.maxTokens), orNull(conversation.origin),
                       promptOrNull(own.systemPrompt)}))
        return false;
    return indexTitle(database, conversationKey(database, conversation.id), before,
                      present(conversation.title));
}

bool putSummary(Database &database, const ConversationSummary &summary)
{
    const qint64 key = conversationKey(database, summary.id);
    if (key == 0)
        return database.error().code == 0; // deleted for good meanwhile
    const QVariant before =
        database.value(u"SELECT title FROM conversation WHERE key = ?"_s, {key});
    return database.run(u"UPDATE conversation SET has_own_title = has_own_title OR title <> ?,"
                        u" title = ?, folder = ?, pinned = ?, archived = ?, trashed_at = ?"
                        u" WHERE key = ?"_s,
                        {present(summary.title), present(summary.title), orNull(summary.folderId),
                         int(summary.isPinned), int(summary.isArchived), orNull(summary.trashedAt),
                         key})
        && indexTitle(database, key, before, present(summary.title));
}

std::optional<StoredConversation> readConversation(Database &database, const QString &id)
{
    Rows rows = database.rows(
        u"SELECT title, has_own_title, folder, pinned, archived, trashed_at, created, changed,"
        u" origin, connection, model, temperature, max_tokens, system_prompt, draft,"
        u" scroll_message, scroll_offset"
        u" FROM conversation LEFT JOIN place ON place.conversation = key WHERE id = ?"_s,
        {id});
    if (!rows.next())
        return {};
    return StoredConversation{
        .id = id,
        .title = rows.text(0),
        .hasOwnTitle = rows.number(1) != 0,
        .folderId = rows.text(2),
        .isPinned = rows.number(3) != 0,
        .isArchived = rows.number(4) != 0,
        .trashedAt = timeOf(rows, 5),
        .created = timeOf(rows, 6),
        .changed = timeOf(rows, 7),
        .parameters = parametersOf(rows, 9),
        .draft = rows.text(14),
        .scroll = {.message = {rows.number(15)}, .offset = int(rows.number(16))},
        .origin = rows.text(8)};
}

bool putDraft(Database &database, const QString &id, const QString &draft)
{
    return ensurePlace(database, id)
        && database.run(u"UPDATE place SET draft = ?"
                        u" WHERE conversation = (SELECT key FROM conversation WHERE id = ?)"_s,
                        {present(draft), id});
}

bool putScrollPlace(Database &database, const QString &id, const ScrollPlace &place)
{
    const QVariant message = place.message.isValid() ? QVariant(place.message.value) : QVariant();
    return ensurePlace(database, id)
        && database.run(u"UPDATE place SET scroll_message = ?, scroll_offset = ?"
                        u" WHERE conversation = (SELECT key FROM conversation WHERE id = ?)"_s,
                        {message, place.offset, id});
}

QList<ConversationSummary> readSummaries(Database &database)
{
    QList<ConversationSummary> summaries;
    Rows rows = database.rows(u"SELECT id, title, folder, pinned, archived, trashed_at, changed"
                              u" FROM conversation ORDER BY changed DESC, key DESC"_s);
    while (rows.next())
        summaries.append({.id = rows.text(0),
                          .title = rows.text(1),
                          .folderId = rows.text(2),
                          .isPinned = rows.number(3) != 0,
                          .isArchived = rows.number(4) != 0,
                          .trashedAt = timeOf(rows, 5),
                          .changed = timeOf(rows, 6)});
    return summaries;
}

bool removeConversation(Database &database, const QString &id)
{
    const qint64 key = conversationKey(database, id);
    if (key == 0)
        return database.error().code == 0;
    QList<IndexedMessage> indexed;
    {
        Rows rows = database.rows(u"SELECT id, role, model, text FROM message"
                                  u" WHERE conversation = ? AND state <> 'answering'"_s,
                                  {key});
        while (rows.next())
            indexed.append({.id = {rows.number(0)},
                            .conversation = key,
                            .role = roleFromName(rows.text(1)),
                            .model = rows.text(2),
                            .text = rows.text(3)});
    }
    for (const IndexedMessage &message : std::as_const(indexed)) {
        if (!removeFromIndex(database, message))
            return false;
    }
    const QString title =
        database.value(u"SELECT title FROM conversation WHERE key = ?"_s, {key}).toString();
    return removeTitleFromIndex(database, key, title)
        && database.run(u"DELETE FROM conversation WHERE key = ?"_s, {key});
}

bool putFolder(Database &database, const Folder &folder)
{
    return database.run(
        u"INSERT INTO folder(id, parent, name, position, origin) VALUES(?, ?, ?, ?, ?)"
        u" ON CONFLICT(id) DO UPDATE SET parent = excluded.parent, name = excluded.name,"
        u" position = excluded.position"_s,
        {folder.id, orNull(folder.parentId), present(folder.name), folder.position,
         orNull(folder.origin)});
}

bool putFolders(Database &database, const QList<Folder> &folders)
{
    QSet<QString> wanted;
    for (const Folder &folder : folders)
        wanted.insert(folder.id);
    const QList<Folder> known = readFolders(database);
    for (const Folder &folder : known) {
        if (!wanted.contains(folder.id)
            && !database.run(u"DELETE FROM folder WHERE id = ?"_s, {folder.id}))
            return false;
    }
    return std::ranges::all_of(
        folders, [&database](const Folder &folder) { return putFolder(database, folder); });
}

QList<Folder> readFolders(Database &database)
{
    QList<Folder> folders;
    Rows rows = database.rows(u"SELECT id, parent, name, position, origin FROM folder"
                              u" ORDER BY position, name"_s);
    while (rows.next())
        folders.append({.id = rows.text(0),
                        .parentId = rows.text(1),
                        .name = rows.text(2),
                        .position = int(rows.number(3)),
                        .origin = rows.text(4)});
    return folders;
}

bool putProgramValue(Database &database, const QString &name, const QString &value)
{
    return database.run(u"INSERT INTO program(name, value) VALUES(?, ?)"
                        u" ON CONFLICT(name) DO UPDATE SET value = excluded.value"_s,
                        {name, present(value)});
}

QString programValue(Database &database, const QString &name)
{
    return database.value(u"SELECT value FROM program WHERE name = ?"_s, {name}).toString();
}

} // namespace Aura
