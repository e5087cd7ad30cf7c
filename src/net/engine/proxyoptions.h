// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QString>

class QNetworkProxy;

namespace Aura {

//! The way to the server, decided for one request: direct, or through one proxy.
struct ProxyOptions
{
    enum class Kind {
        None,
        Http,
        Socks5,           // the proxy looks the server's name up
        Socks5LocalNames, // we do
    };

    Kind kind = Kind::None;
    QString host{};
    int port = 0;
    QString user{};
    Secret password{};

    bool isUsed() const { return kind != Kind::None; }
    bool isSocks() const { return kind == Kind::Socks5 || kind == Kind::Socks5LocalNames; }
    QString label() const; // "host:port"

    friend bool operator==(const ProxyOptions &, const ProxyOptions &) = default;
};

//! What of Qt's proxy the engine uses; the default proxy must have been resolved before.
ProxyOptions toProxyOptions(const QNetworkProxy &proxy);

//! Sets everything about the proxy on a curl easy handle, also that there is none: an unset proxy
//! would follow http_proxy and its relatives in the environment.
void applyProxyOptions(void *easy, const ProxyOptions &options, bool tunnel);

} // namespace Aura
