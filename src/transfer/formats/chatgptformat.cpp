// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/formats/chatgptformat.h"

#include "transfer/conversationbuilder.h"
#include "transfer/jsonfields.h"

#include <QJsonArray>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! The text of the parts of a content; pictures and files leave a mark.
QString partsText(const QJsonValue &content, ConversationBuilder &builder)
{
    QStringList texts;
    const QJsonArray parts = content["parts"_L1].toArray();
    for (const auto &part : parts) {
        const QString type = part["content_type"_L1].toString();
        QString text = part.isString() ? part.toString() : textOf(part["text"_L1]);
        if (part.isObject() && text.isEmpty()) {
            builder.noteAttachment();
            text = attachmentMark(type.contains("image"_L1) ? u"image"_s : u"file"_s);
        }
        if (!text.isEmpty())
            texts << text;
    }
    return texts.join(u'\n');
}

QString contentOf(const QJsonValue &content, ConversationBuilder &builder)
{
    const QString type = content["content_type"_L1].toString();
    if (type == "code"_L1 || type == "execution_output"_L1)
        return textOf(content["text"_L1]);
    QString text = partsText(content, builder);
    for (const auto field : {"text"_L1, "result"_L1, "content"_L1}) {
        if (text.isEmpty())
            text = textOf(content[field]);
    }
    return text;
}

QString thoughtsOf(const QJsonValue &content)
{
    QStringList texts;
    const QJsonArray thoughts = content["thoughts"_L1].toArray();
    for (const auto &thought : thoughts) {
        for (const auto field : {"summary"_L1, "content"_L1}) {
            if (const QString text = textOf(thought[field]); !text.isEmpty())
                texts << text;
        }
    }
    return texts.join("\n\n"_L1);
}

ReplyState stateOf(const QJsonValue &message)
{
    const QString ending = message["metadata"_L1]["finish_details"_L1]["type"_L1].toString();
    if (ending == "max_tokens"_L1)
        return ReplyState::CutByLimit;
    if (ending == "interrupted"_L1)
        return ReplyState::Stopped;
    if (message["status"_L1].toString() == "in_progress"_L1)
        return ReplyState::Interrupted;
    return ReplyState::Complete;
}

bool isHidden(const QJsonValue &message)
{
    return message["weight"_L1].toDouble(1) == 0
        || message["metadata"_L1]["is_visually_hidden_from_conversation"_L1].toBool();
}

void noteAttachments(const QJsonValue &message, QString &text, ConversationBuilder &builder)
{
    const QJsonArray files = message["metadata"_L1]["attachments"_L1].toArray();
    for (const auto &file : files) {
        if (text.contains("[image]"_L1) && file["mime_type"_L1].toString().startsWith("image/"_L1))
            continue; // it has its mark
        builder.noteAttachment();
        text +=
            (text.isEmpty() ? u""_s : u"\n"_s) + attachmentMark(u"file"_s, textOf(file["name"_L1]));
    }
}

//! What an assistant says: an answer, a thought, or a call of a tool.
MessageGraph::Node assistantNode(const QString &key, const QJsonValue &message,
                                 ConversationBuilder &builder)
{
    const QJsonValue content = message["content"_L1];
    const QString type = content["content_type"_L1].toString();
    const QString recipient = message["recipient"_L1].toString(u"all"_s);
    if (recipient != "all"_L1) {
        builder.noteToolCall();
        return toolNode(key, recipient, contentOf(content, builder));
    }
    const bool isThought =
        type == "thoughts"_L1 || message["channel"_L1].toString() == "commentary"_L1;
    MessageGraph::Node node = messageNode(key, Role::Assistant, {});
    node.continues = true;
    node.isPassage = isThought || type == "reasoning_recap"_L1;
    Message &answer = node.stored.message;
    if (type == "thoughts"_L1)
        answer.reasoning = thoughtsOf(content);
    else if (isThought)
        answer.reasoning = contentOf(content, builder);
    else if (type == "code"_L1)
        answer.text = "```\n"_L1 + contentOf(content, builder) + "\n```"_L1;
    else if (!node.isPassage)
        answer.text = contentOf(content, builder);
    answer.state = stateOf(message);
    return node;
}

MessageGraph::Node nodeOf(const QString &key, const QJsonValue &message,
                          ConversationBuilder &builder)
{
    const QJsonValue author = message["author"_L1];
    const std::optional<Role> role = roleOf(author["role"_L1]);
    MessageGraph::Node passage;
    passage.key = key;
    passage.isPassage = true;
    if (!message.isObject() || isHidden(message))
        return passage;
    const QString type = message["content"_L1]["content_type"_L1].toString();
    if (!role) // a tool
        return toolNode(key, {}, contentOf(message["content"_L1], builder));
    if (*role == Role::Assistant)
        return assistantNode(key, message, builder);
    if (type == "user_editable_context"_L1)
        return passage; // the account's custom instructions
    QString text = contentOf(message["content"_L1], builder);
    if (*role == Role::System) {
        builder.addSystemPrompt(text);
        return passage;
    }
    noteAttachments(message, text, builder);
    return messageNode(key, *role, text);
}

} // namespace

std::unique_ptr<ImportFormat> ChatGptFormat::make()
{
    return std::make_unique<ChatGptFormat>();
}

ImportFormat::Match ChatGptFormat::match(const JsonOutline &outline, const QString &) const
{
    const QHash<QString, char> &members = outline.isArray ? outline.element : outline.members;
    return members.value(u"mapping"_s) == '{' ? Match::Yes : Match::No;
}

void ChatGptFormat::read(const ImportItem &item, const ImportFile &, ImportSink &sink)
{
    const QJsonValue &value = item.value;
    if (!value["mapping"_L1].isObject())
        return sink.warn(ImportWarning::Kind::ConversationUnreadable,
                         QString::number(item.index + 1));
    ConversationBuilder builder;
    builder.conversation.id = idOf(value["conversation_id"_L1]);
    if (builder.conversation.id.isEmpty())
        builder.conversation.id = idOf(value["id"_L1]);
    builder.conversation.title = textOf(value["title"_L1]);
    builder.conversation.created = timeOf(value["create_time"_L1]);
    builder.conversation.changed = timeOf(value["update_time"_L1]);
    builder.conversation.isArchived = value["is_archived"_L1].toBool();
    builder.conversation.parameters.model = textOf(value["default_model_slug"_L1]);

    const QJsonObject mapping = value["mapping"_L1].toObject();
    const QHash<QString, int> ranks = siblingRanks(mapping, "children"_L1);
    for (auto it = mapping.begin(); it != mapping.end(); ++it) {
        const QString key = it.key();
        const QJsonValue node = it.value();
        const QJsonValue message = node["message"_L1];
        MessageGraph::Node made = nodeOf(key, message, builder);
        made.parent = idOf(node["parent"_L1]);
        made.rank = ranks.value(key);
        made.stored.message.time = timeOf(message["create_time"_L1]);
        made.stored.message.model = textOf(message["metadata"_L1]["model_slug"_L1]);
        builder.add(std::move(made));
    }
    builder.finish(sink, idOf(value["current_node"_L1]));
}

} // namespace Aura
