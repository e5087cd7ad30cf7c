// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/programrun.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int patience = 20'000; // ms

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! The number behind a name in a file of /proc; 0 where there is none.
qint64 numberIn(const QByteArray &text, const QByteArray &name)
{
    const qsizetype at = text.indexOf('\n' + name + ':');
    if (at < 0)
        return 0;
    const QByteArray line = text.mid(at + name.size() + 2, 40).simplified();
    return line.left(line.indexOf(' ')).toLongLong();
}

} // namespace

VirtualDisplay::VirtualDisplay()
{
    m_server.start(u"Xvfb"_s,
                   {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x800x24"_s, u"-nolisten"_s,
                    u"tcp"_s});
    if (m_server.waitForReadyRead(patience))
        m_name = u':' + QString::fromLatin1(m_server.readAll().trimmed());
}

VirtualDisplay::~VirtualDisplay()
{
    m_server.terminate();
    m_server.waitForFinished(patience);
}

ProgramRun::ProgramRun(const VirtualDisplay &display, const QString &program,
                       const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, display.name());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home.path());
    environment.insert(u"XDG_CACHE_HOME"_s, QDir::homePath() + u"/.cache"_s); // fontconfig's
    environment.insert(u"QT_LOGGING_RULES"_s, u"aura.ui.debug=true"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setChildProcessModifier([] { ::setsid(); });
    m_process.start(program, arguments);
    m_process.waitForStarted(patience);
}

ProgramRun::~ProgramRun()
{
    if (!isRunning())
        return;
    ::kill(-pid_t(processId()), SIGTERM);
    if (!m_process.waitForFinished(5000)) {
        ::kill(-pid_t(processId()), SIGKILL);
        m_process.waitForFinished(patience);
    }
}

QByteArray ProgramRun::waitForLine(const QByteArray &words)
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < patience) {
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine();
            if (line.contains(words))
                return line;
        }
        if (!m_process.waitForReadyRead(patience))
            return {};
    }
    return {};
}

QList<qint64> ProgramRun::processes() const
{
    QList<qint64> found;
    const QStringList names = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const qint64 id = name.toLongLong();
        if (id > 0 && ::getsid(pid_t(id)) == pid_t(processId()))
            found.append(id);
    }
    return found;
}

double ProgramRun::memory() const
{
    qint64 kilobytes = 0;
    const QList<qint64> all = processes();
    for (const qint64 id : all)
        kilobytes += numberIn(contentOf(u"/proc/%1/smaps_rollup"_s.arg(id)), "Pss");
    return double(kilobytes) / 1024;
}

QHash<QString, qint64> ProgramRun::sleeps() const
{
    QHash<QString, qint64> counts;
    const QList<qint64> all = processes();
    for (const qint64 id : all) {
        const QString tasks = u"/proc/%1/task/"_s.arg(id);
        const QStringList names = QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &name : names)
            counts.insert(
                tasks + name,
                numberIn(contentOf(tasks + name + u"/status"_s), "voluntary_ctxt_switches"));
    }
    return counts;
}

} // namespace Aura
