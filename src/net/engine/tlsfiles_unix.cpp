// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/tlsfiles.h"

#include "net/engine/platform.h"

#include <QFile>

#include <curl/curl.h>

namespace Aura {

void applyTrust(void *easy, const QString &caFile)
{
    const QByteArray directory = systemCertificateDirectory();
    if (!directory.isEmpty()) {
        // Without this libcurl reads the whole bundle first: 25 ms instead of 3.
        curl_easy_setopt(easy, CURLOPT_CAINFO, nullptr);
        curl_easy_setopt(easy, CURLOPT_CAPATH, directory.constData());
    } else if (const QByteArray file = systemCertificateFile(); !file.isEmpty()) {
        // Not the one that libcurl was built for: a program that brings its libraries along runs
        // on distributions that keep it elsewhere.
        curl_easy_setopt(easy, CURLOPT_CAINFO, file.constData());
    } else {
        curl_easy_setopt(easy, CURLOPT_SSL_OPTIONS, long(CURLSSLOPT_NATIVE_CA));
    }
    if (!caFile.isEmpty())
        curl_easy_setopt(easy, CURLOPT_CAINFO, QFile::encodeName(caFile).constData());
}

void applyClientCertificate(void *easy, const TlsSettings &settings)
{
    if (settings.clientCertificate.isEmpty())
        return;
    const QString &key =
        settings.clientKey.isEmpty() ? settings.clientCertificate : settings.clientKey;
    curl_easy_setopt(easy, CURLOPT_SSLCERT,
                     QFile::encodeName(settings.clientCertificate).constData());
    curl_easy_setopt(easy, CURLOPT_SSLKEY, QFile::encodeName(key).constData());
}

} // namespace Aura
