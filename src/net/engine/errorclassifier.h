// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/providererror.h"
#include "net/engine/proxyoptions.h"
#include "net/engine/responsehead.h"

#include <QByteArray>
#include <QNetworkReply>
#include <QString>

#include <chrono>
#include <optional>

namespace Aura {

//! Everything that is known of a transfer that has ended, as plain values.
struct TransferReport
{
    //! One of our own limits that ran out.
    struct Expired
    {
        ErrorCause cause = ErrorCause::IdleTimeout;
        std::chrono::milliseconds limit{0};
    };

    int curlCode = 0;       // CURLcode
    QByteArray curlText{};  // libcurl's own words; versions differ
    long osError = 0;       // of a connection that failed
    long verifyResult = 0;  // X509_V_…
    long connectStatus = 0; // the proxy's answer to CONNECT; 0: none
    long proxyError = 0;    // CURLproxycode

    QString host{};
    QByteArray url{}; // what a Location is relative to
    bool isEncrypted = false;
    bool speaksTls = false; // asked over plain http, the server turned out to speak TLS
    ProxyOptions proxy{};
    bool isTunnelled = false;
    bool hasClientCertificate = false;

    bool isSent = false; // the connection stood and the request began to leave
    int sendings = 0;
    bool hasStarted = false; // a first line of the answer came
    bool isHeadComplete = false;
    ResponseHead head{};

    std::optional<ErrorCause> refusal{}; // what we refused to take
    std::optional<Expired> expired{};
};

//! Why the transfer did not end as it should; std::nullopt: it did. Every failure of the engine
//! gets its kind, its cause and its subject here and nowhere else.
std::optional<ProviderError> classify(const TransferReport &report);

//! Where a redirect answer points, without user and password; empty where it does not say.
QUrl redirectTarget(const ResponseHead &head, const QByteArray &url);

//! Qt's nearest name for an error.
QNetworkReply::NetworkError toNetworkError(const ProviderError &error);

} // namespace Aura
