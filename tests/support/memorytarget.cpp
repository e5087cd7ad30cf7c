// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorytarget.h"

#include "transfer/newmessages.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

QString folderName(const MemoryTarget &target, const QString &id)
{
    for (const Folder &folder : target.m_folders) {
        if (folder.id == id) {
            const QString parent = folderName(target, folder.parentId);
            return parent.isEmpty() ? folder.name : parent + u'/' + folder.name;
        }
    }
    return {};
}

QString quoted(QString text)
{
    return u'"' + text.replace(u'\n', "\\n"_L1) + u'"';
}

QString messageLine(const StoredMessage &stored, int depth)
{
    const Message &message = stored.message;
    QString line = QString(depth * 2, u' ') + (stored.isActive ? "* "_L1 : "- "_L1);
    line += (message.role == Role::User ? "user "_L1 : "assistant "_L1) + quoted(message.text);
    if (!message.reasoning.isEmpty())
        line += " reasoning "_L1 + quoted(message.reasoning);
    if (message.state != ReplyState::Complete)
        line += u' ' + replyStateName(message.state);
    if (!message.model.isEmpty())
        line += " model "_L1 + message.model;
    if (message.time.isValid())
        line += u' ' + message.time.toUTC().toString(Qt::ISODate);
    if (message.usage != Usage{})
        line +=
            u" tokens %1+%2"_s.arg(message.usage.promptTokens).arg(message.usage.completionTokens);
    if (message.timing != Timing{})
        line += u" ms %1/%2"_s.arg(message.timing.firstByteMs).arg(message.timing.totalMs);
    return line;
}

QString head(const MemoryTarget &target, const StoredConversation &conversation)
{
    QString line = quoted(conversation.title);
    const QString folder = folderName(target, conversation.folderId);
    if (!folder.isEmpty())
        line += " in "_L1 + folder;
    line += conversation.hasOwnTitle ? u""_s : u" (its first line)"_s;
    line += conversation.isPinned ? u" pinned"_s : u""_s;
    line += conversation.isArchived ? u" archived"_s : u""_s;
    const ChatParameters &parameters = conversation.parameters;
    if (!parameters.model.isEmpty())
        line += " model "_L1 + parameters.model;
    if (parameters.systemPrompt)
        line += " system "_L1 + quoted(*parameters.systemPrompt);
    if (parameters.temperature)
        line += u" temperature %1"_s.arg(*parameters.temperature);
    if (parameters.maxTokens)
        line += u" maxTokens %1"_s.arg(*parameters.maxTokens);
    return line;
}

} // namespace

std::optional<ConversationSummary> MemoryTarget::find(const QString &id, const QString &origin)
{
    for (const ImportedConversation &each : std::as_const(m_conversations)) {
        const StoredConversation &known = each.conversation;
        if (known.id == id || (!origin.isEmpty() && known.origin == origin))
            return ConversationSummary{
                .id = known.id, .title = known.title, .trashedAt = known.trashedAt};
    }
    return {};
}

Result<void> MemoryTarget::add(const Folder &folder)
{
    m_folders << folder;
    return {};
}

Result<void> MemoryTarget::add(const ImportedConversation &conversation)
{
    if (!refusal.isEmpty())
        return Error{refusal};
    m_conversations << conversation;
    return {};
}

Result<qint64> MemoryTarget::extend(const QString &id, const ImportedConversation &newer)
{
    const auto known = std::ranges::find_if(
        m_conversations, [&id](const auto &each) { return each.conversation.id == id; });
    const QList<StoredMessage> fresh = newMessages(known->messages, newer);
    known->messages += fresh;
    return fresh.size();
}

Result<void> MemoryTarget::commit()
{
    isCommitted = true;
    return {};
}

QStringList MemoryTarget::conversations()
{
    QStringList ids;
    for (const ImportedConversation &each : std::as_const(m_conversations))
        ids << each.conversation.id;
    return ids;
}

Result<ExportedConversation> MemoryTarget::conversation(const QString &id)
{
    for (const ImportedConversation &each : std::as_const(m_conversations)) {
        if (each.conversation.id == id)
            return ExportedConversation{each.conversation, each.messages};
    }
    return Error{u"no conversation"_s};
}

QString describe(const MemoryTarget &target)
{
    QStringList lines;
    for (const Folder &folder : target.m_folders)
        lines << "folder "_L1 + folderName(target, folder.id);
    for (const ImportedConversation &each : target.m_conversations) {
        lines << head(target, each.conversation);
        QHash<MessageId, int> depths;
        for (const StoredMessage &stored : each.messages) {
            const int depth = depths.value(stored.parent) + 1;
            depths.insert(stored.message.id, depth);
            lines << messageLine(stored, depth);
        }
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace Aura
