// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QImage>
#include <QNetworkAccessManager>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace Aura {

//! The pictures that messages point to, each loaded once the reader has asked for it, and kept
//! while the window is there. Nothing is loaded by itself.
//!
//! They travel without a connection's key, cookies or headers: the server learns the address of
//! this computer (or of the default proxy), and that the picture was looked at. No redirect is
//! followed, since the address that was shown would not be the one that is asked. At most 10 MiB
//! and 50 megapixels, within 30 s; PNG, JPEG, GIF (its first frame), WebP, BMP.
class RemoteImages : public QObject
{
    Q_OBJECT

public:
    using NetworkFactory = std::function<std::unique_ptr<QNetworkAccessManager>()>;

    explicit RemoteImages(QObject *parent = nullptr);
    ~RemoteImages() override;

    //! Without one nothing can be loaded.
    void setNetwork(const NetworkFactory &factory) { m_factory = factory; }
    bool canLoad() const { return m_factory != nullptr; }

    //! Does nothing for what was loaded, or is being loaded.
    void load(const QString &address);

    //! Null while it is not there.
    QImage image(const QString &address) const { return m_images.value(address); }

signals:
    void loaded(const QString &address);
    void failed(const QString &address, const QString &why);

private:
    void onFinished(QNetworkReply *reply, const QString &address);
    void decode(const QByteArray &bytes, const QString &address);
    void take(const QImage &image, const QString &address);
    void fail(const QString &address, const QString &why);

    NetworkFactory m_factory;
    std::unique_ptr<QNetworkAccessManager> m_network; // made for the first picture
    QHash<QString, QImage> m_images;                  // null ones are being loaded
    QThreadPool m_decoders;
};

} // namespace Aura
