// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"
#include "base/result.h"

#include <QString>
#include <QUrl>

//! What people type or paste about a server, made sense of. Every error is one sentence for them.
namespace Aura {

//! The address of a server. Without a scheme "localhost" and IP addresses are reached by http,
//! unless the port is 443, names by https. A pasted endpoint (".../api/chat"), query and fragment
//! are cut off, but for Azure's api-version; a user name or password in the address is refused.
//! What stands behind the server itself depends on what it speaks: an Ollama server's "/v1" is no
//! part of its address, and neither is "/api".
Result<QUrl> parseBaseUrl(const QString &text, ServerKind kind = ServerKind::Aura);

//! A line "Name: value".
Result<HttpHeader> parseHeaderLine(const QString &line);

//! Cookies as in a Cookie header, "a=1; b=2", with or without "Cookie:" before them; also one a
//! line. The result is the header's value.
Result<QString> parseCookies(const QString &text);

//! "http://user:password@host:port", "socks5://…" (or "socks5h://…"), "host:port" for an http
//! proxy; also "none" and "system". The port of a SOCKS proxy is 1080 where none is given. User and
//! password are percent-decoded.
Result<ProxySettings> parseProxyUrl(const QString &text);

} // namespace Aura
