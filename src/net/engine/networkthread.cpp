// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/networkthread.h"

#include "net/connectionlog.h"
#include "net/engine/curllibrary.h"
#include "net/engine/platform.h"
#include "net/engine/transfer.h"

#include <curl/curl.h>

#include <algorithm>
#include <utility>

namespace Aura {

namespace {
constexpr int longestWait = 60'000; // ms; nothing depends on it
constexpr long keptConnections = 8;
} // namespace

NetworkThread::NetworkThread(std::shared_ptr<ConnectionLog> log)
    : m_log(std::move(log))
{}

NetworkThread::~NetworkThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        if (m_wakeable)
            curl_multi_wakeup(m_wakeable);
    }
    if (m_thread.joinable())
        m_thread.join();
}

quint64 NetworkThread::start(RequestOptions options, std::shared_ptr<ReplyChannel> channel)
{
    const std::lock_guard lock(m_mutex);
    if (!m_thread.joinable())
        m_thread = std::thread(&NetworkThread::run, this);
    const quint64 id = ++m_lastId;
    Start command{id, std::move(options), std::move(channel), Clock::now()};
    if (m_problem.isEmpty())
        postLocked(std::move(command));
    else
        refuse(command);
    return id;
}

void NetworkThread::cancel(quint64 id)
{
    post(Cancel{id});
}

void NetworkThread::resume(quint64 id)
{
    post(Resume{id});
}

void NetworkThread::post(Command command)
{
    const std::lock_guard lock(m_mutex);
    postLocked(std::move(command));
}

void NetworkThread::postLocked(Command command)
{
    m_commands.push_back(std::move(command));
    if (m_commands.size() == 1 && m_wakeable)
        curl_multi_wakeup(m_wakeable);
}

//! Where an installation has lost libcurl, every request says so.
void NetworkThread::refuse(const Start &start) const
{
    start.channel->finish({.error = ProviderError{.kind = ErrorKind::Connect,
                                                  .cause = ErrorCause::EngineMissing,
                                                  .subject = start.options.host,
                                                  .detail = m_problem}});
}

void NetworkThread::refuseAll(const QString &problem)
{
    const std::lock_guard lock(m_mutex);
    m_problem = problem;
    for (const Command &command : m_commands) {
        if (const auto *start = std::get_if<Start>(&command))
            refuse(*start);
    }
    m_commands.clear();
}

void NetworkThread::run()
{
    blockBrokenPipeSignal();
    if (const QString problem = loadCurl(); !problem.isEmpty())
        return refuseAll(problem);
    curl_global_init(CURL_GLOBAL_DEFAULT); // here, because loading TLS takes milliseconds
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, keptConnections);
    {
        const std::lock_guard lock(m_mutex);
        m_wakeable = m_multi;
    }
    while (obeyCommands()) {
        perform();
        curl_multi_poll(m_multi, nullptr, 0, millisecondsToNextLimit(), nullptr);
    }
    while (!m_transfers.empty())
        forget(m_transfers.begin()->first);
    {
        const std::lock_guard lock(m_mutex);
        m_wakeable = nullptr;
    }
    curl_multi_cleanup(m_multi);
    curl_global_cleanup();
}

bool NetworkThread::obeyCommands()
{
    std::vector<Command> commands;
    {
        const std::lock_guard lock(m_mutex);
        if (m_isEnding)
            return false;
        commands.swap(m_commands);
    }
    m_now = Clock::now();
    for (Command &command : commands)
        std::visit([this](auto &one) { obey(std::move(one)); }, command);
    return true;
}

void NetworkThread::obey(Start &&start)
{
    auto transfer = std::make_unique<Transfer>(std::move(start.options), std::move(start.channel),
                                               start.time, m_log);
    transfer->setNow(m_now);
    curl_multi_add_handle(m_multi, transfer->easy());
    m_transfers.emplace(start.id, std::move(transfer));
}

void NetworkThread::obey(Cancel &&cancel)
{
    forget(cancel.id);
}

void NetworkThread::obey(Resume &&resume)
{
    const auto found = m_transfers.find(resume.id);
    if (found == m_transfers.end())
        return;
    found->second->setNow(m_now);
    found->second->resume();
}

void NetworkThread::perform()
{
    for (const auto &[id, transfer] : m_transfers)
        transfer->setNow(m_now);
    int running = 0;
    curl_multi_perform(m_multi, &running);
    collectEnded();
    collectExpired();
}

void NetworkThread::collectEnded()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        CURL *easy = message->easy_handle;
        const CURLcode code = message->data.result; // gone once the handle is removed
        const auto found = std::find_if(m_transfers.begin(), m_transfers.end(),
                                        [&](const auto &t) { return t.second->easy() == easy; });
        Q_ASSERT(found != m_transfers.end());
        curl_multi_remove_handle(m_multi, easy);
        if (found->second->ended(code) == Transfer::Next::Again)
            curl_multi_add_handle(m_multi, easy);
        else
            m_transfers.erase(found);
    }
}

void NetworkThread::collectExpired()
{
    for (auto it = m_transfers.begin(); it != m_transfers.end();) {
        if (it->second->deadline() > m_now) {
            ++it;
            continue;
        }
        it->second->expire();
        curl_multi_remove_handle(m_multi, it->second->easy());
        it = m_transfers.erase(it);
    }
}

void NetworkThread::forget(quint64 id)
{
    const auto found = m_transfers.find(id);
    if (found == m_transfers.end())
        return;
    curl_multi_remove_handle(m_multi, found->second->easy());
    m_transfers.erase(found);
}

int NetworkThread::millisecondsToNextLimit() const
{
    auto next = Clock::time_point::max();
    for (const auto &[id, transfer] : m_transfers)
        next = std::min(next, transfer->deadline());
    if (next == Clock::time_point::max())
        return longestWait;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now()).count();
    return int(std::clamp<qint64>(left, 0, longestWait));
}

} // namespace Aura
