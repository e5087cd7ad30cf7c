// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportfolders.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! The sentences of this file.
struct ExportFoldersText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ExportFolders)
};

} // namespace

Result<void> makeExportFolder(const QString &path)
{
    QStringList missing;
    for (QString at = QDir::cleanPath(path); !QFileInfo(at).isDir(); at = QFileInfo(at).path()) {
        if (missing.contains(at))
            break; // the root itself is not there
        missing.prepend(at);
    }
    for (const QString &each : std::as_const(missing)) {
        if (!QDir().mkdir(each, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            return Error{
                ExportFoldersText::tr("The folder “%1” cannot be made. Choose another place.")
                    .arg(each)};
    }
    return {};
}

ExportFolders::ExportFolders(const QString &root, const QList<Folder> &folders)
    : m_root(root)
{
    for (const Folder &folder : folders)
        m_folders.insert(folder.id, folder);
}

//! From the top down, without recursion; a circle ends at the top.
Result<QString> ExportFolders::folderPath(const QString &id)
{
    QStringList chain;
    QSet<QString> seen;
    for (QString at = id; m_folders.contains(at) && !seen.contains(at);
         at = m_folders.value(at).parentId) {
        seen.insert(at);
        chain.prepend(at);
    }
    QString path = m_root;
    for (const QString &each : std::as_const(chain)) {
        QString &known = m_paths[each]; // clazy:exclude=detaching-member
        if (known.isEmpty())
            known = path + u'/' + m_names[path].take(m_folders.value(each).name, {});
        path = known;
    }
    const Result<void> made = makeExportFolder(path);
    if (!made)
        return made.error();
    return path;
}

Result<QString> ExportFolders::pathFor(const QString &folderId, const QString &title,
                                       const QString &ending)
{
    Result<QString> folder = folderPath(folderId);
    if (!folder)
        return folder;
    FileNames &names = m_names[*folder];
    QString path;
    do {
        path = *folder + u'/' + names.take(title, ending);
    } while (QFileInfo::exists(path));
    return path;
}

} // namespace Aura
