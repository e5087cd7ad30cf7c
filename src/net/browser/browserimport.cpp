// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/browser/browserimport.h"

#include "net/useraddress.h"

namespace Aura {

QStringList cookieNamesOf(const Secret &cookies)
{
    QStringList names;
    const QStringList pairs = cookies.reveal().split(u';', Qt::SkipEmptyParts);
    for (const QString &pair : pairs)
        names.append(pair.section(u'=', 0, 0).trimmed());
    return names;
}

Connection withImport(Connection connection, const BrowserImport &taken)
{
    if (connection.baseUrl.isEmpty()) {
        if (const Result<QUrl> url = parseBaseUrl(taken.address.toString()))
            connection.baseUrl = *url;
    }
    if (!taken.cookies.isEmpty())
        connection.cookies = taken.cookies;
    if (!taken.userAgent.isEmpty())
        connection.userAgent = taken.userAgent;
    for (const HttpHeader &header : taken.headers) {
        connection.headers.removeIf([&header](const HttpHeader &other) {
            return other.name.compare(header.name, Qt::CaseInsensitive) == 0;
        });
        connection.headers.append(header);
    }
    if (taken.proxy)
        connection.proxy = *taken.proxy;
    return connection;
}

} // namespace Aura
