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
    Node &above = m_nodes[parent];
    above.children.append(message.id);
    above.activeChild = message.id;
    m_lastId = std::max(m_lastId, message.id.value);
    return message.id;
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
    const auto node = m_nodes.find(id);
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
