// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/ziparchive.h"

#include <QCoreApplication>

#include <zip.h>

#include <algorithm>

namespace Aura {

namespace {

//! The sentences of this file.
struct ZipText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ZipArchive)
};

QString errorText(int code)
{
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    QString text = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    return text;
}

//! A file of an archive, while it is unpacked. Lives no longer than the archive.
class PackedFile : public QIODevice
{
public:
    PackedFile(zip_file_t *file, qint64 packedSize)
        : m_file(file)
        , m_packedSize(qMax<qint64>(packedSize, 1))
    {
        open(ReadOnly | Unbuffered);
    }
    ~PackedFile() override { zip_fclose(m_file); }
    Q_DISABLE_COPY_MOVE(PackedFile)

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_atEnd; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        if (m_atEnd)
            return -1;
        const qint64 length = zip_fread(m_file, data, quint64(maxSize));
        if (length < 0) {
            setErrorString(ZipText::tr("The archive is damaged. Download or copy it again."));
            return -1;
        }
        m_atEnd = length == 0;
        m_unpacked += length;
        if (m_unpacked > ZipArchive::ratioCountsFrom
            && m_unpacked / m_packedSize > ZipArchive::largestRatio) {
            setErrorString(ZipText::tr("The archive unpacks to far more than a chat export would; "
                                       "it was not read any further."));
            return -1;
        }
        return m_atEnd ? -1 : length;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    zip_file_t *m_file;
    qint64 m_packedSize;
    qint64 m_unpacked = 0;
    bool m_atEnd = false;
};

} // namespace

ZipArchive::ZipArchive(zip *archive)
    : m_archive(archive)
{
    listEntries();
}

ZipArchive::~ZipArchive()
{
    zip_discard(m_archive);
}

bool ZipArchive::isArchive(QByteArrayView start)
{
    return start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06");
}

Result<std::unique_ptr<ImportSource>> ZipArchive::open(const QString &path)
{
    int code = 0;
    // On Windows, too, libzip takes the name in UTF-8.
    zip_t *archive = zip_open(path.toUtf8().constData(), ZIP_RDONLY, &code);
    if (!archive)
        return Error{
            ZipText::tr("The archive “%1” cannot be opened: %2").arg(path, errorText(code))};
    std::unique_ptr<ImportSource> source(new ZipArchive(archive));
    if (source->entries().isEmpty())
        return Error{ZipText::tr("There is no JSON file in the archive “%1”.").arg(path)};
    return source;
}

void ZipArchive::listEntries()
{
    struct Named
    {
        QString name{};
        quint64 index = 0;
        qint64 size = 0;
    };
    const qint64 count = std::min<qint64>(zip_get_num_entries(m_archive, 0), mostEntries);
    std::vector<Named> files;
    for (quint64 index = 0; qint64(index) < count; ++index) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(m_archive, index, ZIP_FL_ENC_GUESS, &stat) != 0 || !stat.name)
            continue;
        const qint64 size = qint64(std::min<quint64>(stat.size, quint64(1) << 62));
        files.push_back({QString::fromUtf8(stat.name), index, size});
    }
    std::ranges::stable_sort(files, {}, &Named::name); // split exports are read in their order
    for (const Named &file : files) {
        if (addEntry(file.name, file.size))
            m_indexes << file.index;
    }
}

Result<std::unique_ptr<QIODevice>> ZipArchive::open(qsizetype entry)
{
    const quint64 index = m_indexes.at(entry);
    zip_stat_t stat;
    zip_stat_init(&stat);
    zip_file_t *file = zip_stat_index(m_archive, index, 0, &stat) == 0
        ? zip_fopen_index(m_archive, index, 0)
        : nullptr;
    if (!file) {
        const int code = zip_error_code_zip(zip_get_error(m_archive));
        const bool locked = code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD;
        return Error{locked
                         ? ZipText::tr("“%1” is locked with a password. Unpack the archive first.")
                               .arg(entries().at(entry).name)
                         : ZipText::tr("“%1” in the archive cannot be unpacked: %2")
                               .arg(entries().at(entry).name, errorText(code))};
    }
    return std::unique_ptr<QIODevice>(std::make_unique<PackedFile>(file, qint64(stat.comp_size)));
}

} // namespace Aura
