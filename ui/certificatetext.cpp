// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificatetext.h"

#include <QCoreApplication>

namespace Aura {

namespace {

class CertificateText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::CertificateText)
};

} // namespace

QString certificateAdvice(const PeerCertificate &certificate)
{
    return CertificateText::tr("Its certificate has the SHA-256 %1. Trust it only if whoever runs "
                               "the server tells you the same.")
        .arg(fingerprintText(certificate.fingerprint));
}

QString fingerprintText(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex(':').toUpper());
}

} // namespace Aura
