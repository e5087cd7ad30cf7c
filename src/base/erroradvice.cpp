// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/errortext.h"

#include <QCoreApplication>

namespace Aura {

namespace {

class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ErrorText)
};

QString protocolAdvice(const ProviderError &error)
{
    switch (error.cause) {
    case ErrorCause::ClosedBeforeAnswer:
    case ErrorCause::NotHttp:
    case ErrorCause::NotTls:
        return ErrorText::tr("Check the port, and whether the address should begin with https://.");
    case ErrorCause::CutOff:
    case ErrorCause::EndMissing:
    case ErrorCause::Reset: return ErrorText::tr("Try again, or continue from what arrived.");
    default: return ErrorText::tr("Check that the connection’s kind is the one the server speaks.");
    }
}

QString connectAdvice(ErrorCause cause)
{
    switch (cause) {
    case ErrorCause::Refused: return ErrorText::tr("Is the server running, and the port right?");
    case ErrorCause::EngineMissing: return ErrorText::tr("Install libcurl, or Aura once more.");
    default: return ErrorText::tr("Check your network and the address.");
    }
}

QString tlsAdvice(ErrorCause cause)
{
    switch (cause) {
    case ErrorCause::NotTls: return ErrorText::tr("Begin the address with http://.");
    case ErrorCause::TlsUnanswered:
        return ErrorText::tr("If the server speaks http only, begin the address with http://.");
    case ErrorCause::CertificateFileUnusable:
        return ErrorText::tr("Choose the connection’s certificate files again.");
    case ErrorCause::NeedsTls: return ErrorText::tr("Begin the address with https://.");
    case ErrorCause::CertificateUnknown:
        return ErrorText::tr("If the server is your own, add its certificate to the connection.");
    case ErrorCause::CertificateExpired:
        return ErrorText::tr("Check this computer’s date, or ask who runs the server to renew it.");
    case ErrorCause::CertificateWrongHost:
        return ErrorText::tr("Check the address for typing errors.");
    case ErrorCause::CertificatePinChanged:
        return ErrorText::tr("Ask who runs the server before you trust the new one.");
    case ErrorCause::ClientCertificateRequired:
        return ErrorText::tr("Choose your certificate and its key in the connection.");
    default: return ErrorText::tr("Ask who runs the server whether its TLS is up to date.");
    }
}

QString addressAdvice(ErrorCause cause)
{
    switch (cause) {
    case ErrorCause::NoConnection:
    case ErrorCause::ConnectionGone: return ErrorText::tr("Choose another, or add one.");
    case ErrorCause::BadHeader:
        return ErrorText::tr("Correct it in the connection’s extra headers and cookies.");
    case ErrorCause::KeyOverPlainHttp:
        return ErrorText::tr("Use https://. Who must, can allow it in the connection.");
    case ErrorCause::KeyInLocalNetwork:
        return ErrorText::tr("Use https://, or send it all the same where you trust everybody.");
    case ErrorCause::KeyRefused:
        return ErrorText::tr("Unlock the key store and try again, or enter the key once more.");
    default:
        return ErrorText::tr("Correct it in the connection, for example http://localhost:3000.");
    }
}

QString proxyAdvice(ErrorCause cause)
{
    switch (cause) {
    case ErrorCause::ProxyForbidden:
        return ErrorText::tr("Ask who runs the proxy, or choose another one.");
    case ErrorCause::ProxyUnreachableTarget:
        return ErrorText::tr("Is the server running, and its address right?");
    case ErrorCause::ProxyOrServer:
        return ErrorText::tr("Check the proxy’s user and password, then the key.");
    default: return ErrorText::tr("Check the proxy in the settings.");
    }
}

QString contextAdvice()
{
    return ErrorText::tr(
        "Shorten it, begin a new conversation, or choose a model with a larger context.");
}

QString retryAdvice(const ProviderError &error)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(error.retryAfter).count();
    return seconds > 0 ? ErrorText::tr("Try again in %n second(s).", nullptr, int(seconds))
                       : ErrorText::tr("Wait a little, then try again.");
}

QString httpAdvice(const ProviderError &error)
{
    switch (error.cause) {
    case ErrorCause::KeyRefused: return ErrorText::tr("Check the key in the connection.");
    case ErrorCause::ModelNotFound: return ErrorText::tr("Choose another model.");
    case ErrorCause::NoModel: return ErrorText::tr("Choose a model.");
    case ErrorCause::ModelLoading: return ErrorText::tr("Wait a little, then try again.");
    case ErrorCause::ContextExceeded: return contextAdvice();
    case ErrorCause::NotSupported:
        return ErrorText::tr("Leave it out and send again, or choose another model.");
    case ErrorCause::TooManyRequests: return retryAdvice(error);
    default: break;
    }
    if (error.httpStatus == 404 || error.httpStatus == 405)
        return ErrorText::tr("Check the address and the kind of the connection.");
    return {};
}

QString limitAdvice(ErrorCause cause)
{
    switch (cause) {
    case ErrorCause::PromptTooLong:
        return ErrorText::tr("Shorten the message or the system prompt, or raise Maximum tokens.");
    case ErrorCause::ContextFull:
        return ErrorText::tr("Begin a new conversation, or choose a model with a larger context.");
    default: return {};
    }
}

} // namespace

QString errorAdvice(const ProviderError &error)
{
    switch (error.kind) {
    case ErrorKind::Address: return addressAdvice(error.cause);
    case ErrorKind::NameLookup:
        return ErrorText::tr("Check the address for typing errors, and your network.");
    case ErrorKind::Connect: return connectAdvice(error.cause);
    case ErrorKind::Tls: return tlsAdvice(error.cause);
    case ErrorKind::Proxy: return proxyAdvice(error.cause);
    case ErrorKind::Timeout:
        return error.cause == ErrorCause::IdleTimeout
            ? ErrorText::tr("Try again, or continue from what arrived.")
            : ErrorText::tr("Is the server running?");
    case ErrorKind::Redirect:
        return ErrorText::tr("If you trust it, enter that address in the connection.");
    case ErrorKind::Http: return httpAdvice(error);
    case ErrorKind::Protocol:
        return error.cause == ErrorCause::NeedsTls ? tlsAdvice(error.cause) : protocolAdvice(error);
    case ErrorKind::WrongAddress:
        return ErrorText::tr("Check the address, or log in to the network first.");
    case ErrorKind::Server:
        return error.cause == ErrorCause::ContextExceeded ? contextAdvice() : QString();
    case ErrorKind::EndNotConfirmed:
        return error.cause == ErrorCause::ProgramEnded
            ? ErrorText::tr("Try again, or continue from what arrived.")
            : QString();
    case ErrorKind::Limit: return limitAdvice(error.cause);
    }
    Q_UNREACHABLE();
}

} // namespace Aura
