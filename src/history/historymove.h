// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "history/database.h"

#include <QByteArray>
#include <QStringList>

#include <atomic>
#include <functional>

namespace Aura {

//! A disk, as far as a move has to know it.
struct Volume
{
    QByteArray type{}; // of its file system: "ext4"
    qint64 free = 0;   // bytes
};
using VolumeLookup = std::function<Volume(const QString &folder)>;
Volume volumeOf(const QString &folder);

//! Copies a history and its automatic copies into another folder, reads the copy back, and takes
//! away what was where it was.
//!
//! From copy() on until it goes, the old file can be read but not written: what HistoryStore is
//! given meanwhile waits in memory. Errors are sentences, and leave the new folder as it was.
class HistoryMove
{
public:
    HistoryMove(const QString &file, const QString &folder, const VolumeLookup &volume = volumeOf);
    ~HistoryMove();
    Q_DISABLE_COPY_MOVE(HistoryMove)

    //! Whether the folder can take it.
    Result<void> check() const;

    //! It takes its time; in the thread that keeps this. When it is done, the copy is whole, was
    //! compared, and is on the disk.
    Result<void> copy();

    //! From any thread, while copy() runs: how much is done, from 0 to 1; and to end it, at the
    //! latest when the database is through. Its error is an empty one then.
    double share() const;
    void cancel() { m_isCancelled = true; }

    //! The file in the new folder.
    QString target() const;

    //! Once the history lives there: takes the old one away and lets go of it. The files that could
    //! not be taken away.
    QStringList removeOld();

private:
    QStringList besides() const; // what else belongs to the old history, relative to its folder
    Result<void> copyDatabase();
    Result<void> copyBesides();
    Result<void> fail(const QString &reason);
    Error failure(const DatabaseError &error) const;
    void discard();

    QString m_file;
    QString m_from;
    QString m_folder;
    VolumeLookup m_volume;
    Database m_lock; // keeps writers away from the old file
    qint64 m_total = 0;
    bool m_madeFolder = false;
    std::atomic<bool> m_isCancelled = false;
};

} // namespace Aura
