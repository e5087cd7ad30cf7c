// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/openaievents.h"

#include "net/jsontext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

bool isOneOf(const QString &word, std::initializer_list<QLatin1StringView> words)
{
    for (const QLatin1StringView other : words) {
        if (word.compare(other, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

QString reasoningIn(const QJsonObject &delta)
{
    for (const auto name : {"reasoning_content"_L1, "reasoning"_L1, "thinking"_L1}) {
        QString text = saidText(delta.value(name));
        if (!text.isEmpty())
            return text;
    }
    // OpenRouter says it twice; this is the second way.
    QString text;
    const QJsonArray details = delta.value("reasoning_details"_L1).toArray();
    for (const auto &detail : details) {
        const QString said = detail["text"_L1].toString();
        text += said.isEmpty() ? detail["summary"_L1].toString() : said;
    }
    return text;
}

} // namespace

void OpenAiEvents::take(const QJsonObject &object, const QByteArray &type)
{
    if (m_events.hasEnded())
        return;
    m_events.addModel(object.value("model"_L1).toString());
    takeUsage(object);
    if (const QJsonValue progress = object.value("prompt_progress"_L1); progress.isObject()) {
        m_events.addProgress({.stage = ReplyProgress::Stage::ReadingPrompt,
                              .done = qMax<qint64>(0, tokenCount(progress["processed"_L1])),
                              .total = qMax<qint64>(0, tokenCount(progress["total"_L1]))});
    }
    const bool isError = type == "error" || tellsOfError(object);
    const QJsonArray choices = object.value("choices"_L1).toArray();
    for (const auto &choice : choices) {
        if (choice["index"_L1].toInt() == 0)
            takeChoice(choice.toObject());
    }
    const QJsonObject groq = object.value("x_groq"_L1).toObject();
    if (isError)
        m_events.fail(ErrorKind::Server, ErrorCause::Unknown, errorMessageIn(object));
    else if (tellsOfError(groq))
        m_events.fail(ErrorKind::Server, ErrorCause::Unknown, errorMessageIn(groq));
    else if (m_ending && m_ending->kind == StreamEvent::Kind::Error)
        m_events.fail(ErrorKind::Server, m_ending->error.cause, m_ending->error.detail);
}

bool OpenAiEvents::saysOnlyText(const QJsonObject &object)
{
    const QJsonArray choices = object.value("choices"_L1).toArray();
    const QJsonObject choice = choices.size() == 1 ? choices.at(0).toObject() : QJsonObject();
    const QJsonObject delta = choice.value("delta"_L1).toObject();
    return delta.value("content"_L1).isString() && choice.value("index"_L1).toInt() == 0
        && choice.value("finish_reason"_L1).toString().isEmpty() && reasoningIn(delta).isEmpty()
        && delta.value("refusal"_L1).toString().isEmpty()
        && delta.value("tool_calls"_L1).toArray().isEmpty()
        && !delta.value("function_call"_L1).isObject()
        && !object.value("prompt_progress"_L1).isObject() && !tellsOfError(object)
        && !object.contains("x_groq"_L1);
}

void OpenAiEvents::done()
{
    m_events.end(m_ending.value_or(StreamEvent{.kind = StreamEvent::Kind::End}));
}

void OpenAiEvents::finish(Form form)
{
    if (m_ending || (form == Form::OnePiece && m_hasMessage))
        done();
    else
        m_events.breakOff();
}

void OpenAiEvents::takeChoice(const QJsonObject &choice)
{
    const QJsonValue delta = choice.value("delta"_L1);
    // Some send the text so far as "message" beside each delta.
    if (delta.isObject()) {
        takeDelta(delta.toObject());
    } else if (const QJsonValue message = choice.value("message"_L1); message.isObject()) {
        m_hasMessage = true;
        takeDelta(message.toObject());
    } else if (const QJsonValue text = choice.value("text"_L1); text.isString()) {
        m_events.addContent(text.toString()); // the older form, /v1/completions
    }
    takeReason(choice.value("finish_reason"_L1).toString());
}

void OpenAiEvents::takeDelta(const QJsonObject &delta)
{
    const QString reasoning = reasoningIn(delta);
    if (!reasoning.isEmpty())
        m_events.addReasoning(reasoning);
    takeContent(delta.value("content"_L1));
    if (const QString refusal = delta.value("refusal"_L1).toString(); !refusal.isEmpty())
        m_events.addContent(refusal);
    takeToolCalls(delta);
}

//! A text, or a list of parts of which some may be thoughts, as Mistral's are.
void OpenAiEvents::takeContent(const QJsonValue &content)
{
    if (!content.isArray()) {
        if (const QString text = saidText(content); !text.isEmpty())
            m_events.addContent(text);
        return;
    }
    const QJsonArray parts = content.toArray();
    for (const auto &part : parts) {
        if (part["type"_L1] == "thinking"_L1)
            m_events.addReasoning(saidText(part["thinking"_L1]));
        else
            m_events.addContent(saidText(part));
    }
}

void OpenAiEvents::takeToolCalls(const QJsonObject &delta)
{
    const QJsonArray calls = delta.value("tool_calls"_L1).toArray();
    for (const auto &call : calls) {
        const QJsonValue function = call["function"_L1];
        m_events.addToolCall(call["index"_L1].toInt(-1), function["name"_L1].toString(),
                             function["arguments"_L1]);
    }
    if (const QJsonValue call = delta.value("function_call"_L1); call.isObject()) // the older form
        m_events.addToolCall(0, call["name"_L1].toString(), call["arguments"_L1]);
}

void OpenAiEvents::takeUsage(const QJsonObject &object)
{
    QJsonValue usage = object.value("usage"_L1);
    if (!usage.isObject())
        usage = object.value("x_groq"_L1)["usage"_L1];
    if (usage.isObject())
        return m_events.addUsage({.promptTokens = tokenCount(usage["prompt_tokens"_L1]),
                                  .completionTokens = tokenCount(usage["completion_tokens"_L1])});
    // llama.cpp's own, which comes without being asked for.
    const QJsonValue timings = object.value("timings"_L1);
    const qint64 read = tokenCount(timings["prompt_n"_L1]);
    const qint64 written = tokenCount(timings["predicted_n"_L1]);
    if (read >= 0 && written >= 0)
        m_events.addUsage(
            {.promptTokens = read + qMax<qint64>(0, tokenCount(timings["cache_n"_L1])),
             .completionTokens = written});
}

void OpenAiEvents::takeReason(const QString &reason)
{
    if (reason.isEmpty() || isOneOf(reason, {"null"_L1, "none"_L1}))
        return;
    StreamEvent ending{.kind = StreamEvent::Kind::End};
    if (isOneOf(reason,
                {"length"_L1, "max_tokens"_L1, "model_length"_L1, "max_output_tokens"_L1,
                 "model_context_window_exceeded"_L1})) {
        ending.state = ReplyState::CutByLimit;
    } else if (reason.startsWith("content_filter"_L1, Qt::CaseInsensitive) // Gemini says why
               || isOneOf(reason,
                          {"safety"_L1, "recitation"_L1, "sensitive"_L1, "blocklist"_L1,
                           "prohibited_content"_L1, "spii"_L1})) {
        ending.state = ReplyState::CutByLimit;
        ending.error = {.kind = ErrorKind::Server, .cause = ErrorCause::ContentFiltered};
    } else if (isOneOf(reason,
                       {"error"_L1, "abort"_L1, "aborted"_L1, "cancelled"_L1, "network_error"_L1,
                        "insufficient_system_resource"_L1})) {
        ending = {.kind = StreamEvent::Kind::Error,
                  .error = {.kind = ErrorKind::Server, .detail = reason}};
    }
    m_ending = ending;
}

} // namespace Aura
