// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/modelparameters.h"
#include "base/proxysettings.h"
#include "base/secret.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QUrl>

#include <chrono>

namespace Aura {

//! Which protocol a server speaks. Demo is Aura's, answered inside this program.
enum class ServerKind { Demo, Aura, OpenAi, Ollama };

//! A header the user adds to every request of a connection. Values may carry keys.
struct HttpHeader
{
    QByteArray name{};
    Secret value{}; // Latin-1 on the wire

    friend bool operator==(const HttpHeader &, const HttpHeader &) = default;
};

//! How long a server may be silent, each limit on its own; 0: for ever.
struct Timeouts
{
    std::chrono::milliseconds connect = std::chrono::seconds(30);
    std::chrono::milliseconds firstByte =
        std::chrono::minutes(10); // from the request to the reply's first byte
    std::chrono::milliseconds idle = std::chrono::seconds(300); // between two pieces of a reply

    friend bool operator==(const Timeouts &, const Timeouts &) = default;
};

//! What is trusted, and who we are, in TLS. Files are PEM.
struct TlsSettings
{
    QString caFile{}; // trusted beside the system's certificates
    QString clientCertificate{};
    QString clientKey{};
    QByteArray pinnedPublicKey{}; // SHA-256 of the SubjectPublicKeyInfo, 32 bytes; empty: none

    friend bool operator==(const TlsSettings &, const TlsSettings &) = default;
};

//! A server that the user chose, and how to talk to it.
struct Connection
{
    QString id{}; // never shown, never changes
    QString name{};
    ServerKind kind = ServerKind::Aura;
    QUrl baseUrl{}; // scheme, host, port, perhaps a path; without the provider's own path
    QString model{};
    QStringList favouriteModels{}; // listed first
    ModelParameters parameters{};  // for every conversation; its own win
    Secret key{};
    QString organization{}; // for OpenAI's header of that name; empty: none
    QList<HttpHeader> headers{};
    Secret cookies{};    // as in a Cookie header: "a=1; b=2"
    QString userAgent{}; // empty: Aura/VERSION
    ProxySettings proxy{.type = ProxyType::AsInNetwork};
    TlsSettings tls{};
    Timeouts timeouts{};
    QJsonObject extraBody{};       // merged into the request's JSON; its fields win
    bool sendsUnencrypted = false; // key and cookies by plain http to other machines (plainhttp.h)

    friend bool operator==(const Connection &, const Connection &) = default;
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::Connection)
