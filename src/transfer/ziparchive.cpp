// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/ziparchive.h"

#include "transfer/packedfile.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace Aura {

namespace {

//! The sentences of this file.
struct ZipText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ZipArchive)

public:
    static Error unreadable(const QFile &file)
    {
        return Error{
            tr("The archive “%1” cannot be opened: %2").arg(file.fileName(), file.errorString())};
    }
};

} // namespace

ZipArchive::ZipArchive(QString path)
    : m_path(std::move(path))
{}

bool ZipArchive::isArchive(QByteArrayView start)
{
    return start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06");
}

Result<std::unique_ptr<ImportSource>> ZipArchive::open(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return ZipText::unreadable(file);
    std::optional<QList<ZipEntry>> files = readZipDirectory(file, mostEntries);
    if (!files)
        return Error{ZipText::tr("The archive “%1” cannot be opened: it is damaged or not whole. "
                                 "Download or copy it again.")
                         .arg(path)};
    // Split exports are read in their order.
    std::ranges::stable_sort(*files, {}, &ZipEntry::name);
    std::unique_ptr<ZipArchive> archive(new ZipArchive(path));
    for (const ZipEntry &entry : std::as_const(*files)) {
        const auto size =
            std::min<quint64>(entry.size, quint64(std::numeric_limits<qint64>::max()));
        if (archive->addEntry(entry.name, qint64(size)))
            archive->m_files << entry;
    }
    if (archive->entries().isEmpty())
        return Error{ZipText::tr("There is no JSON file in the archive “%1”.").arg(path)};
    return std::unique_ptr<ImportSource>(std::move(archive));
}

Result<std::unique_ptr<QIODevice>> ZipArchive::open(qsizetype entry)
{
    auto file = std::make_unique<QFile>(m_path);
    if (!file->open(QIODevice::ReadOnly))
        return ZipText::unreadable(*file);
    return PackedFile::open(std::move(file), m_files.at(entry));
}

} // namespace Aura
