// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include <QDir>
#include <QFileInfo>

namespace Aura {

Settings::Settings(const QString &fileName)
    : m_store(fileName, QSettings::IniFormat)
{
    QDir().mkpath(QFileInfo(fileName).absolutePath());
}

} // namespace Aura
