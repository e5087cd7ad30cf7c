// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/chatrequest.h"
#include "base/completion.h"
#include "chat/conversation.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace Aura {

class ChatProvider;
class ProviderSource;

//! The parameters of conversations that have none of their own, as in the settings.
struct ChatDefaults
{
    QString systemPrompt{};
    double temperature = 0.5;
    int maxTokens = 8192;
    QString connectionId{};

    friend bool operator==(const ChatDefaults &, const ChatDefaults &) = default;
};

//! Asks, stops and asks again: carries questions to providers and their replies into models.
//! Any number of conversations may be answering at once, each at most one reply.
class ChatController : public QObject
{
    Q_OBJECT

public:
    //! The source outlives the controller.
    explicit ChatController(ProviderSource &providers, QObject *parent = nullptr);
    ~ChatController() override;

    //! Takes effect with the next message.
    void setDefaults(const ChatDefaults &defaults);
    const ChatDefaults &defaults() const { return m_defaults; }

    //! Sends a question. Does nothing for blank text and while the conversation answers.
    void ask(Conversation &conversation, const QString &text);

    //! Another answer to the question that the message is, or answers.
    void askAgain(Conversation &conversation, MessageId message,
                  ContextCheck check = ContextCheck::Refuse);

    //! Another version of a question, and an answer to it.
    void editQuestion(Conversation &conversation, MessageId question, const QString &text);

    //! Ends the running reply with ReplyState::Stopped, its text kept.
    void stop(Conversation &conversation);
    void stopAll();

    bool isAnswering(const Conversation &conversation) const;

    //! What would be sent for the conversation as it stands; for the context estimate.
    ChatRequest requestFor(const Conversation &conversation) const;

signals:
    void answeringChanged(Aura::Conversation *conversation);
    //! A reply ended; every kind of end.
    void replyFinished(Aura::Conversation *conversation, const Aura::Completion &completion);

private:
    struct Exchange; // one running reply
    Exchange *exchangeOf(const Conversation &conversation);
    void begin(Conversation &conversation, MessageId question, ContextCheck check);
    void sendPending(const QString &connectionId);
    void watch(ChatProvider *provider);
    void onChunk(ChatProvider *provider, RequestId id, const QString &text);
    void onReasoning(ChatProvider *provider, RequestId id, const QString &text);
    void onFinished(ChatProvider *provider, RequestId id, const Completion &completion);
    void finish(Exchange &exchange, const Completion &completion);

    ProviderSource &m_providers;
    ChatDefaults m_defaults;
    std::vector<std::unique_ptr<Exchange>> m_exchanges;
};

} // namespace Aura
