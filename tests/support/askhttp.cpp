// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/askhttp.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QTimer>

namespace Aura {

ReplyPointer post(QNetworkAccessManager &network, const QUrl &url, const QByteArray &body)
{
    QNetworkRequest request(url);
    if (body.isNull())
        return ReplyPointer(network.get(request));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy); // for Qt's own manager
    return ReplyPointer(network.post(request, body));
}

HttpAnswer waitFor(QNetworkReply &reply, Reading reading, std::chrono::milliseconds limit)
{
    HttpAnswer answer;
    QElapsedTimer clock;
    clock.start();
    QEventLoop loop;
    const auto read = [&] { answer.text += reply.readAll(); };
    if (reading == Reading::AsItComes)
        QObject::connect(&reply, &QNetworkReply::readyRead, &loop, read);
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(limit, &loop, &QEventLoop::quit);
    if (!reply.isFinished())
        loop.exec();
    if (reply.isOpen())
        read();
    answer.elapsedMs = clock.elapsed();
    answer.hasFinished = reply.isFinished();
    answer.code = reply.error();
    answer.errorText = reply.errorString();
    answer.error = replyAttribute<ProviderError>(reply, ReplyAttribute::Error);
    answer.framing =
        replyAttribute<Framing>(reply, ReplyAttribute::Framing).value_or(Framing::Unknown);
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return answer;
}

HttpAnswer ask(QNetworkAccessManager &network, const QUrl &url, Reading reading,
               std::chrono::milliseconds limit)
{
    const ReplyPointer reply = post(network, url);
    return waitFor(*reply, reading, limit);
}

} // namespace Aura
