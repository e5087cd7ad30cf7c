// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxy>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/types.h>

namespace Aura {

//! A real proxy program on a free port of this computer, with a configuration of its own, for as
//! long as the object lives.
class RealProxy
{
public:
    enum class Program { Tinyproxy, Squid, Dante };
    enum class Access {
        Open,
        Password,     // "user", "secret"; Dante asks the system, and so knows nobody
        WithoutTunnel // CONNECT is refused
    };

    explicit RealProxy(Program program, Access access = Access::Open);
    ~RealProxy();

    static bool isInstalled(Program program);

    //! False: it did not come up in ten seconds; see log().
    bool start();
    void kill(); // as a crash would

    QNetworkProxy proxy(const QString &user = {}, const QString &password = {}) const;
    QString label() const;  // "127.0.0.1:port"
    QByteArray log() const; // everything that the program wrote

private:
    static QString executable(Program program);
    bool startOnFreePort();
    bool writeConfiguration();
    QByteArray tinyproxyConfiguration() const;
    QByteArray squidConfiguration() const;
    QByteArray danteConfiguration() const;
    QByteArray path(const char *name) const;
    bool write(const char *name, const QByteArray &content) const;

    Program m_program;
    Access m_access;
    quint16 m_port = 0;
    pid_t m_group = 0; // of processes
    QTemporaryDir m_directory;
    QProcess m_process;
};

} // namespace Aura
