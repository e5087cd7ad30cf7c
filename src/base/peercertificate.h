// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMetaType>

namespace Aura {

//! What a server showed in TLS, as far as a person needs it to decide on trust; SHA-256, 32 bytes.
struct PeerCertificate
{
    QByteArray fingerprint{}; // of the certificate: what browsers and openssl show
    QByteArray publicKey{};   // of its SubjectPublicKeyInfo: what TlsSettings pins

    bool isKnown() const { return !publicKey.isEmpty(); }
    friend bool operator==(const PeerCertificate &, const PeerCertificate &) = default;
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::PeerCertificate)
