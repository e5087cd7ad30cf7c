// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/replystream.h"

#include "base/logging.h"
#include "base/redact.h"
#include "net/engine/httpreply.h"
#include "net/refusal.h"
#include "net/replyerror.h"

#include <QTimerEvent>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr qint64 readAhead = 512 * 1024;               // bytes that wait unread at most
constexpr qint64 longestRefusal = 64 * 1024;           // bytes of an answer that is no reply
constexpr std::chrono::milliseconds longestWait = 24h; // of one timer; limits may be longer
constexpr auto refusalLimit = 3000ms; // an error that is known is not awaited for long

qint64 attributeOr(const QNetworkReply &reply, ReplyAttribute attribute, qint64 otherwise)
{
    return replyAttribute<qint64>(reply, attribute).value_or(otherwise);
}

bool isCompressed(const QNetworkReply &reply)
{
    const QByteArray encoding = reply.rawHeader("Content-Encoding").trimmed().toLower();
    return !encoding.isEmpty() && encoding != "identity";
}

} // namespace

ReplyStream::ReplyStream(QNetworkReply *reply, std::unique_ptr<StreamDecoder> decoder,
                         const Connection &connection, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_decoder(std::move(decoder))
    , m_connection(connection)
    , m_recorder(connection)
{
    m_clock.start();
    enter(Phase::FirstByte);
    watchCertificates(*reply, connection.tls);
    connect(&m_decoder, &BodyDecoder::decoded, this, &ReplyStream::tell);
    connect(&m_decoder, &BodyDecoder::idle, this, &ReplyStream::onDecoded);
    connect(reply, &QNetworkReply::socketStartedConnecting, this, &ReplyStream::onConnecting);
    connect(reply, &QNetworkReply::requestSent, this, &ReplyStream::onSent);
    connect(reply, &QNetworkReply::uploadProgress, this, &ReplyStream::onConnected);
    connect(reply, &QNetworkReply::metaDataChanged, this, &ReplyStream::onHeadReceived);
    connect(reply, &QNetworkReply::readyRead, this, &ReplyStream::onBodyReceived);
    connect(reply, &QNetworkReply::finished, this, &ReplyStream::onReplyFinished);
    connect(reply, &QObject::destroyed, this, // its manager went first
            [this] { finishWith(ReplyState::Stopped, std::nullopt); });
}

ReplyStream::~ReplyStream()
{
    if (!m_reply || m_finished)
        return;
    m_reply->disconnect(this);
    m_reply->deleteLater(); // which aborts it; we may stand in one of its signals
}

void ReplyStream::stop()
{
    finishWith(ReplyState::Stopped, std::nullopt);
}

void ReplyStream::onConnecting()
{
    if (m_phase == Phase::FirstByte)
        enter(Phase::Connecting);
}

void ReplyStream::onSent()
{
    onConnected();
    if (!m_finished)
        emit progressed({.stage = ReplyProgress::Stage::Sent});
}

void ReplyStream::onConnected()
{
    if (m_phase != Phase::Connecting)
        return;
    m_completion.timing.connectMs = m_clock.elapsed();
    enter(Phase::FirstByte);
}

void ReplyStream::onHeadReceived()
{
    if (m_phase == Phase::Body || m_phase == Phase::Refusal || httpStatus(*m_reply) == 0)
        return;
    m_completion.timing.firstByteMs = m_clock.elapsed();
    m_reply->setReadBufferSize(readAhead); // after post() Qt 6.4 does not heed it before the head
    if (httpStatus(*m_reply) >= 300 || isWebPage(*m_reply))
        enter(Phase::Refusal);
    else if (isCompressed(*m_reply)) // though we asked for identity
        endWith(ownError(ErrorKind::Limit, ErrorCause::CompressionRefused));
    else
        enter(Phase::Body);
}

void ReplyStream::onBodyReceived()
{
    const QPointer<ReplyStream> alive(this);
    onHeadReceived();
    if (!alive || m_finished)
        return;
    m_silence.restart();
    if (m_decoder.isBusy()) // the network waits for us
        return;
    m_hasTold = false;
    if (m_phase == Phase::Refusal)
        readRefusal();
    else
        readBody();
    if (alive && !m_finished && !m_hasTold)
        emit progressed({.stage = ReplyProgress::Stage::Alive});
}

//! Goes on where it was left when there was much to decode.
void ReplyStream::onDecoded()
{
    if (m_finished)
        return;
    m_silence.restart();
    if (m_delayedEnd)
        endWith(ProviderError(*m_delayedEnd));
    else if (m_isTooLarge)
        endWith(ownError(ErrorKind::Limit, ErrorCause::ReplyTooLarge));
    else if (m_reply->isFinished())
        onReplyFinished();
    else if (m_reply->bytesAvailable() > 0)
        onBodyReceived();
}

void ReplyStream::onReplyFinished()
{
    const QPointer<ReplyStream> alive(this);
    if (m_reply->isOpen() && m_reply->bytesAvailable() > 0)
        onBodyReceived();
    else
        onHeadReceived();
    if (!alive || m_finished || m_decoder.isBusy())
        return;
    const bool hasFailed = m_reply->error() != QNetworkReply::NoError
        || replyAttribute<ProviderError>(*m_reply, ReplyAttribute::Error);
    if (hasFailed || m_phase == Phase::Refusal)
        endWithReplysError();
    else if (m_phase != Phase::Body)
        endWith(ownError(ErrorKind::Protocol, ErrorCause::ClosedBeforeAnswer));
    else
        endOfBody();
}

void ReplyStream::enter(Phase phase)
{
    m_phase = phase;
    m_silence.start();
    watchDeadline();
}

std::optional<ReplyStream::Deadline> ReplyStream::nextDeadline() const
{
    const Timeouts &limits = m_connection.timeouts;
    std::optional<Deadline> next;
    const auto consider = [&next](ErrorCause cause, std::chrono::milliseconds limit,
                                  const QElapsedTimer &since) {
        const std::chrono::milliseconds left = limit - std::chrono::milliseconds(since.elapsed());
        if (limit > 0ms && (!next || left < next->left))
            next = Deadline{cause, limit, left};
    };
    switch (m_phase) {
    case Phase::Connecting:
        consider(ErrorCause::ConnectTimeout, limits.connect, m_silence);
        [[fallthrough]];
    case Phase::FirstByte: consider(ErrorCause::FirstByteTimeout, limits.firstByte, m_clock); break;
    case Phase::Body: consider(ErrorCause::IdleTimeout, limits.idle, m_silence); break;
    case Phase::Refusal: consider(ErrorCause::Unknown, refusalLimit, m_silence); break;
    }
    return next;
}

void ReplyStream::watchDeadline()
{
    const auto deadline = nextDeadline();
    if (!deadline)
        return m_deadline.stop();
    const auto wait = std::clamp(deadline->left, 1ms, longestWait);
    m_deadline.start(int(wait.count()), Qt::PreciseTimer, this);
}

void ReplyStream::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_deadline.timerId())
        return QObject::timerEvent(event);
    const auto deadline = nextDeadline();
    if (!deadline || deadline->left > 0ms)
        return watchDeadline(); // bytes came meanwhile; they only restart a clock
    if (m_phase == Phase::Refusal)
        return endWithReplysError();
    if (m_decoder.isBusy()) { // the silence is ours
        m_silence.restart();
        return watchDeadline();
    }
    ProviderError error = ownError(ErrorKind::Timeout, deadline->cause);
    error.limit = deadline->limit;
    endWith(error);
}

void ReplyStream::readBody()
{
    const qint64 room = m_maximumBody - m_bodyRead;
    m_isTooLarge = m_reply->bytesAvailable() > room;
    const QByteArray bytes = m_reply->read(std::min(room, m_reply->bytesAvailable()));
    m_bodyRead += bytes.size();
    m_recorder.addBody(bytes);

    const QPointer<ReplyStream> alive(this);
    m_decoder.feed(bytes);
    if (alive && !m_finished && m_isTooLarge && !m_decoder.isBusy())
        endWith(ownError(ErrorKind::Limit, ErrorCause::ReplyTooLarge));
}

void ReplyStream::readRefusal()
{
    const qint64 room = longestRefusal - m_refusal.size();
    const QByteArray bytes = m_reply->read(std::min(room, m_reply->bytesAvailable()));
    m_recorder.addBody(bytes);
    m_refusal += bytes;
    const bool isEnough = m_refusal.size() >= longestRefusal
        || (isWebPage(*m_reply) && m_refusal.toLower().contains("</title>"));
    if (isEnough)
        endWithReplysError();
}

void ReplyStream::tell(const QList<StreamEvent> &events)
{
    if (m_finished) // stopped, while more was to be told
        return;
    const QPointer<ReplyStream> alive(this);
    for (const StreamEvent &event : events) {
        switch (event.kind) {
        case StreamEvent::Kind::Text:
            m_hasContent = true;
            emit textReceived(takeText(event));
            break;
        case StreamEvent::Kind::Reasoning: emit reasoningReceived(takeText(event)); break;
        case StreamEvent::Kind::ToolCall:
            m_hasContent = true;
            m_completion.toolCalls += event.text;
            break;
        case StreamEvent::Kind::Model: m_completion.model = plainDetail(event.text); break;
        case StreamEvent::Kind::Usage: m_completion.usage = event.usage; break;
        case StreamEvent::Kind::Progress: emit progressed(event.progress); break;
        case StreamEvent::Kind::Unreadable: ++m_completion.unreadableParts; continue;
        case StreamEvent::Kind::End:
        case StreamEvent::Kind::Error: tellEnd(event); break;
        }
        if (!alive || m_finished)
            return;
        m_isUnderstood = true;
        if (m_textTold > m_maximumText)
            return finishWith(ReplyState::CutByLimit,
                              ownError(ErrorKind::Limit, ErrorCause::ReplyTooLarge));
    }
}

//! As much as there is room for, and never half a character.
QString ReplyStream::takeText(const StreamEvent &event)
{
    const qsizetype room = m_maximumText - m_textTold;
    m_textTold += event.text.size();
    QString text = event.text.first(std::min(room, event.text.size()));
    const bool isCut = text.size() < event.text.size();
    if (isCut && !text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    m_hasTold = true;
    m_recorder.addText(text.size(), m_clock.elapsed());
    return text;
}

//! The end, or the error, that the stream itself told.
void ReplyStream::tellEnd(const StreamEvent &event)
{
    const bool isError = event.kind == StreamEvent::Kind::Error;
    std::optional<ProviderError> error;
    if (isError || event.error.cause != ErrorCause::Unknown) {
        error = ownError(event.error.kind, event.error.cause);
        error->detail = plainDetail(redact(event.error.detail, m_connection));
        refineByDetail(*error);
    }
    finishWith(isError ? ReplyState::Failed : event.state, error);
}

//! What the decoder held back; where it is the protocol's end, that counts, whatever came after it.
void ReplyStream::tellRest()
{
    if (m_phase == Phase::Body && !std::exchange(m_decoderIsDone, true))
        m_decoder.finish();
}

void ReplyStream::endOfBody()
{
    const QPointer<ReplyStream> alive(this);
    tellRest();
    if (!alive || m_finished || m_decoder.isBusy())
        return;

    bool hasLength = false;
    const qint64 length = m_reply->rawHeader("Content-Length").toLongLong(&hasLength);
    const bool endsByClosing = framingOf(*m_reply) == Framing::Close;
    if (hasLength && m_bodyRead < length)
        endWith(ownError(ErrorKind::Protocol, ErrorCause::CutOff));
    else if (m_decoder.marksEnd() && !m_isUnderstood && m_completion.unreadableParts > 0)
        finishWith(ReplyState::Failed, ownError(ErrorKind::Protocol, ErrorCause::Unknown));
    else if (m_decoder.marksEnd())
        endWith(ownError(ErrorKind::Protocol,
                         endsByClosing ? ErrorCause::CutOff : ErrorCause::EndMissing));
    else if (endsByClosing)
        endWith(ownError(ErrorKind::EndNotConfirmed, ErrorCause::Unknown));
    else
        finishWith(ReplyState::Complete, std::nullopt);
}

void ReplyStream::endWithReplysError()
{
    endWith(toProviderError(*m_reply, m_connection, m_refusal));
}

void ReplyStream::endWith(const ProviderError &error)
{
    const QPointer<ReplyStream> alive(this);
    tellRest();
    if (!alive || m_finished)
        return;
    if (m_decoder.isBusy()) {
        m_delayedEnd = error;
        return;
    }
    if (error.cause == ErrorCause::ReplyTooLarge)
        finishWith(ReplyState::CutByLimit, error);
    else if (m_phase == Phase::Body)
        finishWith(ReplyState::Interrupted, error);
    else
        finishWith(ReplyState::Failed, error);
}

void ReplyStream::finishWith(ReplyState state, const std::optional<ProviderError> &error)
{
    if (std::exchange(m_finished, true))
        return;

    m_deadline.stop();
    takeTiming();
    if (m_reply) {
        m_reply->disconnect(this);
        if (auto *ours = qobject_cast<HttpReply *>(m_reply))
            ours->hangUp(); // the server stops its work, however busy our event loop is
        // Not at once: we may stand in one of its signals, where abort() complains and delete
        // crashes.
        QMetaObject::invokeMethod(m_reply, &QNetworkReply::abort, Qt::QueuedConnection);
        m_reply->deleteLater();
    }
    const bool isEmpty = state == ReplyState::Complete && !m_hasContent;
    m_completion.state = isEmpty ? ReplyState::Empty : state;
    m_completion.error = error;
    qCDebug(lcNet) << "reply ended:" << replyStateName(m_completion.state) << m_bodyRead << "bytes";
    emit finished(Completion(m_completion)); // a slot may destroy this
}

void ReplyStream::takeTiming()
{
    Timing &timing = m_completion.timing;
    timing.totalMs = m_clock.elapsed();
    if (!m_reply)
        return;
    timing.connectMs = attributeOr(*m_reply, ReplyAttribute::ConnectMs, timing.connectMs);
    timing.firstByteMs = attributeOr(*m_reply, ReplyAttribute::FirstByteMs, timing.firstByteMs);
    timing.totalMs = attributeOr(*m_reply, ReplyAttribute::TotalMs, timing.totalMs);
}

ProviderError ReplyStream::ownError(ErrorKind kind, ErrorCause cause) const
{
    return {.kind = kind,
            .cause = cause,
            .subject = subjectOf(m_reply->url()),
            .httpStatus = httpStatus(*m_reply)};
}

} // namespace Aura
