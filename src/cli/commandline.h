// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

namespace Aura {

//! Takes a value from an environment variable, so that it need not stand among the arguments.
struct HeaderFromEnvironment
{
    QByteArray name{};
    QString variable{};

    friend bool operator==(const HeaderFromEnvironment &, const HeaderFromEnvironment &) = default;
};

//! What is asked, of whom, and how the answer is printed. Unset: the connection's or the settings'.
struct AskOptions
{
    QString connection{}; // its name; empty: the default one, or the one that url names
    ServerKind kind = ServerKind::Aura; // of the server at url
    QUrl url{};
    QString model{};
    std::optional<QString> systemPrompt{};
    std::optional<double> temperature{};
    std::optional<int> maxTokens{};
    std::optional<ProxySettings> proxy{};
    QList<HttpHeader> headers{};
    QList<HeaderFromEnvironment> secretHeaders{};
    QString keyVariable{};           // the environment variable with the key
    QString proxyPasswordVariable{}; // … with the proxy's password
    bool sendsUnencrypted = false;   // as Connection::sendsUnencrypted
    bool json = false;
    QString prompt{};
    bool promptFromInput = false; // read it from the standard input

    friend bool operator==(const AskOptions &, const AskOptions &) = default;
};

//! What is imported.
struct ImportOptions
{
    QStringList files{};   // archives and folders too
    bool isDryRun = false; // tell what would come, and keep nothing

    friend bool operator==(const ImportOptions &, const ImportOptions &) = default;
};

//! What is exported, and where to.
struct ExportOptions
{
    QString output{}; // a file, or a folder
    QString format{}; // a name of exportFormats()
    bool all = false;
    QString title{}; // of the one conversation, unless all are meant

    friend bool operator==(const ExportOptions &, const ExportOptions &) = default;
};

//! What the arguments ask the program to do.
//!
//! Everything but a window runs on a QCoreApplication, by runCommand(): a usage error, too, needs
//! no display.
struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(Aura::CommandLine)

public:
    enum class Command {
        Window,
        Smoke,
        Ask,
        DemoServer,
        Import,
        Export,
        Help,
        Version,
        UsageError
    };

    Command command = Command::Window;
    QString problem{};            // of a UsageError: one sentence for people
    QString dataDir{};            // empty: the places of the desktop
    QString connection{};         // Window: the name of the connection to begin with
    bool newConversation = false; // Window: begin with an empty one
    QString smokeFile{};          // Smoke: the picture to save
    QStringList files{};          // Window: absolute paths, to be imported
    AskOptions ask{};
    ImportOptions importOptions{};
    ExportOptions exportOptions{};
    quint16 port = 0; // DemoServer; 0: any that is free

    friend bool operator==(const CommandLine &, const CommandLine &) = default;

    bool needsWindow() const { return command == Command::Window || command == Command::Smoke; }
};

//! Reads the arguments, without the program's own name. Those that QApplication takes for itself
//! ("-platform offscreen") are passed over where a window is asked for.
CommandLine parseCommandLine(const QStringList &arguments);

//! What `aura --help` prints.
QString helpText();

} // namespace Aura
