// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/messagetree.h"

#include "base/messageids.h"

#include <algorithm>

namespace Aura {

MessageId MessageTree::add(const Message &message, MessageId parent)
{
    Q_ASSERT(message.id.isValid() && !contains(message.id));
    Q_ASSERT(m_nodes.contains(parent));

    m_nodes.insert(message.id, Node{.message = message, .parent = parent});
    Node &above = m_nodes[parent]; // clazy:exclude=detaching-member
    above.children.append(message.id);
    above.activeChild = message.id;
    m_lastId = std::max(m_lastId, message.id.value);
    return message.id;
}

void MessageTree::insert(const QList<StoredMessage> &messages)
{
    m_nodes.reserve(m_nodes.size() + messages.size());
    for (const StoredMessage &stored : messages) {
        const MessageId id = stored.message.id;
        const MessageId parent = m_nodes.contains(stored.parent) ? stored.parent : MessageId();
        m_nodes.insert(id, Node{.message = stored.message, .parent = parent});
        Node &above = m_nodes[parent]; // clazy:exclude=detaching-member
        const auto place = std::upper_bound(above.children.cbegin(), above.children.cend(), id);
        above.children.insert(place, id);
        if (stored.isActive || !above.activeChild.isValid())
            above.activeChild = id;
        m_lastId = std::max(m_lastId, id.value);
    }
}

QList<StoredMessage> MessageTree::remove(MessageId id)
{
    Q_ASSERT(contains(id));
    Node &above = m_nodes[parentOf(id)]; // clazy:exclude=detaching-member
    const qsizetype place = above.children.indexOf(id);
    QList<StoredMessage> removed{stored(id)};
    above.children.removeAt(place);
    if (above.activeChild == id)
        above.activeChild = above.children.isEmpty()
            ? MessageId()
            : above.children.at(std::min(place, above.children.size() - 1));
    for (qsizetype i = 0; i < removed.size(); ++i) {
        const QList<MessageId> children = childrenOf(removed.at(i).message.id);
        for (const MessageId child : children)
            removed.append(stored(child));
    }
    for (const StoredMessage &gone : std::as_const(removed))
        m_nodes.remove(gone.message.id);
    return removed;
}

StoredMessage MessageTree::stored(MessageId id) const
{
    const auto node = m_nodes.constFind(id);
    Q_ASSERT(node != m_nodes.cend());
    return {.message = node->message,
            .parent = node->parent,
            .isActive = m_nodes.constFind(node->parent)->activeChild == id};
}

MessageId MessageTree::nextId() const
{
    passMessageId({m_lastId});
    return nextMessageId();
}

const Message &MessageTree::message(MessageId id) const
{
    const auto node = m_nodes.constFind(id);
    Q_ASSERT(node != m_nodes.cend());
    return node->message;
}

Message &MessageTree::message(MessageId id)
{
    const auto node = m_nodes.find(id); // clazy:exclude=detaching-member
    Q_ASSERT(node != m_nodes.end());
    return node->message;
}

MessageId MessageTree::parentOf(MessageId id) const
{
    const auto node = m_nodes.constFind(id);
    return node != m_nodes.cend() ? node->parent : MessageId();
}

QList<MessageId> MessageTree::childrenOf(MessageId id) const
{
    const auto node = m_nodes.constFind(id);
    return node != m_nodes.cend() ? node->children : QList<MessageId>();
}

QList<MessageId> MessageTree::siblingsOf(MessageId id) const
{
    return contains(id) ? childrenOf(parentOf(id)) : QList<MessageId>();
}

void MessageTree::activate(MessageId id)
{
    Q_ASSERT(contains(id));
    m_nodes[parentOf(id)].activeChild = id;
}

void MessageTree::activatePathTo(MessageId id)
{
    for (; id.isValid(); id = parentOf(id))
        activate(id);
}

QList<MessageId> MessageTree::activePath() const
{
    QList<MessageId> path;
    for (auto node = m_nodes.constFind({}); node->activeChild.isValid();
         node = m_nodes.constFind(node->activeChild))
        path.append(node->activeChild);
    return path;
}

} // namespace Aura
