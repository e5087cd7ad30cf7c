// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"
#include "base/proxysettings.h"

#include <QNetworkAccessManager>

#include <functional>
#include <memory>

namespace Aura {

//! Builds the manager that a connection's requests travel by. The second argument is the proxy of
//! the Network page.
using NetworkAccessFactory = std::function<std::unique_ptr<QNetworkAccessManager>(
    const Connection &connection, const ProxySettings &defaultProxy)>;

//! Qt's own manager for one connection: no cookies kept, no redirects followed, no passwords asked
//! for, the connection's proxy.
std::unique_ptr<QNetworkAccessManager> makeStockNetworkAccess(const Connection &connection,
                                                              const ProxySettings &defaultProxy);

//! The proxy that a connection's requests travel through: never AsInNetwork. The demo's is None.
ProxySettings effectiveProxy(const Connection &connection, const ProxySettings &defaultProxy);

//! Sends all of a manager's requests through the proxy. One set by hand serves every address, this
//! computer's too, and looks up the names itself; the system's is passed by for this computer.
void applyProxy(QNetworkAccessManager &manager, const ProxySettings &proxy);

//! Whether the host is this computer: localhost, *.localhost, 127.0.0.0/8, ::1.
bool isLoopback(const QString &host);

} // namespace Aura
