// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace Aura {

//! Where the program keeps its files: in the places of the desktop, or all in one folder.
class DataFolder
{
public:
    //! The places of the desktop (QStandardPaths); they depend on the application's name.
    DataFolder();

    //! Everything in one folder, as --data-dir says.
    explicit DataFolder(const QString &folder);

    QString settingsFile() const;
    QString connectionsFile() const;
    QString secretsFile() const; // stands in a folder of its own
    QString historyFile() const;

    const QString &configPath() const { return m_config; }
    const QString &dataPath() const { return m_data; }

    //! Makes the folders, closed to other users. A folder of the user's that holds other things
    //! keeps its mode; the files in it are closed each on its own.
    Result<void> make() const;

private:
    QString m_config;
    QString m_data;
};

} // namespace Aura
