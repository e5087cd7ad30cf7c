// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/httpprovider.h"

#include "base/logging.h"
#include "net/httprequest.h"
#include "net/plainhttp.h"
#include "net/replyerror.h"
#include "net/replystream.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QPointer>
#include <QTimer>

using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr qint64 longestModelList = 8 * 1024 * 1024; // bytes

//! The step that an error stopped at.
CheckStep stepOf(const ProviderError &error)
{
    switch (error.kind) {
    case ErrorKind::Address: return CheckStep::Address;
    case ErrorKind::NameLookup: return CheckStep::NameLookup;
    case ErrorKind::Connect:
    case ErrorKind::Proxy: return CheckStep::Connect;
    case ErrorKind::Tls: return CheckStep::Tls;
    case ErrorKind::Timeout:
        return error.cause == ErrorCause::ConnectTimeout ? CheckStep::Connect : CheckStep::Http;
    case ErrorKind::Redirect:
    case ErrorKind::Http:
    case ErrorKind::WrongAddress: return CheckStep::Http;
    case ErrorKind::Protocol: // without a status it is HTTP itself that failed
        return error.httpStatus == 0 ? CheckStep::Http : CheckStep::Protocol;
    case ErrorKind::Server:
    case ErrorKind::Limit:
    case ErrorKind::EndNotConfirmed: return CheckStep::Protocol;
    }
    Q_UNREACHABLE();
}

//! A list of models needs no thinking: who asks for it wants to know soon.
Connection impatient(Connection connection)
{
    constexpr std::chrono::milliseconds patience = 30s;
    for (auto limit : {&Timeouts::connect, &Timeouts::firstByte, &Timeouts::idle}) {
        auto &value = connection.timeouts.*limit;
        value = value == 0ms ? patience : std::min(value, patience);
    }
    return connection;
}

} // namespace

HttpProvider::HttpProvider(QNetworkAccessManager &network, const Connection &connection,
                           QObject *parent)
    : ChatProvider(parent)
    , m_network(network)
    , m_connection(connection)
{}

HttpProvider::~HttpProvider() = default;

QString HttpProvider::displayName() const
{
    return m_connection.name.isEmpty() ? subjectOf(m_connection.baseUrl) : m_connection.name;
}

bool HttpProvider::isBusy() const
{
    return !m_streams.isEmpty();
}

void HttpProvider::cancel(RequestId id)
{
    if (ReplyStream *stream = m_streams.value(id)) {
        stream->stop();
    } else if (m_refused.remove(id)) { // lists and checks that were refused end by themselves
        m_streams.remove(id);
        emit finished(id, {.state = ReplyState::Stopped});
    }
}

RequestId HttpProvider::listModels()
{
    const RequestId id = nextId();
    askForModels(id, [this, id](const ConnectionCheck &check) {
        if (check.works)
            emit modelsListed(id, check.models);
        else
            emit modelsFailed(id, check.error.value_or(ProviderError()));
    });
    return id;
}

RequestId HttpProvider::check()
{
    const RequestId id = nextId();
    askForModels(id, [this, id](const ConnectionCheck &check) { emit checked(id, check); });
    return id;
}

RequestId HttpProvider::startReply(const QUrl &url, const QJsonObject &body,
                                   std::unique_ptr<StreamDecoder> decoder)
{
    if (const auto error = requestError())
        return refuse(*error);

    const RequestId id = nextId();
    auto *stream = new ReplyStream(post(url, body), std::move(decoder), m_connection, this);
    stream->setRequestBody(QJsonDocument(body).toJson(QJsonDocument::Compact));
    m_streams.insert(id, stream);
    connect(stream, &ReplyStream::progressed, this,
            [this, id](const ReplyProgress &progress) { emit progressed(id, progress); });
    connect(stream, &ReplyStream::textReceived, this,
            [this, id](const QString &text) { emit chunkReceived(id, text); });
    connect(stream, &ReplyStream::reasoningReceived, this,
            [this, id](const QString &text) { emit reasoningReceived(id, text); });
    connect(stream, &ReplyStream::finished, this, [this, id, stream](const Completion &completion) {
        m_streams.remove(id);
        stream->deleteLater();
        const QPointer<HttpProvider> alive(this);
        emit exchangeRecorded(id, stream->record());
        if (alive)
            emit finished(id, completion);
    });
    qCDebug(lcProvider) << subjectOf(url) << "request" << id.value << "sent";
    return id;
}

RequestId HttpProvider::refuse(const ProviderError &error)
{
    const RequestId id = nextId();
    m_refused.insert(id);
    endLater(id, [this, id, error] {
        m_refused.remove(id);
        emit finished(id, {.state = ReplyState::Failed, .error = error});
    });
    return id;
}

QNetworkReply *HttpProvider::post(const QUrl &url, const QJsonObject &body)
{
    return m_network.post(makeRequest(url, m_connection),
                          QJsonDocument(body).toJson(QJsonDocument::Compact));
}

QNetworkReply *HttpProvider::get(const QUrl &url)
{
    return m_network.get(makeRequest(url, m_connection));
}

std::optional<ProviderError> HttpProvider::requestError() const
{
    if (const auto error = addressError(m_connection))
        return error;
    return plainHttpError(m_connection, m_network.proxy());
}

RequestId HttpProvider::nextId()
{
    return {++m_lastId};
}

void HttpProvider::askForModels(RequestId id, const Tell &tell)
{
    if (const auto error = requestError()) {
        endLater(id, [tell, error] { tell({.failedStep = CheckStep::Address, .error = error}); });
        return;
    }
    auto *stream = new ReplyStream(requestModels(), std::make_unique<PlainTextDecoder>(),
                                   impatient(m_connection), this);
    stream->setMaximumBody(longestModelList);
    m_streams.insert(id, stream);
    const auto body = std::make_shared<QString>();
    connect(stream, &ReplyStream::textReceived, this,
            [body](const QString &text) { *body += text; });
    connect(stream, &ReplyStream::finished, this,
            [this, id, stream, body, tell](const Completion &completion) {
                m_streams.remove(id);
                stream->deleteLater();
                tell(toCheck(*body, completion));
            });
}

void HttpProvider::endLater(RequestId id, const std::function<void()> &tell)
{
    m_streams.insert(id, nullptr);
    QTimer::singleShot(0, this, [this, id, tell] {
        if (m_streams.remove(id))
            tell();
    });
}

ConnectionCheck HttpProvider::toCheck(const QString &body, const Completion &completion) const
{
    ConnectionCheck check{.error = completion.error, .totalMs = completion.timing.totalMs};
    // A whole list in JSON proves its end by itself.
    const bool isWhole = completion.state == ReplyState::Complete
        || (completion.error && completion.error->kind == ErrorKind::EndNotConfirmed);
    if (isWhole || completion.state == ReplyState::Empty) {
        if (const auto models = parseModels(body.toUtf8()))
            return {.works = true, .models = *models, .totalMs = check.totalMs};
        check.error = ProviderError{.kind = ErrorKind::Protocol,
                                    .subject = subjectOf(m_connection.baseUrl),
                                    .httpStatus = 200};
    }
    check.failedStep = check.error ? stepOf(*check.error) : CheckStep::Http;
    return check;
}

} // namespace Aura
