// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/chatrequest.h"
#include "base/completion.h"
#include "base/exchangerecord.h"
#include "base/replyprogress.h"
#include "chat/conversation.h"

#include <QFuture>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Aura {

class ChatProvider;
class ProviderSource;

//! The parameters of conversations that have none of their own, as in the settings.
struct ChatDefaults
{
    QString systemPrompt{};
    double temperature = 0.5;
    int maxTokens = 8192;
    bool sendsTemperature = true; // false: it is nobody's choice, and left to the server
    bool sendsMaxTokens = true;   // the same
    QString connectionId{};

    friend bool operator==(const ChatDefaults &, const ChatDefaults &) = default;
};

//! How much of the context a conversation takes, by the estimate and the rule of Aura servers
//! (tokenestimate.h); no other kind of server says what it does with what does not fit.
struct ContextEstimate
{
    qint64 tokens = 0; // of all that would be sent …
    qint64 limit = 0;  // … of so many: "1 240 of 8 192"
    qint64 needed = 0; // by the system prompt, the newest question and the reserve for the reply
    MessageId firstSent{}; // older messages do not reach the model; invalid: the draft alone does

    //! Whether the newest question reaches the model; where not, sending is refused.
    bool fits() const { return needed <= limit; }

    friend bool operator==(const ContextEstimate &, const ContextEstimate &) = default;
};

//! Asks, stops and asks again: carries questions to providers and their replies into models.
//! Any number of conversations may be answering at once, each at most one reply. A conversation
//! may be destroyed at any time; what it waits for is cancelled then.
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

    //! Keeps what a conversation was asked. Each request waits for it, two seconds at most; whether
    //! it succeeded makes no difference.
    using Keeper = std::function<QFuture<bool>(Conversation &)>;
    void setKeeper(const Keeper &keeper) { m_keeper = keeper; }

    //! Sends a question. Does nothing for blank text and while the conversation answers or is not
    //! loaded, and so do the three below. Where the connection is not ready yet, the question and
    //! its empty reply are there at once and are sent when it is. The conversation's system prompt
    //! becomes row 0.
    void ask(Conversation &conversation, const QString &text);

    //! Another answer to the question that the message is, or answers; the old ones stay as
    //! versions.
    void askAgain(Conversation &conversation, MessageId message,
                  ContextCheck check = ContextCheck::Refuse);

    //! Another version of a question, and an answer to it.
    void editQuestion(Conversation &conversation, MessageId question, const QString &text);

    //! Asks the model to go on after a last reply that was cut, interrupted or stopped. None of the
    //! servers can be made to write on inside a message, so this is a question like any other,
    //! there for everyone to see, and the rest comes as a reply of its own. Does nothing for other
    //! replies.
    void continueReply(Conversation &conversation, MessageId reply);
    bool canContinue(const Conversation &conversation, MessageId reply) const;

    //! Ends the running reply at once, whatever the server does: ReplyState::Stopped, text kept.
    void stop(Conversation &conversation);
    void stopAll();

    bool isAnswering(const Conversation &conversation) const;
    std::optional<ExchangeRecord> runningExchange(MessageId reply) const; // of one that is sent
    bool isAnsweringAnywhere() const { return !m_exchanges.empty(); }
    bool canAsk(const Conversation &conversation) const;
    bool waitsForWhole(const Conversation &conversation, const std::function<void()> &then);

    //! How the conversation, the draft as its next question, fills the context. Reads every
    //! message: ask when typing pauses, not at each key.
    ContextEstimate contextEstimate(const Conversation &conversation, const QString &draft) const;

    //! The end of the range that the temperature of who answers it has, from 0.
    double highestTemperature(const Conversation &conversation) const;

    //! What would be sent for the conversation as it stands, system prompt included; for the
    //! context estimate. Replies without text are left out, what came of an interrupted one is in.
    ChatRequest requestFor(const Conversation &conversation) const;

signals:
    void answeringChanged(Aura::Conversation *conversation);
    void replyProgressed(Aura::Conversation *conversation, const Aura::ReplyProgress &progress);
    //! Before the reply's end, where anything was sent for it.
    void exchangeRecorded(Aura::MessageId reply, const Aura::ExchangeRecord &record);
    //! A reply ended; every kind of end.
    void replyFinished(Aura::Conversation *conversation, const Aura::Completion &completion);

private:
    struct Exchange; // one running reply
    Exchange *exchangeOf(const Conversation &conversation) const;
    Exchange *exchangeOf(const ChatProvider *provider, RequestId id) const;
    std::unique_ptr<Exchange> take(const Exchange &exchange);
    QString systemPromptFor(const Conversation &conversation) const;
    void begin(Conversation &conversation, MessageId question, ContextCheck check);
    void keep(Conversation &conversation, MessageId reply);
    void onKept(MessageId reply);
    void send(Exchange &exchange, ChatProvider &provider);
    void sendPending(const QString &connectionId);
    void watch(ChatProvider *provider);
    void onChunk(ChatProvider *provider, RequestId id, const QString &text);
    void onReasoning(ChatProvider *provider, RequestId id, const QString &text);
    void onFinished(ChatProvider *provider, RequestId id, const Completion &completion);
    void onProviderGone(const QObject *provider);
    void onConversationGone(const QObject *conversation);
    void finish(const Exchange &exchange, const Completion &completion);

    ProviderSource &m_providers;
    ChatDefaults m_defaults;
    Keeper m_keeper;
    std::vector<std::unique_ptr<Exchange>> m_exchanges;
    QSet<const QObject *> m_watched; // the providers whose signals arrive here
};

} // namespace Aura
