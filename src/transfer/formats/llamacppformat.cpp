// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/formats/llamacppformat.h"

#include "transfer/conversationbuilder.h"
#include "transfer/jsonfields.h"

#include <QJsonArray>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

void readExtras(const QJsonValue &message, QString &text, ConversationBuilder &builder)
{
    const QJsonArray extras = message["extra"_L1].toArray();
    for (const auto &extra : extras) {
        builder.noteAttachment();
        const bool isImage = extra["type"_L1].toString() == "imageFile"_L1;
        text += (text.isEmpty() ? u""_s : u"\n"_s)
            + attachmentMark(isImage ? u"image"_s : u"file"_s, textOf(extra["name"_L1]));
    }
}

MessageGraph::Node nodeOf(const QJsonValue &message, ConversationBuilder &builder)
{
    const QString key = idOf(message["id"_L1]);
    const std::optional<Role> role = roleOf(message["role"_L1]);
    QString text = contentText(message["content"_L1], builder);
    const bool isRoot = message["type"_L1].toString() == "root"_L1;
    if (isRoot || role == Role::System) {
        builder.addSystemPrompt(text);
        return toolNode(key, {}, {});
    }
    if (!role)
        return toolNode(key, {}, text);
    readExtras(message, text, builder);
    MessageGraph::Node node = messageNode(key, *role, text);
    Message &made = node.stored.message;
    made.reasoning = textOf(message["thinking"_L1]);
    if (made.reasoning.isEmpty())
        made.reasoning = textOf(message["reasoningContent"_L1]);
    made.model = textOf(message["model"_L1]);
    const QJsonValue timings = message["timings"_L1];
    made.usage.promptTokens = countOf(timings["prompt_n"_L1]);
    made.usage.completionTokens = countOf(timings["predicted_n"_L1]);
    return node;
}

} // namespace

std::unique_ptr<ImportFormat> LlamaCppFormat::make()
{
    return std::make_unique<LlamaCppFormat>();
}

ImportFormat::Match LlamaCppFormat::match(const JsonOutline &outline, const QString &) const
{
    const QHash<QString, char> &members = outline.isArray ? outline.element : outline.members;
    const bool matches = members.value(u"conv"_s) == '{' && members.value(u"messages"_s) == '[';
    return matches ? Match::Yes : Match::No;
}

void LlamaCppFormat::read(const ImportItem &item, const ImportFile &, ImportSink &sink)
{
    const QJsonValue conversation = item.value["conv"_L1];
    if (!conversation.isObject())
        return sink.warn(ImportWarning::Kind::ConversationUnreadable,
                         QString::number(item.index + 1));
    ConversationBuilder builder;
    builder.conversation.id = idOf(conversation["id"_L1]);
    builder.conversation.title = textOf(conversation["name"_L1]);
    builder.conversation.changed = timeOf(conversation["lastModified"_L1]);
    const QJsonArray messages = item.value["messages"_L1].toArray();
    for (const auto &message : messages) {
        MessageGraph::Node node = nodeOf(message, builder);
        node.stored.message.time = timeOf(message["timestamp"_L1]);
        // Above the root stands -1, or null.
        const QString parent = idOf(message["parent"_L1]);
        node.parent = parent == "-1"_L1 ? QString() : parent;
        if (node.key.isEmpty() || message["parent"_L1].isUndefined())
            builder.append(std::move(node));
        else
            builder.add(std::move(node));
    }
    builder.finish(sink, idOf(conversation["currNode"_L1]));
}

} // namespace Aura
