// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/redact.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr qsizetype shortestSecret = 4;
constexpr qsizetype shortestCookie = 8; // "theme=dark" is no secret, and "dark" is a word

QStringList secretsOf(const Connection &connection)
{
    QStringList secrets{connection.key.reveal(), connection.proxy.password.reveal(),
                        connection.cookies.reveal()};
    for (const HttpHeader &header : connection.headers) {
        const QString value = header.value.reveal();
        secrets << value << value.section(u' ', 1); // "Bearer KEY": the key too
    }
    const QStringList cookies = connection.cookies.reveal().split(u';');
    for (const QString &cookie : cookies) {
        const QString value = cookie.section(u'=', 1).trimmed();
        if (value.size() >= shortestCookie)
            secrets << value;
    }
    return secrets;
}

} // namespace

QString redact(QString text, const Connection &connection)
{
    QStringList secrets = secretsOf(connection);
    // Long ones first, so that a secret within a secret leaves nothing of the longer one.
    std::sort(secrets.begin(), secrets.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &secret : std::as_const(secrets)) {
        if (secret.size() >= shortestSecret)
            text.replace(secret, u"…"_s);
    }
    return text;
}

} // namespace Aura
