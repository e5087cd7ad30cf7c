// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "chat/messagetree.h"

#include <QAbstractListModel>

namespace Aura {

//! The messages of one conversation that are shown and sent: system, user and assistant, the
//! active path through the tree of versions. A row is a message.
class ConversationModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole {
        TextRole = Qt::UserRole + 1, // QString; also Qt::DisplayRole
        ReasoningRole,               // QString
        RoleRole,                    // Aura::Role as int
        StateRole,                   // Aura::ReplyState as int
        ModelRole,                   // QString
        TimeRole,                    // QDateTime, UTC
        SiblingIndexRole,            // int, from 0: which version of this message is shown
        SiblingCountRole,            // int: how many versions there are
        MessageIdRole,               // qint64
    };

    explicit ConversationModel(QObject *parent = nullptr);
    ~ConversationModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    //! The reference holds until the model changes.
    const Message &messageAt(int row) const;
    int rowOf(MessageId id) const; // -1: not on the active path
    QList<Message> activePath() const;
    const MessageTree &tree() const { return m_tree; }

    //! The system message, row 0, a part of every path and not of the tree; an empty text takes it
    //! away.
    void setSystemPrompt(const QString &text);
    QString systemPrompt() const { return m_system.text; }

    //! Appends a question at the end of the path.
    MessageId appendQuestion(const QString &text);

    //! A new version of a question beside the old one; the path ends with it.
    MessageId branchQuestion(MessageId question, const QString &text);

    //! Starts an empty answer below the question, beside those it has; the path ends with it.
    MessageId beginReply(MessageId question);

    //! These change a message that is Answering, on the active path or not, and no other.
    //! Appending costs the length of the piece, however long the reply is, while nobody keeps a
    //! copy of its text.
    void appendToReply(MessageId reply, const QString &text);
    void appendToReasoning(MessageId reply, const QString &text);
    void endReply(MessageId reply, const Completion &completion);

    //! Names who answers, for the line below the reply.
    void setReplySource(MessageId reply, const QString &connectionName, const QString &model);

    //! All messages, the system message first, parents before their children.
    QList<StoredMessage> storedMessages() const;
    StoredMessage stored(MessageId id) const; // of a message that is here
    //! Instead of those that are here; the answer to storedMessages().
    void load(const MessageRange &range);
    //! A row's place on the active path of the whole conversation; the system message has 0.
    int placeOf(int row) const;

    //! Takes a message that is not Answering away, with all below it, and returns what putBack()
    //! needs. Empty, and nothing happened, where one of them is Answering.
    QList<StoredMessage> remove(MessageId id);
    void putBack(const QList<StoredMessage> &messages);

    //! Takes in what somebody else has kept: those of the conversation's messages that are not
    //! here.
    void takeIn(const QList<StoredMessage> &messages);

    //! Shows the previous (-1) or next (+1) version of a message; does nothing at the ends.
    void showSibling(MessageId id, int step);

signals:
    //! A reply grew at its end by piece; offset is where in its text, in UTF-16 units. Emitted for
    //! replies that are not on the active path too.
    void replyGrew(Aura::MessageId id, qsizetype offset, const QString &piece);
    void reasoningGrew(Aura::MessageId id, qsizetype offset, const QString &piece);
    void replyEnded(Aura::MessageId id);

    //! For what keeps the messages; the system message is one too. A message that is Answering
    //! grows by the signals above.
    void messageAdded(Aura::MessageId id);   // it ends the active path
    void messageChanged(Aura::MessageId id); // anything of it, at once and not by growing
    void messagesRemoved(const QList<Aura::MessageId> &ids);
    void messagesPutBack(const QList<Aura::StoredMessage> &messages);
    void pathChosen(int fromRow); // the active path is another one from this row on

private:
    Message *findAnswering(MessageId id); // null: not in the tree, or ended
    MessageId endOfPath() const;          // invalid: nothing was asked yet
    MessageId addBelow(MessageId parent, Message message);
    int rebuildPath(); // the first row that changed
    void notify(MessageId id, const QList<int> &roles = {});

    MessageTree m_tree;
    Message m_system{.role = Role::System}; // without an id while there is none
    int m_firstPlace = 0;                   // of row 0 where older messages are not here
    QList<MessageId> m_path;                // the ids of the rows
};

} // namespace Aura
