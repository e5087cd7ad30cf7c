// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/exchangerecorder.h"

#include "net/networkaccess.h"
#include "net/replyattributes.h"
#include "net/replyerror.h"
#include "net/secretmask.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr qsizetype longestSecret = 8192; // bytes kept beyond the limit, for masking

QByteArray methodOf(const QNetworkReply &reply)
{
    return reply.operation() == QNetworkAccessManager::PostOperation ? "POST" : "GET";
}

//! The head as the engine saw it leave, else what the manager was told.
QByteArray requestHeadOf(const QNetworkReply &reply)
{
    if (const auto sent = replyAttribute<QByteArray>(reply, ReplyAttribute::RequestHead))
        return *sent;
    const QUrl url = reply.url();
    QByteArray head = methodOf(reply) + ' '
        + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment)
        + " HTTP/1.1\r\nHost: " + url.authority(QUrl::FullyEncoded).toLatin1() + "\r\n";
    const QNetworkRequest request = reply.request();
    const QList<QByteArray> names = request.rawHeaderList();
    for (const QByteArray &name : names)
        head += name + ": " + request.rawHeader(name) + "\r\n";
    return head;
}

QByteArray replyHeadOf(const QNetworkReply &reply)
{
    const int status = httpStatus(reply);
    if (status == 0)
        return {};
    const QString reason = reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason.toLatin1() + "\r\n";
    const QList<QNetworkReply::RawHeaderPair> &pairs = reply.rawHeaderPairs();
    for (const auto &[name, value] : pairs)
        head += name + ": " + QByteArray(value).replace('\n', ", ") + "\r\n";
    return head;
}

QString proxyOf(const QNetworkReply &reply)
{
    const QNetworkAccessManager *manager = reply.manager();
    if (!manager || manager->proxyFactory())
        return {};
    const QNetworkProxy proxy = manager->proxy();
    const QString where = proxy.hostName() + u':' + QString::number(proxy.port());
    switch (proxy.type()) {
    case QNetworkProxy::HttpProxy: return u"http://"_s + where;
    case QNetworkProxy::Socks5Proxy: return u"socks5h://"_s + where;
    default: return {};
    }
}

void append(QByteArray &kept, QByteArrayView bytes)
{
    const qsizetype room = ExchangeRecord::longestBody + longestSecret - kept.size();
    if (room > 0)
        kept.append(bytes.first(std::min(room, bytes.size())));
}

qint64 timeOf(const QNetworkReply &reply, ReplyAttribute attribute)
{
    return replyAttribute<qint64>(reply, attribute).value_or(-1);
}

} // namespace

ExchangeRecorder::ExchangeRecorder(const Connection &connection)
    : m_connection(connection)
{
    m_record.time = QDateTime::currentDateTimeUtc();
}

void ExchangeRecorder::setRequestBody(const QByteArray &body)
{
    m_record.requestBytes = body.size();
    m_requestBody = body;
}

void ExchangeRecorder::addBody(QByteArrayView bytes)
{
    m_record.replyBytes += bytes.size();
    append(m_replyBody, bytes);
}

void ExchangeRecorder::addText(qsizetype length, qint64 elapsedMs)
{
    if (m_record.times.firstTextMs < 0)
        m_record.times.firstTextMs = elapsedMs;
    m_record.textLength += length;
}

ExchangeRecord ExchangeRecorder::record(const QNetworkReply *reply,
                                        const Completion &completion) const
{
    const SecretMask mask(m_connection);
    ExchangeRecord record = m_record;
    record.completion = completion;
    record.times.connectMs = completion.timing.connectMs;
    record.times.firstByteMs = completion.timing.firstByteMs;
    record.times.totalMs = completion.timing.totalMs;
    // The text is timed as it is read, the end as the network saw it.
    if (record.times.totalMs >= 0)
        record.times.firstTextMs = std::min(record.times.firstTextMs, record.times.totalMs);
    // Masked before it is cut, so that no secret loses its end and stays.
    record.requestBody = mask.maskedBody(m_requestBody).left(ExchangeRecord::longestBody);
    record.replyBody = mask.maskedBody(m_replyBody);
    if (m_record.replyBytes > m_replyBody.size())
        record.replyBody.chop(longestSecret);
    if (reply)
        takeHeads(record, *reply);
    return record;
}

void ExchangeRecorder::takeHeads(ExchangeRecord &record, const QNetworkReply &reply) const
{
    const SecretMask mask(m_connection);
    record.method = methodOf(reply);
    record.url = reply.url().adjusted(QUrl::RemoveUserInfo);
    record.url = QUrl::fromEncoded(mask.masked(record.url.toEncoded()));
    record.proxy = proxyOf(reply);
    record.requestHead = mask.maskedHead(requestHeadOf(reply));
    record.replyHead = mask.maskedHead(replyHeadOf(reply));
    record.certificate = replyAttribute<PeerCertificate>(reply, ReplyAttribute::Certificate)
                             .value_or(PeerCertificate());
    record.times.nameLookupMs = timeOf(reply, ReplyAttribute::NameLookupMs);
    record.times.tlsMs = timeOf(reply, ReplyAttribute::TlsMs);
}

} // namespace Aura
