// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace Aura {

//! How the files of an archive are written.
struct ZipWriting
{
    bool isCompressed = true; // else stored
    quint16 flags = 1 << 11;  // names are in UTF-8
    QByteArray before{};      // what stands before the archive
    QByteArray comment{};     // and what after it
};

//! Writes a ZIP archive with these files; false where that failed.
bool writeZip(const QString &path, const QList<std::pair<QByteArray, QByteArray>> &files,
              const ZipWriting &writing = {});

} // namespace Aura
