// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "history/records.h"
#include "transfer/filenames.h"

#include <QHash>

#include <map>

namespace Aura {

//! The folders of the sidebar as folders of the disk, made when the first file comes into one.
class ExportFolders
{
public:
    ExportFolders(const QString &root, const QList<Folder> &folders);

    //! A path for a file that is not there yet, in the folder of that id.
    Result<QString> pathFor(const QString &folderId, const QString &title, const QString &ending);

private:
    Result<QString> folderPath(const QString &id);

    QString m_root;
    QHash<QString, Folder> m_folders;
    QHash<QString, QString> m_paths;      // by id; what was made
    std::map<QString, FileNames> m_names; // by the folder's path
};

//! Makes a folder with those above it, closed to others where it is new.
Result<void> makeExportFolder(const QString &path);

} // namespace Aura
