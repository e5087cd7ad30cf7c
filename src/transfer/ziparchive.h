// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importsource.h"
#include "transfer/zipdirectory.h"

namespace Aura {

//! The JSON files of a ZIP archive, unpacked while they are read. Neither what the archive says
//! about sizes nor its names are trusted.
class ZipArchive : public ImportSource
{
public:
    static bool isArchive(QByteArrayView start); // its first four bytes
    static Result<std::unique_ptr<ImportSource>> open(const QString &path);

    //! Each has the archive open for itself, so several can be read in turn.
    Result<std::unique_ptr<QIODevice>> open(qsizetype entry) override;

private:
    explicit ZipArchive(QString path);

    QString m_path;
    QList<ZipEntry> m_files; // by entry
};

} // namespace Aura
