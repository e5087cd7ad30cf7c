// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/errortext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Aura {

namespace {

class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ErrorText)
};

QString duration(std::chrono::milliseconds limit)
{
    if (limit >= 120s && limit % 60s == 0ms)
        return ErrorText::tr("%1 min").arg(limit / 60s);
    if (limit % 1s == 0ms)
        return ErrorText::tr("%1 s").arg(limit / 1s);
    return ErrorText::tr("%1 s").arg(double(limit.count()) / 1000);
}

//! Who it happened at; a word where that is not known.
QString where(const ProviderError &error)
{
    return error.subject.isEmpty() ? ErrorText::tr("The server") : error.subject;
}

//! The sentence, and what the other side said about it.
QString withDetail(const QString &sentence, const QString &withIt, const ProviderError &error)
{
    if (error.detail.isEmpty())
        return sentence;
    const QString text = withIt.arg(where(error), error.detail);
    const bool isClosed = u".!?…”»。"_s.contains(text.back());
    return isClosed ? text : text + u'.';
}

QString addressSentence(const ProviderError &error)
{
    switch (error.cause) {
    case ErrorCause::NoScheme:
        return ErrorText::tr("The server’s address does not begin with http:// or https://.");
    case ErrorCause::NoHost: return ErrorText::tr("The server’s address names no computer.");
    case ErrorCause::UnsupportedScheme:
        return ErrorText::tr("Chat servers are reached by http or https, not by “%1”.")
            .arg(error.detail);
    case ErrorCause::NoConnection:
        return ErrorText::tr("No connection is chosen for this conversation.");
    case ErrorCause::ConnectionGone:
        return ErrorText::tr("The connection of this conversation is no longer there.");
    case ErrorCause::BadHeader:
        return ErrorText::tr("The header “%1” cannot be sent: its name or value has characters "
                             "that headers do not allow.")
            .arg(error.detail);
    case ErrorCause::KeyOverPlainHttp:
        return ErrorText::tr("The key was not sent to %1: http would show it to everybody "
                             "on the way.")
            .arg(where(error));
    case ErrorCause::KeyInLocalNetwork:
        return ErrorText::tr("The key was not sent to %1: http would show it to everybody "
                             "in your network.")
            .arg(where(error));
    case ErrorCause::KeyRefused: // by the key store
        return withDetail(
            ErrorText::tr("The question was not sent to %1: its key is not in the key store.")
                .arg(where(error)),
            ErrorText::tr("The question was not sent to %1 without its key: %2"), error);
    default: return ErrorText::tr("The server’s address cannot be used.");
    }
}

QString connectSentence(const ProviderError &error)
{
    switch (error.cause) {
    case ErrorCause::Refused:
        return ErrorText::tr("%1 does not accept connections.").arg(where(error));
    case ErrorCause::EngineMissing:
        return ErrorText::tr("The library that Aura speaks HTTP with, libcurl, cannot be loaded.");
    default: return ErrorText::tr("%1 cannot be reached.").arg(where(error));
    }
}

QString tlsSentence(const ProviderError &error)
{
    const QString host = where(error);
    switch (error.cause) {
    case ErrorCause::CertificateUnknown:
        return ErrorText::tr("Nobody this computer trusts vouches for %1.").arg(host);
    case ErrorCause::CertificateExpired:
        return ErrorText::tr("The certificate of %1 is not valid today.").arg(host);
    case ErrorCause::CertificateWrongHost:
        return ErrorText::tr("%1 shows the certificate of another server.").arg(host);
    case ErrorCause::CertificatePinChanged:
        return ErrorText::tr("%1 shows another certificate than the one you trusted.").arg(host);
    case ErrorCause::ClientCertificateRequired:
        return ErrorText::tr("%1 asks for a certificate of yours.").arg(host);
    case ErrorCause::CertificateFileUnusable:
        return withDetail(
            ErrorText::tr("A certificate file of the connection to %1 cannot be used.").arg(host),
            ErrorText::tr("A certificate file of the connection to %1 cannot be used: %2"), error);
    case ErrorCause::TlsUnanswered:
        return ErrorText::tr("%1 did not answer the greeting of https within %2.")
            .arg(host, duration(error.limit));
    case ErrorCause::NotTls: return ErrorText::tr("%1 does not speak https.").arg(host);
    case ErrorCause::NeedsTls: return ErrorText::tr("%1 speaks https only.").arg(host);
    default: return ErrorText::tr("No secure connection to %1 could be made.").arg(host);
    }
}

QString proxySentence(const ProviderError &error)
{
    const QString proxy = error.subject.isEmpty() ? ErrorText::tr("The proxy") : error.subject;
    switch (error.cause) {
    case ErrorCause::ProxyNotFound: return ErrorText::tr("The proxy %1 was not found.").arg(proxy);
    case ErrorCause::ProxyRefused:
        return ErrorText::tr("The proxy %1 does not accept connections.").arg(proxy);
    case ErrorCause::ProxyCredentials:
        return ErrorText::tr("The proxy %1 refused the user name or password.").arg(proxy);
    case ErrorCause::ProxyForbidden:
        return ErrorText::tr("The proxy %1 does not allow this server.").arg(proxy);
    case ErrorCause::ProxyUnreachableTarget:
        return ErrorText::tr("The proxy %1 could not reach the server.").arg(proxy);
    case ErrorCause::ProxyNotAProxy:
        return ErrorText::tr("%1 does not answer like a proxy.").arg(proxy);
    case ErrorCause::ProxyOrServer:
        return withDetail(
            ErrorText::tr("The server, or the proxy %1 before it, refused the request (%2).")
                .arg(proxy, QString::number(error.httpStatus)),
            ErrorText::tr("The server, or the proxy %1 before it, refused the request: %2"), error);
    default:
        return withDetail(ErrorText::tr("The proxy %1 failed.").arg(proxy),
                          ErrorText::tr("The proxy %1 failed: %2"), error);
    }
}

QString timeoutSentence(const ProviderError &error)
{
    const QString limit = duration(error.limit);
    switch (error.cause) {
    case ErrorCause::ConnectTimeout:
        return ErrorText::tr("%1 could not be reached within %2.").arg(where(error), limit);
    case ErrorCause::IdleTimeout:
        return ErrorText::tr("%1 sent nothing more for %2.").arg(where(error), limit);
    case ErrorCause::HeaderTimeout:
        return ErrorText::tr("%1 began to answer, but did not get on within %2.")
            .arg(where(error), limit);
    default: return ErrorText::tr("%1 did not answer within %2.").arg(where(error), limit);
    }
}

QString contextSentence(const ProviderError &error)
{
    if (error.needed <= 0 || error.allowed <= 0)
        return withDetail(
            ErrorText::tr("The conversation does not fit into the model’s context."),
            ErrorText::tr("The conversation does not fit into the model’s context, says %1: %2"),
            error);
    const QLocale locale;
    return ErrorText::tr(
               "The conversation does not fit into the model’s context: it has %1 tokens, "
               "and the model takes %2.")
        .arg(locale.toString(error.needed), locale.toString(error.allowed));
}

QString serverSentence(const ProviderError &error)
{
    switch (error.cause) {
    case ErrorCause::ContextExceeded: return contextSentence(error);
    case ErrorCause::ContentFiltered:
        return ErrorText::tr("A filter of %1 ended the reply.").arg(where(error));
    default:
        return withDetail(ErrorText::tr("%1 reported an error in its reply.").arg(where(error)),
                          ErrorText::tr("%1 reported an error: %2"), error);
    }
}

QString httpSentence(const ProviderError &error)
{
    const QString host = where(error);
    switch (error.cause) {
    case ErrorCause::KeyRefused:
        return withDetail(ErrorText::tr("%1 refused the key.").arg(host),
                          ErrorText::tr("%1 refused the key: %2"), error);
    case ErrorCause::ModelNotFound:
        return withDetail(ErrorText::tr("%1 does not have this model.").arg(host),
                          ErrorText::tr("%1 does not have this model: %2"), error);
    case ErrorCause::NoModel:
        return ErrorText::tr("%1 needs to be told which model is meant.").arg(host);
    case ErrorCause::ModelLoading: return ErrorText::tr("%1 is still loading its model.").arg(host);
    case ErrorCause::ContextExceeded: return contextSentence(error);
    case ErrorCause::NotSupported:
        return withDetail(ErrorText::tr("%1 cannot do what was asked of it.").arg(host),
                          ErrorText::tr("%1 cannot do what was asked of it: %2"), error);
    case ErrorCause::TooManyRequests:
        return withDetail(ErrorText::tr("%1 has had too many requests.").arg(host),
                          ErrorText::tr("%1 has had too many requests: %2"), error);
    default:
        return withDetail(ErrorText::tr("%1 answered with the error %2.")
                              .arg(host, QString::number(error.httpStatus)),
                          ErrorText::tr("%1 answered with an error: %2"), error);
    }
}

QString protocolSentence(const ProviderError &error)
{
    const QString host = where(error);
    switch (error.cause) {
    case ErrorCause::ClosedBeforeAnswer:
        return ErrorText::tr("%1 closed the connection without an answer.").arg(host);
    case ErrorCause::CutOff:
    case ErrorCause::Reset:
        return ErrorText::tr("The connection to %1 was lost before the reply had ended.").arg(host);
    case ErrorCause::EndMissing:
        return ErrorText::tr("%1 stopped before the reply had ended.").arg(host);
    case ErrorCause::SentTwiceRefused:
        return ErrorText::tr("The connection to %1 was lost. The message may or may not have "
                             "arrived; it was not sent again.")
            .arg(host);
    case ErrorCause::NotHttp: return ErrorText::tr("What %1 answered is not HTTP.").arg(host);
    case ErrorCause::NeedsTls: // some engines see it here
        return tlsSentence(error);
    default: return ErrorText::tr("%1 answered in a way that Aura does not understand.").arg(host);
    }
}

QString limitSentence(const ProviderError &error)
{
    const QString host = where(error);
    const QLocale locale;
    switch (error.cause) {
    case ErrorCause::PromptTooLong:
        return ErrorText::tr("The message does not fit: with the system prompt and room for the "
                             "reply it takes about %1 tokens, and the limit is %2. "
                             "Nothing was sent.")
            .arg(locale.toString(error.needed), locale.toString(error.allowed));
    case ErrorCause::ContextFull:
        return ErrorText::tr("The model’s context was full before the reply had ended.");
    case ErrorCause::ReplyTooLarge:
        return ErrorText::tr("The reply was stopped by Aura’s size limit.");
    case ErrorCause::HeaderTooLarge:
    case ErrorCause::LineTooLong:
        return ErrorText::tr("%1 sent more in one piece than Aura takes.").arg(host);
    case ErrorCause::CompressionRefused:
        return ErrorText::tr("%1 sent a compressed reply, though it was asked not to.").arg(host);
    default: return ErrorText::tr("The answer of %1 is larger than Aura takes.").arg(host);
    }
}

QString redirectSentence(const ProviderError &error)
{
    return withDetail(ErrorText::tr("%1 wants to move you elsewhere.").arg(where(error)),
                      ErrorText::tr("%1 wants to move you to %2"), error);
}

} // namespace

QString errorSentence(const ProviderError &error)
{
    switch (error.kind) {
    case ErrorKind::Address: return addressSentence(error);
    case ErrorKind::NameLookup:
        return ErrorText::tr("No computer named %1 was found.").arg(where(error));
    case ErrorKind::Connect: return connectSentence(error);
    case ErrorKind::Tls: return tlsSentence(error);
    case ErrorKind::Proxy: return proxySentence(error);
    case ErrorKind::Timeout: return timeoutSentence(error);
    case ErrorKind::Redirect: return redirectSentence(error);
    case ErrorKind::Http: return httpSentence(error);
    case ErrorKind::Protocol: return protocolSentence(error);
    case ErrorKind::WrongAddress:
        return withDetail(ErrorText::tr("%1 answered with a web page.").arg(where(error)),
                          ErrorText::tr("%1 answered with a web page: “%2”"), error);
    case ErrorKind::Server: return serverSentence(error);
    case ErrorKind::Limit: return limitSentence(error);
    case ErrorKind::EndNotConfirmed:
        if (error.cause == ErrorCause::ProgramEnded)
            return ErrorText::tr("Aura ended before this reply did.");
        return ErrorText::tr("The end of the reply could not be confirmed; it may be incomplete.");
    }
    Q_UNREACHABLE();
}

} // namespace Aura
