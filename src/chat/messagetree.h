// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "history/records.h"

#include <QHash>
#include <QList>

namespace Aura {

//! The messages of a conversation with all their versions. Editing a question or asking again
//! adds a sibling; nothing is ever replaced. Below each message one child is the active one.
class MessageTree
{
public:
    //! Adds a message below parent (an invalid id: at the top) and makes it the active child.
    //! The message's id must be new. Its id is returned.
    MessageId add(const Message &message, MessageId parent);

    //! Adds messages with the places in the tree that they had, parents before their children; the
    //! answer to remove() and to HistoryStore::messages(). One whose parent is missing comes to the
    //! top.
    void insert(const QList<StoredMessage> &messages);

    //! Takes a message away, with all below it, and returns them. Its next version, or else the one
    //! before, becomes the active one.
    QList<StoredMessage> remove(MessageId id);

    //! A new id: later than every id of this program, and than now in milliseconds.
    MessageId nextId() const;

    //! Whether it is a message of this tree; the invalid id, the place above all of them, is not.
    bool contains(MessageId id) const { return id.isValid() && m_nodes.contains(id); }

    //! A message that the tree contains; the reference holds until the next add().
    const Message &message(MessageId id) const;
    Message &message(MessageId id);

    MessageId parentOf(MessageId id) const;          // invalid at the top
    QList<MessageId> childrenOf(MessageId id) const; // oldest first
    QList<MessageId> siblingsOf(MessageId id) const; // itself included, oldest first
    void activate(MessageId id);                     // makes it the active child of its parent

    //! Makes it and every message above it the active ones, so that the active path leads to it.
    void activatePathTo(MessageId id);

    //! From the top along the active children.
    QList<MessageId> activePath() const;

    StoredMessage stored(MessageId id) const; // a message that the tree contains

private:
    struct Node
    {
        Message message{};
        MessageId parent{};
        QList<MessageId> children{};
        MessageId activeChild{};
    };

    QHash<MessageId, Node> m_nodes{{MessageId{}, Node{}}}; // the invalid id is the root
    qint64 m_lastId = 0;
};

} // namespace Aura
