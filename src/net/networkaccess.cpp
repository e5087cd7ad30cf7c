// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/networkaccess.h"

#include <QHostAddress>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

//! A jar that keeps nothing: cookies are headers of the user's, for one connection.
class NoCookies final : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;

    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

//! The system's proxies, but none for this computer, whatever the environment says.
class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

QNetworkProxy toNetworkProxy(const ProxySettings &proxy)
{
    const auto type =
        proxy.type == ProxyType::Socks5 ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy;
    QNetworkProxy result(type, proxy.host, quint16(proxy.port), proxy.user,
                         proxy.password.reveal());
    if (type == QNetworkProxy::Socks5Proxy) // or names would be looked up here, for all to see
        result.setCapabilities(result.capabilities() | QNetworkProxy::HostNameLookupCapability);
    return result;
}

} // namespace

std::unique_ptr<QNetworkAccessManager> makeStockNetworkAccess(const Connection &connection,
                                                              const ProxySettings &defaultProxy)
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setCookieJar(new NoCookies); // the manager takes it
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setStrictTransportSecurityEnabled(false);
    manager->setAutoDeleteReplies(false);
    applyProxy(*manager, effectiveProxy(connection, defaultProxy));
    return manager;
}

ProxySettings effectiveProxy(const Connection &connection, const ProxySettings &defaultProxy)
{
    if (connection.kind == ServerKind::Demo)
        return {};
    if (connection.proxy.type != ProxyType::AsInNetwork)
        return connection.proxy;
    return defaultProxy.type == ProxyType::AsInNetwork ? ProxySettings() : defaultProxy;
}

void applyProxy(QNetworkAccessManager &manager, const ProxySettings &proxy)
{
    switch (proxy.type) {
    case ProxyType::AsInNetwork:
    case ProxyType::None: manager.setProxy(QNetworkProxy(QNetworkProxy::NoProxy)); return;
    case ProxyType::System:
        manager.setProxyFactory(new SystemProxies); // the manager takes it
        return;
    case ProxyType::Http:
    case ProxyType::Socks5: manager.setProxy(toNetworkProxy(proxy)); return;
    }
    Q_UNREACHABLE();
}

bool isLoopback(const QString &host)
{
    const QString name = host.toLower();
    if (name == "localhost"_L1 || name.endsWith(".localhost"_L1))
        return true;
    return QHostAddress(name).isLoopback();
}

} // namespace Aura
