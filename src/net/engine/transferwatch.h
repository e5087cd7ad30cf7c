// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/engine/requestoptions.h"

#include <memory>
#include <optional>

namespace Aura {

class ConnectionLog;

//! Sees, on the network thread, which sockets libcurl opens for a transfer, and notes them in the
//! connection log.
class TransferWatch
{
public:
    //! Without a log nothing is noted.
    TransferWatch(const RequestOptions &options, std::shared_ptr<ConnectionLog> log);
    //! What has not ended was stopped.
    ~TransferWatch();
    TransferWatch(const TransferWatch &) = delete;
    TransferWatch &operator=(const TransferWatch &) = delete;

    //! Sets the callbacks of a curl easy handle; also after a reset.
    void watch(void *easy);

    void ended(const std::optional<ProviderError> &error);

private:
    std::shared_ptr<ConnectionLog> m_log;
    quint64 m_entry = 0;
};

} // namespace Aura
