// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/asksession.h"

#include "cli/exitcode.h"
#include "demo/demoserver.h"
#include "providers/chatprovider.h"
#include "providers/providerfactory.h"
#include "settings/datafolder.h"

#include <QIODevice>
#include <QNetworkAccessManager>

#include <utility>

namespace Aura {

AskSession::AskSession(const CommandLine &line, NetworkAccessFactory makeNetwork,
                       const QProcessEnvironment &environment, const AskOutput &output,
                       QObject *parent)
    : QObject(parent)
    , m_options(line.ask)
    , m_makeNetwork(std::move(makeNetwork))
    , m_environment(environment)
    , m_output(output)
    , m_finder(dataFolderOf(line))
{
    m_output.json = m_options.json;
    connect(&m_finder, &ConnectionFinder::found, this, &AskSession::ask);
    connect(&m_finder, &ConnectionFinder::notFound, this,
            [this](const QString &problem) { fail(problem, ExitCode::Usage); });
    connect(&m_finder, &ConnectionFinder::failed, this,
            [this](const QString &problem) { fail(problem, ExitCode::Failed); });
}

AskSession::~AskSession() = default;

void AskSession::start(const QString &prompt)
{
    m_prompt = prompt;
    m_finder.find(m_options);
}

void AskSession::stop()
{
    if (m_command)
        m_command->stop();
    else
        finishWith(ExitCode::Stopped);
}

void AskSession::ask(const FoundConnection &found)
{
    if (m_finished)
        return;
    Result<Connection> chosen = withOptions(found.connection, m_options, m_environment);
    if (!chosen)
        return fail(chosen.error().text, ExitCode::Usage);
    Connection connection = std::move(chosen).value();
    const Result<ChatRequest> request =
        makeChatRequest(m_options, found.defaults, connection, m_prompt);
    if (!request)
        return fail(request.error().text, ExitCode::Usage);
    if (connection.kind == ServerKind::Demo && !startDemo(connection))
        return fail(tr("The built-in demo could not be started."), ExitCode::Failed);

    m_network = m_makeNetwork(connection, found.defaultProxy);
    m_provider = makeProvider(*m_network, connection);
    m_command = std::make_unique<AskCommand>(*m_provider, *request, m_output);
    connect(m_command.get(), &AskCommand::finished, this, &AskSession::finishWith);
    m_command->start();
}

bool AskSession::startDemo(Connection &connection)
{
    m_demo = std::make_unique<DemoServer>();
    m_demo->setKeepsRequests(false);
    if (!m_demo->listen())
        return false;
    connection.baseUrl = m_demo->url();
    return true;
}

void AskSession::fail(const QString &problem, ExitCode code)
{
    m_output.problems.write(problemLine(problem));
    finishWith(code);
}

void AskSession::finishWith(ExitCode code)
{
    if (!std::exchange(m_finished, true))
        emit finished(code);
}

DataFolder dataFolderOf(const CommandLine &line)
{
    return line.dataDir.isEmpty() ? DataFolder() : DataFolder(line.dataDir);
}

} // namespace Aura
