// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/tlsoptions.h"

#include "net/engine/tlsfiles.h"

#include <curl/curl.h>

namespace Aura {

namespace {

void applyPin(CURL *easy, const QByteArray &pin)
{
    if (pin.isEmpty())
        return;
    curl_easy_setopt(easy, CURLOPT_PINNEDPUBLICKEY, ("sha256//" + pin.toBase64()).constData());
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 0L);
}

} // namespace

void applyTlsOptions(void *easy, const TlsSettings &settings)
{
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    applyTrust(easy, settings.caFile);
    applyClientCertificate(easy, settings);
    applyPin(easy, settings.pinnedPublicKey);
}

} // namespace Aura
