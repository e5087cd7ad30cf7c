// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/httpprovider.h"

#include "base/logging.h"
#include "net/httprequest.h"
#include "net/plainhttp.h"
#include "net/replyattributes.h"
#include "net/replyerror.h"
#include "net/replystream.h"
#include "providers/modelwait.h"

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

//! It is there, and does not know the question.
bool hasNoModelList(const ProviderError &error)
{
    return error.kind == ErrorKind::Http
        && (error.httpStatus == 404 || error.httpStatus == 405 || error.httpStatus == 501);
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
    return !m_streams.isEmpty() || !m_waits.isEmpty();
}

std::optional<ExchangeRecord> HttpProvider::exchange(RequestId id) const
{
    const ReplyStream *stream = m_streams.value(id);
    return stream ? std::optional(stream->record()) : std::nullopt;
}

void HttpProvider::cancel(RequestId id)
{
    if (ReplyStream *stream = m_streams.value(id)) {
        stream->stop();
    } else if (ModelWait *wait = m_waits.take(id)) {
        delete wait;
        emit finished(id, {.state = ReplyState::Stopped});
    } else if (m_refused.remove(id)) { // lists and checks that were refused end by themselves
        m_streams.remove(id);
        emit finished(id, {.state = ReplyState::Stopped});
    }
}

int HttpProvider::tokenLimit(const QString &model) const
{
    return m_tokenLimits.value(model.isEmpty() ? m_connection.model : model);
}

RequestId HttpProvider::describeModel(const QString &model)
{
    QNetworkReply *reply = requestError() ? nullptr : requestModel(model);
    if (!reply)
        return {};
    const RequestId id = nextId();
    readAll(id, reply, [this, id, model](const QString &body, const Completion &) {
        if (const int limit = parseTokenLimit(body.toUtf8()); limit > 0)
            m_tokenLimits.insert(model, limit);
        emit modelDescribed(id, {.id = model, .name = model, .tokenLimit = tokenLimit(model)});
    });
    return id;
}

QNetworkReply *HttpProvider::requestModel(const QString &)
{
    return nullptr;
}

int HttpProvider::parseTokenLimit(const QByteArray &) const
{
    return 0;
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

RequestId HttpProvider::startReply(const Question &question)
{
    if (const auto error = requestError())
        return refuse(*error);
    const RequestId id = nextId();
    begin(id, question);
    return id;
}

void HttpProvider::authorize(QNetworkRequest &) const {}

void HttpProvider::begin(RequestId id, const Question &question)
{
    auto *stream = new ReplyStream(post(question.url, question.body), question.makeDecoder(),
                                   m_connection, this);
    stream->setRequestBody(QJsonDocument(question.body).toJson(QJsonDocument::Compact));
    m_streams.insert(id, stream);
    connect(stream, &ReplyStream::progressed, this,
            [this, id](const ReplyProgress &progress) { emit progressed(id, progress); });
    connect(stream, &ReplyStream::textReceived, this,
            [this, id](const QString &text) { emit chunkReceived(id, text); });
    connect(stream, &ReplyStream::reasoningReceived, this,
            [this, id](const QString &text) { emit reasoningReceived(id, text); });
    connect(stream, &ReplyStream::finished, this,
            [this, id, stream, question](const Completion &completion) {
                m_streams.remove(id);
                stream->deleteLater();
                const QPointer<HttpProvider> alive(this);
                emit exchangeRecorded(id, stream->record());
                if (!alive)
                    return;
                const bool isLoading =
                    completion.error && completion.error->cause == ErrorCause::ModelLoading;
                if (isLoading && !question.health.isEmpty())
                    waitForModel(id, question, completion);
                else
                    end(id, question, completion);
            });
    qCDebug(lcProvider) << subjectOf(question.url) << "request" << id.value << "sent";
}

void HttpProvider::end(RequestId id, const Question &question, Completion completion)
{
    completion.requestedModel = question.model;
    // "length" before the limit that was asked for: the model's context was full.
    const qint64 written = completion.usage.completionTokens;
    if (completion.state == ReplyState::CutByLimit && !completion.error && written >= 0
        && question.maxTokens && written < *question.maxTokens)
        completion.error = ProviderError{.kind = ErrorKind::Limit,
                                         .cause = ErrorCause::ContextFull,
                                         .subject = subjectOf(question.url)};
    emit finished(id, completion);
}

void HttpProvider::waitForModel(RequestId id, const Question &question, const Completion &refusal)
{
    auto *wait = new ModelWait([this, question] { return get(question.health); },
                               m_connection.timeouts.firstByte, this);
    m_waits.insert(id, wait);
    connect(wait, &ModelWait::ready, this, [this, id, wait, question] {
        m_waits.remove(id);
        wait->deleteLater();
        begin(id, question);
    });
    connect(wait, &ModelWait::gaveUp, this, [this, id, wait, question, refusal] {
        m_waits.remove(id);
        wait->deleteLater();
        end(id, question, refusal);
    });
    emit progressed(id, {.stage = ReplyProgress::Stage::LoadingModel});
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
    QNetworkRequest request = makeRequest(url, m_connection);
    authorize(request);
    return m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

QNetworkReply *HttpProvider::get(const QUrl &url)
{
    QNetworkRequest request = makeRequest(url, m_connection);
    authorize(request);
    return m_network.get(request);
}

std::optional<ProviderError> HttpProvider::requestError() const
{
    if (auto error = addressError(m_connection))
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
    QNetworkReply *reply = requestModels();
    const QPointer<QNetworkReply> asked(reply);
    readAll(id, reply, [this, tell, asked](const QString &body, const Completion &completion) {
        ConnectionCheck check = toCheck(body, completion);
        const bool isPage = asked && isWebPage(*asked);
        if (check.error && hasNoModelList(*check.error) && !isPage && mayListNoModels())
            check = {.works = true, .listsModels = false, .totalMs = check.totalMs};
        if (asked)
            check.certificate = replyAttribute<PeerCertificate>(*asked, ReplyAttribute::Certificate)
                                    .value_or(PeerCertificate());
        tell(check);
    });
}

//! Reads a short answer whole.
void HttpProvider::readAll(RequestId id, QNetworkReply *reply,
                           const std::function<void(const QString &, const Completion &)> &tell)
{
    auto *stream =
        new ReplyStream(reply, std::make_unique<PlainTextDecoder>(), impatient(m_connection), this);
    stream->setMaximumBody(longestModelList);
    m_streams.insert(id, stream);
    const auto body = std::make_shared<QString>();
    connect(stream, &ReplyStream::textReceived, this,
            [body](const QString &text) { *body += text; });
    connect(stream, &ReplyStream::finished, this,
            [this, id, stream, body, tell](const Completion &completion) {
                m_streams.remove(id);
                stream->deleteLater();
                tell(*body, completion);
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

ConnectionCheck HttpProvider::toCheck(const QString &body, const Completion &completion)
{
    ConnectionCheck check{.error = completion.error, .totalMs = completion.timing.totalMs};
    // A whole list in JSON proves its end by itself.
    const bool isWhole = completion.state == ReplyState::Complete
        || (completion.error && completion.error->kind == ErrorKind::EndNotConfirmed);
    if (isWhole || completion.state == ReplyState::Empty) {
        if (const auto models = parseModels(body.toUtf8())) {
            for (const ModelInfo &model : *models)
                m_tokenLimits.insert(model.id, model.tokenLimit);
            return {.works = true, .models = *models, .totalMs = check.totalMs};
        }
        check.error = ProviderError{.kind = ErrorKind::Protocol,
                                    .subject = subjectOf(m_connection.baseUrl),
                                    .httpStatus = 200};
    }
    check.failedStep = check.error ? stepOf(*check.error) : CheckStep::Http;
    return check;
}

} // namespace Aura
