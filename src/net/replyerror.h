// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"
#include "base/providererror.h"
#include "net/replyattributes.h"

#include <QByteArray>
#include <QNetworkReply>

namespace Aura {

//! Why a reply failed: what its manager says exactly (ReplyAttribute::Error), else the HTTP status,
//! else what Qt's error code tells. Call it only where something went wrong. The body is that of
//! a refusal, as far as it was read.
ProviderError toProviderError(const QNetworkReply &reply, const Connection &connection,
                              const QByteArray &body = {});

//! The reply's status, 0 where none came.
int httpStatus(const QNetworkReply &reply);

//! Where the reply's body ends, as its manager or its headers say.
Framing framingOf(const QNetworkReply &reply);

//! Whether the reply is a web page, going by its content type.
bool isWebPage(const QNetworkReply &reply);

//! What a refusal says for people, from the best place there is: a JSON error in the body, the
//! reason phrase, a short text in the body. Plain, at most 500 characters, without secrets.
QString refusalDetail(const QNetworkReply &reply, const QByteArray &body,
                      const Connection &connection);

//! The title of a web page, of which the first bytes are given; plain, at most 500 characters.
QString pageTitle(const QByteArray &html);

//! Text of strangers made fit for a label: one line, no control characters, at most 500 characters.
QString plainDetail(const QString &text);

//! "host", or "host:port" where the port is not the scheme's own.
QString subjectOf(const QUrl &url);

//! Holds the server's certificate against the connection's pin while a reply of the stock manager
//! runs: another key ends it before anything is sent, the right key stands in for an authority.
//! Notes what is wrong with certificates, for toProviderError().
void watchCertificates(QNetworkReply &reply, const TlsSettings &settings);

} // namespace Aura
