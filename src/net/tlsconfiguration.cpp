// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tlsconfiguration.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace Aura {

namespace {

QByteArray contentsOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSslKey privateKeyIn(const QByteArray &pem)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

} // namespace

std::optional<QSslConfiguration> makeTlsConfiguration(const TlsSettings &settings)
{
    if (settings.caFile.isEmpty() && settings.clientCertificate.isEmpty())
        return std::nullopt;

    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    if (!settings.caFile.isEmpty())
        configuration.addCaCertificates(QSslCertificate::fromData(contentsOf(settings.caFile)));
    if (!settings.clientCertificate.isEmpty()) {
        configuration.setLocalCertificateChain(
            QSslCertificate::fromData(contentsOf(settings.clientCertificate)));
        const QString keyFile =
            settings.clientKey.isEmpty() ? settings.clientCertificate : settings.clientKey;
        configuration.setPrivateKey(privateKeyIn(contentsOf(keyFile)));
    }
    return configuration;
}

QByteArray publicKeyHash(const QSslCertificate &certificate)
{
    return QCryptographicHash::hash(certificate.publicKey().toDer(), QCryptographicHash::Sha256);
}

} // namespace Aura
