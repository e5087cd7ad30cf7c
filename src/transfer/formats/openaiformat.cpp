// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/formats/openaiformat.h"

#include "transfer/conversationbuilder.h"
#include "transfer/jsonfields.h"

#include <QJsonArray>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

void addToolCalls(const QJsonValue &message, ConversationBuilder &builder)
{
    const QJsonArray calls = message["tool_calls"_L1].toArray();
    for (const auto &call : calls) {
        builder.noteToolCall();
        const QJsonValue function = call["function"_L1];
        builder.append(toolNode({}, textOf(function["name"_L1]), textOf(function["arguments"_L1])));
    }
}

void readMessage(const QJsonValue &message, ConversationBuilder &builder)
{
    const std::optional<Role> role = roleOf(message["role"_L1]);
    const QString name = message["role"_L1].toString();
    const QString text = contentText(message["content"_L1], builder);
    if (role == Role::System)
        return builder.addSystemPrompt(text);
    if (name == "tool"_L1 || name == "function"_L1)
        return builder.append(toolNode({}, textOf(message["name"_L1]), text));
    if (!role)
        return builder.noteUnreadable();
    addToolCalls(message, builder);
    if (text.isEmpty() && message["tool_calls"_L1].isArray())
        return;
    MessageGraph::Node node = messageNode({}, *role, text);
    Message &made = node.stored.message;
    for (const auto field : {"reasoning_content"_L1, "reasoning"_L1, "thinking"_L1}) {
        if (made.reasoning.isEmpty() && *role == Role::Assistant)
            made.reasoning = textOf(message[field]);
    }
    made.model = *role == Role::Assistant ? textOf(message["model"_L1]) : QString();
    for (const auto field : {"created_at"_L1, "timestamp"_L1, "created"_L1, "date"_L1}) {
        if (!made.time.isValid())
            made.time = timeOf(message[field]);
    }
    builder.append(std::move(node));
}

} // namespace

std::unique_ptr<ImportFormat> OpenAiFormat::make()
{
    return std::make_unique<OpenAiFormat>();
}

ImportFormat::Match OpenAiFormat::match(const JsonOutline &outline, const QString &) const
{
    const auto isConversation = [](const QHash<QString, char> &members) {
        return members.value(u"messages"_s) == '[';
    };
    const bool matches = isConversation(outline.isArray ? outline.element : outline.members);
    return matches ? Match::Yes : Match::No;
}

void OpenAiFormat::read(const ImportItem &item, const ImportFile &, ImportSink &sink)
{
    const QJsonValue &value = item.value;
    if (!value["messages"_L1].isArray())
        return sink.warn(ImportWarning::Kind::ConversationUnreadable,
                         QString::number(item.index + 1));
    ConversationBuilder builder;
    StoredConversation &conversation = builder.conversation;
    for (const auto field : {"title"_L1, "name"_L1}) {
        if (conversation.title.isEmpty())
            conversation.title = textOf(value[field]);
    }
    for (const auto field : {"created_at"_L1, "created"_L1, "create_time"_L1, "timestamp"_L1}) {
        if (!conversation.created.isValid())
            conversation.created = timeOf(value[field]);
    }
    conversation.parameters.model = textOf(value["model"_L1]);
    const double temperature = value["temperature"_L1].toDouble(-1);
    if (temperature >= 0 && temperature <= 2)
        conversation.parameters.temperature = temperature;
    for (const auto field : {"max_tokens"_L1, "max_completion_tokens"_L1}) {
        if (const int tokens = value[field].toInt(-1); tokens > 0)
            conversation.parameters.maxTokens = tokens;
    }
    const QJsonArray messages = value["messages"_L1].toArray();
    for (const auto &message : messages)
        readMessage(message, builder);
    builder.finish(sink);
}

} // namespace Aura
