// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/httpreply.h"

#include "base/errortext.h"
#include "net/engine/errorclassifier.h"
#include "net/engine/networkthread.h"

#include <QCoreApplication>
#include <QPointer>

#include <limits>
#include <utility>

namespace Aura {

namespace {

constexpr qint64 streamCapacity = 1'048'576;
constexpr qint64 collectCapacity = 16'777'216;

// Fields of one name become one, as in Qt's own replies.
QByteArray joined(const QByteArray &before, const QByteArray &value, const QByteArray &name)
{
    const bool isCookie = name.compare("Set-Cookie", Qt::CaseInsensitive) == 0;
    return before + (isCookie ? "\n" : ", ") + value;
}

} // namespace

HttpReply::HttpReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
                     QObject *parent)
    : QNetworkReply(parent)
{
    setOperation(operation);
    setRequest(request);
    setUrl(request.url());
    QNetworkReply::setReadBufferSize(streamCapacity);
    QIODevice::open(ReadOnly);
}

HttpReply::HttpReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
                     RequestOptions options, std::shared_ptr<NetworkThread> thread, QObject *parent)
    : HttpReply(operation, request, parent)
{
    m_thread = std::move(thread);
    m_channel = std::make_shared<ReplyChannel>(this, streamCapacity);
    setAttribute(QNetworkRequest::ConnectionEncryptedAttribute, options.isEncrypted);
    m_transfer = m_thread->start(std::move(options), m_channel);
}

HttpReply::HttpReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
                     const ProviderError &error, QObject *parent)
    : HttpReply(operation, request, parent)
{
    m_outcome = TransferOutcome{.error = error};
    postNext();
}

HttpReply::~HttpReply()
{
    cancelTransfer();
}

void HttpReply::abort()
{
    if (m_state == State::Finished)
        return;
    const QPointer<HttpReply> alive(this);
    cancelTransfer();
    m_head.reset();
    m_outcome = TransferOutcome{};
    if (m_state == State::Running) {
        QNetworkReply::setError(OperationCanceledError, tr("The request was stopped."));
        m_state = State::Failing;
        postNext(); // for a nested event loop that waits for the end
        emit errorOccurred(OperationCanceledError);
    }
    if (alive && m_state != State::Finished)
        announceFinished();
}

void HttpReply::close()
{
    QNetworkReply::close();
    m_bytes = {};
    abort();
}

void HttpReply::setReadBufferSize(qint64 size)
{
    QNetworkReply::setReadBufferSize(size);
    m_isBufferSizeChosen = true;
    const qint64 capacity = size > 0 ? size : std::numeric_limits<qint64>::max();
    if (m_channel)
        resumeIf(m_channel->setCapacity(capacity, ReplyChannel::WhenFull::Wait));
}

qint64 HttpReply::bytesAvailable() const
{
    return QNetworkReply::bytesAvailable() + m_bytes.size();
}

bool HttpReply::canReadLine() const
{
    return QNetworkReply::canReadLine() || m_bytes.contains('\n');
}

bool HttpReply::event(QEvent *event)
{
    if (event->type() != ReplyChannel::deliveryEvent())
        return QNetworkReply::event(event);
    takeDelivery();
    announceNext();
    return true;
}

qint64 HttpReply::readData(char *data, qint64 maximum)
{
    const qint64 count = m_bytes.read(data, maximum);
    if (count == 0)
        return m_state == State::Finished ? -1 : 0;
    const bool isFirst = !std::exchange(m_hasBeenRead, true);
    if (isFirst && !m_isBufferSizeChosen)
        resumeIf(m_channel->setCapacity(streamCapacity, ReplyChannel::WhenFull::Wait));
    resumeIf(m_channel->noteRead(count));
    return count;
}

void HttpReply::takeDelivery()
{
    if (!m_channel)
        return;
    ReplyChannel::Delivery delivery = m_channel->take();
    if (m_state != State::Running)
        return;
    if (delivery.sent) {
        setAttribute(attributeKey(ReplyAttribute::RequestHead), *delivery.sent);
        m_isNewlySent = true;
    }
    if (delivery.head) {
        m_head = std::move(delivery.head);
        setTimes(delivery.times);
    }
    if (!delivery.bytes.isEmpty()) {
        m_received += delivery.bytes.size();
        m_bytes.append(std::move(delivery.bytes));
        m_hasNewBytes = true;
    }
    if (delivery.outcome)
        m_outcome = std::move(delivery.outcome);
}

void HttpReply::announceNext()
{
    if (m_state == State::Finished)
        return;
    if (m_isNewlySent)
        announceSent();
    else if (m_head)
        announceHead();
    else if (m_hasNewBytes && !m_isAnnouncingBody && m_state == State::Running)
        announceBody();
    else if (m_outcome)
        announceEnd();
}

void HttpReply::announceSent()
{
    m_isNewlySent = false;
    postNext();
    emit requestSent();
}

void HttpReply::announceHead()
{
    const ResponseHead head = *std::exchange(m_head, std::nullopt);
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, head.status);
    setAttribute(QNetworkRequest::HttpReasonPhraseAttribute, QString::fromLatin1(head.reason));
    setAttribute(attributeKey(ReplyAttribute::Framing), QVariant::fromValue(head.framing));
    for (const auto &[name, value] : head.headers)
        setRawHeader(name, hasRawHeader(name) ? joined(rawHeader(name), value, name) : value);
    const QUrl target = redirectTarget(head, url().toEncoded());
    if (target.isValid())
        setAttribute(QNetworkRequest::RedirectionTargetAttribute, target);
    if (head.framing == Framing::Length)
        m_expected = head.header("Content-Length").toLongLong();
    postNext();
    emit metaDataChanged();
}

void HttpReply::announceBody()
{
    const QPointer<HttpReply> alive(this);
    m_hasNewBytes = false;
    m_isAnnouncingBody = true;
    postNext();
    emit readyRead();
    if (!alive)
        return;
    m_isAnnouncingBody = false;
    noteThatNobodyReads();
    if (m_state != State::Running)
        return;
    postNext(); // what a nested event loop may have brought
    emit downloadProgress(m_received, m_expected);
}

void HttpReply::announceEnd()
{
    if (m_state == State::Failing || !m_outcome->error) {
        if (m_state == State::Running)
            setTimes(m_outcome->times);
        announceFinished();
        return;
    }
    const ProviderError error = *m_outcome->error;
    setTimes(m_outcome->times);
    if (m_outcome->certificate.isKnown())
        setAttribute(attributeKey(ReplyAttribute::Certificate),
                     QVariant::fromValue(m_outcome->certificate));
    setError(error);
    m_state = State::Failing;
    postNext();
    emit errorOccurred(toNetworkError(error));
}

void HttpReply::announceFinished()
{
    const QPointer<HttpReply> alive(this);
    m_state = State::Finished;
    m_transfer = 0;
    setFinished(true);
    emit readChannelFinished();
    if (alive)
        emit finished();
}

bool HttpReply::hasMoreToAnnounce() const
{
    return m_isNewlySent || m_head || (m_hasNewBytes && !m_isAnnouncingBody) || m_outcome;
}

// The next announcement waits in the queue before a slot can start an event loop of its own.
void HttpReply::postNext()
{
    if (hasMoreToAnnounce())
        QCoreApplication::postEvent(this, new QEvent(ReplyChannel::deliveryEvent()));
}

void HttpReply::setTimes(const TransferTimes &times)
{
    const auto set = [this](ReplyAttribute attribute, qint64 milliseconds) {
        if (milliseconds >= 0)
            setAttribute(attributeKey(attribute), milliseconds);
    };
    set(ReplyAttribute::NameLookupMs, times.nameLookupMs);
    set(ReplyAttribute::ConnectMs, times.connectMs);
    set(ReplyAttribute::TlsMs, times.tlsMs);
    set(ReplyAttribute::FirstByteMs, times.firstByteMs);
    set(ReplyAttribute::TotalMs, times.totalMs);
}

void HttpReply::setError(const ProviderError &error)
{
    setAttribute(attributeKey(ReplyAttribute::Error), QVariant::fromValue(error));
    QNetworkReply::setError(toNetworkError(error), errorSentence(error));
}

void HttpReply::noteThatNobodyReads()
{
    if (m_hasBeenRead || m_isBufferSizeChosen || !m_channel)
        return;
    resumeIf(m_channel->setCapacity(collectCapacity, ReplyChannel::WhenFull::Refuse));
}

void HttpReply::resumeIf(bool hasRoom)
{
    if (hasRoom && m_transfer != 0)
        m_thread->resume(m_transfer);
}

void HttpReply::cancelTransfer()
{
    if (!m_channel)
        return;
    m_channel->detach();
    if (m_transfer != 0)
        m_thread->cancel(std::exchange(m_transfer, 0));
}

} // namespace Aura
