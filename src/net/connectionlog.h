// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/providererror.h"

#include <QDateTime>
#include <QList>
#include <QNetworkRequest>
#include <QString>
#include <QStringList>

#include <chrono>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

namespace Aura {

class ConnectionLog;
class NetworkThread;

//! The thread that managers share (httpaccessmanager.h), with every connection noted in the log.
std::shared_ptr<NetworkThread> makeNetworkThread(std::shared_ptr<ConnectionLog> log);

//! Why a connection was made.
enum class RequestPurpose {
    Question,    // a chat request
    Inquiry,     // models, state, capabilities of a server
    LocalSearch, // servers on this computer, when asked to look for them
    Browser,     // WebDriver, to take cookies from a browser
};

//! Where a request carries its purpose, as an int. Without it a POST is a question and anything
//! else an inquiry.
constexpr QNetworkRequest::Attribute purposeAttribute =
    QNetworkRequest::Attribute(QNetworkRequest::User + 90);

//! One request, and the sockets that were opened for it.
struct ConnectionEntry
{
    enum class State { Running, Done, Failed, Stopped };

    quint64 id = 0;
    QDateTime time{};        // UTC
    QString server{};        // "host:port"
    QString proxy{};         // "host:port"; empty: direct
    QStringList addresses{}; // of every socket, "127.0.0.1:3000"; none: a kept one was used, or
                             // the name was not found
    RequestPurpose purpose = RequestPurpose::Inquiry;
    State state = State::Running;
    std::optional<ProviderError> error{}; // of Failed
    std::chrono::milliseconds duration{0};

    friend bool operator==(const ConnectionEntry &, const ConnectionEntry &) = default;
};

//! Every connection that the program made, the newest at the end; in memory, for this run.
//!
//! Any thread may write and read. What is above the capacity is forgotten, the oldest first.
class ConnectionLog
{
public:
    static constexpr size_t capacity = 2000;

    //! A request that begins now; the number names it below.
    quint64 begin(const QString &server, const QString &proxy, RequestPurpose purpose);
    void addAddress(quint64 id, const QString &address);
    //! Counts once: an entry that has ended stays as it is.
    void end(quint64 id, ConnectionEntry::State state,
             const std::optional<ProviderError> &error = std::nullopt);

    QList<ConnectionEntry> entries() const;
    quint64 revision() const; // grows with every change

private:
    ConnectionEntry *find(quint64 id);

    mutable std::mutex m_mutex; // guards the rest
    std::deque<ConnectionEntry> m_entries;
    quint64 m_lastId = 0;
    quint64 m_revision = 0;
};

} // namespace Aura
