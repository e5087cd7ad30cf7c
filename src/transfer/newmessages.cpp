// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/newmessages.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Aura {

namespace {

//! Finds what is here by its place and its words; each once, so that two answers alike are two.
class KnownMessages
{
public:
    explicit KnownMessages(const QList<StoredMessage> &known)
    {
        for (const StoredMessage &stored : known) {
            if (stored.message.role == Role::System)
                continue;
            m_byId.insert(stored.message.id, &stored);
            m_below[stored.parent].append(&stored);
            if (!stored.origin.isEmpty())
                m_origins.insert(stored.origin);
        }
    }

    bool has(MessageId id) const { return m_byId.contains(id); }
    bool hasBelow(MessageId parent) const { return m_below.contains(parent); }
    bool hasOrigin(const QString &origin) const { return m_origins.contains(origin); }

    //! Invalid: there is none.
    MessageId take(const StoredMessage &wanted, MessageId parent, bool isOwn)
    {
        const MessageId id = wanted.message.id;
        if (isOwn && m_byId.contains(id) && !m_taken.contains(id)) {
            m_taken.insert(id);
            return id;
        }
        const QList<const StoredMessage *> below = m_below.value(parent);
        for (const StoredMessage *stored : below) {
            const Message &message = stored->message;
            if (message.role != wanted.message.role || message.text != wanted.message.text
                || m_taken.contains(message.id))
                continue;
            m_taken.insert(message.id);
            return message.id;
        }
        return {};
    }

private:
    QHash<MessageId, const StoredMessage *> m_byId;
    QHash<MessageId, QList<const StoredMessage *>> m_below; // by parent
    QSet<QString> m_origins;
    QSet<MessageId> m_taken;
};

} // namespace

QList<StoredMessage> newMessages(const QList<StoredMessage> &known,
                                 const ImportedConversation &imported)
{
    KnownMessages here(known);
    QHash<MessageId, MessageId> idHere{{MessageId(), MessageId()}}; // by the file's id
    QSet<MessageId> added;
    QList<StoredMessage> fresh;
    for (const StoredMessage &stored : imported.messages) {
        if (stored.message.role == Role::System)
            continue;
        const MessageId parent = idHere.value(stored.parent);
        const MessageId same =
            added.contains(parent) ? MessageId() : here.take(stored, parent, imported.isOwn);
        if (same.isValid()) {
            idHere.insert(stored.message.id, same);
            continue;
        }
        StoredMessage next = stored;
        next.parent = parent;
        MessageId &id = next.message.id;
        id.value = std::max(id.value, parent.value + 1); // by age
        while (here.has(id) || added.contains(id))
            ++id.value;
        if (here.hasOrigin(next.origin))
            next.origin.clear();
        next.isActive = stored.isActive && (added.contains(parent) || !here.hasBelow(parent));
        idHere.insert(stored.message.id, id);
        added.insert(id);
        fresh.append(next);
    }
    return fresh;
}

} // namespace Aura
