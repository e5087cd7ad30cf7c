// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/messagerows.h"

#include "history/database.h"
#include "history/errorjson.h"
#include "history/messageindex.h"

#include <QHash>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int longConversation =
    2000; // messages; so many are read and shown within some milliseconds
constexpr int latestMessages = 200;

QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant orNull(qint64 count)
{
    return count < 0 ? QVariant() : QVariant(count);
}

QVariant orNull(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QVariant orNull(const QJsonObject &object)
{
    return object.isEmpty()
        ? QVariant()
        : QVariant(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

QVariant orNull(const QJsonArray &array)
{
    return array.isEmpty()
        ? QVariant()
        : QVariant(QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

QString present(const QString &text) // Qt Sql takes a null string for NULL
{
    return text.isNull() ? u""_s : text;
}

qint64 countOr(const Rows &rows, int column)
{
    return rows.isNull(column) ? -1 : rows.number(column);
}

QJsonDocument json(const Rows &rows, int column)
{
    return QJsonDocument::fromJson(rows.value(column).toByteArray());
}

//! The columns of putMessage() and readMessages(), in this order.
const QString &messageColumns()
{
    static const QString columns =
        u"id, length, parent, role, state, time, model, connection, prompt_tokens,"
        u" completion_tokens, connect_ms, first_byte_ms, total_ms, error, parameters,"
        u" attachments, origin, reasoning, text"_s;
    return columns;
}

QVariantList columnsOf(const StoredMessage &stored)
{
    const Message &message = stored.message;
    const bool isGrowing = message.state == ReplyState::Answering; // its text comes in pieces
    const QVariant error = message.error ? orNull(errorToJson(*message.error)) : QVariant();
    return {message.id.value,
            isGrowing ? 0 : message.text.size(),
            stored.parent.value,
            roleName(message.role),
            replyStateName(message.state),
            orNull(message.time),
            orNull(message.model),
            orNull(message.connectionName),
            orNull(message.usage.promptTokens),
            orNull(message.usage.completionTokens),
            orNull(message.timing.connectMs),
            orNull(message.timing.firstByteMs),
            orNull(message.timing.totalMs),
            error,
            orNull(stored.parameters),
            orNull(stored.attachments),
            orNull(stored.origin),
            isGrowing ? QVariant() : orNull(message.reasoning),
            isGrowing ? u""_s : present(message.text)};
}

StoredMessage messageOf(const Rows &rows)
{
    StoredMessage stored;
    Message &message = stored.message;
    message.id = {rows.number(0)};
    stored.parent = {rows.number(2)};
    message.role = roleFromName(rows.text(3));
    message.state = replyStateFromName(rows.text(4));
    if (!rows.isNull(5))
        message.time = QDateTime::fromMSecsSinceEpoch(rows.number(5), Qt::UTC);
    message.model = rows.text(6);
    message.connectionName = rows.text(7);
    message.usage = {countOr(rows, 8), countOr(rows, 9)};
    message.timing = {countOr(rows, 10), countOr(rows, 11), countOr(rows, 12)};
    if (!rows.isNull(13))
        message.error = errorFromJson(json(rows, 13).object());
    stored.parameters = json(rows, 14).object();
    stored.attachments = json(rows, 15).array();
    stored.origin = rows.text(16);
    message.reasoning = rows.text(17);
    message.text = rows.text(18);
    return stored;
}

IndexedMessage indexed(const Message &message, qint64 conversation)
{
    return {message.id, conversation, message.role, message.model, message.text};
}

//! Takes the message, as it stands in the file, out of the search index, if it is in it.
bool unindex(Database &database, MessageId id)
{
    IndexedMessage known{.id = id};
    {
        Rows rows = database.rows(u"SELECT conversation, role, model, text FROM message"
                                  u" WHERE id = ? AND state <> 'answering'"_s,
                                  {id.value});
        if (!rows.next())
            return database.error().code == 0;
        known.conversation = rows.number(0);
        known.role = roleFromName(rows.text(1));
        known.model = rows.text(2);
        known.text = rows.text(3);
    }
    return removeFromIndex(database, known);
}

//! Joins what has come in pieces to the replies that are not finished; without pieces, nothing.
void addPieces(Database &database, Message &reply)
{
    Rows pieces = database.rows(
        u"SELECT reasoning, text FROM piece WHERE message = ? ORDER BY number"_s, {reply.id.value});
    while (pieces.next())
        (pieces.number(0) != 0 ? reply.reasoning : reply.text) += pieces.text(1);
}

} // namespace

QString roleName(Role role)
{
    switch (role) {
    case Role::System: return u"system"_s;
    case Role::User: return u"user"_s;
    case Role::Assistant: return u"assistant"_s;
    }
    Q_UNREACHABLE();
}

Role roleFromName(const QString &name)
{
    if (name == "assistant"_L1)
        return Role::Assistant;
    return name == "system"_L1 ? Role::System : Role::User;
}

bool putMessage(Database &database, qint64 conversation, const StoredMessage &stored,
                std::optional<int> seq)
{
    static const QString insert = u"INSERT INTO message(conversation, seq, "_s + messageColumns()
        + u") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          u" ON CONFLICT(id) DO UPDATE SET length = excluded.length, state = excluded.state,"
          u" time = excluded.time, model = excluded.model, connection = excluded.connection,"
          u" prompt_tokens = excluded.prompt_tokens,"
          u" completion_tokens = excluded.completion_tokens, connect_ms = excluded.connect_ms,"
          u" first_byte_ms = excluded.first_byte_ms, total_ms = excluded.total_ms,"
          u" error = excluded.error, reasoning = excluded.reasoning, text = excluded.text"_s;
    if (!unindex(database, stored.message.id))
        return false;
    if (seq && stored.message.role != Role::System
        && !database.run(u"UPDATE message SET seq = NULL WHERE conversation = ? AND seq >= ?"_s,
                         {conversation, *seq}))
        return false;
    if (!database.run(insert,
                      QVariantList{conversation, seq ? QVariant(*seq) : QVariant()}
                          + columnsOf(stored)))
        return false;
    if (stored.message.state == ReplyState::Answering)
        return true;
    return database.run(u"DELETE FROM piece WHERE message = ?"_s, {stored.message.id.value})
        && addToIndex(database, indexed(stored.message, conversation));
}

bool activateMessage(Database &database, qint64 conversation, MessageId parent, MessageId child)
{
    if (parent.isValid())
        return database.run(u"UPDATE message SET active_child = ? WHERE id = ?"_s,
                            {child.value, parent.value});
    return database.run(u"UPDATE conversation SET active_child = ? WHERE key = ?"_s,
                        {child.value, conversation});
}

bool putPath(Database &database, qint64 conversation, int from, const QList<MessageId> &path)
{
    if (!database.run(u"UPDATE message SET seq = NULL WHERE conversation = ? AND seq >= ?"_s,
                      {conversation, from}))
        return false;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (!database.run(u"UPDATE message SET seq = ? WHERE id = ? AND conversation = ?"_s,
                          {from + i, path.at(i).value, conversation}))
            return false;
    }
    return true;
}

bool removeMessages(Database &database, qint64 conversation, const QList<MessageId> &messages)
{
    QList<MessageId> doomed = messages;
    for (qsizetype i = 0; i < doomed.size(); ++i) {
        Rows below =
            database.rows(u"SELECT id FROM message WHERE conversation = ? AND parent = ?"_s,
                          {conversation, doomed.at(i).value});
        while (below.next())
            doomed.append(MessageId{below.number(0)});
    }
    for (const MessageId id : std::as_const(doomed)) {
        if (!unindex(database, id)
            || !database.run(u"DELETE FROM message WHERE id = ? AND conversation = ?"_s,
                             {id.value, conversation}))
            return false;
    }
    return true;
}

QList<StoredMessage> readMessages(Database &database, qint64 conversation)
{
    static const QString select = u"SELECT "_s + messageColumns()
        + u", active_child FROM message WHERE conversation = ? ORDER BY id"_s;
    constexpr int activeChildColumn = 19;
    QHash<MessageId, MessageId> activeChildren; // by the parent
    activeChildren.insert(
        {},
        {database.value(u"SELECT active_child FROM conversation WHERE key = ?"_s, {conversation})
             .toLongLong()});
    QList<StoredMessage> messages;
    {
        Rows rows = database.rows(select, {conversation});
        while (rows.next()) {
            messages.append(messageOf(rows));
            activeChildren.insert(messages.constLast().message.id,
                                  {rows.number(activeChildColumn)});
        }
    }
    for (StoredMessage &stored : messages) {
        stored.isActive = activeChildren.value(stored.parent) == stored.message.id;
        if (stored.message.state == ReplyState::Answering)
            addPieces(database, stored.message);
    }
    return messages;
}

MessageRange readLatestMessages(Database &database, qint64 conversation)
{
    const int count = database
                          .value(u"SELECT count(*) FROM"
                                 u" (SELECT 1 FROM message WHERE conversation = ? LIMIT ?)"_s,
                                 {conversation, longConversation + 1})
                          .toInt();
    if (count <= longConversation)
        return {.messages = readMessages(database, conversation)};
    static const QString select = u"SELECT "_s + messageColumns()
        + u", seq FROM message WHERE conversation = ? AND seq > 0 ORDER BY seq DESC LIMIT ?"_s;
    constexpr int seqColumn = 19;
    MessageRange latest{.isWhole = false};
    {
        Rows rows = database.rows(select, {conversation, latestMessages});
        while (rows.next()) {
            latest.messages.append(messageOf(rows));
            latest.firstPlace = int(rows.number(seqColumn));
        }
    }
    std::ranges::reverse(latest.messages);
    for (StoredMessage &stored : latest.messages) {
        if (stored.message.state == ReplyState::Answering)
            addPieces(database, stored.message);
    }
    return latest;
}

bool appendPiece(Database &database, MessageId reply, const QString &text, const QString &reasoning)
{
    // Nothing for a message that has ended or is no more: a piece that came late.
    static const QString insert =
        u"INSERT INTO piece(message, number, reasoning, text)"
        u" SELECT id, (SELECT ifnull(max(number), -1) + 1 FROM piece WHERE message = id), ?, ?"
        u" FROM message WHERE id = ? AND state = 'answering'"_s;
    return (reasoning.isEmpty() || database.run(insert, {1, reasoning, reply.value}))
        && (text.isEmpty() || database.run(insert, {0, text, reply.value}));
}

bool interruptUnfinished(Database &database)
{
    QList<std::pair<qint64, StoredMessage>> unfinished;
    {
        Rows rows = database.rows(u"SELECT "_s + messageColumns()
                                  + u", conversation FROM message WHERE state = 'answering'"_s);
        while (rows.next())
            unfinished.append({rows.number(19), messageOf(rows)});
    }
    for (auto &[conversation, stored] : unfinished) {
        addPieces(database, stored.message);
        stored.message.state = ReplyState::Interrupted;
        stored.message.error =
            ProviderError{.kind = ErrorKind::EndNotConfirmed, .cause = ErrorCause::ProgramEnded};
        if (!putMessage(database, conversation, stored, {}))
            return false;
    }
    return database.error().code == 0;
}

} // namespace Aura
