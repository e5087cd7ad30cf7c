// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/privatefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr QFile::Permissions onlyOwner = QFile::ReadOwner | QFile::WriteOwner;

Error notSaved(const QString &fileName, const QString &reason)
{
    return {QCoreApplication::translate("Aura::PrivateFile", "%1 could not be saved: %2.")
                .arg(QDir::toNativeSeparators(fileName), reason)};
}

} // namespace

Result<void> makePrivateFolder(const QString &path)
{
    constexpr QFile::Permissions wanted = onlyOwner | QFile::ExeOwner;
    // The mode is given at once, so that the folder is never open to others for a moment.
    if (!QFileInfo(path).isDir()) {
        QDir().mkpath(QFileInfo(path).absolutePath());
        QDir().mkdir(path, wanted);
    }
    if (!QFileInfo(path).isDir())
        return Error{
            QCoreApplication::translate("Aura::PrivateFile",
                                        "The folder %1 could not be made. Is the disk full, or "
                                        "read-only? --data-dir names another folder.")
                .arg(QDir::toNativeSeparators(path))};
    QFile::setPermissions(path, wanted);
    return {};
}

Result<void> writePrivateFile(const QString &fileName, const QByteArray &content)
{
    const QString folder = QFileInfo(fileName).absolutePath();
    if (!QFileInfo(folder).isDir()) {
        if (auto made = makePrivateFolder(folder); !made)
            return made;
    }
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly))
        return notSaved(fileName, file.errorString());
    // Before the first byte: QSaveFile takes over the mode of the file that was there.
    file.setPermissions(onlyOwner);
    file.write(content);
    if (!file.commit())
        return notSaved(fileName, file.errorString());
    return {};
}

QString setAside(const QString &fileName)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmsszzz"_s);
    QString copy = fileName + u".damaged-"_s + stamp;
    if (!QFile::copy(fileName, copy) && !QFile::rename(fileName, copy))
        return {};
    QFile::setPermissions(copy, onlyOwner);
    return copy;
}

} // namespace Aura
