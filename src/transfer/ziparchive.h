// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importsource.h"

struct zip;

namespace Aura {

//! The JSON files of a ZIP archive, unpacked while they are read. Neither what the archive says
//! about sizes nor its names are trusted.
class ZipArchive : public ImportSource
{
public:
    ~ZipArchive() override;

    static bool isArchive(QByteArrayView start); // its first four bytes
    static Result<std::unique_ptr<ImportSource>> open(const QString &path);

    Result<std::unique_ptr<QIODevice>> open(qsizetype entry) override;

    //! Text packs to a fifth or a twentieth. What unpacks to more than this many times its size,
    //! once it is above the first limit, is a trap, not a chat.
    static constexpr qint64 largestRatio = 200;
    static constexpr qint64 ratioCountsFrom = qint64(16) << 20;

private:
    explicit ZipArchive(zip *archive);
    void listEntries();

    zip *m_archive;
    QList<quint64> m_indexes; // in the archive, by entry
};

} // namespace Aura
