// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/zipfile.h"

#include <QFile>
#include <QtEndian>

#include <zlib.h>

namespace Aura {

namespace {

template<typename... T> QByteArray littleEndian(T... numbers)
{
    QByteArray bytes;
    const auto append = [&bytes](auto number) {
        const auto little = qToLittleEndian(number);
        bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
    };
    (append(numbers), ...);
    return bytes;
}

//! qCompress() with neither its own nor zlib's header, nor zlib's sum.
QByteArray deflated(const QByteArray &content)
{
    if (content.isEmpty())
        return QByteArray("\x03\0", 2);
    return qCompress(content).mid(4 + 2).chopped(4);
}

quint32 sumOf(const QByteArray &content)
{
    return quint32(
        crc32_z(0, reinterpret_cast<const Bytef *>(content.constData()), size_t(content.size())));
}

} // namespace

bool writeZip(const QString &path, const QList<std::pair<QByteArray, QByteArray>> &files,
              const ZipWriting &writing)
{
    constexpr quint16 zero = 0;
    constexpr quint16 version = 20;
    QByteArray all = writing.before;
    QByteArray directory;
    for (const auto &[name, content] : files) {
        const QByteArray packed = writing.isCompressed ? deflated(content) : content;
        // From the flags to the length of the extra fields both headers are alike.
        const QByteArray common =
            littleEndian(version, writing.flags, quint16(writing.isCompressed ? 8 : 0), zero,
                         quint16(33), sumOf(content), quint32(packed.size()),
                         quint32(content.size()), quint16(name.size()), zero);
        const auto offset = quint32(all.size() - writing.before.size());
        directory += "PK\x01\x02" + littleEndian(version) + common
            + littleEndian(zero, zero, zero, quint32(0), offset) + name;
        all += "PK\x03\x04" + common + name + packed;
    }
    const auto count = quint16(files.size());
    all += directory + "PK\x05\x06"
        + littleEndian(zero, zero, count, count, quint32(directory.size()),
                       quint32(all.size() - writing.before.size()), quint16(writing.comment.size()))
        + writing.comment;
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(all) == all.size();
}

} // namespace Aura
