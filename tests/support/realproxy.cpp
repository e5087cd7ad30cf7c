// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/realproxy.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QStandardPaths>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <csignal>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int startLimit = 20'000; // ms; squid is slow on a busy machine

//! Below those that the system gives out by itself: until the proxy listens on it, the port is
//! anybody's who asks for any.
quint16 freePort()
{
    constexpr int lowest = 12'000;
    constexpr int firstOfTheSystem = 32'768;
    QTcpServer server;
    while (!server.listen(QHostAddress::LocalHost,
                          quint16(QRandomGenerator::global()->bounded(lowest, firstOfTheSystem)))) {
    }
    return server.serverPort();
}

} // namespace

RealProxy::RealProxy(Program program, Access access)
    : m_program(program)
    , m_access(access)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setWorkingDirectory(m_directory.path());
    m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
}

RealProxy::~RealProxy()
{
    m_process.terminate(); // so that it sees to its children
    m_process.waitForFinished(1000);
    kill();
}

QString RealProxy::executable(Program program)
{
    const QStringList folders{u"/usr/bin"_s, u"/usr/sbin"_s, u"/usr/local/sbin"_s};
    switch (program) {
    case Program::Tinyproxy: return QStandardPaths::findExecutable(u"tinyproxy"_s, folders);
    case Program::Squid: return QStandardPaths::findExecutable(u"squid"_s, folders);
    case Program::Dante: return QStandardPaths::findExecutable(u"danted"_s, folders);
    }
    Q_UNREACHABLE();
}

bool RealProxy::isInstalled(Program program)
{
    return !executable(program).isEmpty();
}

bool RealProxy::start()
{
    // squid works as another user than root
    QFile::setPermissions(m_directory.path(), QFile::Permissions(0x7777));
    constexpr int attempts = 3;
    for (int i = 0; i < attempts; ++i) {
        if (startOnFreePort())
            return true;
        if (m_process.state() != QProcess::NotRunning)
            break;
        m_group = 0; // it has ended: somebody else was quicker to take the port
    }
    return false;
}

bool RealProxy::startOnFreePort()
{
    m_port = freePort();
    if (!writeConfiguration())
        return false;
    const QString configuration = QFile::decodeName(path("conf"));
    const QStringList arguments = m_program == Program::Tinyproxy
        ? QStringList{u"-d"_s, u"-c"_s, configuration}
        : m_program == Program::Squid ? QStringList{u"-N"_s, u"-f"_s, configuration}
                                      : QStringList{u"-f"_s, configuration};
    m_process.start(executable(m_program), arguments);
    m_process.waitForStarted();
    m_group = pid_t(m_process.processId());
    QDeadlineTimer deadline(startLimit);
    while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        QTcpSocket probe;
        probe.setProxy(QNetworkProxy::NoProxy);
        probe.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        if (probe.waitForConnected(500))
            return true;
        QThread::msleep(20);
        m_process.waitForReadyRead(1); // and notices an early end
    }
    return false;
}

void RealProxy::kill()
{
    if (m_group > 0) // with its children: Dante serves in them
        ::kill(-std::exchange(m_group, 0), SIGKILL);
    m_process.waitForFinished(5000);
}

QNetworkProxy RealProxy::proxy(const QString &user, const QString &password) const
{
    const bool isSocks = m_program == Program::Dante;
    return {isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, u"127.0.0.1"_s, m_port,
            user, password};
}

QString RealProxy::label() const
{
    return u"127.0.0.1:%1"_s.arg(m_port);
}

QByteArray RealProxy::log() const
{
    QByteArray all;
    const QStringList names = QDir(m_directory.path()).entryList({u"*.log"_s}, QDir::Files);
    for (const QString &name : names) {
        QFile file(m_directory.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

bool RealProxy::writeConfiguration()
{
    switch (m_program) {
    case Program::Tinyproxy: return write("conf", tinyproxyConfiguration());
    case Program::Squid:
        return write("conf", squidConfiguration())
            // "secret", as openssl passwd -apr1 -salt aura makes it
            && write("passwd", "user:$apr1$aura$tA0iqMiL0KAgPGXCl7szB0\n");
    case Program::Dante: return write("conf", danteConfiguration());
    }
    Q_UNREACHABLE();
}

QByteArray RealProxy::tinyproxyConfiguration() const
{
    QByteArray text = "Port " + QByteArray::number(m_port)
        + "\nListen 127.0.0.1\nTimeout 600\nMaxClients 100\nLogLevel Info\nLogFile \""
        + path("tiny.log") + "\"\n";
    if (m_access == Access::Password)
        text += "BasicAuth user secret\n";
    if (m_access == Access::WithoutTunnel)
        text += "ConnectPort 443\n";
    return text;
}

QByteArray RealProxy::squidConfiguration() const
{
    QByteArray text = "http_port 127.0.0.1:" + QByteArray::number(m_port) + "\npid_filename "
        + path("pid") + "\naccess_log stdio:" + path("access.log") + "\ncache_log "
        + path("cache.log") + "\ncoredump_dir " + path("")
        + "\ncache deny all\nshutdown_lifetime 0 seconds\nvisible_hostname aura.test\n"
          "pinger_enable off\nstrip_query_terms off\n";
    if (m_access == Access::WithoutTunnel)
        text += "acl tunnel method CONNECT\nhttp_access deny tunnel\n";
    if (m_access == Access::Password) {
        text += "auth_param basic program /usr/lib/squid/basic_ncsa_auth " + path("passwd")
            + "\nacl known proxy_auth REQUIRED\nhttp_access allow known\nhttp_access deny all\n";
    } else {
        text += "http_access allow all\n";
    }
    return text;
}

QByteArray RealProxy::danteConfiguration() const
{
    const QByteArray rule = " { from: 0.0.0.0/0 to: 0.0.0.0/0 log: connect disconnect error }\n";
    return "logoutput: " + path("dante.log") + "\ninternal: 127.0.0.1 port = "
        + QByteArray::number(m_port) + "\nexternal: lo\nclientmethod: none\nsocksmethod: "
        + (m_access == Access::Password ? "username" : "none")
        + "\nuser.privileged: root\nuser.unprivileged: nobody\nclient pass" + rule + "socks pass"
        + rule;
}

QByteArray RealProxy::path(const char *name) const
{
    return QFile::encodeName(m_directory.filePath(QLatin1StringView(name)));
}

bool RealProxy::write(const char *name, const QByteArray &content) const
{
    QFile file(QFile::decodeName(path(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return false;
    return file.setPermissions(QFile::Permissions(0x6644));
}

} // namespace Aura
