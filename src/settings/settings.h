// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/setting.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace Aura {

//! Every setting of the program, one line each; connections and which of them is the default
//! stand in ConnectionStore. Kept in one
//! INI file. Handed in, never fetched from a global.
class Settings
{
    QSettings m_store; // first: the settings below refer to it

public:
    //! The file need not exist; its folder is made.
    explicit Settings(const QString &fileName);

    //! Writes now what has changed. False: it could not be written.
    bool sync();

    Setting<QString> systemPrompt{m_store, QLatin1StringView("chat/systemPrompt"), QString()};
    Setting<double> temperature{m_store, QLatin1StringView("chat/temperature"), 0.5, {{0.0, 1.0}}};
    Setting<int> maxTokens{m_store, QLatin1StringView("chat/maxTokens"), 8192, {{1, 10'000'000}}};

    Setting<QString> proxyType{m_store, QLatin1StringView("network/proxyType"), QString()};
    Setting<QString> proxyHost{m_store, QLatin1StringView("network/proxyHost"), QString()};
    Setting<int> proxyPort{m_store, QLatin1StringView("network/proxyPort"), 0, {{0, 65535}}};
    Setting<QString> proxyUser{m_store, QLatin1StringView("network/proxyUser"), QString()};
    // The name that the proxy's password has in the secret store; empty: there is none.
    Setting<QString> proxySecret{m_store, QLatin1StringView("network/proxySecret"), QString()};

    // "": as the desktop, "light", "dark"
    Setting<QString> colourScheme{m_store, QLatin1StringView("appearance/colourScheme"), QString()};
    // What the desktop said last; the first paint goes by it.
    Setting<bool> desktopWasDark{m_store, QLatin1StringView("appearance/desktopWasDark"), false};
    // of the transcript's text, beside the desktop's own font size
    Setting<double> zoom{m_store, QLatin1StringView("appearance/zoom"), 1.0, {{0.5, 3.0}}};
    Setting<bool> desktopStyle{m_store, QLatin1StringView("appearance/desktopStyle"), false};
    // "": the system's; else the name of a translation, "en", "ru"
    Setting<QString> language{m_store, QLatin1StringView("appearance/language"), QString()};

    // as secretPlaceName() says; "": undecided
    Setting<QString> secretStorage{m_store, QLatin1StringView("privacy/secretStorage"), QString()};

    Setting<QByteArray> windowGeometry{m_store, QLatin1StringView("window/geometry"), QByteArray()};
    Setting<int> sidebarWidth{m_store, QLatin1StringView("window/sidebarWidth"), 260, {{200, 400}}};
    Setting<bool> sidebarShown{m_store, QLatin1StringView("window/sidebarShown"), true};
    // ids of folders, a line each
    Setting<QString> openFolders{m_store, QLatin1StringView("window/openFolders"), QString()};
};

} // namespace Aura
