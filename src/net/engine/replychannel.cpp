// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/replychannel.h"

#include <QCoreApplication>

#include <utility>

namespace Aura {

ReplyChannel::ReplyChannel(QObject *reader, qint64 capacity)
    : m_reader(reader)
    , m_capacity(capacity)
{}

QEvent::Type ReplyChannel::deliveryEvent()
{
    static const auto type = QEvent::Type(QEvent::registerEventType());
    return type;
}

void ReplyChannel::setSent(const QByteArray &requestHead)
{
    const std::lock_guard lock(m_mutex);
    m_pending.sent = requestHead;
    notify();
}

void ReplyChannel::setHead(const ResponseHead &head, const TransferTimes &times)
{
    const std::lock_guard lock(m_mutex);
    m_pending.head = head;
    m_pending.times = times;
    notify();
}

ReplyChannel::Append ReplyChannel::append(QByteArrayView bytes)
{
    const std::lock_guard lock(m_mutex);
    if (m_unread >= m_capacity) {
        if (m_whenFull == WhenFull::Refuse)
            return Append::Refused;
        m_isWaiting = true;
        return Append::Wait;
    }
    m_pending.bytes.append(bytes);
    m_unread += bytes.size();
    notify();
    return Append::Taken;
}

void ReplyChannel::finish(const TransferOutcome &outcome)
{
    const std::lock_guard lock(m_mutex);
    m_pending.outcome = outcome;
    notify();
}

ReplyChannel::Delivery ReplyChannel::take()
{
    const std::lock_guard lock(m_mutex);
    m_isNotified = false;
    return std::exchange(m_pending, {});
}

bool ReplyChannel::noteRead(qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    m_unread -= bytes;
    return mayResume();
}

bool ReplyChannel::setCapacity(qint64 bytes, WhenFull whenFull)
{
    const std::lock_guard lock(m_mutex);
    m_capacity = bytes;
    m_whenFull = whenFull;
    return mayResume();
}

void ReplyChannel::detach()
{
    const std::lock_guard lock(m_mutex);
    m_reader = nullptr;
}

void ReplyChannel::notify()
{
    // Posted under the lock, so that detach() is the end of it.
    if (m_reader && !std::exchange(m_isNotified, true))
        QCoreApplication::postEvent(m_reader, new QEvent(deliveryEvent()));
}

bool ReplyChannel::mayResume()
{
    if (!m_isWaiting || m_unread > m_capacity / 2)
        return false;
    m_isWaiting = false;
    return true;
}

} // namespace Aura
