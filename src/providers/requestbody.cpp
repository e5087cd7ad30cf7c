// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/requestbody.h"

#include "base/unicodetext.h"
#include "providers/serverurl.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

QString roleName(Role role)
{
    switch (role) {
    case Role::System: return u"system"_s;
    case Role::User: return u"user"_s;
    case Role::Assistant: return u"assistant"_s;
    }
    Q_UNREACHABLE();
}

QJsonArray messagesOf(const ChatRequest &request)
{
    QJsonArray messages;
    for (const Message &message : request.messages)
        messages += QJsonObject{{u"role"_s, roleName(message.role)},
                                {u"content"_s, wellFormed(message.text)}};
    return messages;
}

void put(QJsonObject &object, const QString &name, const std::optional<double> &value)
{
    if (value && std::isfinite(*value))
        object.insert(name, *value);
}

void put(QJsonObject &object, const QString &name, const std::optional<int> &value)
{
    if (value)
        object.insert(name, *value);
}

//! What both kinds of servers call the same.
void putCommon(QJsonObject &object, const ModelParameters &parameters)
{
    put(object, u"temperature"_s, parameters.temperature);
    put(object, u"top_p"_s, parameters.topP);
    put(object, u"top_k"_s, parameters.topK);
    put(object, u"min_p"_s, parameters.minP);
    put(object, u"presence_penalty"_s, parameters.presencePenalty);
    put(object, u"frequency_penalty"_s, parameters.frequencyPenalty);
    put(object, u"repeat_penalty"_s, parameters.repeatPenalty);
    if (parameters.seed)
        object.insert(u"seed"_s, *parameters.seed);
    if (!parameters.stop.isEmpty())
        object.insert(u"stop"_s, QJsonArray::fromStringList(parameters.stop));
}

//! OpenAI's newer models refuse the old name, everybody else's servers do not know the new one.
QString maxTokensName(const QUrl &base)
{
    const bool isOpenAi = base.host() == "api.openai.com"_L1 || isAzure(base);
    return isOpenAi ? u"max_completion_tokens"_s : u"max_tokens"_s;
}

//! Mistral refuses fields that it does not know, and tells the usage unasked.
bool takesStreamOptions(const QUrl &base)
{
    return base.host() != "api.mistral.ai"_L1;
}

QJsonValue thinkValue(const QString &effort)
{
    if (effort == "none"_L1)
        return false;
    return effort == "minimal"_L1 ? u"low"_s : effort;
}

} // namespace

ModelParameters effectiveParameters(const ChatRequest &request, const Connection &connection)
{
    ModelParameters parameters = withDefaults(request.parameters, connection.parameters);
    if (!parameters.temperature)
        parameters.temperature = request.temperature;
    if (!parameters.maxTokens)
        parameters.maxTokens = request.maxTokens;
    return parameters;
}

QString effectiveModel(const ChatRequest &request, const Connection &connection)
{
    return wellFormed(request.model.isEmpty() ? connection.model : request.model);
}

QJsonObject openAiBody(const ChatRequest &request, const Connection &connection)
{
    const ModelParameters parameters = effectiveParameters(request, connection);
    QJsonObject body{{u"messages"_s, messagesOf(request)}, {u"stream"_s, true}};
    if (const QString model = effectiveModel(request, connection); !model.isEmpty())
        body.insert(u"model"_s, model);
    if (takesStreamOptions(connection.baseUrl))
        body.insert(u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}});
    putCommon(body, parameters);
    put(body, maxTokensName(connection.baseUrl), parameters.maxTokens);
    if (!parameters.reasoningEffort.isEmpty())
        body.insert(u"reasoning_effort"_s, parameters.reasoningEffort);
    return withExtraFields(body, connection.extraBody);
}

QJsonObject ollamaBody(const ChatRequest &request, const Connection &connection)
{
    const ModelParameters parameters = effectiveParameters(request, connection);
    QJsonObject body{{u"model"_s, effectiveModel(request, connection)},
                     {u"messages"_s, messagesOf(request)},
                     {u"stream"_s, true}};
    QJsonObject options;
    putCommon(options, parameters);
    put(options, u"num_predict"_s, parameters.maxTokens);
    put(options, u"num_ctx"_s, parameters.contextLength);
    if (!options.isEmpty())
        body.insert(u"options"_s, options);
    if (!parameters.keepAlive.isEmpty()) {
        bool isNumber = false; // of seconds, "-1" for ever; else "5m"
        const int seconds = parameters.keepAlive.toInt(&isNumber);
        body.insert(u"keep_alive"_s, isNumber ? QJsonValue(seconds) : parameters.keepAlive);
    }
    if (!parameters.reasoningEffort.isEmpty())
        body.insert(u"think"_s, thinkValue(parameters.reasoningEffort));
    return withExtraFields(body, connection.extraBody);
}

QJsonObject withExtraFields(QJsonObject body, const QJsonObject &extra)
{
    for (auto field = extra.begin(); field != extra.end(); ++field) {
        const QJsonValue own = body.value(field.key());
        if (field.value().isNull())
            body.remove(field.key());
        else if (own.isObject() && field.value().isObject())
            body.insert(field.key(), withExtraFields(own.toObject(), field.value().toObject()));
        else
            body.insert(field.key(), field.value());
    }
    return body;
}

} // namespace Aura
