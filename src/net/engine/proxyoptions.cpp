// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/proxyoptions.h"

#include <QNetworkProxy>

#include <curl/curl.h>

namespace Aura {

namespace {

long curlProxyType(ProxyOptions::Kind kind)
{
    switch (kind) {
    case ProxyOptions::Kind::None:
    case ProxyOptions::Kind::Http: return CURLPROXY_HTTP;
    case ProxyOptions::Kind::Socks5: return CURLPROXY_SOCKS5_HOSTNAME;
    case ProxyOptions::Kind::Socks5LocalNames: return CURLPROXY_SOCKS5;
    }
    Q_UNREACHABLE();
}

ProxyOptions::Kind kindOf(const QNetworkProxy &proxy)
{
    switch (proxy.type()) {
    case QNetworkProxy::HttpProxy:
    case QNetworkProxy::HttpCachingProxy: return ProxyOptions::Kind::Http;
    case QNetworkProxy::Socks5Proxy:
        return proxy.capabilities().testFlag(QNetworkProxy::HostNameLookupCapability)
            ? ProxyOptions::Kind::Socks5
            : ProxyOptions::Kind::Socks5LocalNames;
    case QNetworkProxy::DefaultProxy:
    case QNetworkProxy::NoProxy:
    case QNetworkProxy::FtpCachingProxy: return ProxyOptions::Kind::None;
    }
    Q_UNREACHABLE();
}

} // namespace

QString ProxyOptions::label() const
{
    const bool isIpv6 = host.contains(u':');
    return (isIpv6 ? u'[' + host + u']' : host) + u':' + QString::number(port);
}

ProxyOptions toProxyOptions(const QNetworkProxy &proxy)
{
    const ProxyOptions::Kind kind = kindOf(proxy);
    if (kind == ProxyOptions::Kind::None)
        return {};
    return {.kind = kind,
            .host = proxy.hostName(),
            .port = proxy.port(),
            .user = proxy.user(),
            .password = Secret(proxy.password())};
}

void applyProxyOptions(void *easy, const ProxyOptions &options, bool tunnel)
{
    curl_easy_setopt(easy, CURLOPT_NOPROXY, "");
    if (!options.isUsed()) {
        curl_easy_setopt(easy, CURLOPT_PROXY, "");
        return;
    }
    const bool isIpv6 = options.host.contains(u':');
    const QByteArray host = (isIpv6 ? u'[' + options.host + u']' : options.host).toUtf8();
    curl_easy_setopt(easy, CURLOPT_PROXY, host.constData());
    curl_easy_setopt(easy, CURLOPT_PROXYPORT, long(options.port));
    curl_easy_setopt(easy, CURLOPT_PROXYTYPE, curlProxyType(options.kind));
    curl_easy_setopt(easy, CURLOPT_HTTPPROXYTUNNEL, tunnel ? 1L : 0L);
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    // Anything but exactly "Basic" probes first, and so sends the request twice.
    curl_easy_setopt(easy, CURLOPT_PROXYAUTH, long(CURLAUTH_BASIC));
    curl_easy_setopt(easy, CURLOPT_SOCKS5_AUTH, long(CURLAUTH_BASIC));
    curl_easy_setopt(easy, CURLOPT_HEADEROPT, long(CURLHEADER_SEPARATE));
    if (!options.user.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_PROXYUSERNAME, options.user.toUtf8().constData());
        curl_easy_setopt(easy, CURLOPT_PROXYPASSWORD,
                         options.password.reveal().toUtf8().constData());
    }
}

} // namespace Aura
