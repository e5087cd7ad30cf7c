// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/peercertificate.h"
#include "base/providererror.h"

#include <QMetaType>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <optional>

namespace Aura {

//! What tells where a reply's body ends.
enum class Framing {
    Unknown, // no header came, or the manager does not say
    Chunked,
    Length,
    Close, // with the connection: a lost connection looks like the end
};

//! What a reply's manager knows beyond Qt's own attributes; see replyAttribute().
//!
//! The stock manager sets none of them. All are set by the time finished() is emitted, the timings
//! and the framing as soon as they are known.
enum class ReplyAttribute {
    Error,        // ProviderError: exactly what went wrong; unset where nothing did
    Framing,      // Framing
    NameLookupMs, // qint64, milliseconds since the request was made, as the four below
    ConnectMs,
    TlsMs,
    FirstByteMs,
    TotalMs,
    Certificate, // PeerCertificate that was refused, where the user may decide to trust it
    RequestHead, // QByteArray, as it left, secrets and all; set when requestSent() is emitted
};

//! Where Qt keeps a reply attribute of ours.
constexpr QNetworkRequest::Attribute attributeKey(ReplyAttribute attribute)
{
    return QNetworkRequest::Attribute(QNetworkRequest::User + 100 + int(attribute));
}

//! The value of one of our attributes; std::nullopt where the manager did not set it.
template<typename T>
std::optional<T> replyAttribute(const QNetworkReply &reply, ReplyAttribute attribute)
{
    const QVariant value = reply.attribute(attributeKey(attribute));
    if (!value.canConvert<T>())
        return std::nullopt;
    return value.value<T>();
}

} // namespace Aura

Q_DECLARE_METATYPE(Aura::Framing)
