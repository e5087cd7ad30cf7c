// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/tlserrors.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>

namespace Aura {

namespace {

// OpenSSL's X509_V_ERR_…; the numbers are part of its interface.
enum VerifyResult : long {
    Unspecified = 1,
    NotYetValid = 9,
    HasExpired = 10,
    HostnameMismatch = 62,
    IpMismatch = 64
};

bool saysAny(const QByteArray &text, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char *word) { return text.contains(word); });
}

bool isTlsCode(int code)
{
    static constexpr std::array codes{CURLE_SSL_CONNECT_ERROR,     CURLE_PEER_FAILED_VERIFICATION,
                                      CURLE_SSL_CERTPROBLEM,       CURLE_SSL_ENGINE_NOTFOUND,
                                      CURLE_SSL_ENGINE_SETFAILED,  CURLE_SSL_CIPHER,
                                      CURLE_USE_SSL_FAILED,        CURLE_SSL_CACERT_BADFILE,
                                      CURLE_SSL_SHUTDOWN_FAILED,   CURLE_SSL_CRL_BADFILE,
                                      CURLE_SSL_ISSUER_ERROR,      CURLE_SSL_PINNEDPUBKEYNOTMATCH,
                                      CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT};
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

ErrorCause causeOfCertificate(long verifyResult)
{
    switch (verifyResult) {
    case NotYetValid:
    case HasExpired: return ErrorCause::CertificateExpired;
    case 0:           // OpenSSL was content; libcurl compares the names itself
    case Unspecified: // … and 7.88 does so before it asks OpenSSL
    case HostnameMismatch:
    case IpMismatch: return ErrorCause::CertificateWrongHost;
    default: return ErrorCause::CertificateUnknown;
    }
}

//! Schannel, the TLS library of Windows, sets no verify result; libcurl's text names its status.
std::optional<ErrorCause> causeOfSchannel(const QByteArray &text)
{
    if (!text.startsWith("schannel:"))
        return std::nullopt;
    if (saysAny(text, {"SEC_E_WRONG_PRINCIPAL", "match connection hostname", "name verification"}))
        return ErrorCause::CertificateWrongHost;
    if (saysAny(text, {"SEC_E_CERT_EXPIRED", "CERT_TRUST_IS_NOT_TIME_VALID"}))
        return ErrorCause::CertificateExpired;
    if (saysAny(text, {"SEC_E_UNTRUSTED_ROOT", "CERT_TRUST_", "CertGetCertificateChain"}))
        return ErrorCause::CertificateUnknown;
    if (saysAny(text, {"SEC_E_INCOMPLETE_CREDENTIALS", "SEC_I_INCOMPLETE_CREDENTIALS"}))
        return ErrorCause::ClientCertificateRequired;
    if (text.contains("SEC_E_INVALID_TOKEN")) // what came is no record of TLS
        return ErrorCause::NotTls;
    return std::nullopt;
}

ErrorCause causeOf(const TransferReport &report)
{
    if (const auto cause = causeOfSchannel(report.curlText))
        return *cause;
    switch (report.curlCode) {
    case CURLE_PEER_FAILED_VERIFICATION: return causeOfCertificate(report.verifyResult);
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH: return ErrorCause::CertificatePinChanged;
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM: return ErrorCause::CertificateFileUnusable;
    case CURLE_SSL_CLIENTCERT: return ErrorCause::ClientCertificateRequired;
    default: break;
    }
    if (saysAny(report.curlText, {"certificate required", "alert bad certificate"}))
        return ErrorCause::ClientCertificateRequired;
    if (saysAny(report.curlText,
                {"wrong version number", "packet length too long", "http request", "http proxy"}))
        return ErrorCause::NotTls;
    return ErrorCause::TlsHandshake;
}

} // namespace

std::optional<ProviderError> classifyTls(const TransferReport &report)
{
    if (!report.isEncrypted)
        return std::nullopt;
    const bool isAlert = saysAny(report.curlText, {"alert certificate required", "tlsv13 alert"});
    if (!isTlsCode(report.curlCode) && !isAlert)
        return std::nullopt;
    ProviderError error{.kind = ErrorKind::Tls, .cause = causeOf(report), .subject = report.host};
    if (error.cause == ErrorCause::TlsHandshake || error.cause == ErrorCause::CertificateUnknown
        || error.cause == ErrorCause::CertificateFileUnusable)
        error.detail = QString::fromUtf8(report.curlText).left(500);
    return error;
}

} // namespace Aura
