// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/runcommand.h"

#include "base/version.h"
#include "cli/asksession.h"
#include "cli/exitcode.h"
#include "cli/terminal.h"
#include "demo/demoserver.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! The sentences of this file.
struct RunCommand
{
    Q_DECLARE_TR_FUNCTIONS(Aura::RunCommand)
};

//! A standard stream; what is written leaves at once.
class StandardStream : public QFile
{
public:
    StandardStream(FILE *stream, OpenMode mode) { open(stream, mode | Unbuffered); }
};

//! The question on the standard input; the line end that echo and editors add is no part of it.
QString readPrompt()
{
    StandardStream input(stdin, QIODevice::ReadOnly);
    QString prompt = QString::fromUtf8(input.readAll());
    if (prompt.endsWith(u'\n'))
        prompt.chop(1);
    if (prompt.endsWith(u'\r'))
        prompt.chop(1);
    return prompt;
}

int runAsk(const CommandLine &line, const NetworkAccessFactory &makeNetwork)
{
    // Before the signals are caught: Ctrl+C ends a wait for input as it always does.
    const QString prompt = line.ask.promptFromInput ? readPrompt() : line.ask.prompt;
    StandardStream output(stdout, QIODevice::WriteOnly);
    StandardStream problems(stderr, QIODevice::WriteOnly);
    const AskOutput out{.text = output, .problems = problems, .isTerminal = outputIsTerminal()};
    AskSession session(line, makeNetwork, QProcessEnvironment::systemEnvironment(), out);
    StopSignals signals_;
    QObject::connect(&signals_, &StopSignals::stopAsked, &session, &AskSession::stop);
    QObject::connect(&session, &AskSession::finished, QCoreApplication::instance(),
                     [](ExitCode code) { QCoreApplication::exit(static_cast<int>(code)); });
    session.start(prompt);
    return QCoreApplication::exec();
}

int runDemoServer(const CommandLine &line)
{
    StandardStream output(stdout, QIODevice::WriteOnly);
    StandardStream problems(stderr, QIODevice::WriteOnly);
    DemoServer server;
    if (!server.listen(line.port)) {
        const QString problem =
            RunCommand::tr("Port %1 is taken. Choose another one, or none for any that is free.")
                .arg(line.port);
        problems.write(problemLine(problem));
        return static_cast<int>(ExitCode::Failed);
    }
    StopSignals signals_;
    QObject::connect(&signals_, &StopSignals::stopAsked, QCoreApplication::instance(),
                     [] { QCoreApplication::exit(0); });
    output.write(server.url().toEncoded() + '\n');
    return QCoreApplication::exec();
}

int print(FILE *stream, const QString &text, ExitCode code)
{
    StandardStream(stream, QIODevice::WriteOnly).write(text.toUtf8());
    return static_cast<int>(code);
}

} // namespace

int runCommand(const CommandLine &line, const NetworkAccessFactory &makeNetwork)
{
    switch (line.command) {
    case CommandLine::Command::Ask: return runAsk(line, makeNetwork);
    case CommandLine::Command::DemoServer: return runDemoServer(line);
    case CommandLine::Command::Help: return print(stdout, helpText(), ExitCode::Complete);
    case CommandLine::Command::Version:
        return print(stdout, u"Aura %1\n"_s.arg(QLatin1StringView(programVersion)),
                     ExitCode::Complete);
    case CommandLine::Command::UsageError:
        return print(stderr, QString::fromUtf8(problemLine(line.problem)), ExitCode::Usage);
    case CommandLine::Command::Window:
    case CommandLine::Command::Smoke: break;
    }
    Q_UNREACHABLE();
}

} // namespace Aura
