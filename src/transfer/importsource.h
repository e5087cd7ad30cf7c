// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QIODevice>
#include <QList>
#include <QString>

#include <memory>

namespace Aura {

//! One file that may hold conversations.
struct ImportEntry
{
    QString name{};  // with '/' between folders; to recognise the file by and to show, never a path
    qint64 size = 0; // bytes, uncompressed, as far as the source says

    friend bool operator==(const ImportEntry &, const ImportEntry &) = default;
};

//! Where an import reads from: a file, a folder, or a ZIP archive. Only files with the endings of
//! JSON are entries. Nothing is ever unpacked to the disk.
class ImportSource
{
public:
    virtual ~ImportSource() = default;
    Q_DISABLE_COPY_MOVE(ImportSource)

    const QList<ImportEntry> &entries() const { return m_entries; }

    //! The bytes of an entry, one entry at a time. Where reading fails, the device's errorString()
    //! is a sentence for people.
    virtual Result<std::unique_ptr<QIODevice>> open(qsizetype entry) = 0;

    //! The entry of that file name in the same folder; -1: there is none.
    qsizetype sibling(qsizetype entry, QStringView fileName) const;

    //! An archive is recognised by what it begins with, not by its name.
    static Result<std::unique_ptr<ImportSource>> open(const QString &path);

    static constexpr qsizetype mostEntries = 100'000;

protected:
    ImportSource() = default;

    //! Takes it if its name is one that may hold conversations.
    bool addEntry(const QString &name, qint64 size);

private:
    QList<ImportEntry> m_entries;
};

} // namespace Aura
