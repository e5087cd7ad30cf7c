// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/secretmask.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace Aura {

namespace {

constexpr qsizetype shortestSecret = 4;
constexpr qsizetype shortestCookie = 8; // "theme=dark" is no secret, and "dark" is a word

//! As it stands between the quotation marks of a JSON string.
QByteArray asJson(const QString &text)
{
    return QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).mid(2).chopped(2);
}

//! Base64 of a text that the secret ends, as in "Basic": what lies before it shifts the letters.
QList<QByteArray> asBase64(const QByteArray &bytes)
{
    QList<QByteArray> forms;
    for (int before = 0; before < 3; ++before) {
        const QByteArray all =
            (QByteArray(before, '\0') + bytes).toBase64(QByteArray::OmitTrailingEquals);
        // The first letters hold bits of what lies before, the last one of what follows.
        forms.append(all.mid(before == 0 ? 0 : before + 1).chopped(1));
    }
    return forms;
}

bool isSecretByName(const QByteArray &name)
{
    return name == "authorization" || name == "proxy-authorization" || name == "cookie"
        || name == "set-cookie";
}

} // namespace

SecretMask::SecretMask(const Connection &connection)
{
    add(connection.key.reveal(), "$AURA_KEY", shortestSecret);
    add(connection.proxy.password.reveal(), "$AURA_PROXY_PASSWORD", shortestSecret);
    add(connection.baseUrl.password(), "$AURA_PASSWORD", shortestSecret);
    add(connection.cookies.reveal(), "$AURA_COOKIES", shortestSecret);
    const QStringList cookies = connection.cookies.reveal().split(u';');
    for (const QString &cookie : cookies)
        add(cookie.section(u'=', 1).trimmed(), "$AURA_COOKIES", shortestCookie);
    for (const HttpHeader &header : connection.headers) {
        const QByteArray variable = variableOf(header.name);
        m_headers.append(header.name.toLower());
        add(header.value.reveal(), variable, shortestSecret);
        add(header.value.reveal().section(u' ', 1), variable, shortestCookie); // "Bearer KEY"
    }
    std::ranges::stable_sort(m_secrets, [](const Secret &a, const Secret &b) {
        return a.bytes.size() > b.bytes.size();
    });
    if (!connection.key.isEmpty())
        m_keyField = "\"key\":\"" + asJson(connection.key.reveal()) + '"';
}

void SecretMask::add(const QString &secret, const QByteArray &variable, qsizetype shortest)
{
    if (secret.size() < shortest)
        return;
    QSet<QByteArray> forms{secret.toUtf8(), secret.toLatin1(), asJson(secret),
                           QUrl::toPercentEncoding(secret)};
    if (secret.size() >= shortestCookie) {
        const QList<QByteArray> encoded = asBase64(secret.toUtf8());
        forms.unite({encoded.begin(), encoded.end()});
    }
    for (const QByteArray &form : std::as_const(forms))
        m_secrets.append({form, variable});
}

QByteArray SecretMask::masked(QByteArray bytes) const
{
    for (const Secret &secret : m_secrets)
        bytes.replace(secret.bytes, secret.variable);
    return bytes;
}

QByteArray SecretMask::maskedHead(const QByteArray &head) const
{
    QByteArray result;
    const QList<QByteArray> lines = head.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i)
        result += (i > 0 ? "\n" : "") + maskedLine(lines.at(i));
    return result;
}

QByteArray SecretMask::maskedLine(const QByteArray &line) const
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.left(std::max<qsizetype>(colon, 0));
    const QByteArray lower = name.toLower();
    if (!isSecretByName(lower) && !m_headers.contains(lower))
        return masked(line);
    const QByteArray end = line.endsWith('\r') ? "\r" : "";
    // "Bearer $AURA_KEY" says more than a variable for all of it.
    QByteArray known = lower == "authorization" ? masked(line) : QByteArray();
    if (known.contains("$AURA_KEY"))
        return known;
    const QByteArray variable = lower == "cookie" ? "$AURA_COOKIES" : variableOf(name);
    return name + ": " + variable + end;
}

QByteArray SecretMask::maskedBody(const QByteArray &body) const
{
    QByteArray result = body;
    if (!m_keyField.isEmpty())
        result.replace(m_keyField, "\"key\":\"$AURA_KEY\"");
    return masked(result);
}

QByteArray SecretMask::variableOf(const QByteArray &headerName)
{
    QByteArray name = headerName.toUpper();
    for (char &c : name) {
        const bool isKept = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        c = isKept ? c : '_';
    }
    return "$AURA_" + name;
}

} // namespace Aura
