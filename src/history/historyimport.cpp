// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historyimport.h"

#include "base/messageids.h"
#include "history/conversationrows.h"
#include "history/messagerows.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

HistoryImport::HistoryImport(const QString &file)
    : m_file(file)
{}

HistoryImport::~HistoryImport()
{
    if (m_isOpen)
        m_database.run(u"ROLLBACK"_s);
}

Error HistoryImport::failure() const
{
    return {QCoreApplication::translate("Aura::HistoryImport",
                                        "The history could not be written, so nothing was "
                                        "imported: %1.")
                .arg(m_database.error().text)};
}

Result<void> HistoryImport::begin()
{
    // A power cut may undo the whole import, and no more: every commit of the writer syncs.
    m_isOpen = m_database.open(m_file) && m_database.run(u"PRAGMA synchronous = NORMAL"_s)
        && m_database.run(u"PRAGMA foreign_keys = ON"_s)
        && m_database.run(u"PRAGMA cache_size = -32000"_s) && m_database.run(u"BEGIN IMMEDIATE"_s);
    if (!m_isOpen)
        return failure();
    return {};
}

Result<void> HistoryImport::addFolder(const Folder &folder)
{
    if (!folder.origin.isEmpty()) {
        const QVariant known =
            m_database.value(u"SELECT id FROM folder WHERE origin = ?"_s, {folder.origin});
        if (known.isValid()) {
            m_folders.insert(folder.id, known.toString());
            return {};
        }
    }
    Folder added = folder;
    added.id = newId();
    added.parentId = m_folders.value(folder.parentId);
    if (!putFolder(m_database, added))
        return failure();
    m_folders.insert(folder.id, added.id);
    ++m_counts.folders;
    return {};
}

Result<void> HistoryImport::add(const StoredConversation &conversation,
                                const QList<StoredMessage> &messages)
{
    Target target;
    const int before = m_counts.messages;
    if (!findOrMake(conversation, target))
        return failure();
    for (const StoredMessage &stored : messages) {
        if (!addMessage(stored, target))
            return failure();
    }
    const bool isGrown = m_counts.messages > before;
    if ((target.isNew || isGrown) && !(activate(target) && putPath(target)))
        return failure();
    ++(target.isNew  ? m_counts.conversations
           : isGrown ? m_counts.grownConversations
                     : m_counts.knownConversations);
    return {};
}

bool HistoryImport::findOrMake(const StoredConversation &conversation, Target &target)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    StoredConversation added = conversation;
    if (!added.created.isValid())
        added.created = added.changed.isValid() ? added.changed : now;
    if (!added.changed.isValid())
        added.changed = added.created;
    target.created = std::min(added.created, now).toMSecsSinceEpoch();
    if (!added.origin.isEmpty()) {
        target.key =
            m_database.value(u"SELECT key FROM conversation WHERE origin = ?"_s, {added.origin})
                .toLongLong();
        if (m_database.error().code != 0)
            return false;
    }
    target.isNew = target.key == 0;
    if (!target.isNew) {
        Rows rows = m_database.rows(u"SELECT origin, id FROM message"
                                    u" WHERE conversation = ? AND origin IS NOT NULL"_s,
                                    {target.key});
        while (rows.next())
            target.known.insert(rows.text(0), MessageId{rows.number(1)});
        return m_database.error().code == 0;
    }
    if (added.id.isEmpty() || conversationKey(m_database, added.id) != 0)
        added.id = newId();
    added.folderId = m_folders.value(conversation.folderId);
    if (!putConversation(m_database, added))
        return false;
    target.key = conversationKey(m_database, added.id);
    return target.key != 0;
}

bool HistoryImport::addMessage(const StoredMessage &stored, Target &target)
{
    const MessageId known = target.known.value(stored.origin);
    if (known.isValid()) {
        target.ids.insert(stored.message.id, known);
        return true;
    }
    if (!target.isNew && stored.origin.isEmpty())
        return true;
    StoredMessage added = stored;
    added.parent = target.ids.value(stored.parent);
    added.message.id = freeId(stored.message.time, added.parent, target.created);
    if (added.message.state == ReplyState::Answering)
        added.message.state = ReplyState::Interrupted;
    if (!stored.origin.isEmpty())
        target.known.insert(stored.origin, added.message.id);
    target.ids.insert(stored.message.id, added.message.id);
    const bool isSystem = stored.message.role == Role::System;
    if (!isSystem && (stored.isActive || !target.activeChild.contains(added.parent)))
        target.activeChild.insert(added.parent, added.message.id);
    ++m_counts.messages;
    return putMessage(m_database, target.key, added, isSystem ? std::optional(0) : std::nullopt);
}

//! What is chosen already stays chosen.
bool HistoryImport::activate(const Target &target)
{
    for (auto child = target.activeChild.cbegin(); child != target.activeChild.cend(); ++child) {
        const QString sql = child.key().isValid()
            ? u"UPDATE message SET active_child = ? WHERE id = ? AND active_child = 0"_s
            : u"UPDATE conversation SET active_child = ? WHERE key = ? AND active_child = 0"_s;
        const qint64 parent = child.key().isValid() ? child.key().value : target.key;
        if (!m_database.run(sql, {child.value().value, parent}))
            return false;
    }
    return true;
}

bool HistoryImport::putPath(const Target &target)
{
    QList<MessageId> path;
    QVariant next =
        m_database.value(u"SELECT active_child FROM conversation WHERE key = ?"_s, {target.key});
    while (next.toLongLong() != 0) {
        path.append(MessageId{next.toLongLong()});
        next = m_database.value(u"SELECT active_child FROM message WHERE id = ?"_s, {next});
    }
    return m_database.error().code == 0 && Aura::putPath(m_database, target.key, 1, path);
}

//! Behind the parent's, so that ids are in the order of the tree, whatever the clocks said.
MessageId HistoryImport::freeId(const QDateTime &time, MessageId parent, qint64 fallback)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const qint64 when =
        std::clamp<qint64>(time.isValid() ? time.toMSecsSinceEpoch() : fallback, 1, now);
    const QDateTime wanted = QDateTime::fromMSecsSinceEpoch(when, Qt::UTC);
    qint64 id = std::max(firstMessageId(wanted).value, m_nextInTime.value(when));
    id = std::max(id, parent.value + 1);
    while (m_database.value(u"SELECT 1 FROM message WHERE id = ?"_s, {id}).isValid())
        ++id;
    if (id < firstMessageId(wanted.addMSecs(1)).value)
        m_nextInTime.insert(when, id + 1);
    passMessageId({id});
    return {id};
}

Result<void> HistoryImport::commit()
{
    if (!m_isOpen || !m_database.run(u"COMMIT"_s))
        return failure();
    m_isOpen = false;
    return {};
}

} // namespace Aura
