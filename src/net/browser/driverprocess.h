// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace Aura {

class DriverJob;

//! A WebDriver server of our own: chromedriver, geckodriver or a relative, on a free port of this
//! computer.
//!
//! It and its browser end with this object, and with the program however that ends: on Unix they
//! are one group of processes that a watcher of theirs ends when our end of a pipe closes, on
//! Windows a job. What the browser keeps (profile, cookies) lies in a folder that goes with them;
//! on Windows it stays where our program crashed.
class DriverProcess : public QObject
{
    Q_OBJECT

public:
    explicit DriverProcess(QObject *parent = nullptr);
    ~DriverProcess() override;

    //! The programs that are installed, by their paths.
    static QStringList installedDrivers();

    //! ready() or failed() follows.
    void start(const QString &program);
    void stop(); // ended() follows, if it runs

    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

signals:
    void ready(const QUrl &address);
    void failed(); // it did not start, or ended by itself
    void ended();  // it and its browser are gone, for whatever reason; the last signal

private:
    void readPort();
    void onEnded();

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_process;
#ifdef Q_OS_WIN
    std::unique_ptr<DriverJob> m_job;
#endif
    QByteArray m_output;
    bool m_isReady = false;
    bool m_isStopping = false;
};

} // namespace Aura
