// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/transferwatch.h"

#include "net/connectionlog.h"
#include "net/engine/platform.h"

#include <curl/curl.h>

#include <utility>

namespace Aura {

TransferWatch::TransferWatch(const RequestOptions &options, std::shared_ptr<ReplyChannel> channel,
                             std::shared_ptr<ConnectionLog> log)
    : m_channel(std::move(channel))
    , m_log(std::move(log))
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
    const curl_debug_callback onDebugged = [](CURL *handle, curl_infotype type, char *data,
                                              size_t size, void *self) {
        return onDebug(handle, int(type), data, size, self);
    };
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, onOpen);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
    // The only way to see the head as it leaves, with what libcurl adds to it.
    curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, onDebugged);
    curl_easy_setopt(easy, CURLOPT_DEBUGDATA, this);
    curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
}

int TransferWatch::onDebug(void *, int type, char *data, size_t size, void *self)
{
    if (type == CURLINFO_HEADER_OUT)
        static_cast<TransferWatch *>(self)->noteHead({data, qsizetype(size)});
    return 0;
}

void TransferWatch::noteHead(QByteArrayView head)
{
    if (std::exchange(m_isSending, false))
        m_channel->setSent(head.toByteArray());
}

void TransferWatch::ended(const std::optional<ProviderError> &error)
{
    if (m_log)
        m_log->end(m_entry, error ? ConnectionEntry::State::Failed : ConnectionEntry::State::Done,
                   error);
}

} // namespace Aura
