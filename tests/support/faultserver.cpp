// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultserver.h"

#include <QFile>

#include <openssl/ssl.h>

#include <csignal>
#include <netinet/in.h>
#include <numeric>
#include <sys/socket.h>
#include <unistd.h>

namespace Aura {

struct FaultServer::Tls
{
    explicit Tls(const ServerIdentity &identity)
        : context(SSL_CTX_new(TLS_server_method()))
    {
        SSL_CTX_set_alpn_select_cb(context, &Tls::onProtocols, this);
        SSL_CTX_set_security_level(context, 0); // old versions are part of the game
        SSL_CTX_use_certificate_chain_file(context,
                                           QFile::encodeName(identity.certificate).constData());
        SSL_CTX_use_PrivateKey_file(context, QFile::encodeName(identity.key).constData(),
                                    SSL_FILETYPE_PEM);
        if (identity.newestVersion != 0) {
            SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
            SSL_CTX_set_max_proto_version(context, identity.newestVersion);
        }
        if (!identity.clientCa.isEmpty()) {
            SSL_CTX_load_verify_locations(context, QFile::encodeName(identity.clientCa).constData(),
                                          nullptr);
            SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
        }
    }
    ~Tls() { SSL_CTX_free(context); }

    static int onProtocols(SSL *, const unsigned char **chosen, unsigned char *chosenLength,
                           const unsigned char *offered, unsigned int length, void *self)
    {
        auto *tls = static_cast<Tls *>(self);
        const std::lock_guard lock(tls->mutex);
        tls->offered = QByteArray(reinterpret_cast<const char *>(offered), qsizetype(length));
        *chosen = offered + 1;
        *chosenLength = *offered;
        return SSL_TLSEXT_ERR_OK;
    }

    SSL_CTX *context;
    std::mutex mutex;
    QByteArray offered;
};

FaultServer::FaultServer(Family family)
{
    listen(family);
}

FaultServer::FaultServer(const ServerIdentity &identity)
    : m_tls(std::make_unique<Tls>(identity))
    , m_scheme("https")
    , m_hostName("localhost")
{
    listen(Family::IPv4);
}

void FaultServer::listen(Family family)
{
    std::signal(SIGPIPE, SIG_IGN);
    const bool isV6 = family == Family::IPv6;
    sockaddr_in6 six{};
    six.sin6_family = AF_INET6;
    six.sin6_addr = in6addr_loopback;
    sockaddr_in four{};
    four.sin_family = AF_INET;
    four.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *address = isV6 ? reinterpret_cast<sockaddr *>(&six) : reinterpret_cast<sockaddr *>(&four);
    socklen_t size = isV6 ? sizeof six : sizeof four;
    if (isV6)
        m_hostName = "[::1]";
    m_listener = ::socket(isV6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(m_listener, address, size) != 0 || ::listen(m_listener, 256) != 0
        || ::getsockname(m_listener, address, &size) != 0)
        qFatal("the fault server cannot listen");
    m_port = ntohs(isV6 ? six.sin6_port : four.sin_port);
    m_thread = std::thread(&FaultServer::accept, this);
}

FaultServer::~FaultServer()
{
    m_isEnding = true;
    ::shutdown(m_listener, SHUT_RDWR);
    m_thread.join();
    ::close(m_listener);
    {
        const std::lock_guard lock(m_mutex);
        for (const Worker &worker : m_workers) {
            if (!worker.isDone)
                ::shutdown(worker.socket, SHUT_RDWR);
        }
    }
    for (Worker &worker : m_workers)
        worker.thread.join();
}

QUrl FaultServer::url(const QByteArray &path) const
{
    return QUrl::fromEncoded(m_scheme + "://" + m_hostName + ':' + QByteArray::number(m_port)
                             + path);
}

void FaultServer::on(const QByteArray &path, const Behaviour &behaviour)
{
    m_behaviours.insert(path, behaviour);
}

void FaultServer::onConnection(const Behaviour &behaviour)
{
    m_onConnection = behaviour;
}

int FaultServer::posts(const QByteArray &path) const
{
    const std::lock_guard lock(m_mutex);
    if (!path.isEmpty())
        return m_posts.value(path);
    return std::accumulate(m_posts.begin(), m_posts.end(), 0);
}

int FaultServer::connections() const
{
    const std::lock_guard lock(m_mutex);
    return m_connections;
}

QByteArray FaultServer::everythingReceived() const
{
    const std::lock_guard lock(m_mutex);
    return m_received;
}

QByteArray FaultServer::offeredProtocols() const
{
    const std::lock_guard lock(m_tls->mutex);
    return m_tls->offered;
}

void FaultServer::forget()
{
    const std::lock_guard lock(m_mutex);
    m_posts.clear();
    m_received.clear();
    m_connections = 0;
}

void FaultServer::accept()
{
    while (!m_isEnding) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        reap();
        const std::lock_guard lock(m_mutex);
        ++m_connections;
        Worker &worker = m_workers.emplace_back();
        worker.socket = socket;
        worker.thread = std::thread([this, &worker] {
            serve(worker.socket);
            const std::lock_guard done(m_mutex);
            worker.isDone = true;
        });
    }
}

void FaultServer::reap()
{
    std::list<Worker> done;
    {
        const std::lock_guard lock(m_mutex);
        for (auto it = m_workers.begin(); it != m_workers.end();) {
            const auto next = std::next(it);
            if (it->isDone)
                done.splice(done.end(), m_workers, it);
            it = next;
        }
    }
    for (Worker &worker : done)
        worker.thread.join();
}

void FaultServer::serve(int socket)
{
    FaultPeer peer(socket, m_tls ? m_tls->context : nullptr, m_isEnding);
    if (m_onConnection)
        m_onConnection(peer);
    else if (peer.shakeHands())
        answer(peer);
    else
        peer.waitForClose(std::chrono::seconds(1)); // closing at once would overtake the alert
}

void FaultServer::answer(FaultPeer &peer)
{
    const auto onHead = [&](const QByteArray &head) { note(head, peer.path(), peer.method()); };
    while (peer.isOpen() && !m_isEnding && peer.readRequest(onHead)) {
        note(peer.body(), {}, {});
        const Behaviour behaviour = m_behaviours.value(peer.path());
        if (behaviour)
            behaviour(peer);
        else
            peer.send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    }
}

void FaultServer::note(const QByteArray &head, const QByteArray &path, const QByteArray &method)
{
    const std::lock_guard lock(m_mutex);
    m_received += head;
    if (method == "POST")
        ++m_posts[path];
}

} // namespace Aura
