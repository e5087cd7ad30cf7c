// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace Aura {

//! SQLite's disk in a test: a VFS in front of the real one (https://www.sqlite.org/vfs.html) that
//! counts what changes files, fails one of those steps, and writes all of them down. Qt's driver
//! uses it because both are of the same libsqlite3. One thread at a time.
class TortureDisk
{
public:
    //! Stands in front of the real disk while it lives.
    TortureDisk();
    ~TortureDisk();
    Q_DISABLE_COPY_MOVE(TortureDisk)

    enum class Fault { DiskFull, InputOutput };

    //! The step with this number, from 0, fails once; -1: none.
    void failAt(int step, Fault fault);
    //! Every step from this number on fails; -1: none any more. From any thread.
    void failFrom(int step, Fault fault);
    int steps() const;
    bool hasFailed() const;

    //! What happened to one file.
    struct Step
    {
        enum class Kind { Write, Truncate, Sync, Delete };
        Kind kind = Kind::Write;
        QString file{};
        qint64 offset = 0;    // of a Truncate: the new size
        QByteArray content{}; // of a Write
    };
    const QList<Step> &log() const;

    //! The files as a power cut after so many steps may leave them: what a sync came behind is
    //! there; of the rest, each write is there, gone, or torn at a sector, as the seed says.
    static QHash<QString, QByteArray> filesAfterPowerCut(const QList<Step> &log, qsizetype steps,
                                                         quint32 seed);
};

} // namespace Aura
