// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/filesecretstore.h"

#include "base/logging.h"
#include "settings/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace Aura {

namespace {

constexpr qint64 largestFile = 16 * 1024 * 1024;

void mendMode(const QString &fileName)
{
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const QString folder = QFileInfo(fileName).absolutePath();
    if (QFile::permissions(folder) & others)
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (QFile::permissions(fileName) & others) {
        qCWarning(lcSettings) << "the file of keys was open to other users; it no longer is";
        QFile::setPermissions(fileName, QFile::ReadOwner | QFile::WriteOwner);
    }
}

} // namespace

FileSecretStore::FileSecretStore(const QString &fileName)
    : m_fileName(fileName)
{}

void FileSecretStore::read(const QString &name, QObject *context, Callback done)
{
    QJsonObject secrets;
    SecretResult result = load(secrets);
    if (result) {
        const QJsonValue found = secrets.value(name);
        if (found.isString())
            result.secret = Secret(found.toString());
        else
            result.status = SecretStatus::NotFound;
    }
    answer(context, done, result);
}

void FileSecretStore::write(const QString &name, const Secret &secret, QObject *context,
                            Callback done)
{
    QJsonObject secrets;
    SecretResult result = load(secrets);
    if (result) {
        secrets.insert(name, secret.reveal());
        result = save(secrets);
    }
    answer(context, done, result);
}

void FileSecretStore::remove(const QString &name, QObject *context, Callback done)
{
    QJsonObject secrets;
    SecretResult result = load(secrets);
    if (result && secrets.contains(name)) {
        secrets.remove(name);
        result = save(secrets);
    }
    answer(context, done, result);
}

//! Fills in what the file holds; a missing file holds nothing, a garbled one is set aside.
SecretResult FileSecretStore::load(QJsonObject &secrets) const
{
    QFile file(m_fileName);
    if (!file.exists())
        return {};
    mendMode(m_fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {.status = SecretStatus::Failed,
                .problem =
                    QCoreApplication::translate("Aura::FileSecretStore",
                                                "The file of keys, %1, could not be read: %2.")
                        .arg(QDir::toNativeSeparators(m_fileName), file.errorString())};
    const QJsonDocument document = QJsonDocument::fromJson(file.read(largestFile));
    if (document.isObject()) {
        secrets = document.object();
        return {};
    }
    if (file.size() == 0)
        return {};
    file.close();
    const QString copy = setAside(m_fileName);
    qCWarning(lcSettings) << "the file of keys could not be read; a copy is" << copy;
    if (copy.isEmpty())
        return {.status = SecretStatus::Failed,
                .problem = QCoreApplication::translate("Aura::FileSecretStore",
                                                       "The file of keys, %1, is damaged.")
                               .arg(QDir::toNativeSeparators(m_fileName))};
    file.remove();
    return {};
}

SecretResult FileSecretStore::save(const QJsonObject &secrets) const
{
    const QByteArray content = QJsonDocument(secrets).toJson();
    if (const auto made = makePrivateFolder(QFileInfo(m_fileName).absolutePath()); !made)
        return {.status = SecretStatus::Failed, .problem = made.error().text};
    if (const auto written = writePrivateFile(m_fileName, content); !written)
        return {.status = SecretStatus::Failed, .problem = written.error().text};
    return {};
}

} // namespace Aura
