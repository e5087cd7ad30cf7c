// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace Aura {

//! What was taken from a browser for one connection: from a session of WebDriver, or from a
//! command that its tools copied.
struct BrowserImport
{
    QUrl address{}; // as it was; parseBaseUrl() makes a base URL of it
    Secret cookies{};
    QStringList cookieNames{};
    QString userAgent{};
    QList<HttpHeader> headers{};
    std::optional<ProxySettings> proxy{};
    QStringList notTaken{}; // names of headers and options that were passed over

    friend bool operator==(const BrowserImport &, const BrowserImport &) = default;
};

//! The names of the cookies in a Cookie header, in their order.
QStringList cookieNamesOf(const Secret &cookies);

//! The connection with what was taken; where the import has nothing, it keeps its own. The address
//! is taken only where the connection has none.
Connection withImport(Connection connection, const BrowserImport &taken);

} // namespace Aura
