// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httprequest.h"

#include "net/replyerror.h"
#include "net/tlsconfiguration.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

//! Headers that say how the bytes travel. A browser's, pasted in, would break the request.
bool belongsToTransport(const QByteArray &name)
{
    static const QList<QByteArray> names{
        "accept-encoding", "connection", "content-length",    "expect",  "http2-settings",
        "keep-alive",      "te",         "transfer-encoding", "trailer", "upgrade",
        "proxy-connection"};
    return names.contains(name.toLower());
}

ProviderError addressProblem(const Connection &connection, ErrorCause cause, const QString &detail)
{
    return {.kind = ErrorKind::Address,
            .cause = cause,
            .subject = subjectOf(connection.baseUrl),
            .detail = detail};
}

QByteArray originOf(const QUrl &url)
{
    return url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery
                         | QUrl::RemoveFragment);
}

QByteArray userAgentOf(const Connection &connection)
{
    if (!connection.userAgent.isEmpty())
        return connection.userAgent.toLatin1();
    const QByteArray version = QCoreApplication::applicationVersion().toLatin1();
    return version.isEmpty() ? QByteArray("Aura") : "Aura/" + version;
}

void setTransport(QNetworkRequest &request)
{
    using Request = QNetworkRequest;
    request.setAttribute(Request::Http2AllowedAttribute, false);
    request.setAttribute(Request::RedirectPolicyAttribute, Request::ManualRedirectPolicy);
    request.setAttribute(Request::CookieLoadControlAttribute, Request::Manual);
    request.setAttribute(Request::CookieSaveControlAttribute, Request::Manual);
    request.setAttribute(Request::AuthenticationReuseAttribute, Request::Manual);
    request.setAttribute(Request::CacheLoadControlAttribute, Request::AlwaysNetwork);
    request.setAttribute(Request::CacheSaveControlAttribute, false);
    request.setAttribute(Request::AutoDeleteReplyOnFinishAttribute, false);
}

} // namespace

QUrl endpointUrl(const QUrl &base, const QString &path)
{
    QUrl url = base.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    QString stem = url.path();
    while (stem.endsWith(u'/'))
        stem.chop(1);
    for (const auto relative : {"/api/chat"_L1, "/api/models"_L1}) {
        if (stem.endsWith(relative))
            stem.chop(relative.size());
    }
    while (stem.endsWith(u'/'))
        stem.chop(1);
    url.setPath(stem + path);
    return url;
}

std::optional<ProviderError> addressError(const Connection &connection)
{
    const QUrl &url = connection.baseUrl;
    if (url.scheme().isEmpty())
        return addressProblem(connection, ErrorCause::NoScheme, plainDetail(url.toDisplayString()));
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return addressProblem(connection, ErrorCause::UnsupportedScheme, url.scheme());
    if (!url.isValid() || url.host().isEmpty())
        return addressProblem(connection, ErrorCause::NoHost, plainDetail(url.toDisplayString()));
    if (url.port(1) < 1)
        return addressProblem(connection, ErrorCause::Unknown, QString::number(url.port()));
    for (const HttpHeader &header : connection.headers) {
        if (!isHeaderName(header.name) || !isHeaderValue(header.value.reveal()))
            return addressProblem(connection, ErrorCause::BadHeader,
                                  plainDetail(QString::fromLatin1(header.name)));
    }
    if (!isHeaderValue(connection.cookies.reveal()))
        return addressProblem(connection, ErrorCause::BadHeader, u"Cookie"_s);
    if (!isHeaderValue(connection.userAgent))
        return addressProblem(connection, ErrorCause::BadHeader, u"User-Agent"_s);
    return std::nullopt;
}

QNetworkRequest makeRequest(const QUrl &url, const Connection &connection)
{
    QNetworkRequest request(url);
    setTransport(request);
    if (const auto configuration = makeTlsConfiguration(connection.tls))
        request.setSslConfiguration(*configuration);

    const QByteArray origin = originOf(url);
    request.setRawHeader("Content-Type", "application/json");
    request.setRawHeader("Accept", "*/*");
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Accept-Language", "*"); // else Qt tells the user's
    request.setRawHeader("User-Agent", userAgentOf(connection));
    // An Aura server is a web page's. Others would take us for a page of a stranger's.
    if (connection.kind == ServerKind::Aura || connection.kind == ServerKind::Demo) {
        request.setRawHeader("Origin", origin);
        request.setRawHeader("Referer", origin + '/');
    }
    if (!connection.cookies.isEmpty())
        request.setRawHeader("Cookie", connection.cookies.reveal().toLatin1());
    for (const HttpHeader &header : connection.headers) {
        if (!belongsToTransport(header.name))
            request.setRawHeader(header.name, header.value.reveal().toLatin1());
    }
    return request;
}

bool isHeaderName(const QByteArray &name)
{
    const auto isTokenCharacter = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c));
    };
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), isTokenCharacter);
}

bool isHeaderValue(const QString &value)
{
    return std::all_of(value.begin(), value.end(), [](QChar c) {
        const char16_t code = c.unicode();
        return code == u'\t' || (code >= 0x20 && code != 0x7f && code <= 0xff);
    });
}

} // namespace Aura
