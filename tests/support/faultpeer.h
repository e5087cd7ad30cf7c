// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <atomic>
#include <chrono>
#include <functional>

struct ssl_st;
struct ssl_ctx_st;

namespace Aura {

//! One connection of the fault server, in a thread of its own: every call blocks.
class FaultPeer
{
public:
    FaultPeer(int socket, ssl_ctx_st *tls, const std::atomic<bool> &isEnding);
    ~FaultPeer();
    FaultPeer(const FaultPeer &) = delete;
    FaultPeer &operator=(const FaultPeer &) = delete;

    //! The TLS handshake, where the server speaks TLS. False: it failed.
    bool shakeHands();

    //! Reads one request; false: the client has left, or the server ends. `onHead` hears the head
    //! as soon as it is there.
    bool readRequest(const std::function<void(const QByteArray &)> &onHead);
    QByteArray read(qsizetype count); // exactly so many bytes; fewer where the client has left
    const QByteArray &head() const { return m_head; }
    const QByteArray &body() const { return m_body; }
    QByteArray method() const { return m_head.left(m_head.indexOf(' ')); }
    QByteArray path() const;

    bool send(QByteArrayView bytes); // false: the client has left
    bool sendBytewise(QByteArrayView bytes, std::chrono::microseconds pause);
    void fin();   // the end as TCP says it; with close_notify where there is TLS
    void cut();   // FIN; in TLS without close_notify
    void reset(); // RST
    void pause(std::chrono::milliseconds duration); // shorter where the server ends
    //! Waits until the client closes; false: it did not in that time.
    bool waitForClose(std::chrono::milliseconds limit);
    bool isOpen() const { return m_socket >= 0; }
    bool isEnding() const { return m_isEnding; }

private:
    qsizetype receive(char *data, qsizetype maximum);
    void closeSocket();

    int m_socket;
    ssl_st *m_tls = nullptr;
    const std::atomic<bool> &m_isEnding;
    QByteArray m_buffer;
    QByteArray m_head;
    QByteArray m_body;
};

} // namespace Aura
