// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/torturedisk.h"

#include <QRandomGenerator>

#include <atomic>
#include <cstring>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr qsizetype sector = 512;

struct State
{
    QList<TortureDisk::Step> log{};
    int failAt = -1;
    TortureDisk::Fault fault = TortureDisk::Fault::DiskFull;
    bool hasFailed = false;
    std::atomic<int> failFrom = -1;
};

State &state()
{
    static State only;
    return only;
}

//! A file of ours, the real one behind it in the same block of memory.
struct File
{
    sqlite3_file base;
    char *name; // owned; null: a temporary file
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

File *ours(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
}

const sqlite3_io_methods *methods(sqlite3_file *file)
{
    return ours(file)->real()->pMethods;
}

//! SQLITE_OK, and it is written down; else the fault that was wished for.
int step(sqlite3_file *file, const TortureDisk::Step &taken, int inputOutputCode)
{
    State &now = state();
    if (!ours(file)->name || qstrlen(ours(file)->name) == 0)
        return SQLITE_OK;
    const bool isRefusing = now.failFrom >= 0 && now.log.size() >= now.failFrom;
    if (isRefusing || (now.log.size() == now.failAt && !now.hasFailed)) {
        now.hasFailed = true;
        return now.fault == TortureDisk::Fault::DiskFull ? SQLITE_FULL : inputOutputCode;
    }
    now.log.append(taken);
    return SQLITE_OK;
}

QString nameOf(sqlite3_file *file)
{
    return QString::fromLocal8Bit(ours(file)->name);
}

int closeFile(sqlite3_file *file)
{
    const int code = methods(file)->xClose(ours(file)->real());
    ::free(ours(file)->name);
    ours(file)->name = nullptr;
    return code;
}

int readFile(sqlite3_file *file, void *to, int size, sqlite3_int64 offset)
{
    return methods(file)->xRead(ours(file)->real(), to, size, offset);
}

int writeFile(sqlite3_file *file, const void *from, int size, sqlite3_int64 offset)
{
    const int code = step(file,
                          {.kind = TortureDisk::Step::Kind::Write,
                           .file = nameOf(file),
                           .offset = offset,
                           .content = QByteArray(static_cast<const char *>(from), size)},
                          SQLITE_IOERR_WRITE);
    return code != SQLITE_OK ? code : methods(file)->xWrite(ours(file)->real(), from, size, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const int code = step(
        file, {.kind = TortureDisk::Step::Kind::Truncate, .file = nameOf(file), .offset = size},
        SQLITE_IOERR_TRUNCATE);
    return code != SQLITE_OK ? code : methods(file)->xTruncate(ours(file)->real(), size);
}

int syncFile(sqlite3_file *file, int)
{
    // The real one may be left out: the computer is not switched off.
    return step(file, {.kind = TortureDisk::Step::Kind::Sync, .file = nameOf(file)},
                SQLITE_IOERR_FSYNC);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return methods(file)->xFileSize(ours(file)->real(), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return methods(file)->xLock(ours(file)->real(), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return methods(file)->xUnlock(ours(file)->real(), level);
}

int checkLock(sqlite3_file *file, int *isLocked)
{
    return methods(file)->xCheckReservedLock(ours(file)->real(), isLocked);
}

int controlFile(sqlite3_file *file, int what, void *value)
{
    return methods(file)->xFileControl(ours(file)->real(), what, value);
}

int sectorSize(sqlite3_file *)
{
    return int(sector);
}

int characteristics(sqlite3_file *)
{
    return 0; // promises nothing: SQLite has to take every care
}

int mapMemory(sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
    return methods(file)->xShmMap(ours(file)->real(), page, size, extend, memory);
}

int lockMemory(sqlite3_file *file, int offset, int count, int flags)
{
    return methods(file)->xShmLock(ours(file)->real(), offset, count, flags);
}

void memoryBarrier(sqlite3_file *file)
{
    methods(file)->xShmBarrier(ours(file)->real());
}

int unmapMemory(sqlite3_file *file, int remove)
{
    return methods(file)->xShmUnmap(ours(file)->real(), remove);
}

const sqlite3_io_methods fileMethods{
    2,          closeFile,     readFile,    writeFile,   truncateFile, syncFile,        fileSize,
    lockFile,   unlockFile,    checkLock,   controlFile, sectorSize,   characteristics, mapMemory,
    lockMemory, memoryBarrier, unmapMemory, nullptr,     nullptr};

sqlite3_vfs *realDisk()
{
    static sqlite3_vfs *real = sqlite3_vfs_find(nullptr);
    return real;
}

int openFile(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    sqlite3_vfs *real = realDisk();
    file->pMethods = nullptr;
    ours(file)->name = ::strdup(name ? name : "");
    const int code = real->xOpen(real, name, ours(file)->real(), flags, outFlags);
    if (ours(file)->real()->pMethods) {
        file->pMethods = &fileMethods;
    } else {
        ::free(ours(file)->name);
        ours(file)->name = nullptr;
    }
    return code;
}

int deleteFile(sqlite3_vfs *, const char *name, int syncFolder)
{
    State &now = state();
    if (now.log.size() == now.failAt && !now.hasFailed) {
        now.hasFailed = true;
        return SQLITE_IOERR_DELETE;
    }
    now.log.append({.kind = TortureDisk::Step::Kind::Delete, .file = QString::fromLocal8Bit(name)});
    return realDisk()->xDelete(realDisk(), name, syncFolder);
}

sqlite3_vfs makeDisk()
{
    sqlite3_vfs disk = *realDisk();
    disk.pNext = nullptr;
    disk.zName = "aura-torture";
    disk.szOsFile = int(sizeof(File)) + realDisk()->szOsFile;
    disk.xOpen = openFile;
    disk.xDelete = deleteFile;
    return disk;
}

sqlite3_vfs &ourDisk()
{
    static sqlite3_vfs disk = makeDisk();
    return disk;
}

void writeInto(QByteArray &file, qint64 offset, QByteArrayView content)
{
    if (file.size() < offset + content.size())
        file.append(offset + content.size() - file.size(), '\0');
    std::memcpy(file.data() + offset, content.data(), size_t(content.size()));
}

void apply(QHash<QString, QByteArray> &files, const TortureDisk::Step &taken, qsizetype bytes)
{
    QByteArray &file = files[taken.file];
    if (taken.kind == TortureDisk::Step::Kind::Write)
        writeInto(file, taken.offset, QByteArrayView(taken.content).first(bytes));
    else if (taken.kind == TortureDisk::Step::Kind::Truncate)
        file.truncate(taken.offset);
}

} // namespace

TortureDisk::TortureDisk()
{
    state().log.clear();
    state().failAt = -1;
    state().failFrom = -1;
    state().hasFailed = false;
    realDisk();
    sqlite3_vfs_register(&ourDisk(), 1);
}

TortureDisk::~TortureDisk()
{
    sqlite3_vfs_unregister(&ourDisk());
    sqlite3_vfs_register(realDisk(), 1);
}

void TortureDisk::failAt(int step, Fault fault)
{
    state().failAt = step;
    state().fault = fault;
    state().hasFailed = false;
}

void TortureDisk::failFrom(int step, Fault fault)
{
    state().fault = fault;
    state().failFrom = step;
}

int TortureDisk::steps() const
{
    return int(state().log.size());
}

bool TortureDisk::hasFailed() const
{
    return state().hasFailed;
}

const QList<TortureDisk::Step> &TortureDisk::log() const
{
    return state().log;
}

QHash<QString, QByteArray> TortureDisk::filesAfterPowerCut(const QList<Step> &log, qsizetype steps,
                                                           quint32 seed)
{
    QRandomGenerator random(seed);
    QHash<QString, qsizetype> lastSync; // what stands before it is safe
    for (qsizetype i = 0; i < steps; ++i) {
        if (log.at(i).kind == Step::Kind::Sync)
            lastSync.insert(log.at(i).file, i);
    }
    QHash<QString, QByteArray> files;
    for (qsizetype i = 0; i < steps; ++i) {
        const Step &taken = log.at(i);
        const bool isSafe = i < lastSync.value(taken.file, -1);
        const int fate = isSafe ? 0 : random.bounded(4); // 0, 1: there; 2: gone; 3: torn
        if (taken.kind == Step::Kind::Delete) {          // SQLite syncs the folder where it matters
            files.remove(taken.file);
            continue;
        }
        if (fate == 2)
            continue;
        const qsizetype sectors = (taken.content.size() + sector - 1) / sector;
        const bool isTorn = fate == 3 && sectors > 0;
        apply(files, taken,
              isTorn ? std::min(taken.content.size(), sector * random.bounded(int(sectors) + 1))
                     : taken.content.size());
    }
    return files;
}

} // namespace Aura
