// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historymove.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int busy = 5; // SQLite's result codes
constexpr int full = 13;
constexpr qint64 reserve = 16 << 20; // bytes that a disk is to have left
constexpr QFile::Permissions onlyOwner = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions others =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;

//! The sentences of this file.
struct HistoryMoveText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::HistoryMove)
};

QString quoted(const QString &path)
{
    return HistoryMoveText::tr("“%1”").arg(QDir::toNativeSeparators(path));
}

//! SQLite's write-ahead log needs memory that all its users share: one computer.
bool isNetwork(const QByteArray &type)
{
    static const QList<QByteArray> types{"9p",         "afs",   "ceph", "cifs",       "davfs",
                                         "fuse.davfs", "nfs",   "nfs4", "fuse.sshfs", "smb2",
                                         "smb3",       "smbfs", "ncpfs"};
    return types.contains(type);
}

//! The folder itself, or the nearest above it that is there.
QString existing(const QString &folder)
{
    QString path = folder;
    while (!QFileInfo::exists(path) && path != QFileInfo(path).path())
        path = QFileInfo(path).path();
    return path;
}

qint64 bytesIn(const QString &folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

//! Whether nothing is in a folder but what Aura itself has in its data folder.
bool isFree(const QString &folder)
{
    const QStringList names = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System
                                                     | QDir::NoDotAndDotDot);
    return std::ranges::all_of(names, [](const QString &name) {
        return name == "aura.lock"_L1 || name == "keys"_L1 || name.startsWith("aura-"_L1);
    });
}

//! What two copies of a history have to have in common.
QVariantList sumOf(Database &database)
{
    return {database.value(u"PRAGMA user_version"_s),
            database.value(u"SELECT count(*) FROM conversation"_s),
            database.value(u"SELECT count(*) FROM message"_s),
            database.value(u"SELECT sum(length) FROM message"_s),
            database.value(u"SELECT count(*) FROM piece"_s)};
}

} // namespace

Volume volumeOf(const QString &folder)
{
    const QStorageInfo storage(folder);
    return {storage.fileSystemType(), storage.bytesAvailable()};
}

HistoryMove::HistoryMove(const QString &file, const QString &folder, const VolumeLookup &volume)
    : m_file(file)
    , m_from(QFileInfo(file).absolutePath())
    , m_folder(QDir::cleanPath(QFileInfo(folder).absoluteFilePath()))
    , m_volume(volume)
{
    m_total = QFileInfo(m_file).size();
    const QStringList more = besides();
    for (const QString &name : more)
        m_total += QFileInfo(m_from + u'/' + name).size();
}

HistoryMove::~HistoryMove() = default;

QString HistoryMove::target() const
{
    return m_folder + u'/' + QFileInfo(m_file).fileName();
}

QStringList HistoryMove::besides() const
{
    const QString name = QFileInfo(m_file).fileName();
    QStringList files = QDir(m_from).entryList({name + u".damaged-*"_s}, QDir::Files);
    const QStringList copies =
        QDir(m_from + u"/copies"_s).entryList({u"history-*.sqlite"_s}, QDir::Files);
    for (const QString &copy : copies)
        files.append(u"copies/"_s + copy);
    return files;
}

Result<void> HistoryMove::check() const
{
    const QFileInfo folder(m_folder);
    if (folder.exists() && folder == QFileInfo(m_from)) // two that are missing are equal to it
        return Error{
            HistoryMoveText::tr("The conversations are in %1 already.").arg(quoted(m_folder))};
    if (folder.exists() && !folder.isDir())
        return Error{
            HistoryMoveText::tr("%1 is no folder. Choose another place.").arg(quoted(m_folder))};
    if (folder.exists() && !isFree(m_folder))
        return Error{HistoryMoveText::tr("%1 is not empty. Make a new folder and choose that one.")
                         .arg(quoted(m_folder))};
    const QString there = existing(m_folder);
    if (!QFileInfo(there).isWritable())
        return Error{HistoryMoveText::tr("%1 cannot be written. Choose another folder.")
                         .arg(quoted(m_folder))};
    const Volume volume = m_volume(there);
    if (isNetwork(volume.type))
        return Error{HistoryMoveText::tr("%1 is on a network drive, where the conversations would "
                                         "not be safe. Choose a folder on a disk of this computer.")
                         .arg(quoted(m_folder))};
    if (volume.free < m_total + reserve)
        return Error{HistoryMoveText::tr("There is no room for the conversations in %1. Make room, "
                                         "or choose a folder on another disk.")
                         .arg(quoted(m_folder))};
    return {};
}

Result<void> HistoryMove::copy()
{
    if (Result<void> suits = check(); !suits)
        return suits;
    if (!m_lock.open(m_file) || !m_lock.run(u"BEGIN IMMEDIATE"_s))
        return failure(m_lock.error());
    m_madeFolder = !QFileInfo(m_folder).isDir();
    if (m_madeFolder && !QDir().mkpath(m_folder))
        return fail(HistoryMoveText::tr("%1 cannot be written. Choose another folder.")
                        .arg(quoted(m_folder)));
    QFile::setPermissions(m_folder, onlyOwner | QFile::ExeOwner);
    if (Result<void> copied = copyDatabase(); !copied)
        return copied;
    return copyBesides();
}

Result<void> HistoryMove::copyDatabase()
{
    QFile empty(target()); // its mode from the first byte on
    if (empty.exists()) {  // came since the check, and is not ours to take away
        m_lock.close();
        return Error{HistoryMoveText::tr("%1 is not empty. Make a new folder and choose that one.")
                         .arg(quoted(m_folder))};
    }
    if (!empty.open(QIODevice::WriteOnly | QIODevice::NewOnly, onlyOwner))
        return fail(HistoryMoveText::tr("%1 cannot be written. Choose another folder.")
                        .arg(quoted(m_folder)));
    empty.close();
#ifndef Q_OS_WIN
    if ((QFile::permissions(target()) & others) != 0)
        return fail(HistoryMoveText::tr("%1 is on a disk where files cannot be closed to other "
                                        "users. Choose a folder on another disk.")
                        .arg(quoted(m_folder)));
#endif
    Database source;
    if (!source.open(m_file, Database::Access::ReadOnly)
        || !source.run(u"VACUUM INTO ?"_s, {target()}))
        return fail(failure(source.error()).text);
    if (m_isCancelled)
        return fail({});
    Database made;
    const bool isWhole = made.open(target())
        && made.value(u"PRAGMA quick_check(1)"_s).toString() == "ok"_L1
        && sumOf(made) == sumOf(source);
    // A commit waits for the disk to have all of it, and the folder's entry too.
    const bool isOnDisk = isWhole && made.run(u"PRAGMA synchronous = FULL"_s)
        && made.run(
            u"PRAGMA application_id = %1"_s.arg(source.value(u"PRAGMA application_id"_s).toInt()));
    if (!isOnDisk)
        return fail(HistoryMoveText::tr("What was copied to %1 is not what was read. Is its disk "
                                        "in order? The conversations stay where they are.")
                        .arg(quoted(m_folder)));
    return {};
}

Result<void> HistoryMove::copyBesides()
{
    const QStringList more = besides();
    for (const QString &name : more) {
        if (m_isCancelled)
            return fail({});
        const QString from = m_from + u'/' + name;
        const QString to = m_folder + u'/' + name;
        QDir().mkpath(QFileInfo(to).path());
        QFile::setPermissions(QFileInfo(to).path(), onlyOwner | QFile::ExeOwner);
        if (!QFile::copy(from, to) || !QFile::setPermissions(to, onlyOwner)
            || QFileInfo(to).size() != QFileInfo(from).size())
            return fail(HistoryMoveText::tr("%1 could not be copied. Is there room in %2?")
                            .arg(quoted(from), quoted(m_folder)));
    }
    return {};
}

double HistoryMove::share() const
{
    return m_total == 0 ? 0 : std::min(1.0, double(bytesIn(m_folder)) / double(m_total));
}

QStringList HistoryMove::removeOld()
{
    m_lock.close();
    QStringList doomed = besides();
    doomed += {u"history.sqlite"_s, u"history.sqlite-wal"_s, u"history.sqlite-shm"_s};
    QStringList left;
    for (const QString &name : std::as_const(doomed)) {
        const QString path = m_from + u'/' + name;
        if (QFileInfo::exists(path) && !QFile::remove(path))
            left.append(path);
    }
    QDir().rmdir(m_from + u"/copies"_s);
    QDir().rmdir(m_from); // where nothing else is in it
    return left;
}

//! Nothing of what was begun stays.
void HistoryMove::discard()
{
    for (const auto &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(target() + suffix);
    QDir(m_folder + u"/copies"_s).removeRecursively();
    const QStringList aside =
        QDir(m_folder).entryList({QFileInfo(m_file).fileName() + u".damaged-*"_s}, QDir::Files);
    for (const QString &name : aside)
        QFile::remove(m_folder + u'/' + name);
    if (m_madeFolder)
        QDir().rmdir(m_folder);
}

Result<void> HistoryMove::fail(const QString &reason)
{
    discard();
    m_lock.close();
    return Error{reason};
}

Error HistoryMove::failure(const DatabaseError &error) const
{
    if (error.code == busy)
        return Error{HistoryMoveText::tr("The history is being written by another program. Try "
                                         "again in a moment.")};
    if (error.code == full)
        return Error{HistoryMoveText::tr("There is no room for the conversations in %1. Make room, "
                                         "or choose a folder on another disk.")
                         .arg(quoted(m_folder))};
    return Error{HistoryMoveText::tr("The conversations could not be copied to %1: %2")
                     .arg(quoted(m_folder), error.text)};
}

} // namespace Aura
