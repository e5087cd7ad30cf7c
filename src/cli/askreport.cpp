// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/askreport.h"

#include "base/errortext.h"
#include "cli/exitcode.h"

#include <QCoreApplication>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! The sentences of this file.
struct AskReportText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::AskReport)
};

QJsonValue known(qint64 number, qint64 unknown)
{
    return number == unknown ? QJsonValue(QJsonValue::Null) : QJsonValue(number);
}

QJsonValue toJson(const std::optional<ProviderError> &error)
{
    if (!error)
        return QJsonValue::Null;
    return QJsonObject{{u"kind"_s, errorKindName(error->kind)},
                       {u"message"_s, errorSentence(*error)},
                       {u"httpStatus"_s, known(error->httpStatus, 0)}};
}

} // namespace

ExitCode exitCodeOf(ReplyState state)
{
    switch (state) {
    case ReplyState::Complete: return ExitCode::Complete;
    case ReplyState::CutByLimit: return ExitCode::CutByLimit;
    case ReplyState::Interrupted: return ExitCode::Interrupted;
    case ReplyState::Stopped: return ExitCode::Stopped;
    case ReplyState::Empty: return ExitCode::Empty;
    case ReplyState::Failed:
    case ReplyState::Answering: break;
    }
    return ExitCode::Failed;
}

QJsonObject AskReport::toJson() const
{
    const QString model = completion.model.isEmpty() ? requestedModel : completion.model;
    const Usage &usage = completion.usage;
    const Timing &timing = completion.timing;
    return {
        {u"text"_s, text},
        {u"reasoning"_s, reasoning},
        {u"state"_s, replyStateName(completion.state)},
        {u"error"_s, Aura::toJson(completion.error)},
        {u"usage"_s,
         QJsonObject{{u"promptTokens"_s, known(usage.promptTokens, -1)},
                     {u"completionTokens"_s, known(usage.completionTokens, -1)}}},
        {u"model"_s, model.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(model)},
        {u"timing"_s,
         QJsonObject{{u"connectMs"_s, known(timing.connectMs, -1)},
                     {u"firstByteMs"_s, known(timing.firstByteMs, -1)},
                     {u"totalMs"_s, known(timing.totalMs, -1)}}},
    };
}

QString AskReport::problem() const
{
    if (completion.state == ReplyState::Complete || completion.state == ReplyState::Stopped)
        return {};
    if (completion.error) {
        const QString advice = errorAdvice(*completion.error);
        const QString sentence = errorSentence(*completion.error);
        return advice.isEmpty() ? sentence : sentence + u' ' + advice;
    }
    switch (completion.state) {
    case ReplyState::CutByLimit:
        return AskReportText::tr("The reply was cut by a limit on its length.");
    case ReplyState::Empty: return AskReportText::tr("The reply was empty.");
    case ReplyState::Interrupted: return AskReportText::tr("The reply was interrupted.");
    default: return AskReportText::tr("The request failed.");
    }
}

QByteArray problemLine(const QString &problem)
{
    return "aura: " + problem.toUtf8() + '\n';
}

} // namespace Aura
