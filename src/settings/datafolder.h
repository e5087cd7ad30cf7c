// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace Aura {

//! Where the program keeps its files: in the places of the desktop, or all in one folder. The
//! history alone may have been moved to a folder of its own; a file beside the settings says which.
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
    const QString &historyPath() const { return m_history; }

    //! Whether these are the places of the desktop, so that the history may be moved.
    bool hasOwnPlaces() const { return m_config != m_data; }
    //! Whether it was.
    bool hasMovedHistory() const { return m_history != m_data; }
    //! Remembers the folder of the history, from the next DataFolder on.
    Result<void> setHistoryPath(const QString &folder);

    //! Makes the folders, closed to other users. A folder of the user's that holds other things
    //! keeps its mode; the files in it are closed each on its own.
    Result<void> make() const;

private:
    QString m_config;
    QString m_data;
    QString m_history;
};

} // namespace Aura
