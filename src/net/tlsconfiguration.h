// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"

#include <QNetworkReply>
#include <QSslConfiguration>

#include <optional>

namespace Aura {

//! What the stock manager needs for these settings: the system's certificates and the user's, the
//! client's certificate and key, TLS 1.2 at least, HTTP/1.1 only. std::nullopt where the defaults
//! do. A file that cannot be read counts as empty: the handshake then fails and says so.
std::optional<QSslConfiguration> makeTlsConfiguration(const TlsSettings &settings);

//! SHA-256 of a certificate's SubjectPublicKeyInfo: what a pin holds.
QByteArray publicKeyHash(const QSslCertificate &certificate);

} // namespace Aura
