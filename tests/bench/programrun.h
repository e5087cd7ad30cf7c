// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QProcess>
#include <QTemporaryDir>

namespace Aura {

//! An X server of our own, without a screen. It ends with the object.
class VirtualDisplay
{
public:
    VirtualDisplay();
    ~VirtualDisplay();

    bool isRunning() const { return !m_name.isEmpty(); }
    QString name() const { return m_name; } // ":99"

private:
    QProcess m_server;
    QString m_name;
};

//! A program on that display, with folders of its own, and all the processes that it starts. They
//! end with the object.
class ProgramRun
{
public:
    ProgramRun(const VirtualDisplay &display, const QString &program, const QStringList &arguments);
    ~ProgramRun();

    bool isRunning() const { return m_process.state() == QProcess::Running; }
    qint64 processId() const { return m_process.processId(); }

    //! Waits until it prints a line with these words; empty where it does not within 20 s.
    QByteArray waitForLine(const QByteArray &words);

    //! The memory of all its processes, each shared page by share, in MB (PSS).
    double memory() const;

    //! How often each of its threads has gone to sleep so far, by the thread's folder in /proc.
    QHash<QString, qint64> sleeps() const;

private:
    QList<qint64> processes() const; // of its session

    QTemporaryDir m_home;
    QProcess m_process;
};

} // namespace Aura
