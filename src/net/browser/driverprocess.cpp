// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/browser/driverprocess.h"

#ifdef Q_OS_WIN
#include "net/browser/driverjob.h"
#endif

#include <QRegularExpression>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int endLimit = 3000; // ms

#ifdef Q_OS_UNIX
// $0 is the folder, the rest the driver. Whichever ends first, the driver or our end of the pipe
// (then cat does), the whole group ends and the folder goes. What ends before the shell waits for
// it is waited for all the same; a trap would be over by then.
constexpr char watcher[] =
    "exec 3<&0; cat <&3 >/dev/null & end=$!; { \"$@\" </dev/null; kill $end; } & wait $end; "
    "trap '' TERM; kill -TERM 0; sleep 0.5; rm -rf -- \"$0\"; kill -KILL 0";
#endif

} // namespace

DriverProcess::DriverProcess(QObject *parent)
    : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    connect(&m_process, &QProcess::readyRead, this, &DriverProcess::readPort);
    connect(&m_process, &QProcess::finished, this, &DriverProcess::onEnded);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            onEnded();
    });
}

DriverProcess::~DriverProcess()
{
    m_process.disconnect(this);
    stop();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(endLimit)) {
        m_process.kill();
        m_process.waitForFinished(endLimit);
    }
}

QStringList DriverProcess::installedDrivers()
{
    QStringList found;
    for (const auto &name : {u"chromedriver"_s, u"geckodriver"_s, u"msedgedriver"_s}) {
        const QString path = QStandardPaths::findExecutable(name);
        if (!path.isEmpty())
            found.append(path);
    }
    return found;
}

void DriverProcess::start(const QString &program)
{
    m_folder = std::make_unique<QTemporaryDir>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &variable : {u"TMPDIR"_s, u"TMP"_s, u"TEMP"_s}) // the last two are Windows'
        environment.insert(variable, m_folder->path());
    m_process.setProcessEnvironment(environment);
    const bool isGecko = program.contains("geckodriver"_L1);
    const QStringList port =
        isGecko ? QStringList{u"--port"_s, u"0"_s} : QStringList{u"--port=0"_s};
#ifdef Q_OS_UNIX
    m_process.setChildProcessModifier([] { setsid(); });
    m_process.start(u"/bin/sh"_s,
                    QStringList{u"-c"_s, QString::fromLatin1(watcher), m_folder->path(), program}
                        + port);
#else
    m_process.start(program, port);
    if (m_process.processId() != 0)
        m_job = std::make_unique<DriverJob>(m_process.processId());
#endif
}

void DriverProcess::stop()
{
    m_isStopping = true;
    m_process.closeWriteChannel(); // which the watcher waits for
#ifndef Q_OS_UNIX
    m_job.reset();
#endif
}

void DriverProcess::readPort()
{
    if (m_isReady) {
        m_process.readAll();
        return;
    }
    m_output += m_process.readAll().right(64 * 1024);
    // "ChromeDriver was started successfully on port 39205.", "Listening on 127.0.0.1:39205"
    static const QRegularExpression line(
        u"(?:successfully on port |[Ll]istening on 127\\.0\\.0\\.1:)(\\d{1,5})\\b"_s);
    const auto match = line.match(QString::fromLatin1(m_output));
    if (!match.hasMatch() || m_isStopping)
        return;
    m_isReady = true;
    m_output.clear();
    emit ready(QUrl(u"http://127.0.0.1:"_s + match.captured(1)));
}

void DriverProcess::onEnded()
{
    if (!std::exchange(m_isStopping, true))
        emit failed();
    emit ended();
}

} // namespace Aura
