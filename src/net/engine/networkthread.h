// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/engine/replychannel.h"
#include "net/engine/requestoptions.h"

#include <QString>

#include <chrono>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <variant>
#include <vector>

namespace Aura {

class ConnectionLog;
class Transfer;

//! The one thread on which libcurl runs every transfer of the program.
//!
//! The public functions return at once and may be called from any thread. The thread itself starts
//! with the first transfer and ends, with whatever still runs, when the last owner lets go.
class NetworkThread
{
public:
    //! Every connection is noted in the log, if there is one.
    explicit NetworkThread(std::shared_ptr<ConnectionLog> log = {});
    ~NetworkThread();
    NetworkThread(const NetworkThread &) = delete;
    NetworkThread &operator=(const NetworkThread &) = delete;

    //! Begins a transfer that fills the channel; the number names it in cancel() and resume().
    quint64 start(RequestOptions options, std::shared_ptr<ReplyChannel> channel);

    //! Closes the transfer's connection; its channel hears no more. Does nothing if it has ended.
    void cancel(quint64 id);

    //! Goes on with a transfer whose reader has made room.
    void resume(quint64 id);

private:
    using Clock = std::chrono::steady_clock;
    struct Start
    {
        quint64 id = 0;
        RequestOptions options{};
        std::shared_ptr<ReplyChannel> channel{};
        Clock::time_point time{};
    };
    struct Cancel
    {
        quint64 id = 0;
    };
    struct Resume
    {
        quint64 id = 0;
    };
    using Command = std::variant<Start, Cancel, Resume>;

    void post(Command command);
    void refuse(const Start &start) const;
    void postLocked(Command command);

    // On the thread.
    void run();
    void refuseAll(const QString &problem);
    bool obeyCommands(); // false: the end
    void obey(Start &&start);
    void obey(Cancel &&cancel);
    void obey(Resume &&resume);
    void perform();
    void collectEnded();
    void collectExpired();
    void forget(quint64 id);
    int millisecondsToNextLimit() const;

    const std::shared_ptr<ConnectionLog> m_log;
    std::mutex m_mutex; // guards the next six
    std::vector<Command> m_commands;
    quint64 m_lastId = 0;
    bool m_isEnding = false;
    void *m_wakeable = nullptr; // the multi handle, once it can be woken
    QString m_problem;          // why there is no libcurl
    std::thread m_thread;

    // On the thread.
    void *m_multi = nullptr;
    std::unordered_map<quint64, std::unique_ptr<Transfer>> m_transfers;
    Clock::time_point m_now;
};

} // namespace Aura
