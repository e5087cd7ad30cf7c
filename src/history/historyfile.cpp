// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historyfile.h"

#include "base/messageids.h"
#include "history/conversationrows.h"
#include "history/historycopies.h"
#include "history/historystatus.h"
#include "history/messagerows.h"
#include "history/schema.h"
#include "history/trash.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int busy = 5; // SQLite's result codes
constexpr int full = 13;
constexpr QFile::Permissions onlyOwner = QFile::ReadOwner | QFile::WriteOwner;

//! The sentences of this file.
struct HistoryFileText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::HistoryFile)
};

//! Why a file is none that this program may work on; empty: it is.
QString unsuitable(Database &database)
{
    const int version = storedSchemaVersion(database);
    if (version > schemaVersion)
        return HistoryFileText::tr("The history was written by a newer Aura. Update this one.");
    const bool isNew =
        version == 0 && database.value(u"SELECT count(*) FROM sqlite_schema"_s).toInt() == 0;
    const bool isOurs = database.value(u"PRAGMA application_id"_s).toInt() == schemaApplicationId;
    if (version < 0 || (!isNew && !isOurs))
        return HistoryFileText::tr("The history is damaged. Open Aura; it says what can be done.");
    return {};
}

//! A new file is made closed to others; a damaged or missing one is the window's to mend.
QString prepare(const QString &file, HistoryFile::Use use)
{
    if (QFileInfo::exists(file))
        return {};
    if (use == HistoryFile::Use::Read)
        return HistoryFileText::tr("There is no history yet: “%1” does not exist.")
            .arg(QDir::toNativeSeparators(file));
    if (HistoryCopies(file).newest())
        return HistoryFileText::tr("The history is gone, but there is a copy of it. Open Aura; it "
                                   "offers the copy.");
    QFile created(file);
    if (!created.open(QIODevice::WriteOnly | QIODevice::NewOnly, onlyOwner))
        return HistoryFileText::tr("“%1” cannot be made: %2")
            .arg(QDir::toNativeSeparators(file), created.errorString());
    return {};
}

} // namespace

Result<std::unique_ptr<HistoryFile>> HistoryFile::open(const QString &file, Use use)
{
    if (const QString problem = prepare(file, use); !problem.isEmpty())
        return Error{problem};
    std::unique_ptr<HistoryFile> opened(new HistoryFile);
    Database &database = opened->m_database;
    if (!database.open(
            file, use == Use::Write ? Database::Access::ReadWrite : Database::Access::ReadOnly))
        return opened->failure();
    if (const QString problem = unsuitable(database); !problem.isEmpty())
        return Error{problem};
    const int version = storedSchemaVersion(database);
    const bool needsStep = version < schemaVersion;
    if (needsStep && use == Use::Read)
        return Error{HistoryFileText::tr("The history is of an older Aura. Open Aura once; it "
                                         "brings the file up to date.")};
    if (needsStep && version > 0 && !HistoryCopies(file).make(database))
        return opened->failure();
    if (!opened->begin(use))
        return opened->failure();
    return opened;
}

HistoryFile::~HistoryFile()
{
    if (m_isOpen)
        m_database.run(u"ROLLBACK"_s);
}

bool HistoryFile::begin(Use use)
{
    if (use == Use::Read) {
        m_isOpen = m_database.run(u"BEGIN"_s);
        return m_isOpen;
    }
    // commit() sees to the disk at its end.
    m_isOpen = m_database.run(u"PRAGMA journal_mode = WAL"_s)
        && m_database.run(u"PRAGMA synchronous = NORMAL"_s)
        && m_database.run(u"PRAGMA foreign_keys = ON"_s) && migrate(m_database)
        && m_database.run(u"BEGIN IMMEDIATE"_s);
    return m_isOpen;
}

QList<Folder> HistoryFile::folders()
{
    return readFolders(m_database);
}

QList<ConversationSummary> HistoryFile::summaries()
{
    return readSummaries(m_database);
}

std::optional<StoredConversation> HistoryFile::conversation(const QString &id)
{
    return readConversation(m_database, id);
}

QList<StoredMessage> HistoryFile::messages(const QString &conversation)
{
    return readMessages(m_database, conversationKey(m_database, conversation));
}

std::optional<StoredConversation> HistoryFile::find(const QString &id, const QString &origin)
{
    if (auto known = readConversation(m_database, id))
        return known;
    if (origin.isEmpty())
        return {};
    const QVariant sameOrigin =
        m_database.value(u"SELECT id FROM conversation WHERE origin = ?"_s, {origin});
    return sameOrigin.isValid() ? readConversation(m_database, sameOrigin.toString())
                                : std::nullopt;
}

Result<void> HistoryFile::add(const Folder &folder)
{
    return putFolder(m_database, folder) ? Result<void>() : failure();
}

Result<void> HistoryFile::add(const StoredConversation &conversation,
                              const QList<StoredMessage> &messages)
{
    if (!putConversation(m_database, conversation))
        return failure();
    const qint64 key = conversationKey(m_database, conversation.id);
    const std::optional<QList<StoredMessage>> placed = place(key, messages);
    const bool isAdded = placed && activate(key, *placed)
        && (conversation.draft.isEmpty()
            || putDraft(m_database, conversation.id, conversation.draft))
        && (conversation.scroll == ScrollPlace{}
            || putScrollPlace(m_database, conversation.id, conversation.scroll));
    return isAdded ? Result<void>() : failure();
}

Result<void> HistoryFile::extend(const QString &conversation, const QDateTime &changed,
                                 const QList<StoredMessage> &messages)
{
    const qint64 key = conversationKey(m_database, conversation);
    const std::optional<QList<StoredMessage>> placed = place(key, messages);
    if (!placed)
        return failure();
    for (const StoredMessage &stored : *placed) {
        if (stored.isActive && !activateMessage(m_database, key, stored.parent, stored.message.id))
            return failure();
    }
    const bool isExtended = activate(key, readMessages(m_database, key))
        && m_database.run(u"UPDATE conversation SET changed = max(changed, ?) WHERE key = ?"_s,
                          {changed.isValid() ? changed.toMSecsSinceEpoch() : 0, key});
    return isExtended ? Result<void>() : failure();
}

MessageId HistoryFile::freeId(MessageId wanted)
{
    const auto isTaken = [this](qint64 id) {
        return m_database.value(u"SELECT 1 FROM message WHERE id = ?"_s, {id}).isValid();
    };
    qint64 id = wanted.value;
    if (!isTaken(id))
        return wanted;
    // Those that were moved before it, on the same way, need not be asked again.
    id = std::max(id, m_lastTaken) + 1;
    while (isTaken(id))
        ++id;
    m_lastTaken = id;
    return MessageId{id};
}

//! The messages with the ids that they got; nothing where one could not be written.
std::optional<QList<StoredMessage>> HistoryFile::place(qint64 conversation,
                                                       QList<StoredMessage> messages)
{
    QHash<MessageId, MessageId> moved;
    QSet<QString> origins; // one message each
    for (StoredMessage &stored : messages) {
        MessageId &id = stored.message.id;
        const MessageId own = freeId(id);
        if (own != id)
            moved.insert(id, own);
        id = own;
        stored.parent = moved.value(stored.parent, stored.parent);
        if (origins.contains(stored.origin))
            stored.origin.clear();
        origins.insert(stored.origin);
        if (!putMessage(m_database, conversation, stored, {}))
            return {};
        passMessageId(id);
    }
    m_added += messages.size();
    return messages;
}

//! The active child of each message, and the path that they make.
bool HistoryFile::activate(qint64 conversation, const QList<StoredMessage> &messages)
{
    QHash<MessageId, MessageId> active; // by parent
    MessageId system{};
    for (const StoredMessage &stored : messages) {
        if (stored.message.role == Role::System) {
            system = stored.message.id;
            continue;
        }
        if (!stored.isActive)
            continue;
        active.insert(stored.parent, stored.message.id);
        if (!activateMessage(m_database, conversation, stored.parent, stored.message.id))
            return false;
    }
    QList<MessageId> path;
    for (MessageId at{}; active.contains(at);) {
        at = active.take(at);
        path << at;
    }
    return (!system.isValid() || putPath(m_database, conversation, 0, {system}))
        && putPath(m_database, conversation, 1, path);
}

Result<void> HistoryFile::commit()
{
    if (!m_database.run(u"COMMIT"_s))
        return failure();
    m_isOpen = false;
    // With synchronous NORMAL a commit is safe from a power cut once it is out of the log. Where
    // a reader holds the log, its next checkpoint does that.
    m_database.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    joinIndex();
    return {};
}

//! Each part of the index is looked into by each search, and many messages at once make many parts.
//! Where most of the file is new, joining them all costs a third of what writing it did, and spares
//! three quarters of what searches cost. In steps, each kept at once; nothing depends on them.
void HistoryFile::joinIndex()
{
    constexpr qsizetype many = 1000;
    if (m_added < many
        || 2 * m_added < m_database.value(u"SELECT count(*) FROM message"_s).toLongLong())
        return;
    while (mergeIndexStep(m_database) == MergeStep::More) {}
    m_database.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
}

Error HistoryFile::failure() const
{
    const DatabaseError &error = m_database.error();
    if (error.code == busy)
        return Error{HistoryFileText::tr("The history is being written by another program. Try "
                                         "again in a moment.")};
    if (error.code == full)
        return Error{HistoryFileText::tr("The disk is full. Make room, then try again.")};
    if (error.code == DatabaseError::noDriver)
        return Error{HistoryFileText::tr("Qt’s driver for SQLite is missing.") + u' '
                     + driverAdvice()};
    return Error{
        HistoryFileText::tr("The history could not be read or written: %1").arg(error.text)};
}

} // namespace Aura
