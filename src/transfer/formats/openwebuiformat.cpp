// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/formats/openwebuiformat.h"

#include "transfer/conversationbuilder.h"
#include "transfer/detailsblocks.h"
#include "transfer/jsonfields.h"

#include <QJsonArray>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

void readTokens(const QJsonValue &usage, Message &into)
{
    for (const auto field : {"prompt_tokens"_L1, "prompt_eval_count"_L1, "input_tokens"_L1})
        into.usage.promptTokens = qMax(into.usage.promptTokens, countOf(usage[field]));
    for (const auto field : {"completion_tokens"_L1, "eval_count"_L1, "output_tokens"_L1})
        into.usage.completionTokens = qMax(into.usage.completionTokens, countOf(usage[field]));
}

MessageGraph::Node nodeOf(const QString &key, const QJsonValue &message,
                          ConversationBuilder &builder)
{
    const std::optional<Role> role = roleOf(message["role"_L1]);
    const QString content = contentText(message["content"_L1], builder);
    if (!role)
        return toolNode(key, {}, content);
    if (*role == Role::System) {
        builder.addSystemPrompt(content);
        return toolNode(key, {}, {});
    }
    MessageGraph::Node node = messageNode(key, *role, content);
    Message &made = node.stored.message;
    if (*role == Role::Assistant) {
        const DetailsText split = splitDetails(content);
        made.text = split.text;
        made.reasoning = split.reasoning;
        for (int i = 0; i < split.toolCalls; ++i)
            builder.noteToolCall();
        made.model = textOf(message["model"_L1]);
        readTokens(message["usage"_L1].isObject() ? message["usage"_L1] : message["info"_L1], made);
        if (message["error"_L1].isObject() || message["error"_L1].isString())
            made.state = ReplyState::Failed;
        else if (message["done"_L1] == QJsonValue(false))
            made.state = ReplyState::Interrupted;
    }
    const QJsonArray files = message["files"_L1].toArray();
    for (const auto &file : files) {
        builder.noteAttachment();
        const bool isImage = file["type"_L1].toString() == "image"_L1;
        made.text += (made.text.isEmpty() ? u""_s : u"\n"_s)
            + attachmentMark(isImage ? u"image"_s : u"file"_s, textOf(file["name"_L1]));
    }
    made.time = timeOf(message["timestamp"_L1]);
    return node;
}

void readTree(const QJsonObject &messages, ConversationBuilder &builder)
{
    const QHash<QString, int> ranks = siblingRanks(messages, "childrenIds"_L1);
    for (auto it = messages.begin(); it != messages.end(); ++it) {
        MessageGraph::Node node = nodeOf(it.key(), it.value(), builder);
        node.parent = idOf(it.value()["parentId"_L1]);
        node.rank = ranks.value(it.key());
        builder.add(std::move(node));
    }
}

void readList(const QJsonArray &messages, ConversationBuilder &builder)
{
    for (const auto &message : messages)
        builder.append(nodeOf(idOf(message["id"_L1]), message, builder));
}

} // namespace

std::unique_ptr<ImportFormat> OpenWebUiFormat::make()
{
    return std::make_unique<OpenWebUiFormat>();
}

ImportFormat::Match OpenWebUiFormat::match(const JsonOutline &outline, const QString &) const
{
    const QHash<QString, char> &members = outline.isArray ? outline.element : outline.members;
    // The oldest exports are the chat itself.
    const bool isOld = members.value(u"history"_s) == '{' && !members.contains(u"folders"_s);
    return members.value(u"chat"_s) == '{' || isOld ? Match::Yes : Match::No;
}

void OpenWebUiFormat::read(const ImportItem &item, const ImportFile &, ImportSink &sink)
{
    const QJsonValue &value = item.value;
    const QJsonValue chat = value["chat"_L1].isObject() ? value["chat"_L1] : value;
    const QJsonValue history = chat["history"_L1];
    if (!history["messages"_L1].isObject() && !chat["messages"_L1].isArray())
        return sink.warn(ImportWarning::Kind::ConversationUnreadable,
                         QString::number(item.index + 1));
    ConversationBuilder builder;
    builder.conversation.id = idOf(value["id"_L1]);
    const QString title = textOf(value["title"_L1]);
    builder.conversation.title = title.isEmpty() ? textOf(chat["title"_L1]) : title;
    builder.conversation.isPinned = value["pinned"_L1].toBool();
    builder.conversation.isArchived = value["archived"_L1].toBool();
    builder.conversation.created = timeOf(value["created_at"_L1]);
    builder.conversation.changed = timeOf(value["updated_at"_L1]);
    builder.conversation.parameters.model = textOf(chat["models"_L1][0]);
    for (const auto field : {"params"_L1, "options"_L1}) {
        const QJsonValue parameters = chat[field];
        builder.addSystemPrompt(textOf(parameters["system"_L1]));
        const double temperature = parameters["temperature"_L1].toDouble(-1);
        if (temperature >= 0 && temperature <= 2)
            builder.conversation.parameters.temperature = temperature;
        if (const int tokens = parameters["max_tokens"_L1].toInt(-1); tokens > 0)
            builder.conversation.parameters.maxTokens = tokens;
    }
    if (history["messages"_L1].isObject())
        readTree(history["messages"_L1].toObject(), builder);
    else
        readList(chat["messages"_L1].toArray(), builder);
    builder.finish(sink, idOf(history["currentId"_L1]));
}

} // namespace Aura
