// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/historyrecorder.h"

#include "base/whenfinished.h"
#include "chat/conversation.h"
#include "chat/conversationlistmodel.h"
#include "chat/conversationmodel.h"
#include "history/historystore.h"

#include <chrono>
#include <limits>
#include <utility>

using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr auto flushPause = 80ms;               // of the quarter of a second; the disk has the rest
constexpr qsizetype longestPiece = 1024 * 1024; // UTF-16 units that wait to be written at once

//! What the text has behind a place, at most so much, and never half a surrogate pair.
QString pieceFrom(const QString &text, qsizetype from, qsizetype most)
{
    QString piece = text.mid(from, most);
    if (from + piece.size() < text.size() && piece.back().isHighSurrogate())
        piece.chop(1);
    return piece;
}

} // namespace

HistoryRecorder::HistoryRecorder(ConversationListModel &conversations, HistoryStore &store,
                                 QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
    , m_store(store)
{
    m_flush.setSingleShot(true);
    m_flush.setTimerType(Qt::PreciseTimer);
    m_flush.setInterval(flushPause);
    connect(&m_flush, &QTimer::timeout, this, &HistoryRecorder::onFlushDue);
    connect(&store, &HistoryStore::statusChanged, this, &HistoryRecorder::onStatusChanged);
    watchList();
}

void HistoryRecorder::watchList()
{
    const ConversationListModel *list = &m_conversations;
    connect(list, &ConversationListModel::opened, this,
            [this](Conversation *conversation) { watch(*conversation); });
    connect(list, &ConversationListModel::summariesChanged, this,
            [this](const QList<ConversationSummary> &summaries) {
                m_store.putConversations(summaries);
            });
    connect(list, &ConversationListModel::foldersEdited, this,
            [this](const QList<Folder> &folders) { m_store.putFolders(folders); });
    connect(list, &ConversationListModel::deletedForGood, this, [this](const QStringList &ids) {
        flush();
        m_store.deleteForGood(ids);
    });
    connect(list, &ConversationListModel::currentChanged, this, [this](Conversation *current) {
        if (current && m_isRestored)
            m_store.setCurrent(current->id());
    });
}

void HistoryRecorder::watch(Conversation &conversation)
{
    const auto changed = [this, &conversation] {
        if (conversation.isLoaded() && (isKept(conversation) || !conversation.title().isEmpty()))
            putConversation(conversation);
    };
    connect(&conversation, &Conversation::titleChanged, this, changed);
    connect(&conversation, &Conversation::parametersChanged, this, changed);
    connect(&conversation, &Conversation::lastChangeChanged, this, changed);
    const auto placeChanged = [this, &conversation] {
        m_drafts.insert(conversation.id());
        if (!m_flush.isActive())
            m_flush.start();
    };
    connect(&conversation, &Conversation::draftChanged, this, placeChanged);
    connect(&conversation, &Conversation::scrollPlaceChanged, this, placeChanged);
    watchMessages(conversation);
    if (conversation.isLoaded()) {
        if (conversation.messages().rowCount() > 0)
            putAll(conversation);
    } else if (conversation.source() == Conversation::Source::Copy) {
        connect(&conversation, &Conversation::loaded, this,
                [this, &conversation] { putAll(conversation); });
    } else {
        load(conversation);
    }
}

void HistoryRecorder::watchMessages(Conversation &conversation)
{
    const ConversationModel *model = &conversation.messages();
    const QString id = conversation.id();
    connect(model, &ConversationModel::messageAdded, this,
            [this, &conversation](MessageId message) { onMessageAdded(conversation, message); });
    connect(model, &ConversationModel::messageChanged, this, [this, model, id](MessageId message) {
        m_store.putMessage(id, model->stored(message));
    });
    connect(model, &ConversationModel::replyEnded, this,
            [this, &conversation](MessageId reply) { onReplyEnded(conversation, reply); });
    connect(model, &ConversationModel::messagesRemoved, this,
            [this, id](const QList<MessageId> &removed) { m_store.removeMessages(id, removed); });
    connect(model, &ConversationModel::messagesPutBack, this,
            [this, &conversation](const QList<StoredMessage> &messages) {
                onMessagesPutBack(conversation, messages);
            });
    connect(model, &ConversationModel::pathChosen, this,
            [this, &conversation](int fromRow) { onPathChosen(conversation, fromRow); });
    const auto grew = [this, model](MessageId reply, qsizetype Growth::*part, qsizetype offset) {
        if (!m_growing.contains(reply)) {
            const Message message = model->stored(reply).message;
            Growth growth{model, message.text.size(), message.reasoning.size()};
            growth.*part = offset;
            m_growing.insert(reply, growth);
        }
        if (!m_flush.isActive())
            m_flush.start();
    };
    connect(model, &ConversationModel::replyGrew, this,
            [grew](MessageId reply, qsizetype offset) { grew(reply, &Growth::text, offset); });
    connect(model, &ConversationModel::reasoningGrew, this,
            [grew](MessageId reply, qsizetype offset) { grew(reply, &Growth::reasoning, offset); });
}

void HistoryRecorder::load(Conversation &conversation)
{
    const QString id = conversation.id();
    m_kept.insert(id);
    // The conversation is the context: if it goes, nobody waits any more.
    whenFinished(m_store.conversation(id), &conversation,
                 [this, &conversation](const std::optional<StoredConversation> &stored) {
                     loadMessages(conversation,
                                  stored.value_or(StoredConversation{.id = conversation.id()}));
                 });
}

void HistoryRecorder::loadMessages(Conversation &conversation, const StoredConversation &stored)
{
    whenFinished(m_store.latestMessages(stored.id), &conversation,
                 [&conversation, stored](const MessageRange &messages) {
                     if (!conversation.isLoaded())
                         conversation.load(stored, messages);
                 });
    connect(&conversation, &Conversation::wholeRequested, this,
            [this, &conversation] { loadWhole(conversation); });
}

//! Behind what has been changed in its newest messages.
void HistoryRecorder::loadWhole(Conversation &conversation)
{
    whenFinished(m_store.kept(), &conversation, [this, &conversation](bool) {
        whenFinished(m_store.messages(conversation.id()), &conversation,
                     [&conversation](const QList<StoredMessage> &messages) {
                         conversation.complete(messages);
                     });
    });
}

void HistoryRecorder::refresh(const QStringList &extended)
{
    list();
    for (const QString &id : extended) {
        Conversation *conversation = m_conversations.find(id);
        if (!conversation || !conversation->isLoaded())
            continue; // is read when it is opened
        if (conversation->isWhole())
            takeIn(*conversation);
        else
            conversation->requestWhole();
    }
}

//! Behind what has been changed in it.
void HistoryRecorder::takeIn(Conversation &conversation)
{
    whenFinished(kept(), &conversation, [this, &conversation](bool) {
        const QString id = conversation.id();
        whenFinished(m_store.conversation(id), &conversation,
                     [this, &conversation](const std::optional<StoredConversation> &stored) {
                         if (!stored)
                             return;
                         whenFinished(
                             m_store.messages(stored->id), &conversation,
                             [&conversation, stored](const QList<StoredMessage> &messages) {
                                 conversation.takeIn(messages, stored->changed);
                             });
                     });
    });
}

void HistoryRecorder::onStatusChanged(const HistoryStatus &status)
{
    if (!status.isReadable()) {
        if (status.needsChoice() && !std::exchange(m_isRestored, true))
            emit restored(nullptr);
        return;
    }
    if (m_isRestored)
        list();
    else
        restoreCurrent();
}

void HistoryRecorder::restoreCurrent()
{
    m_isRestored = true;
    whenFinished(m_store.current(), this, [this](const QString &id) {
        whenFinished(m_store.conversation(id), this,
                     [this](const std::optional<StoredConversation> &stored) {
                         if (stored && !stored->trashedAt.isValid())
                             restore(stored->id);
                         else
                             finishRestoring(nullptr);
                     });
    });
}

void HistoryRecorder::restore(const QString &id)
{
    Conversation &conversation = m_conversations.open(id);
    if (conversation.isLoaded())
        return finishRestoring(&conversation);
    connect(&conversation, &Conversation::loaded, this,
            [this, &conversation] { finishRestoring(&conversation); });
}

void HistoryRecorder::finishRestoring(Conversation *conversation)
{
    emit restored(conversation);
    list();
}

void HistoryRecorder::list()
{
    whenFinished(m_store.folders(), this, [this](const QList<Folder> &folders) {
        whenFinished(m_store.summaries(), this,
                     [this, folders](const QList<ConversationSummary> &summaries) {
                         for (const ConversationSummary &summary : summaries)
                             m_kept.insert(summary.id);
                         m_conversations.adopt(summaries, folders);
                         emit listed();
                     });
    });
}

QFuture<bool> HistoryRecorder::kept()
{
    flush();
    return m_store.kept();
}

bool HistoryRecorder::isKept(const Conversation &conversation) const
{
    return m_kept.contains(conversation.id());
}

void HistoryRecorder::putConversation(const Conversation &conversation)
{
    StoredConversation stored = conversation.toStored();
    const int row = m_conversations.rowOf(conversation);
    if (row >= 0) {
        const ConversationSummary &summary = m_conversations.summaryAt(row);
        stored.folderId = summary.folderId;
        stored.isPinned = summary.isPinned;
        stored.isArchived = summary.isArchived;
        stored.trashedAt = summary.trashedAt;
    }
    m_store.putConversation(stored);
    const bool isNew = !isKept(conversation);
    m_kept.insert(conversation.id());
    if (isNew && m_conversations.current() == &conversation)
        m_store.setCurrent(conversation.id());
}

void HistoryRecorder::putAll(const Conversation &conversation)
{
    putConversation(conversation);
    onMessagesPutBack(conversation, conversation.messages().storedMessages());
    onPathChosen(conversation, 0);
}

void HistoryRecorder::onMessageAdded(const Conversation &conversation, MessageId id)
{
    if (!isKept(conversation))
        putConversation(conversation);
    const ConversationModel &model = conversation.messages();
    m_store.putMessage(conversation.id(), model.stored(id), model.placeOf(model.rowOf(id)));
}

void HistoryRecorder::onReplyEnded(const Conversation &conversation, MessageId id)
{
    m_growing.remove(id); // the whole reply has it
    m_store.putMessage(conversation.id(), conversation.messages().stored(id));
}

void HistoryRecorder::onPathChosen(const Conversation &conversation, int fromRow)
{
    const ConversationModel &model = conversation.messages();
    QList<StoredMessage> path;
    for (int row = fromRow; row < model.rowCount(); ++row)
        path.append(model.stored(model.messageAt(row).id));
    m_store.putPath(conversation.id(), model.placeOf(fromRow), path);
}

void HistoryRecorder::onMessagesPutBack(const Conversation &conversation,
                                        const QList<StoredMessage> &messages)
{
    for (const StoredMessage &stored : messages)
        m_store.putMessage(conversation.id(), stored);
}

//! One flush at a time: on a slow disk a long reply waits where it is, not a second time in a
//! queue.
void HistoryRecorder::onFlushDue()
{
    m_isFlushDue = m_isWriting;
    if (m_isWriting)
        return;
    flushReplies(longestPiece);
    flushDrafts();
    m_isFlushDue = !m_growing.isEmpty();
    m_isWriting = true;
    whenFinished(m_store.kept(), this, [this](bool) { onPiecesKept(); });
}

void HistoryRecorder::onPiecesKept()
{
    m_isWriting = false;
    if (m_isFlushDue)
        onFlushDue();
}

void HistoryRecorder::flush()
{
    m_flush.stop();
    flushReplies(std::numeric_limits<qsizetype>::max());
    flushDrafts();
}

void HistoryRecorder::flushReplies(qsizetype most)
{
    const QList<MessageId> replies = m_growing.keys();
    for (const MessageId reply : replies) {
        Growth growth = m_growing.take(reply);
        const Message message = growth.model ? growth.model->stored(reply).message : Message();
        const QString text = pieceFrom(message.text, growth.text, most);
        const QString reasoning = pieceFrom(message.reasoning, growth.reasoning, most);
        m_store.appendPiece(reply, text, reasoning);
        growth.text += text.size();
        growth.reasoning += reasoning.size();
        if (growth.text < message.text.size() || growth.reasoning < message.reasoning.size())
            m_growing.insert(reply, growth);
    }
}

void HistoryRecorder::flushDrafts()
{
    const QSet<QString> drafts = std::exchange(m_drafts, {});
    for (const QString &id : drafts) {
        const Conversation *conversation = m_conversations.find(id);
        if (!conversation || !conversation->isLoaded())
            continue;
        if (!isKept(*conversation)) {
            if (conversation->draft().isEmpty())
                continue;
            putConversation(*conversation);
        }
        m_store.putDraft(id, conversation->draft());
        m_store.putScrollPlace(id, conversation->scrollPlace());
    }
}

} // namespace Aura
