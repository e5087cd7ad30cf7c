// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/errorclassifier.h"

namespace Aura {

namespace {

// As Qt's own HTTP backend maps them.
QNetworkReply::NetworkError fromStatus(int status)
{
    switch (status) {
    case 400:
    case 418: return QNetworkReply::ProtocolInvalidOperationError;
    case 401: return QNetworkReply::AuthenticationRequiredError;
    case 403: return QNetworkReply::ContentAccessDenied;
    case 404: return QNetworkReply::ContentNotFoundError;
    case 405: return QNetworkReply::ContentOperationNotPermittedError;
    case 407: return QNetworkReply::ProxyAuthenticationRequiredError;
    case 409: return QNetworkReply::ContentConflictError;
    case 410: return QNetworkReply::ContentGoneError;
    case 500: return QNetworkReply::InternalServerError;
    case 501: return QNetworkReply::OperationNotImplementedError;
    case 503: return QNetworkReply::ServiceUnavailableError;
    default:
        return status > 500 ? QNetworkReply::UnknownServerError
                            : QNetworkReply::UnknownContentError;
    }
}

QNetworkReply::NetworkError fromProxy(ErrorCause cause)
{
    switch (cause) {
    case ErrorCause::ProxyNotFound: return QNetworkReply::ProxyNotFoundError;
    case ErrorCause::ProxyRefused: return QNetworkReply::ProxyConnectionRefusedError;
    case ErrorCause::ProxyCredentials: return QNetworkReply::ProxyAuthenticationRequiredError;
    default: return QNetworkReply::UnknownProxyError;
    }
}

QNetworkReply::NetworkError fromProtocol(ErrorCause cause)
{
    switch (cause) {
    case ErrorCause::ClosedBeforeAnswer:
    case ErrorCause::CutOff:
    case ErrorCause::Reset: return QNetworkReply::RemoteHostClosedError;
    default: return QNetworkReply::ProtocolFailure;
    }
}

} // namespace

QNetworkReply::NetworkError toNetworkError(const ProviderError &error)
{
    switch (error.kind) {
    case ErrorKind::Address:
        return error.cause == ErrorCause::UnsupportedScheme ? QNetworkReply::ProtocolUnknownError
                                                            : QNetworkReply::ProtocolFailure;
    case ErrorKind::NameLookup: return QNetworkReply::HostNotFoundError;
    case ErrorKind::Connect:
        return error.cause == ErrorCause::Refused ? QNetworkReply::ConnectionRefusedError
                                                  : QNetworkReply::UnknownNetworkError;
    case ErrorKind::Tls: return QNetworkReply::SslHandshakeFailedError;
    case ErrorKind::Proxy: return fromProxy(error.cause);
    case ErrorKind::Timeout: return QNetworkReply::TimeoutError;
    case ErrorKind::Redirect: return QNetworkReply::InsecureRedirectError;
    case ErrorKind::Http: return fromStatus(error.httpStatus);
    case ErrorKind::Protocol: return fromProtocol(error.cause);
    case ErrorKind::WrongAddress:
    case ErrorKind::Server:
    case ErrorKind::Limit:
    case ErrorKind::EndNotConfirmed: return QNetworkReply::ProtocolFailure;
    }
    Q_UNREACHABLE();
}

} // namespace Aura
