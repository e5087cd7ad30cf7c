// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importsource.h"

#include "transfer/ziparchive.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! The sentences of this file.
struct ImportSourceText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ImportSource)
};

Error notReadable(const QString &path, const QString &reason)
{
    return Error{ImportSourceText::tr("“%1” cannot be read: %2").arg(path, reason)};
}

Result<std::unique_ptr<QIODevice>> openFile(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return notReadable(path, file->errorString());
    return std::unique_ptr<QIODevice>(std::move(file));
}

//! One file.
class SingleFile : public ImportSource
{
public:
    explicit SingleFile(QString path)
        : m_path(std::move(path))
    {
        const QFileInfo file(m_path);
        // Any name will do for a file that was chosen by hand.
        if (!addEntry(file.fileName(), file.size()))
            addEntry(file.fileName() + ".json"_L1, file.size());
    }

    Result<std::unique_ptr<QIODevice>> open(qsizetype) override { return openFile(m_path); }

private:
    QString m_path;
};

//! The files in a folder, or in it and below; links are not followed.
class FolderSource : public ImportSource
{
public:
    FolderSource(const QString &path, const QStringList &names, QDirIterator::IteratorFlags flags)
    {
        const QDir root(QFileInfo(path).absoluteFilePath()); // names are relative to it
        QDirIterator files(root.path(), names, QDir::Files | QDir::Readable | QDir::NoSymLinks,
                           flags);
        QStringList found;
        while (files.hasNext() && found.size() < mostEntries)
            found << files.next();
        found.sort();
        for (const QString &file : std::as_const(found)) {
            if (addEntry(root.relativeFilePath(file), QFileInfo(file).size()))
                m_paths << file;
        }
    }

    Result<std::unique_ptr<QIODevice>> open(qsizetype entry) override
    {
        return openFile(m_paths.at(entry));
    }

private:
    QStringList m_paths; // by entry
};

} // namespace

qsizetype ImportSource::sibling(qsizetype entry, QStringView fileName) const
{
    const QString &own = m_entries.at(entry).name;
    const QString wanted = own.left(own.lastIndexOf(u'/') + 1) + fileName.toString();
    const auto found = std::ranges::find_if(
        m_entries, [&](const ImportEntry &each) { return each.name == wanted; });
    return found == m_entries.cend() ? -1 : found - m_entries.cbegin();
}

bool ImportSource::addEntry(const QString &name, qint64 size)
{
    const bool fits = name.endsWith(".json"_L1, Qt::CaseInsensitive)
        || name.endsWith(".jsonl"_L1, Qt::CaseInsensitive)
        || name.endsWith(".ndjson"_L1, Qt::CaseInsensitive);
    if (fits)
        m_entries << ImportEntry{name, size};
    return fits;
}

Result<std::unique_ptr<ImportSource>> ImportSource::open(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists())
        return Error{ImportSourceText::tr("“%1” does not exist.").arg(path)};
    std::unique_ptr<ImportSource> source;
    if (file.isDir()) {
        source = std::make_unique<FolderSource>(path, QStringList(), QDirIterator::Subdirectories);
    } else if (!file.isFile()) {
        return Error{ImportSourceText::tr("“%1” is no file.").arg(path)};
    } else {
        Result<std::unique_ptr<QIODevice>> device = openFile(path);
        if (!device)
            return device.error();
        if (ZipArchive::isArchive((*device)->read(4)))
            return ZipArchive::open(path);
        // Jan keeps a conversation in two files; either may be chosen.
        const QStringList pair{u"messages.jsonl"_s, u"thread.json"_s};
        if (pair.contains(file.fileName()))
            source =
                std::make_unique<FolderSource>(file.path(), pair, QDirIterator::NoIteratorFlags);
        else
            source = std::make_unique<SingleFile>(path);
    }
    if (source->entries().isEmpty())
        return Error{ImportSourceText::tr("There is no JSON file in “%1”.").arg(path)};
    return source;
}

} // namespace Aura
