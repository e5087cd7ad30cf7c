// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include "base/logging.h"
#include "settings/privatefile.h"

#include <QFileInfo>

namespace Aura {

Settings::Settings(const QString &fileName)
    : m_store(fileName, QSettings::IniFormat)
{
    const QString folder = QFileInfo(fileName).absolutePath();
    if (!QFileInfo(folder).isDir()) {
        if (const auto made = makePrivateFolder(folder); !made)
            qCWarning(lcSettings) << "the settings' folder could not be made";
    }
    if (m_store.status() == QSettings::FormatError) {
        const QString copy = setAside(fileName);
        qCWarning(lcSettings) << "the settings could be read in part only; a copy is" << copy;
    }
}

bool Settings::sync()
{
    m_store.sync();
    return m_store.status() != QSettings::AccessError;
}

} // namespace Aura
