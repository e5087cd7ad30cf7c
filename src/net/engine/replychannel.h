// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/peercertificate.h"
#include "base/providererror.h"
#include "net/engine/bytequeue.h"
#include "net/engine/responsehead.h"

#include <QEvent>

#include <mutex>
#include <optional>

class QObject;

namespace Aura {

//! How a transfer ended, as far as the network knows.
struct TransferOutcome
{
    std::optional<ProviderError> error{}; // none: whole, as its framing proves
    TransferTimes times{};
    PeerCertificate certificate{}; // that was refused
};

//! Hands one reply from the network thread to the thread of its reader.
//!
//! However much comes in, at most one event waits in the reader's queue, and at most the capacity
//! waits to be read: then append() takes nothing until the reader has made room.
class ReplyChannel
{
public:
    enum class Append { Taken, Wait, Refused };
    //! What happens when the capacity is reached.
    enum class WhenFull { Wait, Refuse };

    //! Everything that came since the last look.
    struct Delivery
    {
        std::optional<QByteArray> sent{}; // the request's head, once the request leaves
        std::optional<ResponseHead> head{};
        TransferTimes times{}; // with the head
        ByteQueue bytes{};
        std::optional<TransferOutcome> outcome{};
    };

    //! The reader gets events of deliveryEvent(), until detach().
    ReplyChannel(QObject *reader, qint64 capacity);

    static QEvent::Type deliveryEvent();

    // The network thread's side.
    void setSent(const QByteArray &requestHead);
    void setHead(const ResponseHead &head, const TransferTimes &times);
    Append append(QByteArrayView bytes);
    void finish(const TransferOutcome &outcome);

    // The reader's side.
    Delivery take();
    //! True where the network waits for room and should go on.
    [[nodiscard]] bool noteRead(qint64 bytes);
    [[nodiscard]] bool setCapacity(qint64 bytes, WhenFull whenFull);
    void detach(); // the reader is going away

private:
    void notify(); // with the mutex held
    bool mayResume();

    std::mutex m_mutex;
    QObject *m_reader;
    Delivery m_pending;
    qint64 m_capacity;
    qint64 m_unread = 0; // pending, or with the reader and not read yet
    WhenFull m_whenFull = WhenFull::Wait;
    bool m_isWaiting = false;
    bool m_isNotified = false;
};

} // namespace Aura
