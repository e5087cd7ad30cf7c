// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historywriter.h"

#include "base/logging.h"
#include "base/messageids.h"
#include "history/conversationrows.h"
#include "history/messagerows.h"
#include "history/schema.h"
#include "history/trash.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr std::chrono::milliseconds firstRetry = 250ms;
constexpr std::chrono::milliseconds lastRetry = 5s;
constexpr QFile::Permissions onlyOwner = QFile::ReadOwner | QFile::WriteOwner;

//! SQLite's result codes that say something about the file or the disk, not about the statement.
enum SqliteCode {
    Permission = 3,
    Busy = 5,
    Locked = 6,
    ReadOnlyFile = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Protocol = 15,
    NotADatabase = 26,
};

bool isBusy(int code)
{
    return code == Busy || code == Locked || code == Protocol;
}

//! What an error says about the file; nothing where it is the statement's own.
std::optional<HistoryCondition> conditionFor(int code)
{
    switch (code) {
    case DatabaseError::noDriver: return HistoryCondition::NoDriver;
    case Full: return HistoryCondition::DiskFull;
    case ReadOnlyFile:
    case Permission: return HistoryCondition::ReadOnly;
    case InputOutput:
    case CannotOpen: return HistoryCondition::DiskError;
    case Corrupt:
    case NotADatabase: return HistoryCondition::Damaged;
    default: return {};
    }
}

bool makePrivateFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly, onlyOwner);
}

} // namespace

HistoryWriter::HistoryWriter(const QString &file, bool isKnown)
    : m_status{.file = file}
    , m_copies(file)
    , m_retry(this)
    , m_isKnown(isKnown)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(firstRetry);
    connect(&m_retry, &QTimer::timeout, this, &HistoryWriter::onRetry);
}

HistoryWriter::~HistoryWriter() = default;

void HistoryWriter::open()
{
    const HistoryCondition condition = openFile();
    announce(condition);
    if (condition == HistoryCondition::Working)
        drain();
    else
        releaseWaiting();
    if (canWrite() && condition != HistoryCondition::Working)
        retryLater();
}

HistoryCondition HistoryWriter::openFile()
{
    const QString &file = m_status.file;
    const bool wasOpen = m_status.condition != HistoryCondition::Opening;
    m_database.close();
    m_isPrepared = false;
    if (!QFileInfo::exists(file)) {
        if ((wasOpen || m_isKnown) && !m_status.needsChoice())
            return HistoryCondition::DiskError; // its disk is gone; never a new file in its place
        if (m_copies.newest())
            return HistoryCondition::Missing;
        makePrivateFile(file);
    }
    QFile::setPermissions(file, onlyOwner);
    if (!m_database.open(file))
        return conditionFor(m_database.error().code).value_or(HistoryCondition::DiskError);
    const int version = storedSchemaVersion(m_database);
    if (version > schemaVersion) {
        m_database.close();
        return HistoryCondition::Newer;
    }
    const bool isOurs = version == 0
        ? m_database.value(u"SELECT count(*) FROM sqlite_schema"_s).toInt() == 0
        : m_database.value(u"PRAGMA application_id"_s).toInt() == schemaApplicationId;
    if (!isOurs)
        return conditionFor(m_database.error().code).value_or(HistoryCondition::Damaged);
    if (version > 0 && version < schemaVersion && !m_copies.make(m_database))
        return HistoryCondition::DiskFull; // no change without a copy
    return prepare();
}

//! The connection's settings, the schema, and once what the last program left behind.
HistoryCondition HistoryWriter::prepare()
{
    m_isPrepared = m_database.run(u"PRAGMA journal_mode = WAL"_s)
        && m_database.run(u"PRAGMA synchronous = FULL"_s)
        && m_database.run(u"PRAGMA foreign_keys = ON"_s)
        && m_database.run(u"PRAGMA secure_delete = ON"_s) && migrate(m_database)
        && (m_isCleanedUp || cleanUp());
    if (m_isPrepared)
        return HistoryCondition::Working;
    const int code = m_database.error().code;
    qCWarning(lcHistory) << "the history could not be opened for writing:" << code
                         << m_database.error().text;
    return conditionFor(code).value_or(HistoryCondition::DiskError);
}

bool HistoryWriter::cleanUp()
{
    m_isCleanedUp = inTransaction(
        [this] { return interruptUnfinished(m_database) && emptyOldTrash(m_database); });
    passMessageId({m_database.value(u"SELECT max(id) FROM message"_s).toLongLong()});
    return m_isCleanedUp;
}

void HistoryWriter::post(const HistoryJob &job, const Done &done)
{
    if (m_status.condition == HistoryCondition::Newer) {
        if (done)
            done(false);
        return;
    }
    m_queue.push_back({job, done});
    if (m_status.condition != HistoryCondition::Working) {
        if (m_status.condition != HistoryCondition::Opening)
            releaseWaiting();
        return;
    }
    if (!std::exchange(m_isDrainDue, true)) // behind all that was posted before this one runs
        QMetaObject::invokeMethod(this, &HistoryWriter::drain, Qt::QueuedConnection);
}

bool HistoryWriter::drain()
{
    m_isDrainDue = false;
    if (m_queue.empty())
        return true;
    if (!m_isPrepared || !canWrite())
        return false;
    return drainTogether() || drainSingly();
}

bool HistoryWriter::drainTogether()
{
    const bool isDone = inTransaction([this] {
        return std::ranges::all_of(m_queue, [this](const Entry &e) { return e.job(m_database); });
    });
    if (!isDone)
        return false;
    const std::deque<Entry> finished = std::exchange(m_queue, {});
    for (const Entry &entry : finished) {
        if (entry.done)
            entry.done(true);
    }
    m_retry.setInterval(firstRetry);
    announce(HistoryCondition::Working);
    return true;
}

//! One transaction each, so that a job that can never succeed keeps nothing else from the file.
bool HistoryWriter::drainSingly()
{
    if (!handle(m_database.error()))
        return false;
    while (!m_queue.empty()) {
        const bool isDone = inTransaction([this] { return m_queue.front().job(m_database); });
        if (!isDone && !handle(m_database.error()))
            return false;
        if (!isDone)
            qCWarning(lcHistory) << "a change was not kept:" << m_database.error().text;
        const Entry finished = std::move(m_queue.front());
        m_queue.pop_front();
        if (finished.done)
            finished.done(isDone);
    }
    announce(HistoryCondition::Working);
    return true;
}

//! Takes note of what an error says about the file. False: nothing can be written now.
bool HistoryWriter::handle(const DatabaseError &error)
{
    if (isBusy(error.code)) {
        releaseWaiting();
        retryLater();
        return false;
    }
    const auto condition = conditionFor(error.code);
    if (!condition)
        return true;
    qCWarning(lcHistory) << "the history could not be written:" << error.code << error.text;
    announce(*condition);
    releaseWaiting();
    if (canWrite())
        retryLater();
    else
        m_database.close();
    return false;
}

bool HistoryWriter::inTransaction(const std::function<bool()> &work)
{
    if (!m_database.run(u"BEGIN IMMEDIATE"_s))
        return false;
    if (work() && m_database.run(u"COMMIT"_s))
        return true;
    const DatabaseError reason = m_database.error();
    m_database.run(u"ROLLBACK"_s); // SQLite may have done it already
    m_database.restoreError(reason);
    return false;
}

void HistoryWriter::retryLater()
{
    if (m_retry.isActive())
        return;
    m_retry.start();
    m_retry.setInterval(std::min(lastRetry, 2 * m_retry.intervalAsDuration()));
}

void HistoryWriter::onRetry()
{
    if (m_status.condition == HistoryCondition::Working)
        drain(); // somebody else was writing
    else if (canWrite())
        open(); // a connection that saw its disk fail is not used again
}

void HistoryWriter::announce(HistoryCondition condition)
{
    HistoryStatus status{.condition = condition, .file = m_status.file};
    if (status.needsChoice()) {
        if (const auto copy = m_copies.newest()) {
            status.copy = copy->file;
            status.copyMadeAt = copy->madeAt;
        }
    }
    if (status == m_status)
        return;
    m_status = status;
    emit statusChanged(status);
}

//! Nobody waits for a disk that refuses.
void HistoryWriter::releaseWaiting()
{
    for (Entry &entry : m_queue) {
        if (const Done done = std::exchange(entry.done, {}))
            done(false);
    }
    if (m_status.condition == HistoryCondition::Newer)
        m_queue.clear();
}

bool HistoryWriter::canWrite() const
{
    return m_status.condition != HistoryCondition::Newer && !m_status.needsChoice();
}

void HistoryWriter::restoreCopy()
{
    const auto copy = m_copies.newest();
    if (!m_status.needsChoice() || !copy)
        return;
    m_database.close();
    if (m_copies.setAside() && m_copies.restore(*copy))
        open();
}

void HistoryWriter::startAnew()
{
    if (!m_status.needsChoice())
        return;
    m_database.close();
    if (m_copies.setAside() && makePrivateFile(m_status.file))
        open();
}

void HistoryWriter::scrub()
{
    if (!std::exchange(m_isScrubbing, true))
        QMetaObject::invokeMethod(this, &HistoryWriter::scrubStep, Qt::QueuedConnection);
}

//! A step at a time, so that what comes meanwhile is written between two of them.
void HistoryWriter::scrubStep()
{
    drain();
    switch (m_status.condition == HistoryCondition::Working ? mergeIndexStep(m_database)
                                                            : MergeStep::Failed) {
    case MergeStep::More:
        QMetaObject::invokeMethod(this, &HistoryWriter::scrubStep, Qt::QueuedConnection);
        return;
    case MergeStep::Done:
        m_database.value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        m_copies.clear();
        m_copies.make(m_database);
        break;
    case MergeStep::Failed: break;
    }
    m_isScrubbing = false;
}

void HistoryWriter::moveTo(const QString &file, bool isKnown)
{
    m_database.close();
    m_copies = HistoryCopies(file);
    m_status = {.file = file};
    m_isKnown = isKnown;
    m_retry.stop();
    open();
}

void HistoryWriter::close()
{
    m_retry.stop();
    drain();
    m_database.close();
    m_isPrepared = false;
}

} // namespace Aura
