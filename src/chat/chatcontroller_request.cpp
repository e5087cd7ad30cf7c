// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What of a conversation is sent.
#include "chat/chatcontroller.h"

#include "providers/chatprovider.h"
#include "providers/providersource.h"
#include "providers/tokenestimate.h"

namespace Aura {

namespace {

bool isSent(const Message &message)
{
    return message.role != Role::System
        && (message.role == Role::User || !message.text.trimmed().isEmpty());
}

QString connectionOf(const Conversation &conversation, const ChatDefaults &defaults)
{
    const QString &own = conversation.parameters().connectionId;
    return own.isEmpty() ? defaults.connectionId : own;
}

} // namespace

ChatRequest ChatController::requestFor(const Conversation &conversation) const
{
    const ChatParameters &own = conversation.parameters();
    ChatRequest request{.model = own.model,
                        .parameters = {.temperature = own.temperature, .maxTokens = own.maxTokens}};
    if (m_defaults.sendsTemperature)
        request.temperature = own.temperature.value_or(m_defaults.temperature);
    if (m_defaults.sendsMaxTokens)
        request.maxTokens = own.maxTokens.value_or(m_defaults.maxTokens);

    const QString systemPrompt = systemPromptFor(conversation);
    if (!systemPrompt.isEmpty())
        request.messages.append({.role = Role::System, .text = systemPrompt});

    const ConversationModel &messages = conversation.messages();
    for (int row = 0; row < messages.rowCount(); ++row) {
        const Message &message = messages.messageAt(row);
        if (isSent(message))
            request.messages.append({.id = message.id, .role = message.role, .text = message.text});
    }
    return request;
}

ContextEstimate ChatController::contextEstimate(const Conversation &conversation,
                                                const QString &draft) const
{
    ChatRequest request = requestFor(conversation);
    if (!draft.trimmed().isEmpty())
        request.messages.append({.text = draft});
    const ChatProvider *provider = m_providers.provider(connectionOf(conversation, m_defaults));
    if (provider && !provider->dropsOldMessages()) {
        const ContextFit all = fitContext(request.messages, 0);
        return {.tokens = all.total,
                .limit = provider->tokenLimit(request.model),
                .firstSent =
                    request.messages.isEmpty() ? MessageId() : request.messages.constFirst().id};
    }
    const qint64 limit = conversation.parameters().maxTokens.value_or(m_defaults.maxTokens);
    const ContextFit fit = fitContext(request.messages, limit);

    const bool isAnySent = fit.firstSent < request.messages.size();
    return {.tokens = fit.total,
            .limit = limit,
            .needed = fit.needed,
            .firstSent = isAnySent ? request.messages.at(fit.firstSent).id : MessageId()};
}

double ChatController::highestTemperature(const Conversation &conversation) const
{
    const ChatProvider *provider = m_providers.provider(connectionOf(conversation, m_defaults));
    return provider ? provider->highestTemperature() : 1;
}

QString ChatController::systemPromptFor(const Conversation &conversation) const
{
    return conversation.parameters().systemPrompt.value_or(m_defaults.systemPrompt);
}

} // namespace Aura
