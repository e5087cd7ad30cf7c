// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSocketNotifier>

#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

//! A TCP client that knows nothing of HTTP: it writes bytes, keeps what comes, and tells FIN from
//! RST, which QTcpSocket does not.
class RawClient
{
public:
    enum class Close { None, Fin, Reset };

    explicit RawClient(int port)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
        , m_readable(m_socket, QSocketNotifier::Read)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<in_port_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
            close = Close::Reset;
        QObject::connect(&m_readable, &QSocketNotifier::activated, &m_readable, [this] { read(); });
    }
    ~RawClient() { leave(); }
    Q_DISABLE_COPY_MOVE(RawClient)

    //! Writes as much as the other side takes at once.
    void send(const QByteArray &bytes_)
    {
        std::ignore = ::send(m_socket, bytes_.constData(), static_cast<size_t>(bytes_.size()),
                             MSG_NOSIGNAL | MSG_DONTWAIT);
    }

    void leave()
    {
        m_readable.setEnabled(false);
        if (m_socket >= 0)
            ::close(std::exchange(m_socket, -1));
    }

    //! What came after the first empty line.
    QByteArray body() const
    {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        return end < 0 ? QByteArray() : bytes.mid(end + 4);
    }
    QByteArray statusLine() const { return bytes.left(bytes.indexOf("\r\n")); }

    //! Whether the head has this line, in any case.
    bool hasHeader(const QByteArray &line) const
    {
        const QByteArray head = bytes.left(bytes.indexOf("\r\n\r\n") + 2).toLower();
        return head.contains("\r\n" + line.toLower() + "\r\n");
    }

    QByteArray bytes{};
    int reads = 0;
    Close close = Close::None;

private:
    void read()
    {
        char buffer[65536];
        const ssize_t size = ::recv(m_socket, buffer, sizeof(buffer), MSG_DONTWAIT);
        if (size > 0) {
            bytes.append(buffer, size);
            ++reads;
        } else if (size == 0 || (errno != EAGAIN && errno != EINTR)) {
            close = size == 0 ? Close::Fin : Close::Reset;
            m_readable.setEnabled(false);
        }
    }

    int m_socket;
    QSocketNotifier m_readable;
};
