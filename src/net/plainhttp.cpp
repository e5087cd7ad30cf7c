// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/plainhttp.h"

#include "net/networkaccess.h"
#include "net/replyerror.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

//! "Any address" is this computer's: connecting to it never leaves the machine.
bool isThisComputer(const QString &host)
{
    const QHostAddress address(host);
    return isLoopback(host) || address == QHostAddress(QHostAddress::AnyIPv4)
        || address == QHostAddress(QHostAddress::AnyIPv6);
}

//! RFC 1918, 3927, 4193, 4291; and what carriers and overlay networks use, RFC 6598.
bool isPrivate(const QHostAddress &address)
{
    static constexpr std::array ranges{"10.0.0.0/8",     "172.16.0.0/12", "192.168.0.0/16",
                                       "169.254.0.0/16", "100.64.0.0/10", "fc00::/7",
                                       "fe80::/10"};
    return std::any_of(ranges.begin(), ranges.end(), [&address](const char *range) {
        return address.isInSubnet(QHostAddress::parseSubnet(QLatin1StringView(range)));
    });
}

Exposure exposureTo(const QString &host)
{
    if (isThisComputer(host))
        return Exposure::None;
    return isLocalNetwork(host) ? Exposure::LocalNetwork : Exposure::Internet;
}

bool tellsWhoAsks(const HttpHeader &header)
{
    const QByteArray name = header.name.toLower();
    const auto contains = [&name](const char *word) { return name.contains(word); };
    return !header.value.isEmpty()
        && (contains("auth") || contains("key") || contains("token") || contains("secret")
            || contains("cookie") || contains("session") || contains("password"));
}

} // namespace

Exposure exposureOf(const QUrl &url, const QNetworkProxy &proxy)
{
    if (url.scheme() != "http"_L1)
        return Exposure::None;
    const bool isProxied =
        proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::Socks5Proxy;
    const Exposure onTheWay = isProxied ? exposureTo(proxy.hostName()) : Exposure::None;
    return std::max(exposureTo(url.host()), onTheWay);
}

bool isLocalNetwork(const QString &host)
{
    if (const QHostAddress address(host); !address.isNull())
        return isPrivate(address);
    const QString name = host.toLower();
    if (!name.contains(u'.'))
        return true;
    static const QStringList endings{u".local"_s, u".lan"_s, u".home.arpa"_s, u".internal"_s,
                                     u".localdomain"_s};
    return std::any_of(endings.begin(), endings.end(),
                       [&name](const QString &ending) { return name.endsWith(ending); });
}

bool carriesSecrets(const Connection &connection)
{
    return !connection.key.isEmpty() || !connection.cookies.isEmpty()
        || std::any_of(connection.headers.begin(), connection.headers.end(), tellsWhoAsks);
}

std::optional<ProviderError> plainHttpError(const Connection &connection,
                                            const QNetworkProxy &proxy)
{
    if (connection.sendsUnencrypted || !carriesSecrets(connection))
        return std::nullopt;
    const Exposure exposure = exposureOf(connection.baseUrl, proxy);
    if (exposure == Exposure::None)
        return std::nullopt;
    return ProviderError{.kind = ErrorKind::Address,
                         .cause = exposure == Exposure::LocalNetwork ? ErrorCause::KeyInLocalNetwork
                                                                     : ErrorCause::KeyOverPlainHttp,
                         .subject = subjectOf(connection.baseUrl)};
}

} // namespace Aura
