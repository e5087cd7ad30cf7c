// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/formats/janformat.h"

#include "transfer/jsonfields.h"

#include <QJsonArray>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

constexpr auto threadFile = "thread.json"_L1;

QString partsText(const QJsonValue &message, QLatin1StringView type, ConversationBuilder &builder)
{
    QJsonArray wanted;
    const QJsonArray parts = message["content"_L1].toArray();
    for (const auto &part : parts) {
        const bool isReasoning = part["type"_L1].toString() == "reasoning"_L1;
        if (isReasoning == (type == "reasoning"_L1))
            wanted << part;
    }
    return contentText(wanted, builder);
}

MessageGraph::Node nodeOf(const QJsonValue &message, Role role, ConversationBuilder &builder)
{
    const QString text = message["content"_L1].isArray()
        ? partsText(message, "text"_L1, builder)
        : contentText(message["content"_L1], builder);
    MessageGraph::Node node = messageNode(idOf(message["id"_L1]), role, text);
    Message &made = node.stored.message;
    made.reasoning = partsText(message, "reasoning"_L1, builder);
    made.time = timeOf(message["created_at"_L1]);
    const QString status = message["status"_L1].toString();
    if (role == Role::Assistant && status == "stopped"_L1)
        made.state = ReplyState::Stopped;
    else if (role == Role::Assistant && status == "error"_L1)
        made.state = ReplyState::Failed;
    else if (role == Role::Assistant && status == "pending"_L1)
        made.state = ReplyState::Interrupted;
    const QJsonValue speed = message["metadata"_L1]["tokenSpeed"_L1];
    made.usage.completionTokens = countOf(speed["tokenCount"_L1]);
    return node;
}

} // namespace

std::unique_ptr<ImportFormat> JanFormat::make()
{
    return std::make_unique<JanFormat>();
}

ImportFormat::Match JanFormat::match(const JsonOutline &outline, const QString &fileName) const
{
    const QString name = fileName.section(u'/', -1);
    const bool isThread = name == threadFile && outline.has(u"assistants"_s);
    const bool isMessages =
        outline.has(u"thread_id"_s) && outline.has(u"role"_s) && outline.has(u"content"_s);
    return isThread || isMessages ? Match::Yes : Match::No;
}

void JanFormat::readThread(const ImportFile &file)
{
    m_builder = std::make_unique<ConversationBuilder>();
    const QJsonValue thread = parseJson(file.neighbour(threadFile)).value;
    StoredConversation &conversation = m_builder->conversation;
    conversation.title = textOf(thread["title"_L1]);
    conversation.created = timeOf(thread["created"_L1]);
    conversation.changed = timeOf(thread["updated"_L1]);
    const QJsonValue assistant = thread["assistants"_L1][0];
    m_builder->addSystemPrompt(textOf(assistant["instructions"_L1]));
    conversation.parameters.model = textOf(thread["model"_L1]["id"_L1]);
    if (conversation.parameters.model.isEmpty())
        conversation.parameters.model = textOf(assistant["model"_L1]["id"_L1]);
}

void JanFormat::read(const ImportItem &item, const ImportFile &file, ImportSink &)
{
    const QJsonValue &message = item.value;
    if (message["thread_id"_L1].isUndefined())
        return; // thread.json, which is read with the messages
    if (!m_builder)
        readThread(file);
    if (m_builder->conversation.id.isEmpty())
        m_builder->conversation.id = idOf(message["thread_id"_L1]);
    const std::optional<Role> role = roleOf(message["role"_L1]);
    if (role == Role::System)
        m_builder->addSystemPrompt(contentText(message["content"_L1], *m_builder));
    else if (role)
        m_builder->append(nodeOf(message, *role, *m_builder));
    else if (message["role"_L1].toString() == "tool"_L1)
        m_builder->append(
            toolNode(idOf(message["id"_L1]), {}, contentText(message["content"_L1], *m_builder)));
    else
        m_builder->noteUnreadable();
}

void JanFormat::finish(const ImportFile &, ImportSink &sink)
{
    if (m_builder)
        m_builder->finish(sink);
}

} // namespace Aura
