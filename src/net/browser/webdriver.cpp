// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/browser/webdriver.h"

#include "net/httprequest.h"
#include "net/networkaccess.h"
#include "net/replyerror.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

class WebDriverText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::WebDriverText)
};

Error notUnderstood()
{
    return {WebDriverText::tr("The answer of the browser’s driver was not understood. Is it a "
                              "WebDriver server of this browser’s version?")};
}

QJsonValue valueIn(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object().value("value"_L1);
}

std::optional<QNetworkCookie> toCookie(const QJsonObject &object)
{
    QNetworkCookie cookie(object.value("name"_L1).toString().toUtf8(),
                          object.value("value"_L1).toString().toUtf8());
    if (cookie.name().isEmpty())
        return std::nullopt;
    cookie.setDomain(object.value("domain"_L1).toString());
    cookie.setPath(object.value("path"_L1).toString(u"/"_s));
    cookie.setSecure(object.value("secure"_L1).toBool());
    cookie.setHttpOnly(object.value("httpOnly"_L1).toBool());
    const double expiry = object.value("expiry"_L1).toDouble(-1);
    if (expiry >= 0 && expiry < 1e14)
        cookie.setExpirationDate(QDateTime::fromSecsSinceEpoch(qint64(expiry), Qt::UTC));
    return cookie;
}

//! A domain that begins with a dot covers what is below it; without, it is the host itself.
bool isDomainFor(const QString &domain, const QString &host)
{
    if (!domain.startsWith(u'.'))
        return domain.isEmpty() || domain.compare(host, Qt::CaseInsensitive) == 0;
    return host.endsWith(domain, Qt::CaseInsensitive)
        || host.compare(QStringView(domain).mid(1), Qt::CaseInsensitive) == 0;
}

bool isPathFor(const QString &cookiePath, const QString &path)
{
    if (cookiePath.isEmpty() || cookiePath == path)
        return true;
    return path.startsWith(cookiePath)
        && (cookiePath.endsWith(u'/') || path[cookiePath.size()] == u'/');
}

} // namespace

QByteArray newSessionBody(const QStringList &browserArguments)
{
    const QJsonArray arguments = QJsonArray::fromStringList(browserArguments);
    const auto candidate = [](const QString &name, const QString &key, const QJsonObject &options) {
        QJsonObject result;
        if (!name.isEmpty())
            result.insert("browserName"_L1, name);
        result.insert(key, options);
        return result;
    };
    const QJsonObject options{{"args"_L1, arguments}};
    const QJsonArray firstMatch{candidate(u"chrome"_s, u"goog:chromeOptions"_s, options),
                                candidate(u"firefox"_s, u"moz:firefoxOptions"_s, options),
                                candidate(u"MicrosoftEdge"_s, u"ms:edgeOptions"_s, options)};
    return QJsonDocument(
               QJsonObject{{"capabilities"_L1, QJsonObject{{"firstMatch"_L1, firstMatch}}}})
        .toJson(QJsonDocument::Compact);
}

Result<QString> parseWebDriverSession(const QByteArray &json)
{
    QString id = valueIn(json).toObject().value("sessionId"_L1).toString();
    // It becomes a part of addresses.
    const bool isPlain =
        !id.isEmpty() && id.size() <= 200 && std::all_of(id.begin(), id.end(), [](QChar c) {
            return c == u'-' || c == u'_' || (c.unicode() < 0x80 && c.isLetterOrNumber());
        });
    if (!isPlain)
        return notUnderstood();
    return id;
}

Result<QString> parseWebDriverText(const QByteArray &json)
{
    const QJsonValue value = valueIn(json);
    if (!value.isString())
        return notUnderstood();
    return value.toString();
}

Result<QList<QNetworkCookie>> parseWebDriverCookies(const QByteArray &json)
{
    const QJsonValue value = valueIn(json);
    if (!value.isArray())
        return notUnderstood();
    QList<QNetworkCookie> cookies;
    const QJsonArray array = value.toArray();
    for (const auto &element : array) {
        if (const auto cookie = toCookie(element.toObject()))
            cookies.append(*cookie);
    }
    return cookies;
}

QString webDriverMessage(const QByteArray &json)
{
    const QJsonObject value = valueIn(json).toObject();
    const QString message = value.value("message"_L1).toString();
    return plainDetail(message.isEmpty() ? value.value("error"_L1).toString()
                                         : message.section(u'\n', 0, 0));
}

QList<QNetworkCookie> cookiesFor(const QUrl &address, const QList<QNetworkCookie> &cookies,
                                 const QDateTime &now)
{
    const QString path = address.path().isEmpty() ? u"/"_s : address.path();
    // Browsers take this computer for a safe place.
    const bool isSafe = address.scheme() == "https"_L1 || isLoopback(address.host());
    QList<QNetworkCookie> result;
    for (const QNetworkCookie &cookie : cookies) {
        const bool isOver = !cookie.isSessionCookie() && cookie.expirationDate() <= now;
        const bool canTravel = isHeaderValue(QString::fromUtf8(cookie.value()))
            && isHeaderName(cookie.name()) && !cookie.value().contains(';');
        if (canTravel && !isOver && (isSafe || !cookie.isSecure())
            && isDomainFor(cookie.domain(), address.host()) && isPathFor(cookie.path(), path))
            result.append(cookie);
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const QNetworkCookie &a, const QNetworkCookie &b) {
                         return a.path().size() > b.path().size();
                     });
    return result;
}

Secret cookieHeader(const QList<QNetworkCookie> &cookies)
{
    QStringList pairs;
    for (const QNetworkCookie &cookie : cookies)
        pairs.append(QString::fromUtf8(cookie.name()) + u'=' + QString::fromUtf8(cookie.value()));
    return Secret(pairs.join("; "_L1));
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    const auto port = [](const QUrl &url) {
        return url.port(url.scheme() == "https"_L1 ? 443 : 80);
    };
    return one.scheme() == other.scheme()
        && one.host().compare(other.host(), Qt::CaseInsensitive) == 0 && port(one) == port(other);
}

} // namespace Aura
