// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"
#include "base/providererror.h"

#include <QNetworkRequest>
#include <QUrl>

#include <optional>

namespace Aura {

//! The URL of a provider's path below the connection's base URL, which may end in a slash, or
//! already in the path itself or in one of its relatives ("/api/chat" when "/api/models" is asked).
QUrl endpointUrl(const QUrl &base, const QString &path);

//! Why no request can be made for the connection: its address or one of its headers.
std::optional<ProviderError> addressError(const Connection &connection);

//! A POST of JSON for this connection: identity encoding, HTTP/1.1, no redirects followed, no
//! cookie jar, no cache, no password reuse. The connection's headers replace ours, but for those
//! that belong to the transport (Content-Length, Transfer-Encoding, Connection and so on), which
//! are left out. Call it only where addressError() has nothing to say.
QNetworkRequest makeRequest(const QUrl &url, const Connection &connection);

//! Whether the bytes are a header's name: a token of RFC 9110.
bool isHeaderName(const QByteArray &name);

//! Whether the text can be a header's value: Latin-1 without control characters but the tab.
bool isHeaderValue(const QString &value);

} // namespace Aura
