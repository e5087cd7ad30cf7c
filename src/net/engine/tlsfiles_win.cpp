// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/tlsfiles.h"

#include <QFile>

#include <curl/curl.h>

#include <memory>

#include <windows.h>
// After windows.h, without which it does not compile.
#include <wincrypt.h>

// Files are read here and handed on as bytes: libcurl would open them by names of the ANSI code
// page.
namespace Aura {

namespace {

constexpr size_t longestFile = 4 * 1024 * 1024; // bytes; libcurl takes 8 MB in all

struct CloseStore
{
    void operator()(void *store) const { CertCloseStore(store, 0); }
};

QByteArray contentsOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.read(longestFile) : QByteArray();
}

QByteArray toPem(const CERT_CONTEXT &certificate)
{
    const QByteArray der(reinterpret_cast<const char *>(certificate.pbCertEncoded),
                         qsizetype(certificate.cbCertEncoded));
    return "-----BEGIN CERTIFICATE-----\n" + der.toBase64() + "\n-----END CERTIFICATE-----\n";
}

//! Those that Windows has fetched so far; it fetches more only where it verifies by itself.
QByteArray systemRoots()
{
    const std::unique_ptr<void, CloseStore> store(CertOpenSystemStoreW(0, L"ROOT"));
    QByteArray pem;
    const CERT_CONTEXT *certificate = nullptr;
    while (store && (certificate = CertEnumCertificatesInStore(store.get(), certificate)))
        pem += toPem(*certificate);
    return pem;
}

void setBytes(CURL *easy, CURLoption option, QByteArray bytes)
{
    curl_blob blob{.data = bytes.data(), .len = size_t(bytes.size()), .flags = CURL_BLOB_COPY};
    curl_easy_setopt(easy, option, &blob);
}

} // namespace

void applyTrust(void *easy, const QString &caFile)
{
    // Behind a proxy or in a network of its own a list of revoked certificates is often out of
    // reach: then Schannel would trust nobody.
    curl_easy_setopt(easy, CURLOPT_SSL_OPTIONS, long(CURLSSLOPT_REVOKE_BEST_EFFORT));
    if (!caFile.isEmpty()) // for Schannel it takes the place of the system's
        setBytes(easy, CURLOPT_CAINFO_BLOB, contentsOf(caFile) + '\n' + systemRoots());
}

void applyClientCertificate(void *easy, const TlsSettings &settings)
{
    if (settings.clientCertificate.isEmpty())
        return;
    curl_easy_setopt(easy, CURLOPT_SSLCERTTYPE, "P12");
    setBytes(easy, CURLOPT_SSLCERT_BLOB, contentsOf(settings.clientCertificate));
}

} // namespace Aura
