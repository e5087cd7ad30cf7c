// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QNetworkCookie>
#include <QString>
#include <QStringList>
#include <QUrl>

//! The answers of a WebDriver server (W3C WebDriver, https://www.w3.org/TR/webdriver2/); pure.
//! Every error is one sentence for people.
namespace Aura {

//! The body of "New Session" for a visible browser. The arguments go to Chromium and its relatives
//! and to Firefox, whichever answers.
QByteArray newSessionBody(const QStringList &browserArguments);

//! The id in the answer to "New Session".
Result<QString> parseWebDriverSession(const QByteArray &json);

//! The value of an answer that is a text: "Get Current URL", "Execute Script".
Result<QString> parseWebDriverText(const QByteArray &json);

//! Reads the answer of WebDriver's "Get All Cookies" command.
Result<QList<QNetworkCookie>> parseWebDriverCookies(const QByteArray &json);

//! What an answer with an error status says; plain, at most 500 characters.
QString webDriverMessage(const QByteArray &json);

//! Of the cookies those that a browser would send to exactly this address now, by host, path,
//! secure and expiry (RFC 6265, 5.4); longer paths first.
QList<QNetworkCookie> cookiesFor(const QUrl &address, const QList<QNetworkCookie> &cookies,
                                 const QDateTime &now);

//! The value of a Cookie header.
Secret cookieHeader(const QList<QNetworkCookie> &cookies);

//! Whether two addresses have scheme, host and port in common.
bool isSameOrigin(const QUrl &one, const QUrl &other);

} // namespace Aura
