// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/formats/claudeformat.h"

#include "transfer/conversationbuilder.h"
#include "transfer/jsonfields.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! The parent of what stands at the top.
constexpr auto noParent = "00000000-0000-4000-8000-000000000000"_L1;

QString toolText(const QJsonValue &part)
{
    for (const auto field : {"display_content"_L1, "input"_L1, "content"_L1, "text"_L1}) {
        const QJsonValue value = part[field];
        if (value.isString())
            return value.toString();
        if (value.isObject())
            return QString::fromUtf8(QJsonDocument(value.toObject()).toJson());
        if (value.isArray() && !value.toArray().isEmpty())
            return QString::fromUtf8(QJsonDocument(value.toArray()).toJson());
    }
    return {};
}

void addParagraph(QString &text, const QString &more)
{
    text += (text.isEmpty() || more.isEmpty() ? QString() : u"\n\n"_s) + more;
}

void readContent(const QJsonValue &message, Message &into, ConversationBuilder &builder)
{
    const QJsonArray parts = message["content"_L1].toArray();
    for (const auto &part : parts) {
        const QString type = part["type"_L1].toString();
        if (type == "text"_L1) {
            addParagraph(into.text, textOf(part["text"_L1]));
        } else if (type == "thinking"_L1) {
            addParagraph(into.reasoning, textOf(part["thinking"_L1]));
        } else if (type == "tool_use"_L1 || type == "tool_result"_L1) {
            builder.noteToolCall();
            const auto call = toolNode({}, textOf(part["name"_L1]), toolText(part));
            addParagraph(into.reasoning, call.stored.message.reasoning);
        }
    }
    if (into.text.isEmpty() && into.reasoning.isEmpty())
        into.text = textOf(message["text"_L1]);
    for (const auto field : {"attachments"_L1, "files"_L1}) {
        const QJsonArray files = message[field].toArray();
        for (const auto &file : files) {
            builder.noteAttachment();
            addParagraph(into.text, attachmentMark(u"file"_s, textOf(file["file_name"_L1])));
        }
    }
}

} // namespace

std::unique_ptr<ImportFormat> ClaudeFormat::make()
{
    return std::make_unique<ClaudeFormat>();
}

ImportFormat::Match ClaudeFormat::match(const JsonOutline &outline, const QString &) const
{
    const QHash<QString, char> &members = outline.isArray ? outline.element : outline.members;
    const bool matches = members.value(u"chat_messages"_s) == '[' && members.contains(u"uuid"_s);
    return matches ? Match::Yes : Match::No;
}

void ClaudeFormat::read(const ImportItem &item, const ImportFile &, ImportSink &sink)
{
    const QJsonValue &value = item.value;
    if (!value["chat_messages"_L1].isArray())
        return sink.warn(ImportWarning::Kind::ConversationUnreadable,
                         QString::number(item.index + 1));
    ConversationBuilder builder;
    builder.conversation.id = idOf(value["uuid"_L1]);
    builder.conversation.title = textOf(value["name"_L1]);
    builder.conversation.created = timeOf(value["created_at"_L1]);
    builder.conversation.changed = timeOf(value["updated_at"_L1]);
    const QString model = textOf(value["model"_L1]);
    builder.conversation.parameters.model = model;
    QString last;
    const QJsonArray messages = value["chat_messages"_L1].toArray();
    for (const auto &message : messages) {
        const std::optional<Role> role = roleOf(message["sender"_L1]);
        if (!role) {
            builder.noteUnreadable();
            continue;
        }
        MessageGraph::Node node = messageNode(idOf(message["uuid"_L1]), *role, {});
        Message &made = node.stored.message;
        readContent(message, made, builder);
        made.time = timeOf(message["created_at"_L1]);
        made.model = *role == Role::Assistant ? model : QString();
        const QJsonValue parent = message["parent_message_uuid"_L1];
        node.parent = idOf(parent) == noParent ? QString() : idOf(parent);
        last = node.key;
        if (parent.isUndefined() || node.key.isEmpty())
            builder.append(std::move(node));
        else
            builder.add(std::move(node));
    }
    const QString current = idOf(value["current_leaf_message_uuid"_L1]);
    builder.finish(sink, current.isEmpty() ? last : current);
}

} // namespace Aura
