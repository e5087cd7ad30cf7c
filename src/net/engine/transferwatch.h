// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/engine/replychannel.h"
#include "net/engine/requestoptions.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace Aura {

class ConnectionLog;

//! Sees what a transfer does to the network, on the network thread: which sockets libcurl opens,
//! for the connection log, and the request's head as it leaves, for the reply.
class TransferWatch
{
public:
    //! Without a log only the head is seen.
    TransferWatch(const RequestOptions &options, std::shared_ptr<ReplyChannel> channel,
                  std::shared_ptr<ConnectionLog> log);
    //! What has not ended was stopped.
    ~TransferWatch();
    TransferWatch(const TransferWatch &) = delete;
    TransferWatch &operator=(const TransferWatch &) = delete;

    //! Sets the callbacks of a curl easy handle; also after a reset.
    void watch(void *easy);

    //! The request proper begins to leave: the next head is its own, not one for the proxy.
    void onSending() { m_isSending = true; }

    void ended(const std::optional<ProviderError> &error);

private:
    static int onDebug(void *easy, int type, char *data, size_t size, void *self);
    void noteHead(QByteArrayView head);

    std::shared_ptr<ReplyChannel> m_channel;
    std::shared_ptr<ConnectionLog> m_log;
    quint64 m_entry = 0;
    bool m_isSending = false;
};

} // namespace Aura
