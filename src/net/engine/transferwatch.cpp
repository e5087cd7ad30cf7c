// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/transferwatch.h"

#include "net/connectionlog.h"
#include "net/engine/platform.h"

#include <curl/curl.h>

#include <utility>

namespace Aura {

TransferWatch::TransferWatch(const RequestOptions &options, std::shared_ptr<ConnectionLog> log)
    : m_log(std::move(log))
{
    if (m_log)
        m_entry = m_log->begin(options.authority,
                               options.proxy.isUsed() ? options.proxy.label() : QString(),
                               options.purpose);
}

TransferWatch::~TransferWatch()
{
    if (m_log)
        m_log->end(m_entry, ConnectionEntry::State::Stopped);
}

void TransferWatch::watch(void *easy)
{
    const curl_opensocket_callback onOpen = [](void *self, curlsocktype,
                                               curl_sockaddr *address) -> curl_socket_t {
        const auto *watch = static_cast<const TransferWatch *>(self);
        if (watch->m_log)
            watch->m_log->addAddress(watch->m_entry, socketAddressText(&address->addr));
        return curl_socket_t(openSocket(address->family, address->socktype, address->protocol));
    };
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, onOpen);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
}

void TransferWatch::ended(const std::optional<ProviderError> &error)
{
    if (m_log)
        m_log->end(m_entry, error ? ConnectionEntry::State::Failed : ConnectionEntry::State::Done,
                   error);
}

} // namespace Aura
