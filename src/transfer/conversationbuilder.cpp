// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/conversationbuilder.h"

#include "base/titletext.h"
#include "transfer/jsonfields.h"

#include <QJsonArray>

#include <algorithm>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! A fence that is longer than any run of backticks in the code.
QString fenced(const QString &code, const QString &language)
{
    qsizetype longest = 2;
    qsizetype run = 0;
    for (const QChar c : code) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    return fence + language + u'\n' + code + (code.endsWith(u'\n') ? u""_s : u"\n"_s) + fence;
}

void makeKeepable(StoredMessage &stored)
{
    stored.message.text = keepable(stored.message.text);
    stored.message.reasoning = keepable(stored.message.reasoning);
    stored.message.model = keepable(stored.message.model);
    stored.origin = keepable(stored.origin);
    const Message &message = stored.message;
    if (message.role == Role::Assistant && message.state == ReplyState::Complete
        && message.text.isEmpty() && message.reasoning.isEmpty())
        stored.message.state = ReplyState::Empty;
}

QString firstQuestion(const QList<StoredMessage> &messages)
{
    for (const StoredMessage &stored : messages) {
        if (stored.message.role == Role::User)
            return stored.message.text;
    }
    return {};
}

//! The title, its parameters and its times, as far as the file does not say them.
void complete(StoredConversation &conversation, const QList<StoredMessage> &messages)
{
    conversation.title = titleFrom(conversation.title);
    conversation.hasOwnTitle = !conversation.title.isEmpty();
    if (!conversation.hasOwnTitle)
        conversation.title = titleFrom(firstQuestion(messages));
    QDateTime first;
    QDateTime last;
    for (const StoredMessage &stored : messages) {
        const QDateTime &time = stored.message.time;
        if (time.isValid() && (!first.isValid() || time < first))
            first = time;
        if (time.isValid() && (!last.isValid() || time > last))
            last = time;
    }
    if (!conversation.created.isValid())
        conversation.created = first;
    if (!conversation.changed.isValid())
        conversation.changed = last.isValid() ? last : conversation.created;
    if (!conversation.created.isValid())
        conversation.created = conversation.changed;
    conversation.parameters.model = keepable(conversation.parameters.model);
    if (conversation.parameters.systemPrompt)
        conversation.parameters.systemPrompt = keepable(*conversation.parameters.systemPrompt);
}

} // namespace

void ConversationBuilder::addSystemPrompt(const QString &text)
{
    if (text.trimmed().isEmpty()) // openchat-ui writes " " for none
        return;
    std::optional<QString> &prompt = conversation.parameters.systemPrompt;
    prompt = prompt ? *prompt + "\n\n"_L1 + text : text;
}

void ConversationBuilder::finish(ImportSink &sink, const QString &current)
{
    using Kind = ImportWarning::Kind;
    ImportedConversation result{conversation, m_graph.take(current)};
    std::ranges::for_each(result.messages, makeKeepable);
    complete(result.conversation, result.messages);
    const QString title = result.conversation.title;
    const auto warn = [&](Kind kind, qint64 count) {
        if (count > 0)
            sink.warn(kind, title, count);
    };
    warn(Kind::MessageUnreadable, m_unreadable);
    if (result.messages.isEmpty())
        return sink.warn(Kind::EmptyConversation, title);
    warn(Kind::AttachmentsLeftOut, m_attachments);
    warn(Kind::ToolCallsMoved, m_toolCalls);
    warn(Kind::AlternativesCut, m_graph.wasDamaged() ? 1 : 0);
    sink.add(std::move(result));
}

MessageGraph::Node messageNode(const QString &key, Role role, const QString &text)
{
    MessageGraph::Node node;
    node.key = key;
    node.stored.origin = key;
    node.stored.message.role = role;
    node.stored.message.text = text;
    return node;
}

MessageGraph::Node toolNode(const QString &key, const QString &toolName, const QString &text)
{
    MessageGraph::Node node = messageNode(key, Role::Assistant, {});
    node.isPassage = true;
    if (!text.trimmed().isEmpty())
        node.stored.message.reasoning = fenced(text, toolName.section(u'.', 0, 0).simplified());
    return node;
}

std::optional<Role> roleOf(const QJsonValue &value)
{
    const QString role = value.toString().toLower();
    for (const auto name : {"user"_L1, "human"_L1, "prompter"_L1}) {
        if (role == name)
            return Role::User;
    }
    for (const auto name : {"assistant"_L1, "ai"_L1, "model"_L1, "gpt"_L1, "bot"_L1}) {
        if (role == name)
            return Role::Assistant;
    }
    if (role == "system"_L1 || role == "developer"_L1)
        return Role::System;
    return {};
}

QString attachmentMark(const QString &kind, const QString &name)
{
    return name.isEmpty() ? u'[' + kind + u']' : u'[' + kind + ": "_L1 + name.simplified() + u']';
}

QHash<QString, int> siblingRanks(const QJsonObject &nodes, QLatin1StringView children)
{
    QHash<QString, int> ranks;
    for (const auto &node : nodes) {
        int rank = 0;
        const QJsonArray keys = node[children].toArray();
        for (const auto &key : keys)
            ranks.insert(idOf(key), rank++);
    }
    return ranks;
}

QString addFoldersOf(const ImportFile &file, ImportSink &sink)
{
    QString id;
    QStringList names = file.name.split(u'/');
    names.removeLast();
    for (const QString &name : std::as_const(names)) {
        if (name.isEmpty() || name == "."_L1 || name == ".."_L1)
            continue;
        const QString parent = id;
        id += (id.isEmpty() ? QString() : u"/"_s) + keepable(name);
        sink.add(ImportedFolder{id, parent, name});
    }
    return id;
}

QString contentText(const QJsonValue &content, ConversationBuilder &builder)
{
    if (!content.isArray())
        return textOf(content.isObject() ? content["text"_L1] : content);
    QStringList parts;
    const QJsonArray array = content.toArray();
    for (const auto &part : array) {
        const QString type = part["type"_L1].toString();
        // Jan wraps the text of a part: { "value": … }.
        const QJsonValue text = part.isString() ? part : part["text"_L1];
        const QString words = text.isObject() ? textOf(text["value"_L1]) : textOf(text);
        if (!words.isEmpty()) {
            parts << words;
        } else if (type.contains("image"_L1) || type.contains("file"_L1)
                   || type.contains("audio"_L1) || type.contains("document"_L1)) {
            builder.noteAttachment();
            parts << attachmentMark(type.contains("image"_L1) ? u"image"_s : u"file"_s);
        }
    }
    return parts.join(u'\n');
}

} // namespace Aura
