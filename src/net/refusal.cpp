// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/refusal.h"

#include "net/jsontext.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Aura {

namespace {

constexpr milliseconds longestRetry = 24h;

QRegularExpression ignoringCase(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

//! "8,192" and "8 192" are the same number.
qint64 toCount(QString digits)
{
    digits.remove(u',').remove(u'.').remove(u' ').remove(u'_');
    return digits.toLongLong();
}

bool saysContextExceeded(const QString &text)
{
    static const auto pattern = ignoringCase(
        u"exceeds? the (available )?(model'?s )?(maximum )?context|maximum context length"
        "|context[ _](length|size|window)[ _]*(is )?exceeded|exceed_context_size"
        "|prompt is too long|too (long|large) for (the )?(model|context)|input is too long"_s);
    return pattern.match(text).hasMatch();
}

bool saysNoSuchModel(const QString &text)
{
    static const auto pattern = ignoringCase(
        u"model\\b.{0,200}?(not found|does(n't| not) exist|not exist|is not available|unknown)"
        "|(no such|unknown|invalid) model|model_not_found|not a valid model"_s);
    return pattern.match(text).hasMatch();
}

bool saysNoModelNamed(const QString &text)
{
    static const auto pattern = ignoringCase(
        u"model( name)? is (required|missing)|must provide a model|missing.{0,20}'?model'?$"_s);
    return pattern.match(text).hasMatch();
}

bool saysNotSupported(const QString &text)
{
    static const auto pattern = ignoringCase(
        u"(not|n't) support(ed)?\\b|unsupported|no support for|not a multimodal model"_s);
    return pattern.match(text).hasMatch();
}

//! "request (24016 tokens) exceeds … size (512 tokens)", "maximum context length is 4097 tokens.
//! However, you requested 5000 tokens", "214315 tokens > 204698 maximum".
void countTokens(ProviderError &error, const QString &text)
{
    static const auto number = u"([0-9][0-9,._ ]*?)"_s;
    static const auto neededFirst = ignoringCase(number + u" tokens\\)? (exceeds|>).{0,60}?[^0-9]"_s
                                                 + number + u"( tokens| maximum)"_s);
    static const auto allowedFirst = ignoringCase(
        u"context (?:length|size|window)(?: of| is)? "_s + number
        + u"(?: tokens)?\\b.{0,120}?(?:requested|resulted in|contains?|has) (?:about )?"_s + number
        + u" (input )?tokens"_s);
    if (const auto match = neededFirst.match(text); match.hasMatch()) {
        error.needed = toCount(match.captured(1));
        error.allowed = toCount(match.captured(3));
    } else if (const auto other = allowedFirst.match(text); other.hasMatch()) {
        error.allowed = toCount(other.captured(1));
        error.needed = toCount(other.captured(2));
    }
}

void refineByText(ProviderError &error, const QString &text)
{
    if (saysContextExceeded(text)) {
        error.cause = ErrorCause::ContextExceeded;
        if (error.needed == 0)
            countTokens(error, text);
    } else if (error.httpStatus == 503) {
        if (text.contains("loading"_L1, Qt::CaseInsensitive))
            error.cause = ErrorCause::ModelLoading;
    } else if (saysNoModelNamed(text)) {
        error.cause = ErrorCause::NoModel;
    } else if (saysNoSuchModel(text)) {
        error.cause = ErrorCause::ModelNotFound;
    } else if (saysNotSupported(text)) {
        error.cause = ErrorCause::NotSupported;
    }
}

} // namespace

void refineByBody(ProviderError &error, const QByteArray &body)
{
    const auto object = parseJsonObject(body);
    if (!object || errorMessageIn(*object).isEmpty())
        return;
    // The server's own words: no proxy says them.
    if (error.kind == ErrorKind::Proxy && error.cause == ErrorCause::ProxyOrServer) {
        error.kind = ErrorKind::Http;
        error.cause = error.httpStatus == 401 || error.httpStatus == 403 ? ErrorCause::KeyRefused
                                                                         : ErrorCause::Unknown;
    }
    if (error.kind != ErrorKind::Http || error.cause != ErrorCause::Unknown)
        return;
    QJsonObject inner = object->value("error"_L1).toObject();
    // Ollama hands on what its runner said as a text.
    if (const auto said = parseJsonObject(object->value("error"_L1).toString().toUtf8()))
        inner = said->value("error"_L1).toObject();
    error.needed = qMax<qint64>(0, tokenCount(inner.value("n_prompt_tokens"_L1)));
    error.allowed = qMax<qint64>(0, tokenCount(inner.value("n_ctx"_L1)));
    refineByText(error,
                 errorMessageIn(*object) + u' ' + inner.value("type"_L1).toString() + u' '
                     + inner.value("code"_L1).toString());
    if (error.cause != ErrorCause::ContextExceeded)
        error.needed = error.allowed = 0;
}

void refineByDetail(ProviderError &error)
{
    if (error.kind != ErrorKind::Server || error.cause != ErrorCause::Unknown)
        return;
    refineByText(error, error.detail);
}

milliseconds retryAfter(const QByteArray &header, const QDateTime &now)
{
    const QString text = QString::fromLatin1(header).trimmed();
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (isNumber && seconds > 0)
        return std::min(longestRetry, milliseconds(qint64(std::min(seconds, 1e6) * 1000)));
    if (isNumber)
        return 0ms;
    QDateTime date = QLocale::c().toDateTime(text, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date.isValid()
        ? std::clamp<milliseconds>(milliseconds(now.msecsTo(date)), 0ms, longestRetry)
        : 0ms;
}

} // namespace Aura
