// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/askcommand.h"

#include "base/replynotes.h"
#include "cli/exitcode.h"
#include "providers/chatprovider.h"

#include <QIODevice>
#include <QJsonDocument>

namespace Aura {

using namespace std::chrono_literals;

namespace {

//! A server's text must not move the cursor or rename the window.
QString withoutControls(QString text)
{
    text.removeIf(
        [](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; });
    return text;
}

} // namespace

AskCommand::AskCommand(ChatProvider &provider, const ChatRequest &request, const AskOutput &output,
                       QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_request(request)
    , m_output(output)
{
    m_report.requestedModel = request.model;
    connect(&provider, &ChatProvider::chunkReceived, this,
            [this](RequestId id, const QString &text) {
                if (id == m_id)
                    onChunk(text);
            });
    connect(&provider, &ChatProvider::reasoningReceived, this,
            [this](RequestId id, const QString &text) {
                if (id == m_id && m_output.json)
                    m_report.reasoning += text;
            });
    connect(&provider, &ChatProvider::finished, this,
            [this](RequestId id, const Completion &completion) {
                if (id == m_id)
                    onFinished(completion);
            });
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { onFinished({.state = ReplyState::Stopped}); });
}

void AskCommand::start()
{
    m_id = m_provider.send(m_request);
}

void AskCommand::stop()
{
    if (!m_id.isValid())
        return;
    m_patience.start(2s);
    m_provider.cancel(m_id);
}

void AskCommand::onChunk(const QString &text)
{
    if (m_output.json)
        m_report.text += text;
    else
        print(m_output.isTerminal ? withoutControls(text) : text);
}

void AskCommand::print(const QString &text)
{
    const QByteArray bytes = m_utf8.encode(text);
    if (bytes.isEmpty() || m_outputFailed)
        return;
    m_endsInLine = bytes.endsWith('\n');
    m_outputFailed = m_output.text.write(bytes) != bytes.size();
    if (m_outputFailed) // nobody reads any more; not from within the provider's signal
        QMetaObject::invokeMethod(this, &AskCommand::stop, Qt::QueuedConnection);
}

void AskCommand::onFinished(const Completion &completion)
{
    m_id = {};
    m_patience.stop();
    m_report.completion = completion;
    if (m_output.json) {
        const QByteArray json =
            QJsonDocument(m_report.toJson()).toJson(QJsonDocument::Compact) + '\n';
        m_outputFailed = m_output.text.write(json) != json.size();
    } else {
        if (m_output.isTerminal && !m_endsInLine)
            print(QString(u'\n'));
        QStringList problems = replyNotes(completion);
        if (const QString problem = m_report.problem(); !problem.isEmpty())
            problems += problem;
        for (const QString &problem : std::as_const(problems))
            m_output.problems.write(
                problemLine(m_output.isTerminal ? withoutControls(problem) : problem));
    }
    emit finished(m_outputFailed ? ExitCode::Failed : exitCodeOf(completion.state));
}

} // namespace Aura
