// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/connectionjson.h"

#include "settings/connectionsecrets.h"
#include "settings/parametersjson.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Aura {

namespace {

constexpr milliseconds longestTimeout = std::chrono::hours(24);

//! Reads one object field by field and remembers what made no sense.
class FieldReader
{
public:
    FieldReader(const QJsonObject &object, const QString &path, QStringList &problems)
        : m_object(object)
        , m_path(path)
        , m_problems(problems)
    {}

    QString text(QLatin1StringView name)
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isUndefined() && !value.isString())
            complain(name);
        return value.toString();
    }

    bool truth(QLatin1StringView name)
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isUndefined() && !value.isBool())
            complain(name);
        return value.toBool();
    }

    int number(QLatin1StringView name, int least, int most, int otherwise)
    {
        const QJsonValue value = m_object.value(name);
        if (value.isUndefined())
            return otherwise;
        const double number = value.toDouble(std::nan(""));
        if (number >= least && number <= most) // NaN is not
            return static_cast<int>(number);
        complain(name);
        return otherwise;
    }

    milliseconds time(QLatin1StringView name, milliseconds otherwise)
    {
        return milliseconds(number(name, 0, static_cast<int>(longestTimeout.count()),
                                   static_cast<int>(otherwise.count())));
    }

    QJsonObject object(QLatin1StringView name)
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isUndefined() && !value.isObject())
            complain(name);
        return value.toObject();
    }

    QJsonArray array(QLatin1StringView name)
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isUndefined() && !value.isArray())
            complain(name);
        return value.toArray();
    }

    void complain(QLatin1StringView name) { m_problems.append(m_path + name); }

private:
    const QJsonObject &m_object;
    QString m_path;
    QStringList &m_problems;
};

QJsonObject proxyToJson(const ProxySettings &proxy)
{
    if (proxy == ProxySettings{.type = ProxyType::AsInNetwork})
        return {};
    return {{"type"_L1, proxyTypeName(proxy.type)},
            {"host"_L1, proxy.host},
            {"port"_L1, proxy.port},
            {"user"_L1, proxy.user}};
}

ProxySettings proxyFromJson(const QJsonObject &json, QStringList &problems)
{
    FieldReader read(json, u"proxy/"_s, problems);
    ProxySettings proxy{.type = ProxyType::AsInNetwork};
    if (const auto type = proxyTypeFromName(read.text("type"_L1)))
        proxy.type = *type;
    else
        read.complain("type"_L1);
    proxy.host = read.text("host"_L1);
    proxy.port = read.number("port"_L1, 0, 65535, 0);
    proxy.user = read.text("user"_L1);
    return proxy;
}

QJsonObject tlsToJson(const TlsSettings &tls)
{
    if (tls == TlsSettings{})
        return {};
    return {{"caFile"_L1, tls.caFile},
            {"clientCertificate"_L1, tls.clientCertificate},
            {"clientKey"_L1, tls.clientKey},
            {"pinnedPublicKey"_L1, QString::fromLatin1(tls.pinnedPublicKey.toHex())}};
}

//! A pin that cannot be read must not read as "no pin": it becomes one that nothing matches.
TlsSettings tlsFromJson(const QJsonObject &json, QStringList &problems)
{
    FieldReader read(json, u"tls/"_s, problems);
    TlsSettings tls;
    tls.caFile = read.text("caFile"_L1);
    tls.clientCertificate = read.text("clientCertificate"_L1);
    tls.clientKey = read.text("clientKey"_L1);
    tls.pinnedPublicKey = QByteArray::fromHex(read.text("pinnedPublicKey"_L1).toLatin1());
    const bool hasPin = !json.value("pinnedPublicKey"_L1).isUndefined()
        && json.value("pinnedPublicKey"_L1) != QJsonValue(QString());
    if (hasPin && tls.pinnedPublicKey.size() != 32) {
        read.complain("pinnedPublicKey"_L1);
        tls.pinnedPublicKey = QByteArray(32, '\0');
    }
    return tls;
}

QJsonObject timeoutsToJson(const Timeouts &timeouts)
{
    return {{"connectMs"_L1, qint64(timeouts.connect.count())},
            {"firstByteMs"_L1, qint64(timeouts.firstByte.count())},
            {"idleMs"_L1, qint64(timeouts.idle.count())}};
}

Timeouts timeoutsFromJson(const QJsonObject &json, QStringList &problems)
{
    FieldReader read(json, u"timeouts/"_s, problems);
    Timeouts timeouts;
    timeouts.connect = read.time("connectMs"_L1, timeouts.connect);
    timeouts.firstByte = read.time("firstByteMs"_L1, timeouts.firstByte);
    timeouts.idle = read.time("idleMs"_L1, timeouts.idle);
    return timeouts;
}

QUrl urlFrom(FieldReader &read)
{
    const QUrl url(read.text("baseUrl"_L1), QUrl::StrictMode);
    if (!url.isValid() && !url.isEmpty())
        read.complain("baseUrl"_L1);
    return url.isValid() ? url : QUrl();
}

} // namespace

QString serverKindName(ServerKind kind)
{
    switch (kind) {
    case ServerKind::Demo: return u"demo"_s;
    case ServerKind::Aura: return u"aura"_s;
    case ServerKind::OpenAi: return u"openai"_s;
    case ServerKind::Ollama: return u"ollama"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ServerKind> serverKindFromName(const QString &name)
{
    for (const auto kind :
         {ServerKind::Demo, ServerKind::Aura, ServerKind::OpenAi, ServerKind::Ollama}) {
        if (name == serverKindName(kind))
            return kind;
    }
    return {};
}

QString proxyTypeName(ProxyType type)
{
    switch (type) {
    case ProxyType::AsInNetwork: return u""_s;
    case ProxyType::None: return u"none"_s;
    case ProxyType::System: return u"system"_s;
    case ProxyType::Http: return u"http"_s;
    case ProxyType::Socks5: return u"socks5"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ProxyType> proxyTypeFromName(const QString &name)
{
    for (const auto type : {ProxyType::AsInNetwork, ProxyType::None, ProxyType::System,
                            ProxyType::Http, ProxyType::Socks5}) {
        if (name == proxyTypeName(type))
            return type;
    }
    return {};
}

QJsonObject connectionToJson(const Connection &connection)
{
    const Connection open = withoutSecrets(connection);
    QJsonArray headers;
    for (const HttpHeader &header : open.headers)
        headers.append(QString::fromUtf8(header.name));
    return {{"id"_L1, open.id},
            {"name"_L1, open.name},
            {"kind"_L1, serverKindName(open.kind)},
            {"baseUrl"_L1, open.baseUrl.toString(QUrl::FullyEncoded)},
            {"model"_L1, open.model},
            {"favouriteModels"_L1, QJsonArray::fromStringList(open.favouriteModels)},
            {"parameters"_L1, parametersToJson(open.parameters)},
            {"organization"_L1, open.organization},
            {"headers"_L1, headers},
            {"userAgent"_L1, open.userAgent},
            {"proxy"_L1, proxyToJson(open.proxy)},
            {"tls"_L1, tlsToJson(open.tls)},
            {"timeouts"_L1, timeoutsToJson(open.timeouts)},
            {"extraBody"_L1, open.extraBody},
            {"sendsUnencrypted"_L1, open.sendsUnencrypted}};
}

Connection connectionFromJson(const QJsonObject &json, QStringList &problems)
{
    FieldReader read(json, QString(), problems);
    Connection connection;
    connection.id = read.text("id"_L1);
    connection.name = read.text("name"_L1);
    if (const auto kind = serverKindFromName(read.text("kind"_L1)))
        connection.kind = *kind;
    else
        read.complain("kind"_L1);
    connection.baseUrl = urlFrom(read);
    connection.model = read.text("model"_L1);
    const QJsonArray favourites = read.array("favouriteModels"_L1);
    for (const auto &model : favourites)
        connection.favouriteModels.append(model.toString());
    connection.parameters = parametersFromJson(read.object("parameters"_L1), problems);
    connection.organization = read.text("organization"_L1);
    connection.userAgent = read.text("userAgent"_L1);
    const QJsonArray headers = read.array("headers"_L1);
    for (const auto &name : headers)
        connection.headers.append({.name = name.toString().toUtf8()});
    connection.proxy = proxyFromJson(read.object("proxy"_L1), problems);
    connection.tls = tlsFromJson(read.object("tls"_L1), problems);
    connection.timeouts = timeoutsFromJson(read.object("timeouts"_L1), problems);
    connection.extraBody = read.object("extraBody"_L1);
    connection.sendsUnencrypted = read.truth("sendsUnencrypted"_L1);
    return connection;
}

} // namespace Aura
