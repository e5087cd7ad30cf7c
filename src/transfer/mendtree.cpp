// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/mendtree.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Aura {

namespace {

bool mendIds(QList<StoredMessage> &messages)
{
    qint64 next = 1;
    for (const StoredMessage &stored : std::as_const(messages))
        next = std::max(
            next, std::min(stored.message.id.value, std::numeric_limits<qint64>::max() / 2) + 1);
    bool isSound = true;
    QSet<MessageId> seen;
    for (StoredMessage &stored : messages) {
        MessageId &id = stored.message.id;
        if (!id.isValid() || id.value > next || seen.contains(id)) {
            isSound = false;
            id.value = next++;
        }
        const bool hasParent = !stored.parent.isValid() || seen.contains(stored.parent);
        if (!hasParent) {
            isSound = false;
            stored.parent = {};
        }
        seen.insert(id);
    }
    return isSound;
}

bool mendSystem(QList<StoredMessage> &messages)
{
    bool isSound = true;
    bool hasOne = false;
    QSet<MessageId> outside; // system messages have no children
    for (StoredMessage &stored : messages) {
        if (outside.contains(stored.parent)) {
            isSound = false;
            stored.parent = {};
        }
        if (stored.message.role != Role::System)
            continue;
        if (hasOne || stored.parent.isValid())
            isSound = false;
        if (hasOne)
            stored.message.role = Role::User;
        else
            stored.parent = {};
        if (!hasOne)
            outside.insert(stored.message.id);
        hasOne = true;
    }
    return isSound;
}

bool mendActive(QList<StoredMessage> &messages)
{
    bool isSound = true;
    QHash<MessageId, qsizetype> active; // by parent: the row; the youngest where none is
    QHash<MessageId, qsizetype> youngest;
    for (qsizetype row = 0; row < messages.size(); ++row) {
        const StoredMessage &stored = std::as_const(messages).at(row);
        if (stored.message.role == Role::System)
            continue;
        youngest.insert(stored.parent, row);
        if (!stored.isActive)
            continue;
        const auto before = active.constFind(stored.parent);
        if (before != active.cend()) {
            isSound = false;
            messages[*before].isActive = false;
        }
        active.insert(stored.parent, row);
    }
    for (auto it = youngest.cbegin(); it != youngest.cend(); ++it) {
        if (active.contains(it.key()))
            continue;
        isSound = false;
        messages[it.value()].isActive = true;
    }
    return isSound;
}

} // namespace

bool mendTree(QList<StoredMessage> &messages)
{
    const bool hasIds = mendIds(messages);
    const bool hasSystem = mendSystem(messages);
    const bool hasActive = mendActive(messages);
    return hasIds && hasSystem && hasActive;
}

} // namespace Aura
