// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

class QIODevice;

namespace Aura {

//! What a ZIP archive's directory says of a file. None of it need be true.
struct ZipEntry
{
    //! As the format numbers them; others are not read.
    enum Method : quint16 { Stored = 0, Deflated = 8 };

    QString name{};     // with '/' between folders
    quint64 offset = 0; // of the file's own header in the archive
    quint64 packedSize = 0;
    quint64 size = 0; // unpacked
    quint32 sum = 0;  // CRC-32 of what is unpacked
    quint16 method = Stored;
    bool isLocked = false; // with a password

    friend bool operator==(const ZipEntry &, const ZipEntry &) = default;
};

//! The files of a ZIP archive, in its order, at most \a most of them; nothing where it is damaged
//! or no archive. The format, its 64-bit form included, is APPNOTE.TXT 6.3.10 by PKWARE. What
//! stands before the archive (a program that unpacks it) is passed over. An archive of several
//! volumes counts as damaged.
std::optional<QList<ZipEntry>> readZipDirectory(QIODevice &archive, qsizetype most);

//! Where the bytes of a file begin; nothing where its own header is not where the directory says,
//! or where its bytes do not all lie in the archive.
std::optional<qint64> findPackedBytes(QIODevice &archive, const ZipEntry &entry);

} // namespace Aura
