// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/keyringsession.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QThread>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace {

// Without folders of services: nothing is started behind our back.
constexpr auto busConfiguration = R"(<busconfig><type>session</type>
<listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>)";

// As the login does it (pam_gnome_keyring), by gnome-keyring's own interface: there is nobody to
// answer its prompt.
constexpr auto unlocking = R"(
from gi.repository import Gio, GLib
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
def call(interface, method, arguments):
    return bus.call_sync('org.freedesktop.secrets', '/org/freedesktop/secrets', interface, method,
                         arguments, None, Gio.DBusCallFlags.NONE, 5000, None).unpack()
session = call('org.freedesktop.Secret.Service', 'OpenSession',
               GLib.Variant('(sv)', ('plain', GLib.Variant('s', ''))))[1]
call('org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface', 'UnlockWithMasterPassword',
     GLib.Variant('(o(oayays))', ('/org/freedesktop/secrets/collection/login',
                                  (session, b'', b'password', 'text/plain'))))
)";

//! Also where this process is killed.
void endWithUs([[maybe_unused]] QProcess &process)
{
#ifdef Q_OS_LINUX
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
}

void stop(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(5000)) {
        process.kill();
        process.waitForFinished(5000);
    }
}

} // namespace

KeyringSession::~KeyringSession()
{
    stop(m_keyring);
    stop(m_bus);
}

QString KeyringSession::missingProgram()
{
    for (const QString &program : {u"dbus-daemon"_s, u"dbus-send"_s, u"gnome-keyring-daemon"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            return program;
    }
    return {};
}

bool KeyringSession::startBus()
{
    QFile configuration(m_home.filePath(u"bus.conf"_s));
    if (!configuration.open(QIODevice::WriteOnly))
        return false;
    configuration.write(busConfiguration);
    configuration.close();
    endWithUs(m_bus);
    m_bus.setProcessEnvironment(environment());
    m_bus.start(u"dbus-daemon"_s,
                {u"--config-file="_s + configuration.fileName(), u"--nofork"_s, u"--nopidfile"_s,
                 u"--print-address=1"_s});
    if (!m_bus.waitForReadyRead(10000))
        return false;
    m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
    return !m_address.isEmpty();
}

bool KeyringSession::startKeyring(Lock lock)
{
    QStringList arguments{u"--foreground"_s, u"--components=secrets"_s};
    if (lock == Lock::Unlocked)
        arguments.append(u"--unlock"_s);
    endWithUs(m_keyring);
    m_keyring.setProcessEnvironment(environment());
    m_keyring.start(u"gnome-keyring-daemon"_s, arguments);
    if (!m_keyring.waitForStarted(5000))
        return false;
    m_keyring.write("password");
    m_keyring.waitForBytesWritten(5000);
    m_keyring.closeWriteChannel();
    return waitForService();
}

bool KeyringSession::unlock() const
{
    QProcess tool;
    tool.setProcessEnvironment(environment());
    tool.start(u"/usr/bin/python3"_s, {u"-c"_s, QString::fromLatin1(unlocking)});
    return tool.waitForFinished(10000) && tool.exitCode() == 0;
}

void KeyringSession::stopKeyring()
{
    stop(m_keyring);
}

QProcessEnvironment KeyringSession::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
    environment.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config"_s));
    environment.insert(u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s);
    environment.remove(u"DISPLAY"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    if (!m_address.isEmpty())
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_address);
    return environment;
}

bool KeyringSession::waitForService() const
{
    const QDeadlineTimer deadline(15000);
    while (!deadline.hasExpired()) {
        QProcess ask;
        ask.setProcessEnvironment(environment());
        ask.start(u"dbus-send"_s,
                  {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
                   u"org.freedesktop.DBus.NameHasOwner"_s, u"string:org.freedesktop.secrets"_s});
        if (ask.waitForFinished(5000) && ask.readAllStandardOutput().contains("boolean true"))
            return true;
        QThread::msleep(50);
    }
    return false;
}
