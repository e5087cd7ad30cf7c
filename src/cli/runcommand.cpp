// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/runcommand.h"

#include "base/version.h"
#include "cli/asksession.h"
#include "cli/exitcode.h"
#include "cli/terminal.h"
#include "cli/transfercommand.h"
#include "demo/demoserver.h"

#include <QCoreApplication>
#include <QFile>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! The sentences of this file.
struct RunCommand
{
    Q_DECLARE_TR_FUNCTIONS(Aura::RunCommand)
};

enum class Stream { Input = 0, Output = 1, Problems = 2 }; // by their descriptors

//! A standard stream; what is written leaves at once.
class StandardStream : public QFile
{
public:
    explicit StandardStream(Stream stream)
    {
        const OpenMode mode = stream == Stream::Input ? ReadOnly : WriteOnly;
        open(static_cast<int>(stream), mode | Unbuffered);
    }
};

//! The question on the standard input; the line end that echo and editors add is no part of it.
QString readPrompt()
{
    StandardStream input(Stream::Input);
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
    StandardStream output(Stream::Output);
    StandardStream problems(Stream::Problems);
    const AskOutput out{.text = output, .problems = problems, .isTerminal = outputIsTerminal()};
    AskSession session(line, makeNetwork, QProcessEnvironment::systemEnvironment(), out);
    StopSignals stop;
    QObject::connect(&stop, &StopSignals::stopAsked, &session, &AskSession::stop);
    QObject::connect(&session, &AskSession::finished, &session,
                     [](ExitCode code) { QCoreApplication::exit(static_cast<int>(code)); });
    session.start(prompt);
    return QCoreApplication::exec();
}

int runDemoServer(const CommandLine &line)
{
    StandardStream output(Stream::Output);
    StandardStream problems(Stream::Problems);
    DemoServer server;
    server.setKeepsRequests(false);
    if (!server.listen(line.port)) {
        const QString problem =
            RunCommand::tr("Port %1 is taken. Choose another one, or none for any that is free.")
                .arg(line.port);
        problems.write(problemLine(problem));
        return static_cast<int>(ExitCode::Failed);
    }
    StopSignals stop;
    QObject::connect(&stop, &StopSignals::stopAsked, &server, [] { QCoreApplication::exit(0); });
    output.write(server.url().toEncoded() + '\n');
    return QCoreApplication::exec();
}

int runTransfer(const CommandLine &line,
                ExitCode (*run)(const CommandLine &, const TransferOutput &))
{
    StandardStream output(Stream::Output);
    StandardStream problems(Stream::Problems);
    return static_cast<int>(
        run(line, {.text = output, .problems = problems, .isTerminal = outputIsTerminal()}));
}

int print(Stream stream, const QString &text, ExitCode code)
{
    StandardStream(stream).write(text.toUtf8());
    return static_cast<int>(code);
}

} // namespace

int runCommand(const CommandLine &line, const NetworkAccessFactory &makeNetwork)
{
    switch (line.command) {
    case CommandLine::Command::Ask: return runAsk(line, makeNetwork);
    case CommandLine::Command::DemoServer: return runDemoServer(line);
    case CommandLine::Command::Import: return runTransfer(line, runImport);
    case CommandLine::Command::Export: return runTransfer(line, runExport);
    case CommandLine::Command::Help: return print(Stream::Output, helpText(), ExitCode::Complete);
    case CommandLine::Command::Version:
        return print(Stream::Output, u"Aura %1\n"_s.arg(QLatin1StringView(programVersion)),
                     ExitCode::Complete);
    case CommandLine::Command::UsageError:
        return print(Stream::Problems, QString::fromUtf8(problemLine(line.problem)),
                     ExitCode::Usage);
    case CommandLine::Command::Window:
    case CommandLine::Command::Smoke: break;
    }
    Q_UNREACHABLE();
}

} // namespace Aura
