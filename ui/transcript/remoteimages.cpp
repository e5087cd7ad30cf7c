// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/remoteimages.h"

#include <QBuffer>
#include <QImageReader>
#include <QLocale>
#include <QNetworkReply>

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr qint64 mostBytes = 10 * 1024 * 1024;
constexpr qint64 mostPixels = 50'000'000;
constexpr int keptSide = 2048; // px of the longer side
constexpr auto patience = 30s;

//! The formats that are read: no vector graphics, no programs, whatever plugins there are.
bool isKnownFormat(const QByteArray &format)
{
    return format == "png" || format == "jpeg" || format == "jpg" || format == "gif"
        || format == "webp" || format == "bmp";
}

//! Null where the bytes are no picture that may be shown.
QImage decoded(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (!isKnownFormat(reader.format()))
        return {};
    const QSize size = reader.size();
    if (size.isEmpty() || qint64(size.width()) * size.height() > mostPixels)
        return {};
    if (std::max(size.width(), size.height()) > keptSide)
        reader.setScaledSize(size.scaled(keptSide, keptSide, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

RemoteImages::RemoteImages(QObject *parent)
    : QObject(parent)
{
    m_decoders.setMaxThreadCount(1);
}

RemoteImages::~RemoteImages()
{
    m_decoders.waitForDone();
}

void RemoteImages::load(const QString &address)
{
    if (!canLoad() || m_images.contains(address))
        return;
    if (!m_network)
        m_network = m_factory();
    m_images.insert(address, {});
    QNetworkRequest request{QUrl(address)};
    request.setRawHeader("Accept", "image/png, image/jpeg, image/gif, image/webp, image/bmp");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(int(std::chrono::milliseconds(patience).count()));
    QNetworkReply *reply = m_network->get(request);
    connect(reply, &QNetworkReply::readyRead, this, [reply] {
        if (reply->bytesAvailable() > mostBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, address] { onFinished(reply, address); });
}

void RemoteImages::onFinished(QNetworkReply *reply, const QString &address)
{
    reply->deleteLater();
    const QUrl elsewhere = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (reply->bytesAvailable() > mostBytes)
        fail(address, tr("It is larger than %1.").arg(QLocale().formattedDataSize(mostBytes, 0)));
    else if (!elsewhere.isEmpty())
        fail(address,
             tr("Its server sends one on to another address, %1. That is not followed.")
                 .arg(reply->url().resolved(elsewhere).toDisplayString()));
    else if (reply->error() != QNetworkReply::NoError)
        fail(address, reply->errorString());
    else
        decode(reply->readAll(), address);
}

// A large picture takes a while: not in this thread.
void RemoteImages::decode(const QByteArray &bytes, const QString &address)
{
    m_decoders.start([this, bytes, address] {
        const QImage image = decoded(bytes);
        QMetaObject::invokeMethod(
            this, [this, image, address] { take(image, address); }, Qt::QueuedConnection);
    });
}

void RemoteImages::take(const QImage &image, const QString &address)
{
    if (image.isNull())
        return fail(address, tr("It is no picture that can be shown here."));
    m_images.insert(address, image);
    emit loaded(address);
}

void RemoteImages::fail(const QString &address, const QString &why)
{
    m_images.remove(address); // may be asked for again
    emit failed(address, why);
}

} // namespace Aura
