// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"
#include "net/connectionlog.h"
#include "net/engine/proxyoptions.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>

namespace Aura {

//! How much of a reply is taken at most.
struct ReplyLimits
{
    int headerLines = 200;          // interim answers and trailers included
    qsizetype headerBytes = 65'536; // the status line may be all of it: servers speak there
    qsizetype headerLine = 16'384;
    qint64 body = 67'108'864;

    friend bool operator==(const ReplyLimits &, const ReplyLimits &) = default;
};

//! One HTTP request, whole: the value that crosses from the caller's thread to the network's.
struct RequestOptions
{
    enum class Body { None, Given };

    QByteArray method = "GET";
    QByteArray url{};    // encoded, without user, password and fragment
    QString host{};      // for people: "192.168.1.5:8080", the port only where it is not usual
    QString authority{}; // "192.168.1.5:8080", always with the port
    RequestPurpose purpose = RequestPurpose::Inquiry;
    bool isEncrypted = false;
    QString user{}; // of the address, sent as Basic where no Authorization is set
    Secret password{};
    QList<QByteArray> headers{}; // whole lines without an end: "Name: value", "Name;" where empty
    Body hasBody = Body::None;
    QByteArray body{};
    ProxyOptions proxy{};
    TlsSettings tls{};
    Timeouts timeouts{};
    std::chrono::milliseconds headerTimeout = std::chrono::seconds(30); // from its first byte
    ReplyLimits limits{};

    //! Whether sending it twice does no harm.
    bool isRepeatable() const { return method == "GET" || method == "HEAD"; }
};

} // namespace Aura
