// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/datafolder.h"

#include "settings/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr QLatin1StringView historyPlace("/history-folder"); // one line: an absolute path

} // namespace

DataFolder::DataFolder()
    : m_config(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation))
    , m_data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
    , m_history(m_data)
{
    QFile place(m_config + historyPlace);
    if (!place.open(QIODevice::ReadOnly))
        return;
    const QString folder = QString::fromUtf8(place.readAll()).trimmed();
    if (QDir::isAbsolutePath(folder))
        m_history = folder;
}

DataFolder::DataFolder(const QString &folder)
    : m_config(QFileInfo(folder).absoluteFilePath())
    , m_data(m_config)
    , m_history(m_data)
{}

QString DataFolder::settingsFile() const
{
    return m_config + u"/settings.ini"_s;
}

QString DataFolder::connectionsFile() const
{
    return m_config + u"/connections.json"_s;
}

QString DataFolder::secretsFile() const
{
    return m_data + u"/keys/keys.json"_s;
}

QString DataFolder::historyFile() const
{
    return m_history + u"/history.sqlite"_s;
}

Result<void> DataFolder::setHistoryPath(const QString &folder)
{
    const QString place = m_config + historyPlace;
    if (folder == m_data && (QFile::remove(place) || !QFile::exists(place))) {
        m_history = folder;
        return {};
    }
    if (Result<void> written = writePrivateFile(place, folder.toUtf8() + '\n'); !written)
        return written;
    m_history = folder;
    return {};
}

Result<void> DataFolder::make() const
{
    if (m_config != m_data) {
        if (auto made = makePrivateFolder(m_config); !made)
            return made;
        return makePrivateFolder(m_data);
    }
    const bool isOurs = QDir(m_data).isEmpty() || QFileInfo::exists(settingsFile());
    if (QFileInfo(m_data).isDir() && !isOurs)
        return {};
    return makePrivateFolder(m_data);
}

} // namespace Aura
