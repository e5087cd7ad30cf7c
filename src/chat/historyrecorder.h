// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QString>
#include <QTimer>

namespace Aura {

class Conversation;
class ConversationListModel;
class ConversationModel;
class HistoryStore;
struct HistoryStatus;
struct StoredConversation;
struct StoredMessage;

//! Keeps what happens in the conversations, and brings back what was kept.
//!
//! Everything is handed to the store at once, but growing replies and drafts: those after an eighth
//! of a second, so that what was on the screen for a quarter is in the file. An empty conversation
//! is kept from its first message, draft or title on.
class HistoryRecorder : public QObject
{
    Q_OBJECT

public:
    //! Both outlive the recorder. Call it before HistoryStore::open().
    HistoryRecorder(ConversationListModel &conversations, HistoryStore &store,
                    QObject *parent = nullptr);

    //! Comes when all that happened so far is in the file; false: the disk refuses.
    QFuture<bool> kept();

    //! After somebody else has written, an import: fills the list anew, and the conversations that
    //! are open and got messages.
    void refresh(const QStringList &extended);

signals:
    //! The conversation that was open when the program ended is loaded; null: there is none. Once,
    //! before the list is filled.
    void restored(Aura::Conversation *conversation);
    //! The list holds what the history holds. Again after a copy was restored.
    void listed();

private:
    //! A growing reply; it stays where it is until a piece of it is handed to the store.
    struct Growth
    {
        QPointer<const ConversationModel> model{};
        qsizetype text = 0; // UTF-16 units that the store has
        qsizetype reasoning = 0;
    };

    void watch(Conversation &conversation);
    void watchMessages(Conversation &conversation);
    void watchList();
    void load(Conversation &conversation);
    void loadMessages(Conversation &conversation, const StoredConversation &stored);
    void loadWhole(Conversation &conversation);
    void takeIn(Conversation &conversation);
    void onStatusChanged(const HistoryStatus &status);
    void restoreCurrent();
    void restore(const QString &id);
    void finishRestoring(Conversation *conversation);
    void list();
    void putConversation(const Conversation &conversation);
    void putAll(const Conversation &conversation);
    bool isKept(const Conversation &conversation) const;
    void onMessageAdded(const Conversation &conversation, MessageId id);
    void onReplyEnded(const Conversation &conversation, MessageId id);
    void onPathChosen(const Conversation &conversation, int fromRow);
    void onMessagesPutBack(const Conversation &conversation, const QList<StoredMessage> &messages);
    void onFlushDue();
    void onPiecesKept();
    void flush();
    void flushReplies(qsizetype most);
    void flushDrafts();

    ConversationListModel &m_conversations;
    HistoryStore &m_store;
    QTimer m_flush;
    QHash<MessageId, Growth> m_growing; // what grew since the last flush
    QSet<QString> m_drafts;             // the conversations whose draft or place changed since
    QSet<QString> m_kept;               // the conversations that the store knows
    bool m_isRestored = false;
    bool m_isWriting = false;  // the pieces of the last flush
    bool m_isFlushDue = false; // when they are kept
};

} // namespace Aura
