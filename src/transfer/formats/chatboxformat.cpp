// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/formats/chatboxformat.h"

#include "transfer/conversationbuilder.h"
#include "transfer/jsonfields.h"

#include <QJsonArray>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

constexpr auto sessionPrefix = "session:"_L1;
constexpr auto oldSessions = "chat-sessions"_L1;

void addParagraph(QString &text, const QString &more)
{
    text += (text.isEmpty() || more.isEmpty() ? QString() : u"\n\n"_s) + more;
}

void readParts(const QJsonArray &parts, Message &into, ConversationBuilder &builder)
{
    for (const auto &part : parts) {
        const QString type = part["type"_L1].toString();
        if (type == "text"_L1) {
            addParagraph(into.text, textOf(part["text"_L1]));
        } else if (type == "reasoning"_L1) {
            addParagraph(into.reasoning, textOf(part["text"_L1]));
        } else if (type == "image"_L1) {
            builder.noteAttachment();
            addParagraph(into.text, attachmentMark(u"image"_s));
        } else if (type == "tool-call"_L1) {
            builder.noteToolCall();
            const QString text = textOf(part["args"_L1]) + u'\n' + textOf(part["result"_L1]);
            const auto call = toolNode({}, textOf(part["toolName"_L1]), text);
            addParagraph(into.reasoning, call.stored.message.reasoning);
        }
    }
}

MessageGraph::Node nodeOf(const QJsonValue &message, Role role, ConversationBuilder &builder)
{
    MessageGraph::Node node = messageNode(idOf(message["id"_L1]), role, {});
    Message &made = node.stored.message;
    readParts(message["contentParts"_L1].toArray(), made, builder);
    if (made.text.isEmpty())
        made.text = textOf(message["content"_L1]);
    if (made.reasoning.isEmpty())
        made.reasoning = textOf(message["reasoningContent"_L1]);
    made.time = timeOf(message["timestamp"_L1]);
    if (role == Role::Assistant) {
        made.model = textOf(message["model"_L1]);
        made.usage.promptTokens = countOf(message["usage"_L1]["inputTokens"_L1]);
        made.usage.completionTokens = countOf(message["usage"_L1]["outputTokens"_L1]);
        made.timing.firstByteMs = countOf(message["firstTokenLatency"_L1]);
        if (message["finishReason"_L1].toString() == "length"_L1)
            made.state = ReplyState::CutByLimit;
        else if (!textOf(message["error"_L1]).isEmpty())
            made.state = ReplyState::Failed;
    }
    const QJsonArray files = message["files"_L1].toArray();
    for (const auto &file : files) {
        builder.noteAttachment();
        addParagraph(made.text, attachmentMark(u"file"_s, textOf(file["name"_L1])));
    }
    return node;
}

//! A list of messages, each below the one before it, the first one below parent.
QString addList(const QJsonArray &messages, QString parent, ConversationBuilder &builder)
{
    for (const auto &message : messages) {
        const std::optional<Role> role = roleOf(message["role"_L1]);
        if (role == Role::System) {
            builder.addSystemPrompt(nodeOf(message, Role::System, builder).stored.message.text);
            continue;
        }
        if (!role && message["role"_L1].toString() != "tool"_L1) {
            builder.noteUnreadable();
            continue;
        }
        MessageGraph::Node node = nodeOf(message, role.value_or(Role::Assistant), builder);
        if (!role)
            node = toolNode(node.key, {}, node.stored.message.text);
        node.parent = parent;
        if (node.key.isEmpty())
            node.key = parent + u'+';
        parent = node.key;
        builder.add(std::move(node));
    }
    return parent;
}

//! What else was written below a message. A message may be forked inside of another fork.
void addForks(const QJsonObject &forks, ConversationBuilder &builder)
{
    for (auto it = forks.begin(); it != forks.end(); ++it) {
        const QJsonArray lists = it.value()["lists"_L1].toArray();
        for (const auto &list : lists)
            addList(list["messages"_L1].toArray(), it.key(), builder);
    }
}

void readMessages(const QJsonValue &session, const QJsonValue &from, const QString &id,
                  const QString &title, ImportSink &sink)
{
    ConversationBuilder builder;
    builder.conversation.id = id;
    builder.conversation.title = title;
    builder.conversation.created = timeOf(from["createdAt"_L1]);
    builder.conversation.isPinned = session["starred"_L1].toBool();
    const QJsonValue settings = session["settings"_L1];
    builder.conversation.parameters.model = textOf(settings["modelId"_L1]);
    const double temperature = settings["temperature"_L1].toDouble(-1);
    if (temperature >= 0 && temperature <= 2)
        builder.conversation.parameters.temperature = temperature;
    if (const int tokens = settings["maxTokens"_L1].toInt(-1); tokens > 0)
        builder.conversation.parameters.maxTokens = tokens;
    const QString last = addList(from["messages"_L1].toArray(), {}, builder);
    if (from.toObject() == session.toObject())
        addForks(session["messageForksHash"_L1].toObject(), builder);
    builder.finish(sink, last);
}

} // namespace

std::unique_ptr<ImportFormat> ChatboxFormat::make()
{
    return std::make_unique<ChatboxFormat>();
}

ImportFormat::Match ChatboxFormat::match(const JsonOutline &outline, const QString &) const
{
    const QStringList names = outline.members.keys();
    for (const QString &name : names) {
        if (name.startsWith(sessionPrefix) || name == oldSessions
            || name == "chat-sessions-list"_L1)
            return Match::Yes;
    }
    return Match::No;
}

bool ChatboxFormat::wants(const QString &member) const
{
    return member.startsWith(sessionPrefix) || member == oldSessions;
}

void ChatboxFormat::read(const ImportItem &item, const ImportFile &, ImportSink &sink)
{
    const QJsonValue &session = item.value;
    if (!session.isObject())
        return sink.warn(ImportWarning::Kind::ConversationUnreadable,
                         item.member + u' ' + QString::number(item.index + 1));
    if (session["type"_L1].toString() == "picture"_L1)
        return sink.warn(ImportWarning::Kind::AttachmentsLeftOut, textOf(session["name"_L1]));
    QString id = idOf(session["id"_L1]);
    if (id.isEmpty() && item.member.startsWith(sessionPrefix))
        id = item.member.sliced(sessionPrefix.size());
    const QString name = textOf(session["name"_L1]);
    readMessages(session, session, id, name, sink);
    // Earlier topics of the same session.
    const QJsonArray threads = session["threads"_L1].toArray();
    for (const auto &thread : threads) {
        const QString own = textOf(thread["name"_L1]);
        const QString threadId = idOf(thread["id"_L1]);
        readMessages(session, thread, threadId.isEmpty() ? QString() : id + u'/' + threadId,
                     own.isEmpty() ? name : own, sink);
    }
}

} // namespace Aura
