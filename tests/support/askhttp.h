// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/providererror.h"
#include "net/replyattributes.h"

#include <QByteArray>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <chrono>
#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace Aura {

//! What a reply turned out to be.
struct HttpAnswer
{
    bool hasFinished = false;
    QNetworkReply::NetworkError code = QNetworkReply::NoError;
    std::optional<ProviderError> error{};
    QString errorText{};
    int status = 0;
    Framing framing = Framing::Unknown;
    QByteArray text{};
    qint64 elapsedMs = 0;

    ErrorKind kind() const { return error ? error->kind : ErrorKind::Server; }
    ErrorCause cause() const { return error ? error->cause : ErrorCause::Unknown; }
};

enum class Reading { AsItComes, AtTheEnd };

//! Deletes a reply where it may stand in one of its own slots.
struct LaterDeleter
{
    void operator()(QNetworkReply *reply) const { reply->deleteLater(); }
};
using ReplyPointer = std::unique_ptr<QNetworkReply, LaterDeleter>;

//! POSTs to an address, as the providers do; {} posts nothing and GETs.
ReplyPointer post(QNetworkAccessManager &network, const QUrl &url,
                  const QByteArray &body = "{\"question\":1}");

//! Waits for the reply's end, in a nested event loop.
HttpAnswer waitFor(QNetworkReply &reply, Reading reading = Reading::AsItComes,
                   std::chrono::milliseconds limit = std::chrono::seconds(20));

//! post() and waitFor().
HttpAnswer ask(QNetworkAccessManager &network, const QUrl &url,
               Reading reading = Reading::AsItComes,
               std::chrono::milliseconds limit = std::chrono::seconds(20));

} // namespace Aura
