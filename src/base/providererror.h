// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QObject>
#include <QString>

#include <chrono>

namespace Aura {

Q_NAMESPACE

//! What kind of thing went wrong; the names of `aura ask --json` (errorKindName()).
enum class ErrorKind {
    Address,         // the address cannot be used: no scheme, no host, bad port
    NameLookup,      // the host's name was not found
    Connect,         // refused, unreachable
    Tls,             // certificate or handshake
    Proxy,           // the proxy, not the server
    Timeout,         // one of our own limits: connect, first byte, idle
    Redirect,        // the server wants to move us elsewhere
    Http,            // a status that is an error
    Protocol,        // what came is not HTTP, or not the provider's protocol
    WrongAddress,    // a web page answered
    Server,          // the server said in its stream that it failed
    Limit,           // our limits on sizes; or the request would not fit the model's context
    EndNotConfirmed, // the text ended with the connection; nothing proves that it is whole
};

//! Finer than the kind, where the words for people differ.
enum class ErrorCause {
    Unknown,
    NoScheme, // Address …
    NoHost,
    UnsupportedScheme,
    NoConnection,   // none is chosen
    ConnectionGone, // the one that was chosen is no more
    BadHeader,
    KeyOverPlainHttp,
    KeyInLocalNetwork, // the same, on the way to a machine nearby
    Refused,           // Connect …
    Unreachable,
    EngineMissing,      // our own: libcurl cannot be loaded
    CertificateUnknown, // Tls …
    CertificateExpired,
    CertificateWrongHost,
    CertificatePinChanged,
    ClientCertificateRequired,
    CertificateFileUnusable, // our own CA file, client certificate or key
    TlsHandshake,
    TlsUnanswered, // no word within the limit; perhaps it speaks plain http
    NotTls,        // https asked of a server that speaks plain http
    NeedsTls,      // http asked of a server that speaks TLS
    ProxyNotFound, // Proxy …
    ProxyRefused,
    ProxyCredentials,
    ProxyForbidden,
    ProxyUnreachableTarget,
    ProxyNotAProxy,
    ProxyOrServer,  // the answer does not say which of the two spoke
    ConnectTimeout, // Timeout …
    HeaderTimeout,
    FirstByteTimeout,
    IdleTimeout,
    ClosedBeforeAnswer, // Protocol …
    CutOff,             // the connection ended inside the reply
    Reset,
    BadFraming,
    NotHttp,
    SentTwiceRefused, // a second sending was prevented; the first may have been processed
    HeaderTooLarge,   // Limit …
    LineTooLong,
    ReplyTooLarge,
    CompressionRefused,
    PromptTooLong, // the estimate of prompt and newest message does not fit; nothing was sent
    ContextFull,   // the reply was cut where the model's context ended
    KeyRefused,    // Http 401, 403
    ModelNotFound,
    NoModel, // none was named, and the server has no default
    ModelLoading,
    TooManyRequests,
    ContextExceeded, // the server counted more tokens than the model's context holds
    NotSupported,    // an image, a tool, a parameter that the model does not know
    EndMissing,      // Protocol: the reply ended properly as HTTP, but not as the protocol asks
    ContentFiltered, // Server: a filter of the server's ended the reply
    ProgramEnded,    // EndNotConfirmed: this program, before the reply did
};

Q_ENUM_NS(ErrorCause)

//! Why a request did not end as it should. A value; errortext.h makes the words for people.
struct ProviderError
{
    ErrorKind kind = ErrorKind::Protocol;
    ErrorCause cause = ErrorCause::Unknown;
    QString subject{};  // the host, or the proxy, that it happened at: "192.168.1.5:8080"
    QString detail{};   // what the other side said: plain text, at most 500 characters
    int httpStatus = 0; // 0: none came
    std::chrono::milliseconds limit{0};      // the limit that ran out, for Timeout
    qint64 needed = 0;                       // PromptTooLong, ContextExceeded: tokens …
    qint64 allowed = 0;                      // … of so many
    std::chrono::milliseconds retryAfter{0}; // the server's advice; 0: none

    friend bool operator==(const ProviderError &, const ProviderError &) = default;
};

//! The name of a cause in files: "CutOff", as it stands in the enumeration.
QString errorCauseName(ErrorCause cause);
//! Unknown for a name that is none, as a later program may have written it.
ErrorCause errorCauseFromName(const QString &name);

//! The name of a kind on the command line and in files: "nameLookup".
QString errorKindName(ErrorKind kind);
ErrorKind errorKindFromName(const QString &name); // Protocol for a name that is none

} // namespace Aura

Q_DECLARE_METATYPE(Aura::ProviderError)
