// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/requestbuilder.h"

#include "net/replyerror.h"

#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

using Operation = QNetworkAccessManager::Operation;

// Decided here and nowhere else: how the body is framed, that nothing is compressed, what goes to
// the proxy.
bool isOurs(const QByteArray &name)
{
    static const QList<QByteArray> names{
        "accept-encoding", "connection",          "content-length",   "expect",
        "keep-alive",      "proxy-authorization", "proxy-connection", "te",
        "trailer",         "transfer-encoding",   "upgrade"};
    return names.contains(name.toLower());
}

bool isToken(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return c > ' ' && c < '\x7f' && !QByteArrayView("\"(),/:;<=>?@[\\]{}").contains(c);
    });
}

bool isOneLine(const QByteArray &value)
{
    return std::none_of(value.begin(), value.end(),
                        [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

QByteArray methodOf(Operation operation, const QNetworkRequest &request)
{
    switch (operation) {
    case QNetworkAccessManager::HeadOperation: return "HEAD";
    case QNetworkAccessManager::PutOperation: return "PUT";
    case QNetworkAccessManager::PostOperation: return "POST";
    case QNetworkAccessManager::DeleteOperation: return "DELETE";
    case QNetworkAccessManager::CustomOperation:
        return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    default: return "GET";
    }
}

QList<QByteArray> headerLines(const QNetworkRequest &request)
{
    QList<QByteArray> lines{"Accept-Encoding: identity", "Expect:"};
    const QList<QByteArray> names = request.rawHeaderList();
    for (const QByteArray &name : names) {
        if (isOurs(name))
            continue;
        const QByteArray value = request.rawHeader(name);
        lines.append(value.isEmpty() ? name + ';' : name + ": " + value);
    }
    for (const char *name : {"Accept", "Content-Type"}) { // libcurl would add its own
        if (!request.hasRawHeader(name))
            lines.append(QByteArray(name) + ':');
    }
    return lines;
}

} // namespace

std::optional<ProviderError> findFault(const QNetworkRequest &request)
{
    const QUrl url = request.url();
    ProviderError error{.kind = ErrorKind::Address, .subject = subjectOf(url)};
    if (url.scheme().isEmpty())
        error.cause = ErrorCause::NoScheme;
    else if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        error.cause = ErrorCause::UnsupportedScheme;
    else if (!url.isValid() || url.host().isEmpty() || url.port() == 0)
        error.cause = ErrorCause::NoHost;
    else if (!isOneLine(request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray()))
        error.cause = ErrorCause::BadHeader;
    if (error.cause != ErrorCause::Unknown)
        return error;

    const QList<QByteArray> names = request.rawHeaderList();
    const auto bad = std::find_if_not(names.begin(), names.end(), [&](const QByteArray &name) {
        return isToken(name) && isOneLine(request.rawHeader(name));
    });
    if (bad == names.end())
        return std::nullopt;
    error.cause = ErrorCause::BadHeader;
    error.detail = plainDetail(QString::fromLatin1(*bad));
    return error;
}

RequestOptions toRequestOptions(Operation operation, const QNetworkRequest &request,
                                QIODevice *body)
{
    const QUrl url = request.url();
    RequestOptions options;
    options.method = methodOf(operation, request);
    options.url = url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    options.host = subjectOf(url);
    options.isEncrypted = url.scheme() == "https"_L1;
    options.authority =
        url.host() + u':' + QString::number(url.port(options.isEncrypted ? 443 : 80));
    const QVariant purpose = request.attribute(purposeAttribute);
    if (purpose.isValid())
        options.purpose = RequestPurpose(purpose.toInt());
    else if (operation == QNetworkAccessManager::PostOperation)
        options.purpose = RequestPurpose::Question;
    options.user = url.userName(QUrl::FullyDecoded);
    options.password = Secret(url.password(QUrl::FullyDecoded));
    options.headers = headerLines(request);
    const bool bodyIsExpected = operation == QNetworkAccessManager::PostOperation
        || operation == QNetworkAccessManager::PutOperation;
    if (body || bodyIsExpected)
        options.hasBody = RequestOptions::Body::Given;
    if (body)
        options.body = body->readAll();
    return options;
}

} // namespace Aura
