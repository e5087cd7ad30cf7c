// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/useraddress.h"

#include "net/httprequest.h"
#include "net/networkaccess.h"

#include <QAbstractSocket>
#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int highestPort = 65535;

class UserAddress
{
    Q_DECLARE_TR_FUNCTIONS(Aura::UserAddress)
};

//! "scheme://user@host:port/rest" taken apart without judging it, so that errors can be told.
struct AddressParts
{
    QString scheme{};
    QString userInfo{};
    QString host{};
    QString port{};
    QString rest{};
    bool hasUserInfo = false;
    bool isBracketed = false; // the host, as only IPv6 addresses are
    bool hasPort = false;
};

AddressParts splitAddress(QString text)
{
    static const QRegularExpression beginning(u"^([A-Za-z][A-Za-z0-9+.-]*):/+"_s);
    AddressParts parts;
    if (const auto match = beginning.match(text); match.hasMatch()) {
        parts.scheme = match.captured(1).toLower();
        text = text.mid(match.capturedLength());
    }
    static const QRegularExpression authorityEnd(u"[/?#]"_s);
    const qsizetype end = text.indexOf(authorityEnd);
    QString authority = end < 0 ? text : text.left(end);
    parts.rest = end < 0 ? QString() : text.mid(end);

    const qsizetype at = authority.lastIndexOf(u'@');
    parts.hasUserInfo = at >= 0;
    parts.userInfo = authority.left(qMax(at, 0));
    authority = authority.mid(at + 1);

    const bool isBareIpv6 = authority.count(u':') > 1 && !authority.startsWith(u'[');
    const qsizetype colon = authority.lastIndexOf(u':');
    parts.hasPort = !isBareIpv6 && colon > authority.lastIndexOf(u']');
    parts.host = parts.hasPort ? authority.left(colon) : authority;
    parts.port = parts.hasPort ? authority.mid(colon + 1) : QString();
    parts.isBracketed = parts.host.startsWith(u'[') && parts.host.endsWith(u']');
    if (parts.isBracketed)
        parts.host = parts.host.mid(1, parts.host.size() - 2);
    return parts;
}

QString cleaned(const QString &text)
{
    static const QString brackets = u"<>\"'`“”«»"_s;
    QString result = text.trimmed();
    while (!result.isEmpty() && brackets.contains(result.front()))
        result.remove(0, 1);
    while (!result.isEmpty() && brackets.contains(result.back()))
        result.chop(1);
    return result.trimmed();
}

//! The port, or -1 where it is none.
int toPort(const QString &text)
{
    bool isNumber = false;
    const int port = text.toInt(&isNumber);
    return isNumber && port >= 1 && port <= highestPort ? port : -1;
}

Error badPort(const QString &port)
{
    return {UserAddress::tr("The port “%1” does not exist. Ports go from 1 to %2.")
                .arg(port.left(20), QString::number(highestPort))};
}

Error badHost(const QString &host)
{
    return {UserAddress::tr(
                "“%1” cannot be the name of a computer. Check the address for typing errors.")
                .arg(host.left(60))};
}

bool isUsualScheme(const QString &scheme)
{
    return scheme == "http"_L1 || scheme == "https"_L1;
}

QString guessedScheme(const AddressParts &parts)
{
    const bool isPlain = isLoopback(parts.host) || !QHostAddress(parts.host).isNull();
    return isPlain && parts.port != "443"_L1 ? u"http"_s : u"https"_s;
}

void chopSlashes(QString &path)
{
    while (path.endsWith(u'/'))
        path.chop(1);
}

void chop(QString &path, std::initializer_list<QLatin1StringView> endings)
{
    for (const QLatin1StringView ending : endings) {
        if (path.endsWith(ending))
            path.chop(ending.size());
        chopSlashes(path);
    }
}

//! Whether "/chat/completions" stands where "/v1" would not be put before it.
bool hasVersion(const QString &path)
{
    static const QRegularExpression version(u"/v[0-9]+[a-z0-9]*(/openai)?$|/deployments/"_s);
    return version.match(path).hasMatch();
}

//! The path of the server itself: without query, fragment and the paths of its interfaces.
QString basePath(const QString &rest, ServerKind kind)
{
    static const QRegularExpression end(u"[?#]"_s);
    QString path = rest.section(end, 0, 0);
    chopSlashes(path);
    chop(path,
         {"/index.html"_L1, "/api/chat"_L1, "/api/models"_L1, "/api/tags"_L1, "/api/generate"_L1,
          "/api/show"_L1, "/api/version"_L1, "/v1/models"_L1});
    const bool keepsEndpoint =
        kind == ServerKind::OpenAi && !hasVersion(path.chopped(qMin<qsizetype>(path.size(), 17)));
    if (!keepsEndpoint)
        chop(path, {"/chat/completions"_L1});
    if (kind == ServerKind::OpenAi)
        chop(path,
             {"/v1/completions"_L1, "/v1/responses"_L1, "/v1/embeddings"_L1, "/health"_L1,
              "/props"_L1});
    else if (kind == ServerKind::Ollama)
        chop(path, {"/v1"_L1, "/api"_L1});
    else if (kind == ServerKind::Aura)
        chop(path, {"/api"_L1});
    return path;
}

//! What must not be cut off with the rest of a query.
QString keptQuery(const QString &rest)
{
    static const QRegularExpression version(u"[?&](api-version=[A-Za-z0-9.-]+)"_s);
    return version.match(rest).captured(1);
}

} // namespace

Result<QUrl> parseBaseUrl(const QString &text, ServerKind kind)
{
    const QString address = cleaned(text);
    if (address.isEmpty())
        return Error{
            UserAddress::tr("Enter the server’s address, for example http://localhost:3000.")};
    static const QRegularExpression space(u"\\s"_s);
    if (address.contains(space))
        return Error{UserAddress::tr("An address has no spaces in it. Enter one address only.")};

    const AddressParts parts = splitAddress(address);
    if (!parts.scheme.isEmpty() && !isUsualScheme(parts.scheme))
        return Error{
            UserAddress::tr(
                "“%1” does not lead to a chat server. Begin the address with http:// or https://.")
                .arg(parts.scheme.left(20) + u"://"_s)};
    if (parts.hasUserInfo)
        return Error{UserAddress::tr("Leave user name and password out of the address. "
                                     "Add them as an extra header “Authorization”.")};
    if (parts.host.isEmpty())
        return Error{
            UserAddress::tr("The address names no computer. Enter it like http://localhost:3000.")};
    if (parts.hasPort && toPort(parts.port) < 0)
        return badPort(parts.port);

    QUrl url;
    url.setScheme(parts.scheme.isEmpty() ? guessedScheme(parts) : parts.scheme);
    url.setHost(parts.host, QUrl::StrictMode);
    if (parts.hasPort)
        url.setPort(toPort(parts.port));
    const bool isIpv6 = QHostAddress(parts.host).protocol() == QAbstractSocket::IPv6Protocol;
    if (!url.isValid() || url.host().isEmpty() || (parts.isBracketed && !isIpv6))
        return badHost(parts.host);
    url.setPath(basePath(parts.rest, kind), QUrl::TolerantMode);
    if (const QString query = keptQuery(parts.rest); !query.isEmpty())
        url.setQuery(query);
    return url;
}

Result<HttpHeader> parseHeaderLine(const QString &line)
{
    const QString text = line.trimmed();
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return Error{UserAddress::tr("A header needs a colon. Enter it like X-Name: value.")};
    const QString name = text.left(colon).trimmed();
    const QString value = text.mid(colon + 1).trimmed();
    if (!isHeaderName(name.toUtf8()))
        return Error{
            UserAddress::tr("“%1” cannot be the name of a header. Use letters, digits and hyphens.")
                .arg(name.left(60).simplified())};
    // The value may be a key, so it is not shown.
    if (!isHeaderValue(value))
        return Error{
            UserAddress::tr("The value of the header %1 has characters that cannot be sent. "
                            "Use letters without line breaks, at most those of Latin-1.")
                .arg(name.left(60))};
    return HttpHeader{name.toLatin1(), Secret(value)};
}

Result<QString> parseCookies(const QString &text)
{
    static const QRegularExpression label(u"^\\s*Cookie\\s*:"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression separator(u"[;\\r\\n]"_s);
    QStringList cookies;
    const QStringList parts = QString(text).remove(label).split(separator);
    for (const QString &part : parts) {
        const QString cookie = part.trimmed();
        if (cookie.isEmpty())
            continue;
        if (cookie.indexOf(u'=') < 1)
            return Error{UserAddress::tr(
                "Cookies are pairs of name and value. Enter them like name=value; other=value.")};
        if (!isHeaderValue(cookie) || cookie.contains(u'\t'))
            return Error{UserAddress::tr("The cookie %1 has characters that cannot be sent. Copy "
                                         "it again from the browser.")
                             .arg(cookie.section(u'=', 0, 0).left(60).simplified())};
        cookies += cookie;
    }
    return cookies.join("; "_L1);
}

Result<ProxySettings> parseProxyUrl(const QString &text)
{
    const QString address = cleaned(text);
    if (address.isEmpty() || address == "none"_L1 || address == "direct"_L1)
        return ProxySettings();
    if (address == "system"_L1)
        return ProxySettings{.type = ProxyType::System};

    const AddressParts parts = splitAddress(address);
    const bool isSocks =
        parts.scheme == "socks5"_L1 || parts.scheme == "socks5h"_L1 || parts.scheme == "socks"_L1;
    if (!isSocks && !parts.scheme.isEmpty() && parts.scheme != "http"_L1)
        return Error{UserAddress::tr("A proxy of the kind “%1” is not supported. "
                                     "Begin the address with http:// or socks5://.")
                         .arg(parts.scheme.left(20))};
    if (!isSocks && !parts.hasPort)
        return Error{UserAddress::tr("Add the proxy’s port, like http://proxy.example:8080.")};
    if (parts.hasPort && toPort(parts.port) < 0)
        return badPort(parts.port);
    QUrl host;
    host.setHost(parts.host, QUrl::StrictMode);
    if (host.host().isEmpty())
        return badHost(parts.host);

    constexpr int socksPort = 1080; // registered for SOCKS
    const qsizetype colon = parts.userInfo.indexOf(u':');
    const auto decoded = [](const QString &part) {
        return QUrl::fromPercentEncoding(part.toUtf8());
    };
    return ProxySettings{
        .type = isSocks ? ProxyType::Socks5 : ProxyType::Http,
        .host = host.host(),
        .port = parts.hasPort ? toPort(parts.port) : socksPort,
        .user = decoded(colon < 0 ? parts.userInfo : parts.userInfo.left(colon)),
        .password = Secret(colon < 0 ? QString() : decoded(parts.userInfo.mid(colon + 1)))};
}

} // namespace Aura
