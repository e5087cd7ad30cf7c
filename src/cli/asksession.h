// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/askcommand.h"
#include "cli/commandline.h"
#include "cli/connectionfinder.h"
#include "net/networkaccess.h"

#include <QProcessEnvironment>

#include <memory>

namespace Aura {

class DemoServer;

//! One `aura ask`, from the options to the exit code: finds the connection, starts the demo where
//! that is it, asks, prints.
class AskSession : public QObject
{
    Q_OBJECT

public:
    //! The devices outlive this.
    AskSession(const CommandLine &line, NetworkAccessFactory makeNetwork,
               const QProcessEnvironment &environment, const AskOutput &output,
               QObject *parent = nullptr);
    ~AskSession() override;

    //! finished() follows, never before this returned.
    void start(const QString &prompt);
    void stop();

signals:
    void finished(Aura::ExitCode code);

private:
    void ask(const FoundConnection &found);
    bool startDemo(Connection &connection);
    void fail(const QString &problem, ExitCode code);
    void finishWith(ExitCode code);

    AskOptions m_options;
    NetworkAccessFactory m_makeNetwork;
    QProcessEnvironment m_environment;
    AskOutput m_output;
    QString m_prompt{};
    bool m_finished = false;
    ConnectionFinder m_finder;
    std::unique_ptr<DemoServer> m_demo;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<ChatProvider> m_provider; // works on m_network
    std::unique_ptr<AskCommand> m_command;
};

//! Where a command line's --data-dir puts the program's files.
DataFolder dataFolderOf(const CommandLine &line);

} // namespace Aura
