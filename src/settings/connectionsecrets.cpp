// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/connectionsecrets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

QJsonArray packHeaders(const QList<HttpHeader> &headers)
{
    QJsonArray packed;
    for (const HttpHeader &header : headers)
        packed.append(QJsonArray{QString::fromUtf8(header.name), header.value.reveal()});
    return packed;
}

QList<HttpHeader> unpackHeaders(const QJsonArray &packed)
{
    QList<HttpHeader> headers;
    for (const auto &value : packed) {
        const QJsonArray pair = value.toArray();
        const QByteArray name = pair.at(0).toString().toUtf8();
        if (!name.isEmpty())
            headers.append({.name = name, .value = Secret(pair.at(1).toString())});
    }
    return headers;
}

QJsonObject toJson(const Connection &connection)
{
    QJsonObject packed;
    const auto put = [&packed](QLatin1StringView name, const QString &text) {
        if (!text.isEmpty())
            packed.insert(name, text);
    };
    put("key"_L1, connection.key.reveal());
    put("cookies"_L1, connection.cookies.reveal());
    put("proxyPassword"_L1, connection.proxy.password.reveal());
    put("addressPassword"_L1, connection.baseUrl.password());
    if (!connection.headers.isEmpty())
        packed.insert("headers"_L1, packHeaders(connection.headers));
    return packed;
}

} // namespace

QStringList secretNames(const Connection &connection)
{
    return toJson(connection).keys();
}

Secret packSecrets(const Connection &connection)
{
    const QJsonObject packed = toJson(connection);
    if (packed.isEmpty())
        return {};
    return Secret(QString::fromUtf8(QJsonDocument(packed).toJson(QJsonDocument::Compact)));
}

Connection withSecrets(Connection connection, const Secret &packed)
{
    const QJsonObject object = QJsonDocument::fromJson(packed.reveal().toUtf8()).object();
    const auto secret = [&object](QLatin1StringView name) {
        return Secret(object.value(name).toString());
    };
    connection.key = secret("key"_L1);
    connection.cookies = secret("cookies"_L1);
    connection.proxy.password = secret("proxyPassword"_L1);
    const QString addressPassword = object.value("addressPassword"_L1).toString();
    if (!addressPassword.isEmpty())
        connection.baseUrl.setPassword(addressPassword);
    if (object.contains("headers"_L1))
        connection.headers = unpackHeaders(object.value("headers"_L1).toArray());
    return connection;
}

Connection withoutSecrets(Connection connection)
{
    connection.key = {};
    connection.cookies = {};
    connection.proxy.password = {};
    connection.baseUrl.setPassword({});
    for (HttpHeader &header : connection.headers)
        header.value = {};
    return connection;
}

} // namespace Aura
