// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/platform.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>

#include <array>
#include <cerrno>
#include <cstring>

#ifdef Q_OS_UNIX
#include <csignal>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#else
#include <winsock2.h>
#include <ws2tcpip.h>
#endif

using namespace Qt::StringLiterals;

namespace Aura {

void blockBrokenPipeSignal()
{
#ifdef Q_OS_UNIX
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
#endif
}

void limitDeadConnection(qintptr socket)
{
#ifdef TCP_USER_TIMEOUT
    const unsigned int milliseconds = 60'000;
    setsockopt(int(socket), IPPROTO_TCP, TCP_USER_TIMEOUT, &milliseconds, sizeof milliseconds);
#else
    Q_UNUSED(socket)
#endif
}

QByteArray systemCertificateDirectory()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return {};
#else
    // Looked at once: a directory without hashed names would make every server unknown.
    static const QByteArray directory = [] {
        const QDir candidate(u"/etc/ssl/certs"_s);
        const bool isHashed = !candidate.entryList({u"*.0"_s}, QDir::Files).isEmpty();
        return isHashed ? QByteArray("/etc/ssl/certs") : QByteArray();
    }();
    return directory;
#endif
}

QByteArray systemCertificateFile()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return {};
#else
    static const QByteArray file = [] {
        constexpr std::array places{
            "/etc/ssl/certs/ca-certificates.crt",                // Debian, Ubuntu, Arch, Gentoo
            "/etc/pki/tls/certs/ca-bundle.crt",                  // Fedora
            "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", // Fedora, Red Hat, newer
            "/etc/ssl/ca-bundle.pem",                            // openSUSE
            "/etc/ssl/cert.pem",                                 // Alpine, BSD
        };
        for (const char *place : places) {
            if (QFile::exists(QString::fromLatin1(place)))
                return QByteArray(place);
        }
        return QByteArray();
    }();
    return file;
#endif
}

QByteArray connectionResetText()
{
#ifdef Q_OS_WIN
    return "Connection was reset"; // libcurl's own words
#else
    return std::strerror(ECONNRESET);
#endif
}

qintptr openSocket(int family, int type, int protocol)
{
#ifdef SOCK_CLOEXEC
    type |= SOCK_CLOEXEC;
#endif
    return qintptr(::socket(family, type, protocol));
}

QString socketAddressText(const void *address)
{
    const auto *any = static_cast<const sockaddr *>(address);
    const bool isIpv6 = any->sa_family == AF_INET6;
    // The port stands at the same place in both.
    const int port = ntohs(static_cast<const sockaddr_in *>(address)->sin_port);
    const QString host = QHostAddress(any).toString();
    return (isIpv6 ? u'[' + host + u']' : host) + u':' + QString::number(port);
}

bool isConnectionRefused(long osError)
{
#ifdef Q_OS_WIN
    return osError == WSAECONNREFUSED;
#else
    return osError == ECONNREFUSED;
#endif
}

} // namespace Aura
