// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/errorclassifier.h"

#include "net/engine/platform.h"
#include "net/engine/tlserrors.h"

#include <QCoreApplication>
#include <QUrl>

#include <curl/curl.h>

#include <algorithm>
#include <utility>

namespace Aura {

namespace {

constexpr int detailLength = 500;
constexpr int tooLarge = 100; // CURLE_TOO_LARGE, since libcurl 8.6

QString toDetail(const QByteArray &bytes)
{
    QString text = QString::fromLatin1(bytes).left(detailLength);
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    std::replace_if(text.begin(), text.end(), isControl, QChar(u' '));
    return text;
}

ProviderError atHost(const TransferReport &report, ErrorKind kind, ErrorCause cause)
{
    return {.kind = kind, .cause = cause, .subject = report.host};
}

ProviderError atProxy(const TransferReport &report, ErrorCause cause, int status = 0)
{
    return {.kind = ErrorKind::Proxy,
            .cause = cause,
            .subject = report.proxy.label(),
            .httpStatus = status};
}

// The connection that broke is the one to the proxy, and nobody can tell whose fault it was.
ProviderError onTheWay(const TransferReport &report, ErrorCause cause)
{
    ProviderError error = atHost(report, ErrorKind::Protocol, cause);
    if (report.proxy.isUsed()) {
        error.subject = QCoreApplication::translate("Aura::ErrorClassifier", "%1 through proxy %2")
                            .arg(report.host, report.proxy.label());
    }
    return error;
}

std::optional<ProviderError> classifyLimit(const TransferReport &report)
{
    if (!report.expired)
        return std::nullopt;
    // What hangs before the request could leave is the nearest machine that we know of.
    const bool isProxySilent = report.proxy.isUsed() && !report.isSent;
    const bool isTls = report.expired->cause == ErrorCause::TlsUnanswered;
    return ProviderError{.kind = isTls ? ErrorKind::Tls : ErrorKind::Timeout,
                         .cause = report.expired->cause,
                         .subject = isProxySilent ? report.proxy.label() : report.host,
                         .limit = report.expired->limit};
}

ErrorKind kindOfRefusal(ErrorCause cause)
{
    switch (cause) {
    case ErrorCause::HeaderTooLarge:
    case ErrorCause::ReplyTooLarge:
    case ErrorCause::CompressionRefused: return ErrorKind::Limit;
    default: return ErrorKind::Protocol;
    }
}

std::optional<ProviderError> classifyRefusal(const TransferReport &report)
{
    if (report.sendings > 1 && report.curlCode == CURLE_ABORTED_BY_CALLBACK)
        return atHost(report, ErrorKind::Protocol, ErrorCause::SentTwiceRefused);
    if (!report.refusal)
        return std::nullopt;
    ProviderError error = atHost(report, kindOfRefusal(*report.refusal), *report.refusal);
    if (error.cause == ErrorCause::NotHttp && report.speaksTls)
        return atHost(report, ErrorKind::Tls, ErrorCause::NeedsTls);
    error.httpStatus = report.isHeadComplete ? report.head.status : 0;
    return error;
}

// Without a tunnel a proxy's own answer looks like the server's.
bool isPerhapsTheProxys(const TransferReport &report)
{
    static constexpr int spokenByProxies[] = {401, 403, 500, 502, 503, 504};
    if (report.proxy.kind != ProxyOptions::Kind::Http || report.isTunnelled)
        return false;
    const bool isJson = report.head.header("Content-Type").toLower().contains("json");
    return !isJson
        && std::find(std::begin(spokenByProxies), std::end(spokenByProxies), report.head.status)
        != std::end(spokenByProxies);
}

ErrorCause causeOfStatus(int status)
{
    switch (status) {
    case 401:
    case 403: return ErrorCause::KeyRefused;
    case 429: return ErrorCause::TooManyRequests;
    default: return ErrorCause::Unknown;
    }
}

// A status outranks how the connection ended: proxies send their page and then reset.
std::optional<ProviderError> classifyStatus(const TransferReport &report)
{
    const int status = report.head.status;
    if (!report.isHeadComplete || status < 300)
        return std::nullopt;
    ProviderError error = atHost(report, ErrorKind::Http, causeOfStatus(status));
    error.httpStatus = status;
    if (status == 407 && report.proxy.isUsed())
        return atProxy(report, ErrorCause::ProxyCredentials, status);
    if (isPerhapsTheProxys(report)) {
        const bool isSquid = !report.head.header("X-Squid-Error").isEmpty();
        const ErrorCause cause = !isSquid ? ErrorCause::ProxyOrServer
            : status == 403               ? ErrorCause::ProxyForbidden
                                          : ErrorCause::ProxyUnreachableTarget;
        return atProxy(report, cause, status);
    }
    const QUrl target = redirectTarget(report.head, report.url);
    if (status < 400) {
        error.kind = ErrorKind::Redirect;
        error.detail = target.toDisplayString(QUrl::RemoveQuery).left(detailLength);
    }
    return error;
}

ErrorCause causeOfConnectStatus(long status)
{
    switch (status) {
    case 401: // tinyproxy's way to say 407
    case 407: return ErrorCause::ProxyCredentials;
    case 400:
    case 404:
    case 405:
    case 501: return ErrorCause::ProxyNotAProxy;
    default: return status >= 500 ? ErrorCause::ProxyUnreachableTarget : ErrorCause::ProxyForbidden;
    }
}

ErrorCause causeOfSocksError(long error)
{
    switch (error) {
    case CURLPX_NO_AUTH:
    case CURLPX_USER_REJECTED:
    case CURLPX_LONG_PASSWD:
    case CURLPX_LONG_USER: return ErrorCause::ProxyCredentials;
    case CURLPX_REPLY_NOT_ALLOWED: return ErrorCause::ProxyForbidden;
    case CURLPX_RESOLVE_HOST:
    case CURLPX_REPLY_CONNECTION_REFUSED:
    case CURLPX_REPLY_GENERAL_SERVER_FAILURE:
    case CURLPX_REPLY_HOST_UNREACHABLE:
    case CURLPX_REPLY_NETWORK_UNREACHABLE:
    case CURLPX_REPLY_TTL_EXPIRED: return ErrorCause::ProxyUnreachableTarget;
    default: return ErrorCause::ProxyNotAProxy;
    }
}

bool isNameOfProxy(const TransferReport &report)
{
    // libcurl blames the host for the name of a SOCKS proxy.
    return report.curlCode == CURLE_COULDNT_RESOLVE_PROXY
        || report.proxy.kind == ProxyOptions::Kind::Socks5
        || (report.proxy.isUsed() && report.curlText.contains(report.proxy.host.toUtf8()));
}

// What went wrong before the request could leave.
std::optional<ProviderError> classifyConnecting(const TransferReport &report)
{
    if (report.isSent)
        return std::nullopt;
    if (report.connectStatus >= 300) {
        return atProxy(report, causeOfConnectStatus(report.connectStatus),
                       int(report.connectStatus));
    }
    switch (report.curlCode) {
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
        return isNameOfProxy(report) ? atProxy(report, ErrorCause::ProxyNotFound)
                                     : atHost(report, ErrorKind::NameLookup, ErrorCause::Unknown);
    case CURLE_PROXY: return atProxy(report, causeOfSocksError(report.proxyError));
    case CURLE_COULDNT_CONNECT:
        if (report.proxy.isUsed())
            return atProxy(report, ErrorCause::ProxyRefused);
        return atHost(report, ErrorKind::Connect,
                      isConnectionRefused(report.osError) ? ErrorCause::Refused
                                                          : ErrorCause::Unreachable);
    default: break;
    }
    if (auto error = classifyTls(report))
        return error;
    if (report.proxy.isUsed())
        return atProxy(report, ErrorCause::ProxyNotAProxy);
    ProviderError error = atHost(report, ErrorKind::Connect, ErrorCause::Unknown);
    error.detail = toDetail(report.curlText);
    return error;
}

ErrorCause causeOfBrokenBody(const TransferReport &report)
{
    if (report.curlCode == CURLE_WEIRD_SERVER_REPLY || report.curlText.contains("hunk"))
        return ErrorCause::BadFraming;
    const bool isReset =
        report.curlCode == CURLE_SEND_ERROR || report.curlText.contains(connectionResetText());
    return isReset ? ErrorCause::Reset : ErrorCause::CutOff;
}

ProviderError classifyAnswer(const TransferReport &report)
{
    if (report.isHeadComplete)
        return onTheWay(report, causeOfBrokenBody(report));
    if (report.speaksTls)
        return atHost(report, ErrorKind::Tls, ErrorCause::NeedsTls);
    // A certificate that the server asks for in TLS 1.3 is missed only after the request.
    if (auto error = classifyTls(report); error && !report.hasStarted)
        return *error;
    switch (report.curlCode) {
    case CURLE_UNSUPPORTED_PROTOCOL:
        return atHost(report, ErrorKind::Protocol, ErrorCause::NotHttp);
    case CURLE_WEIRD_SERVER_REPLY:
        return atHost(report, ErrorKind::Protocol,
                      report.hasStarted ? ErrorCause::BadFraming : ErrorCause::NotHttp);
    case CURLE_OUT_OF_MEMORY: // what libcurl 7 calls a line without an end
    case tooLarge: return atHost(report, ErrorKind::Limit, ErrorCause::HeaderTooLarge);
    default: break;
    }
    if (report.curlText.contains("Too large response headers"))
        return atHost(report, ErrorKind::Limit, ErrorCause::HeaderTooLarge);
    return onTheWay(report, ErrorCause::ClosedBeforeAnswer);
}

} // namespace

std::optional<ProviderError> classify(const TransferReport &report)
{
    const bool isHeadRefused = report.refusal && report.refusal != ErrorCause::ReplyTooLarge;
    if (auto error = classifyStatus(report); error && !isHeadRefused)
        return error;
    if (auto error = classifyRefusal(report))
        return error;
    if (auto error = classifyLimit(report))
        return error;
    if (report.curlCode == CURLE_OK && report.isHeadComplete)
        return std::nullopt;
    if (auto error = classifyConnecting(report))
        return error;
    return classifyAnswer(report);
}

QUrl redirectTarget(const ResponseHead &head, const QByteArray &url)
{
    const QByteArray location = head.header("Location");
    if (location.isEmpty() || head.status < 300 || head.status >= 400)
        return {};
    const QUrl target = QUrl::fromEncoded(url).resolved(QUrl::fromEncoded(location));
    return target.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
}

} // namespace Aura
