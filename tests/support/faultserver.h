// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/faultpeer.h"

#include <QHash>
#include <QList>
#include <QUrl>

#include <list>
#include <memory>
#include <mutex>
#include <thread>

namespace Aura {

//! How a fault server presents itself in TLS. Files are PEM.
struct ServerIdentity
{
    QString certificate{};
    QString key{};
    QString clientCa{};    // a client certificate signed by it is required
    int newestVersion = 0; // as TLS1_1_VERSION; 0: the newest there is
};

//! A server of raw sockets on 127.0.0.1 that does what its paths say, right or wrong. It has its
//! own threads, one a connection, so that it never shares an event loop with what it tests.
class FaultServer
{
public:
    using Behaviour = std::function<void(FaultPeer &)>;
    enum class Family { IPv4, IPv6 };

    explicit FaultServer(Family family = Family::IPv4);
    explicit FaultServer(const ServerIdentity &identity);
    ~FaultServer();
    FaultServer(const FaultServer &) = delete;
    FaultServer &operator=(const FaultServer &) = delete;

    quint16 port() const { return m_port; }
    QUrl url(const QByteArray &path = "/") const;

    //! What requests for that path get. Call before the first one.
    void on(const QByteArray &path, const Behaviour &behaviour);
    //! What a connection gets instead of being read from.
    void onConnection(const Behaviour &behaviour);

    int posts(const QByteArray &path = {}) const; // of all paths where none is given
    int connections() const;
    QByteArray everythingReceived() const; // heads and bodies
    QByteArray offeredProtocols() const;   // by the last client, in TLS: "\x08http/1.1"
    void forget();

private:
    struct Tls;

    void listen(Family family);
    void accept();
    void serve(int socket);
    void answer(FaultPeer &peer);
    void reap();
    void note(const QByteArray &head, const QByteArray &path, const QByteArray &method);

    std::unique_ptr<Tls> m_tls;
    QByteArray m_scheme = "http";
    QByteArray m_hostName = "127.0.0.1";
    int m_listener = -1;
    quint16 m_port = 0;
    QHash<QByteArray, Behaviour> m_behaviours;
    Behaviour m_onConnection;
    std::atomic<bool> m_isEnding = false;
    std::thread m_thread;

    struct Worker
    {
        std::thread thread{};
        int socket = -1;
        bool isDone = false; // the number may be another connection's by now
    };

    mutable std::mutex m_mutex; // guards the rest
    std::list<Worker> m_workers;
    int m_connections = 0;
    QHash<QByteArray, int> m_posts;
    QByteArray m_received;
};

} // namespace Aura
