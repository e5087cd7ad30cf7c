// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatcontroller.h"

#include "base/logging.h"
#include "base/whenfinished.h"
#include "providers/chatprovider.h"
#include "providers/providersource.h"

#include <QElapsedTimer>
#include <QPointer>

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Aura {

struct ChatController::Exchange
{
    Conversation *conversation = nullptr;
    MessageId reply{};
    QString connectionId{};
    ChatRequest request{}; // until it is sent
    QPointer<ChatProvider> provider{};
    RequestId id{}; // the provider's; invalid: not sent yet
    QElapsedTimer sinceAsked{};
    bool isKept = false; // in the history; it is not sent before
};

namespace {

constexpr auto longestKeeping = 2s; // a disk that does not answer is no reason not to ask

bool isQuestion(const MessageTree &tree, MessageId id)
{
    return tree.contains(id) && tree.message(id).role == Role::User;
}

//! The dot for a reply that ended so.
Activity activityAfter(ReplyState state)
{
    switch (state) {
    case ReplyState::Answering: return Activity::Answering;
    case ReplyState::Complete:
    case ReplyState::CutByLimit: return Activity::FinishedUnseen;
    case ReplyState::Stopped: return Activity::None;
    case ReplyState::Interrupted:
    case ReplyState::Failed:
    case ReplyState::Empty: return Activity::Problem;
    }
    Q_UNREACHABLE();
}

Completion noSuchConnection(const QString &connectionId)
{
    const auto cause =
        connectionId.isEmpty() ? ErrorCause::NoConnection : ErrorCause::ConnectionGone;
    return {.state = ReplyState::Failed,
            .error = ProviderError{.kind = ErrorKind::Address, .cause = cause}};
}

} // namespace

ChatController::ChatController(ProviderSource &providers, QObject *parent)
    : QObject(parent)
    , m_providers(providers)
{
    connect(&providers, &ProviderSource::providerReady, this, &ChatController::sendPending);
}

ChatController::~ChatController()
{
    blockSignals(true);
    stopAll();
}

void ChatController::setDefaults(const ChatDefaults &defaults)
{
    m_defaults = defaults;
}

void ChatController::ask(Conversation &conversation, const QString &text)
{
    if (text.trimmed().isEmpty() || !canAsk(conversation)
        || waitsForWhole(conversation, [this, &conversation, text] { ask(conversation, text); }))
        return;
    begin(conversation, conversation.messages().appendQuestion(text), ContextCheck::Refuse);
}

//! The whole conversation is sent, so all of it has to be here.
bool ChatController::waitsForWhole(const Conversation &conversation,
                                   const std::function<void()> &then)
{
    if (conversation.isWhole())
        return false;
    connect(&conversation, &Conversation::completed, this, then, Qt::SingleShotConnection);
    conversation.requestWhole();
    return true;
}

void ChatController::askAgain(Conversation &conversation, MessageId message, ContextCheck check)
{
    const MessageTree &tree = conversation.messages().tree();
    if (!tree.contains(message) || !canAsk(conversation)
        || waitsForWhole(conversation, [this, &conversation, message, check] {
               askAgain(conversation, message, check);
           }))
        return;
    const MessageId question = isQuestion(tree, message) ? message : tree.parentOf(message);
    if (isQuestion(tree, question))
        begin(conversation, question, check);
}

void ChatController::editQuestion(Conversation &conversation, MessageId question,
                                  const QString &text)
{
    const MessageTree &tree = conversation.messages().tree();
    if (!isQuestion(tree, question) || text.trimmed().isEmpty() || !canAsk(conversation)
        || waitsForWhole(conversation, [this, &conversation, question, text] {
               editQuestion(conversation, question, text);
           }))
        return;
    begin(conversation, conversation.messages().branchQuestion(question, text),
          ContextCheck::Refuse);
}

void ChatController::continueReply(Conversation &conversation, MessageId reply)
{
    if (canContinue(conversation, reply))
        ask(conversation, tr("Continue exactly where you stopped."));
}

bool ChatController::canContinue(const Conversation &conversation, MessageId reply) const
{
    const ConversationModel &messages = conversation.messages();
    const int row = messages.rowOf(reply);
    if (row < 0 || row != messages.rowCount() - 1 || isAnswering(conversation))
        return false;
    const Message &message = messages.messageAt(row);
    return message.role == Role::Assistant && !message.text.trimmed().isEmpty()
        && (message.state == ReplyState::CutByLimit || message.state == ReplyState::Interrupted
            || message.state == ReplyState::Stopped);
}

void ChatController::stop(Conversation &conversation)
{
    Exchange *exchange = exchangeOf(conversation);
    if (!exchange)
        return;

    // A provider may end the request inside cancel(), with its timing, or later; we do not wait.
    if (exchange->provider)
        exchange->provider->cancel(exchange->id);
    exchange = exchangeOf(conversation);
    if (exchange)
        finish(*exchange, {.state = ReplyState::Stopped});
}

void ChatController::stopAll()
{
    QList<QPointer<Conversation>> answering;
    for (const auto &exchange : m_exchanges)
        answering.append(exchange->conversation);
    for (const QPointer<Conversation> &conversation : std::as_const(answering)) {
        if (conversation)
            stop(*conversation);
    }
}

bool ChatController::isAnswering(const Conversation &conversation) const
{
    return exchangeOf(conversation);
}

std::optional<ExchangeRecord> ChatController::runningExchange(MessageId reply) const
{
    for (const auto &exchange : m_exchanges) {
        if (exchange->reply == reply && exchange->provider)
            return exchange->provider->exchange(exchange->id);
    }
    return std::nullopt;
}

bool ChatController::canAsk(const Conversation &conversation) const
{
    return conversation.isLoaded() && !isAnswering(conversation);
}

ChatController::Exchange *ChatController::exchangeOf(const Conversation &conversation) const
{
    for (const auto &exchange : m_exchanges) {
        if (exchange->conversation == &conversation)
            return exchange.get();
    }
    return nullptr;
}

ChatController::Exchange *ChatController::exchangeOf(const ChatProvider *provider,
                                                     RequestId id) const
{
    for (const auto &exchange : m_exchanges) {
        if (exchange->provider == provider && exchange->id == id)
            return exchange.get();
    }
    return nullptr;
}

std::unique_ptr<ChatController::Exchange> ChatController::take(const Exchange &exchange)
{
    const auto found = std::ranges::find(m_exchanges, &exchange, &std::unique_ptr<Exchange>::get);
    Q_ASSERT(found != m_exchanges.end());
    std::unique_ptr<Exchange> taken = std::move(*found);
    m_exchanges.erase(found);
    return taken;
}

void ChatController::begin(Conversation &conversation, MessageId question, ContextCheck check)
{
    conversation.messages().setSystemPrompt(systemPromptFor(conversation));
    const QString &own = conversation.parameters().connectionId;

    auto exchange = std::make_unique<Exchange>();
    exchange->conversation = &conversation;
    exchange->reply = conversation.messages().beginReply(question);
    exchange->connectionId = own.isEmpty() ? m_defaults.connectionId : own;
    exchange->request = requestFor(conversation);
    exchange->request.contextCheck = check;
    exchange->sinceAsked.start();
    exchange->isKept = !m_keeper;
    const QString connectionId = exchange->connectionId;
    const MessageId reply = exchange->reply;
    m_exchanges.push_back(std::move(exchange));
    connect(&conversation, &QObject::destroyed, this, &ChatController::onConversationGone,
            Qt::UniqueConnection);

    const QPointer<Conversation> guard(&conversation);
    conversation.setActivity(Activity::Answering);
    if (guard)
        emit answeringChanged(&conversation);
    if (guard && m_keeper)
        keep(conversation, reply);
    sendPending(connectionId);
}

void ChatController::keep(Conversation &conversation, MessageId reply)
{
    whenFinished(m_keeper(conversation), this, [this, reply](bool) { onKept(reply); });
    QTimer::singleShot(longestKeeping, this, [this, reply] { onKept(reply); });
}

void ChatController::onKept(MessageId reply)
{
    const auto isIt = [reply](const auto &exchange) { return exchange->reply == reply; };
    const auto found = std::ranges::find_if(m_exchanges, isIt);
    if (found == m_exchanges.end() || std::exchange((*found)->isKept, true))
        return;
    sendPending(QString((*found)->connectionId));
}

void ChatController::sendPending(const QString &connectionId)
{
    const auto isPending = [&connectionId](const auto &exchange) {
        return exchange->isKept && !exchange->id.isValid()
            && exchange->connectionId == connectionId;
    };
    // Each round ends or sends one; what it emits may change the list.
    for (auto next = std::ranges::find_if(m_exchanges, isPending); next != m_exchanges.end();
         next = std::ranges::find_if(m_exchanges, isPending)) {
        if (ChatProvider *provider = m_providers.provider(connectionId))
            send(**next, *provider);
        else if (m_providers.knows(connectionId))
            return; // its keys are still being read
        else
            finish(**next, noSuchConnection(connectionId));
    }
}

void ChatController::send(Exchange &exchange, ChatProvider &provider)
{
    watch(&provider);
    const ChatRequest request = std::exchange(exchange.request, {});
    exchange.provider = &provider;
    exchange.id = provider.send(request);
    qCDebug(lcChat) << "request" << exchange.id.value << "sent to" << provider.displayName();
    exchange.conversation->messages().setReplySource(exchange.reply, provider.displayName(),
                                                     request.model);
}

void ChatController::watch(ChatProvider *provider)
{
    if (m_watched.contains(provider))
        return;

    m_watched.insert(provider);
    connect(provider, &ChatProvider::chunkReceived, this,
            [this, provider](RequestId id, const QString &text) { onChunk(provider, id, text); });
    connect(
        provider, &ChatProvider::reasoningReceived, this,
        [this, provider](RequestId id, const QString &text) { onReasoning(provider, id, text); });
    connect(provider, &ChatProvider::progressed, this,
            [this, provider](RequestId id, const ReplyProgress &progress) {
                if (const Exchange *exchange = exchangeOf(provider, id))
                    emit replyProgressed(exchange->conversation, progress);
            });
    connect(provider, &ChatProvider::exchangeRecorded, this,
            [this, provider](RequestId id, const ExchangeRecord &record) {
                if (const Exchange *exchange = exchangeOf(provider, id))
                    emit exchangeRecorded(exchange->reply, record);
            });
    connect(provider, &ChatProvider::finished, this,
            [this, provider](RequestId id, const Completion &completion) {
                onFinished(provider, id, completion);
            });
    connect(provider, &QObject::destroyed, this, &ChatController::onProviderGone);
}

void ChatController::onChunk(ChatProvider *provider, RequestId id, const QString &text)
{
    if (const Exchange *exchange = exchangeOf(provider, id))
        exchange->conversation->messages().appendToReply(exchange->reply, text);
}

void ChatController::onReasoning(ChatProvider *provider, RequestId id, const QString &text)
{
    if (const Exchange *exchange = exchangeOf(provider, id))
        exchange->conversation->messages().appendToReasoning(exchange->reply, text);
}

void ChatController::onFinished(ChatProvider *provider, RequestId id, const Completion &completion)
{
    if (const Exchange *exchange = exchangeOf(provider, id))
        finish(*exchange, completion);
}

void ChatController::onProviderGone(const QObject *provider)
{
    m_watched.remove(provider);
    const auto waits = [](const auto &exchange) {
        return exchange->id.isValid() && !exchange->provider;
    };
    for (auto next = std::ranges::find_if(m_exchanges, waits); next != m_exchanges.end();
         next = std::ranges::find_if(m_exchanges, waits)) {
        const Exchange &exchange = **next;
        const MessageTree &tree = exchange.conversation->messages().tree();
        const bool hasText = !tree.message(exchange.reply).text.isEmpty();
        finish(exchange,
               {.state = hasText ? ReplyState::Interrupted : ReplyState::Failed,
                .error = ProviderError{.cause = hasText ? ErrorCause::CutOff
                                                        : ErrorCause::ClosedBeforeAnswer}});
    }
}

void ChatController::onConversationGone(const QObject *conversation)
{
    const auto found = std::ranges::find_if(m_exchanges, [conversation](const auto &exchange) {
        return exchange->conversation == conversation;
    });
    if (found == m_exchanges.end())
        return;

    const std::unique_ptr<Exchange> exchange = take(**found);
    if (exchange->provider)
        exchange->provider->cancel(exchange->id);
}

void ChatController::finish(const Exchange &exchange, const Completion &completion)
{
    const std::unique_ptr<Exchange> ended = take(exchange);
    Completion ending = completion;
    if (ending.timing.totalMs < 0)
        ending.timing.totalMs = ended->sinceAsked.elapsed();

    const QPointer<Conversation> conversation(ended->conversation);
    conversation->messages().endReply(ended->reply, ending);
    // Whoever heard of the end may have asked again.
    if (conversation && !isAnswering(*conversation))
        conversation->setActivity(activityAfter(ending.state));
    if (conversation)
        emit answeringChanged(conversation);
    if (conversation)
        emit replyFinished(conversation, ending);
}

} // namespace Aura
