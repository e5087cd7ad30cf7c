// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultpeer.h"

#include <QList>

#include <openssl/ssl.h>

#include <algorithm>
#include <thread>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace Aura {

FaultPeer::FaultPeer(int socket, ssl_ctx_st *tls, const std::atomic<bool> &isEnding)
    : m_socket(socket)
    , m_isEnding(isEnding)
{
    const int on = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (tls) {
        m_tls = SSL_new(tls);
        SSL_set_fd(m_tls, m_socket);
    }
}

FaultPeer::~FaultPeer()
{
    closeSocket();
    SSL_free(m_tls);
}

bool FaultPeer::shakeHands()
{
    return !m_tls || SSL_accept(m_tls) == 1;
}

bool FaultPeer::readRequest(const std::function<void(const QByteArray &)> &onHead)
{
    qsizetype end = -1;
    char data[16384];
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        const qsizetype count = receive(data, sizeof data);
        if (count <= 0)
            return false;
        m_buffer.append(data, count);
        if (!m_tls && m_buffer.startsWith('\x16')) // TLS; most servers give up at once
            return false;
    }
    m_head = m_buffer.left(end + 4);
    m_buffer.remove(0, end + 4);
    onHead(m_head);

    const QByteArray lower = m_head.toLower();
    const qsizetype at = lower.indexOf("\r\ncontent-length:");
    qsizetype length = 0;
    if (at >= 0)
        length = lower.mid(at + 17, lower.indexOf('\r', at + 17) - at - 17).trimmed().toLongLong();
    if (head().contains("early-413")) // answered without reading the body
        length = 0;
    while (m_buffer.size() < length) {
        const qsizetype count = receive(data, sizeof data);
        if (count <= 0)
            return false;
        m_buffer.append(data, count);
    }
    m_body = m_buffer.left(length);
    m_buffer.remove(0, length);
    return true;
}

QByteArray FaultPeer::path() const
{
    const QByteArray target = m_head.split(' ').value(1);
    const qsizetype authority = target.indexOf("://");
    if (authority < 0)
        return target;
    return target.mid(target.indexOf('/', authority + 3)); // as proxies are asked
}

qsizetype FaultPeer::receive(char *data, qsizetype maximum)
{
    if (m_tls)
        return SSL_read(m_tls, data, int(maximum));
    return ::recv(m_socket, data, size_t(maximum), 0);
}

QByteArray FaultPeer::read(qsizetype count)
{
    QByteArray bytes(count, '\0');
    qsizetype done = 0;
    while (done < count) {
        const qsizetype piece = receive(bytes.data() + done, count - done);
        if (piece <= 0)
            break;
        done += piece;
    }
    return bytes.first(done);
}

bool FaultPeer::send(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && isOpen()) {
        const qsizetype count = m_tls
            ? SSL_write(m_tls, bytes.data(), int(bytes.size()))
            : ::send(m_socket, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        bytes = bytes.sliced(count);
    }
    return isOpen();
}

bool FaultPeer::sendBytewise(QByteArrayView bytes, std::chrono::microseconds between)
{
    for (qsizetype i = 0; i < bytes.size() && !m_isEnding; ++i) {
        if (!send(bytes.sliced(i, 1)))
            return false;
        if (between > 0us)
            std::this_thread::sleep_for(between);
    }
    return !m_isEnding;
}

void FaultPeer::fin()
{
    if (m_tls && isOpen())
        SSL_shutdown(m_tls);
    closeSocket();
}

void FaultPeer::cut()
{
    closeSocket();
}

void FaultPeer::reset()
{
    if (!isOpen())
        return;
    const linger hard{.l_onoff = 1, .l_linger = 0};
    setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    closeSocket();
}

void FaultPeer::pause(std::chrono::milliseconds duration)
{
    const auto end = std::chrono::steady_clock::now() + duration;
    while (!m_isEnding && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::min<std::chrono::milliseconds>(duration, 5ms));
}

bool FaultPeer::waitForClose(std::chrono::milliseconds limit)
{
    const auto end = std::chrono::steady_clock::now() + limit;
    char data[4096];
    while (!m_isEnding && std::chrono::steady_clock::now() < end) {
        pollfd waiting{m_socket, POLLIN, 0};
        const auto left = end - std::chrono::steady_clock::now();
        const auto pause = std::chrono::ceil<std::chrono::milliseconds>(left).count();
        if (::poll(&waiting, 1, int(std::clamp<qint64>(pause, 0, 20))) <= 0)
            continue;
        if (::recv(m_socket, data, sizeof data, 0) <= 0)
            return true;
    }
    return m_isEnding;
}

void FaultPeer::closeSocket()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

} // namespace Aura
