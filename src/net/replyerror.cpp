// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/replyerror.h"

#include "base/redact.h"
#include "net/refusal.h"
#include "net/tlsconfiguration.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSslError>

#include <optional>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr char certificateCause[] = "auraCertificateCause"; // a property of replies, set below

struct KindAndCause
{
    ErrorKind kind = ErrorKind::Protocol;
    ErrorCause cause = ErrorCause::Unknown;
};

ErrorCause certificateCauseOf(const QList<QSslError> &errors)
{
    ErrorCause cause = ErrorCause::CertificateUnknown;
    for (const QSslError &error : errors) {
        switch (error.error()) {
        case QSslError::HostNameMismatch: return ErrorCause::CertificateWrongHost;
        case QSslError::CertificateExpired:
        case QSslError::CertificateNotYetValid: cause = ErrorCause::CertificateExpired; break;
        default: break;
        }
    }
    return cause;
}

QByteArray serversKeyHash(const QNetworkReply &reply)
{
    return publicKeyHash(reply.sslConfiguration().peerCertificate());
}

//! The proxy that the stock manager sends this reply's request through.
QNetworkProxy proxyOf(const QNetworkReply &reply)
{
    const QNetworkAccessManager *manager = reply.manager();
    if (!manager)
        return QNetworkProxy(QNetworkProxy::NoProxy);
    if (!manager->proxyFactory())
        return manager->proxy();
    const QNetworkProxyQuery query(reply.url());
    return manager->proxyFactory()->queryProxy(query).value(0);
}

bool isProxied(const QNetworkProxy &proxy)
{
    return proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::Socks5Proxy;
}

//! An http proxy answers plain http requests with statuses of its own, and nothing tells whose they
//! are; some even refuse its password with the server's 401.
bool mayBeTheProxys(int status, const QNetworkReply &reply)
{
    if (reply.url().scheme() != "http"_L1 || proxyOf(reply).type() != QNetworkProxy::HttpProxy)
        return false;
    return status == 401 || status == 403 || (status >= 502 && status <= 504);
}

KindAndCause byStatus(int status, const QNetworkReply &reply)
{
    if (status == 407)
        return {ErrorKind::Proxy, ErrorCause::ProxyCredentials};
    if (mayBeTheProxys(status, reply))
        return {ErrorKind::Proxy, ErrorCause::ProxyOrServer};
    switch (status) {
    case 401:
    case 403: return {ErrorKind::Http, ErrorCause::KeyRefused};
    case 429: return {ErrorKind::Http, ErrorCause::TooManyRequests};
    default: return {status < 400 ? ErrorKind::Redirect : ErrorKind::Http, ErrorCause::Unknown};
    }
}

KindAndCause byHandshake(const QNetworkReply &reply)
{
    // OpenSSL's words for bytes that are no TLS record; Qt has no code for it.
    if (reply.errorString().contains("wrong version number"_L1)
        || reply.errorString().contains("unknown protocol"_L1))
        return {ErrorKind::Tls, ErrorCause::NotTls};
    if (reply.errorString().contains("certificate required"_L1))
        return {ErrorKind::Tls, ErrorCause::ClientCertificateRequired};
    return {ErrorKind::Tls, ErrorCause::TlsHandshake};
}

//! What the error means where a proxy stands between; std::nullopt where it means the same as ever.
std::optional<ErrorCause> proxyCause(const QNetworkReply &reply)
{
    const QNetworkProxy proxy = proxyOf(reply);
    const bool isHttp = proxy.type() == QNetworkProxy::HttpProxy;
    const auto httpOnly = [isHttp](ErrorCause cause) {
        return isHttp ? std::optional(cause) : std::nullopt;
    };
    switch (reply.error()) {
    case QNetworkReply::ProxyConnectionRefusedError: return ErrorCause::ProxyRefused;
    case QNetworkReply::ProxyNotFoundError: return ErrorCause::ProxyNotFound;
    case QNetworkReply::ProxyAuthenticationRequiredError: return ErrorCause::ProxyCredentials;
    case QNetworkReply::ProxyConnectionClosedError: return ErrorCause::ProxyNotAProxy;
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError: return ErrorCause::Unknown;
    // Qt connects to an http proxy itself, and leaves names to it; a SOCKS proxy reports on the
    // server behind it.
    case QNetworkReply::ConnectionRefusedError: return httpOnly(ErrorCause::ProxyRefused);
    case QNetworkReply::HostNotFoundError: return httpOnly(ErrorCause::ProxyNotFound);
    case QNetworkReply::UnknownNetworkError:
        if (isProxied(proxy))
            return ErrorCause::ProxyUnreachableTarget;
        return std::nullopt;
    default: return std::nullopt;
    }
}

KindAndCause byNetworkError(const QNetworkReply &reply)
{
    if (const auto cause = proxyCause(reply))
        return {ErrorKind::Proxy, *cause};
    const bool headCame = httpStatus(reply) != 0;
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError: return {ErrorKind::Connect, ErrorCause::Refused};
    case QNetworkReply::HostNotFoundError: return {ErrorKind::NameLookup, ErrorCause::Unknown};
    case QNetworkReply::TimeoutError: return {ErrorKind::Timeout, ErrorCause::ConnectTimeout};
    case QNetworkReply::SslHandshakeFailedError: return byHandshake(reply);
    case QNetworkReply::RemoteHostClosedError:
        return {ErrorKind::Protocol,
                headCame ? ErrorCause::CutOff : ErrorCause::ClosedBeforeAnswer};
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError: return {ErrorKind::Redirect, ErrorCause::Unknown};
    case QNetworkReply::ProtocolUnknownError:
        return {ErrorKind::Address, ErrorCause::UnsupportedScheme};
    case QNetworkReply::ProtocolFailure:
        return {ErrorKind::Protocol, headCame ? ErrorCause::BadFraming : ErrorCause::NotHttp};
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return {ErrorKind::Connect, ErrorCause::Unreachable};
    case QNetworkReply::UnknownNetworkError:
        return {headCame ? ErrorKind::Protocol : ErrorKind::Connect,
                headCame ? ErrorCause::CutOff : ErrorCause::Unreachable};
    default: return {ErrorKind::Protocol, ErrorCause::Unknown};
    }
}

QString redirectTarget(const QNetworkReply &reply)
{
    const QUrl location = reply.header(QNetworkRequest::LocationHeader).toUrl();
    const QUrl target = reply.url().resolved(location);
    // No query: servers put what they were sent, and tickets, into it.
    return plainDetail(
        target.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment));
}

QString proxySubject(const QNetworkProxy &proxy)
{
    return proxy.hostName() + u':' + QString::number(proxy.port());
}

ProviderError byReply(const QNetworkReply &reply, const Connection &connection)
{
    const int status = httpStatus(reply);
    const QVariant certificate = reply.property(certificateCause);
    KindAndCause what;
    if (certificate.isValid())
        what = {ErrorKind::Tls, ErrorCause(certificate.toInt())};
    else if (status >= 300)
        what = byStatus(status, reply);
    else if (status >= 200 && isWebPage(reply))
        what = {ErrorKind::WrongAddress, ErrorCause::Unknown};
    else
        what = byNetworkError(reply);

    ProviderError error{.kind = what.kind,
                        .cause = what.cause,
                        .subject = subjectOf(reply.url()),
                        .httpStatus = status};
    if (what.kind == ErrorKind::Proxy)
        error.subject = proxySubject(proxyOf(reply));
    if (what.cause == ErrorCause::ConnectTimeout)
        error.limit = connection.timeouts.connect;
    return error;
}

} // namespace

ProviderError toProviderError(const QNetworkReply &reply, const Connection &connection,
                              const QByteArray &body)
{
    const int status = httpStatus(reply);
    const bool refused = status >= 300;
    ProviderError error;
    const auto exact = replyAttribute<ProviderError>(reply, ReplyAttribute::Error);
    // A status is an answer; that the connection broke after it says nothing new.
    if (exact && !(refused && exact->kind == ErrorKind::Protocol))
        error = *exact;
    else
        error = byReply(reply, connection);

    if (refused) {
        refineByBody(error, body);
        error.retryAfter =
            retryAfter(reply.rawHeader("Retry-After"), QDateTime::currentDateTimeUtc());
    }
    if (!error.detail.isEmpty())
        return error;
    if (error.kind == ErrorKind::WrongAddress)
        error.detail = redact(pageTitle(body), connection);
    else if (error.kind == ErrorKind::Redirect)
        error.detail = redirectTarget(reply);
    else if (refused)
        error.detail = refusalDetail(reply, body, connection);
    return error;
}

int httpStatus(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

void watchCertificates(QNetworkReply &reply, const TlsSettings &settings)
{
    const QByteArray pin = settings.pinnedPublicKey;
    QObject::connect(&reply, &QNetworkReply::sslErrors, &reply,
                     [&reply, pin](const QList<QSslError> &errors) {
                         if (!pin.isEmpty() && serversKeyHash(reply) == pin)
                             return reply.ignoreSslErrors(errors);
                         const auto cause = pin.isEmpty() ? certificateCauseOf(errors)
                                                          : ErrorCause::CertificatePinChanged;
                         reply.setProperty(certificateCause, int(cause));
                     });
    if (pin.isEmpty())
        return;
    QObject::connect(&reply, &QNetworkReply::encrypted, &reply, [&reply, pin] {
        if (serversKeyHash(reply) == pin)
            return;
        reply.setProperty(certificateCause, int(ErrorCause::CertificatePinChanged));
        reply.abort();
    });
}

} // namespace Aura
