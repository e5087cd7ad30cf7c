// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/transfer.h"

#include "net/engine/tlsoptions.h"
#include "net/tlsconfiguration.h"

#include <QCryptographicHash>
#include <QSslCertificate>

#include <curl/curl.h>

// Looks at a server after a failure, to tell what it is: a greeting in TLS and nothing else.
namespace Aura {

// A TLS server that is spoken to in plain http closes without a word, or with an alert.
bool Transfer::mightSpeakTls(int curlCode) const
{
    const bool isGarbage =
        curlCode == CURLE_UNSUPPORTED_PROTOCOL || curlCode == CURLE_WEIRD_SERVER_REPLY;
    const bool isSilence = curlCode == CURLE_GOT_NOTHING || curlCode == CURLE_RECV_ERROR
        || curlCode == CURLE_SEND_ERROR;
    return m_report.isSent && !m_options.isEncrypted && !m_options.proxy.isUsed()
        && !m_check.hasStarted() && (isGarbage || isSilence);
}

// A certificate that was refused, but that the user may know. A changed pin is no such case.
bool Transfer::mayBeTrusted(int curlCode) const
{
    return curlCode == CURLE_PEER_FAILED_VERIFICATION && m_options.isEncrypted
        && m_options.tls.pinnedPublicKey.isEmpty();
}

void Transfer::greetOnly()
{
    curl_easy_reset(m_easy);
    curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_easy, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(m_easy, CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(m_easy, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(m_easy, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(m_easy, CURLOPT_PRIVATE, this);
    m_watch.watch(m_easy);
    applyProxyOptions(m_easy, m_options.proxy, false);
}

// Says hello in TLS to the same address and sends nothing else.
void Transfer::setUpProbe()
{
    enter(Phase::Probing);
    greetOnly();
    QByteArray url = m_options.url;
    url.replace(0, 4, "https"); // "http"
    curl_easy_setopt(m_easy, CURLOPT_URL, url.constData());
    applyTlsOptions(m_easy, m_options.tls);
}

// Takes any certificate, to show it; our own is not shown to a server that nobody trusts.
void Transfer::setUpView()
{
    enter(Phase::Viewing);
    greetOnly();
    curl_easy_setopt(m_easy, CURLOPT_URL, m_options.url.constData());
    applyTlsOptions(m_easy, {});
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYHOST, 0L);
    curl_easy_setopt(m_easy, CURLOPT_CERTINFO, 1L);
}

void Transfer::readCertificate()
{
    curl_certinfo *chain = nullptr;
    if (curl_easy_getinfo(m_easy, CURLINFO_CERTINFO, &chain) != CURLE_OK || !chain
        || chain->num_of_certs < 1)
        return;
    constexpr QByteArrayView label("Cert:");
    for (const curl_slist *line = chain->certinfo[0]; line; line = line->next) {
        const QByteArray text(line->data);
        if (!text.startsWith(label))
            continue;
        const QSslCertificate certificate(text.mid(label.size()), QSsl::Pem);
        if (certificate.isNull())
            return;
        m_certificate = {.fingerprint = certificate.digest(QCryptographicHash::Sha256),
                         .publicKey = publicKeyHash(certificate)};
    }
}

} // namespace Aura
