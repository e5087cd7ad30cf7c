// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/conversationjson.h"

#include "history/errorjson.h"
#include "transfer/jsonfields.h"
#include "transfer/mendtree.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! What is empty, unset or unknown is not written.
void put(QJsonObject &json, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        json.insert(name, text);
}

void put(QJsonObject &json, QLatin1StringView name, const QDateTime &time)
{
    if (time.isValid())
        json.insert(name, time.toUTC().toString(Qt::ISODateWithMs));
}

void put(QJsonObject &json, QLatin1StringView name, qint64 count)
{
    if (count >= 0)
        json.insert(name, count);
}

void putFlag(QJsonObject &json, QLatin1StringView name, bool isSet)
{
    if (isSet)
        json.insert(name, true);
}

//! Numbers of JSON are exact up to 2⁵³ only.
QString idText(MessageId id)
{
    return id.isValid() ? QString::number(id.value) : QString();
}

MessageId idFromText(const QJsonValue &value)
{
    const qint64 id = value.toString().toLongLong();
    return MessageId{std::max<qint64>(id, 0)};
}

QDateTime timeFrom(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? time.toUTC() : QDateTime();
}

constexpr std::array roles{std::pair{Role::System, "system"_L1}, std::pair{Role::User, "user"_L1},
                           std::pair{Role::Assistant, "assistant"_L1}};

constexpr std::array states{ReplyState::Answering,   ReplyState::Complete, ReplyState::CutByLimit,
                            ReplyState::Interrupted, ReplyState::Stopped,  ReplyState::Failed,
                            ReplyState::Empty};

QString nameOf(Role role)
{
    return std::ranges::find(roles, role, &std::pair<Role, QLatin1StringView>::first)->second;
}

//! A reply that was still coming is cut off in a file.
ReplyState stateFrom(const QJsonValue &value)
{
    const QString name = value.toString();
    for (const ReplyState state : states) {
        if (replyStateName(state) == name)
            return state == ReplyState::Answering ? ReplyState::Interrupted : state;
    }
    return ReplyState::Complete;
}

QJsonObject parametersToJson(const ChatParameters &parameters)
{
    QJsonObject json;
    if (parameters.systemPrompt)
        json.insert("systemPrompt"_L1, *parameters.systemPrompt);
    if (parameters.temperature)
        json.insert("temperature"_L1, *parameters.temperature);
    if (parameters.maxTokens)
        json.insert("maxTokens"_L1, *parameters.maxTokens);
    put(json, "connection"_L1, parameters.connectionId);
    put(json, "model"_L1, parameters.model);
    return json;
}

ChatParameters parametersFromJson(const QJsonValue &json)
{
    ChatParameters parameters;
    if (json["systemPrompt"_L1].isString())
        parameters.systemPrompt = keepable(json["systemPrompt"_L1].toString());
    if (json["temperature"_L1].isDouble())
        parameters.temperature = json["temperature"_L1].toDouble();
    if (json["maxTokens"_L1].isDouble())
        parameters.maxTokens = json["maxTokens"_L1].toInt();
    parameters.connectionId = keepable(json["connection"_L1].toString());
    parameters.model = keepable(json["model"_L1].toString());
    return parameters;
}

QJsonObject messageToJson(const StoredMessage &stored)
{
    const Message &message = stored.message;
    QJsonObject json{{"id"_L1, idText(message.id)},
                     {"role"_L1, nameOf(message.role)},
                     {"text"_L1, message.text}};
    put(json, "parent"_L1, idText(stored.parent));
    putFlag(json, "isActive"_L1, stored.isActive);
    put(json, "reasoning"_L1, message.reasoning);
    json.insert("state"_L1, replyStateName(message.state));
    if (message.error)
        json.insert("error"_L1, errorToJson(*message.error));
    put(json, "model"_L1, message.model);
    put(json, "connectionName"_L1, message.connectionName);
    put(json, "time"_L1, message.time);
    put(json, "promptTokens"_L1, message.usage.promptTokens);
    put(json, "completionTokens"_L1, message.usage.completionTokens);
    put(json, "connectMs"_L1, message.timing.connectMs);
    put(json, "firstByteMs"_L1, message.timing.firstByteMs);
    put(json, "totalMs"_L1, message.timing.totalMs);
    if (!stored.parameters.isEmpty())
        json.insert("parameters"_L1, stored.parameters);
    if (!stored.attachments.isEmpty())
        json.insert("attachments"_L1, stored.attachments);
    put(json, "origin"_L1, stored.origin);
    return json;
}

StoredMessage messageFromJson(const QJsonValue &json)
{
    StoredMessage stored;
    Message &message = stored.message;
    message.id = idFromText(json["id"_L1]);
    const QString role = json["role"_L1].toString();
    for (const auto &[value, name] : roles) {
        if (role == name)
            message.role = value;
    }
    message.text = keepable(json["text"_L1].toString());
    message.reasoning = keepable(json["reasoning"_L1].toString());
    message.state = stateFrom(json["state"_L1]);
    if (json["error"_L1].isObject())
        message.error = errorFromJson(json["error"_L1].toObject());
    message.model = keepable(json["model"_L1].toString());
    message.connectionName = keepable(json["connectionName"_L1].toString());
    message.time = timeFrom(json["time"_L1]);
    message.usage = {countOf(json["promptTokens"_L1]), countOf(json["completionTokens"_L1])};
    message.timing = {countOf(json["connectMs"_L1]), countOf(json["firstByteMs"_L1]),
                      countOf(json["totalMs"_L1])};
    stored.parent = idFromText(json["parent"_L1]);
    stored.isActive = json["isActive"_L1].toBool();
    stored.parameters = json["parameters"_L1].toObject();
    stored.attachments = json["attachments"_L1].toArray();
    stored.origin = keepable(json["origin"_L1].toString());
    return stored;
}

} // namespace

QJsonObject folderToJson(const Folder &folder)
{
    QJsonObject json{{"id"_L1, folder.id}, {"name"_L1, folder.name}};
    put(json, "parent"_L1, folder.parentId);
    json.insert("position"_L1, folder.position);
    put(json, "origin"_L1, folder.origin);
    return json;
}

Folder folderFromJson(const QJsonObject &json)
{
    return {.id = keepable(json.value("id"_L1).toString()),
            .parentId = keepable(json.value("parent"_L1).toString()),
            .name = keepable(json.value("name"_L1).toString()),
            .position = json.value("position"_L1).toInt(),
            .origin = keepable(json.value("origin"_L1).toString())};
}

QJsonObject conversationToJson(const StoredConversation &conversation,
                               const QList<StoredMessage> &messages)
{
    QJsonObject json{{"id"_L1, conversation.id}, {"title"_L1, conversation.title}};
    putFlag(json, "hasOwnTitle"_L1, conversation.hasOwnTitle);
    put(json, "folder"_L1, conversation.folderId);
    putFlag(json, "isPinned"_L1, conversation.isPinned);
    putFlag(json, "isArchived"_L1, conversation.isArchived);
    put(json, "trashedAt"_L1, conversation.trashedAt);
    put(json, "created"_L1, conversation.created);
    put(json, "changed"_L1, conversation.changed);
    json.insert("parameters"_L1, parametersToJson(conversation.parameters));
    put(json, "draft"_L1, conversation.draft);
    put(json, "scrollMessage"_L1, idText(conversation.scroll.message));
    if (conversation.scroll.offset != 0)
        json.insert("scrollOffset"_L1, conversation.scroll.offset);
    put(json, "origin"_L1, conversation.origin);
    QJsonArray array;
    for (const StoredMessage &message : messages)
        array << messageToJson(message);
    json.insert("messages"_L1, array);
    return json;
}

ImportedConversation conversationFromJson(const QJsonObject &json, bool *isWhole)
{
    ImportedConversation imported;
    imported.isOwn = true;
    StoredConversation &conversation = imported.conversation;
    conversation.id = keepable(json.value("id"_L1).toString());
    conversation.title = keepable(json.value("title"_L1).toString());
    conversation.hasOwnTitle = json.value("hasOwnTitle"_L1).toBool();
    conversation.folderId = keepable(json.value("folder"_L1).toString());
    conversation.isPinned = json.value("isPinned"_L1).toBool();
    conversation.isArchived = json.value("isArchived"_L1).toBool();
    conversation.trashedAt = timeFrom(json.value("trashedAt"_L1));
    conversation.created = timeFrom(json.value("created"_L1));
    conversation.changed = timeFrom(json.value("changed"_L1));
    conversation.parameters = parametersFromJson(json.value("parameters"_L1));
    conversation.draft = keepable(json.value("draft"_L1).toString());
    conversation.scroll = {idFromText(json.value("scrollMessage"_L1)),
                           json.value("scrollOffset"_L1).toInt()};
    conversation.origin = keepable(json.value("origin"_L1).toString());
    const QJsonArray messages = json.value("messages"_L1).toArray();
    imported.messages.reserve(messages.size());
    for (const auto &message : messages)
        imported.messages << messageFromJson(message);
    *isWhole = mendTree(imported.messages);
    return imported;
}

} // namespace Aura
