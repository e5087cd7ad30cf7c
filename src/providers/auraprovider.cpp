// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/auraprovider.h"

#include "base/unicodetext.h"
#include "net/httprequest.h"
#include "net/replyerror.h"
#include "net/streamdecoder.h"
#include "providers/requestbody.h"
#include "providers/tokenestimate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr double defaultTemperature = 0.5;
constexpr int defaultMaxLength = 3 * 8192; // characters of one message
constexpr int defaultTokenLimit = 8192;

QString defaultModel()
{
    return u"openchat_3.6"_s;
}

QString roleName(Role role)
{
    return role == Role::Assistant ? u"assistant"_s : u"user"_s;
}

double temperatureOf(const ModelParameters &parameters)
{
    const double value = parameters.temperature.value_or(defaultTemperature);
    return std::isfinite(value) ? value : defaultTemperature;
}

} // namespace

AuraProvider::AuraProvider(QNetworkAccessManager &network, const Connection &connection,
                           QObject *parent)
    : HttpProvider(network, connection, parent)
{}

RequestId AuraProvider::send(const ChatRequest &request)
{
    const QJsonObject body = makeBody(request);
    if (request.contextCheck == ContextCheck::Refuse) {
        if (const auto error = contextError(body))
            return refuse(*error);
    }
    return startReply({.url = endpointUrl(connection().baseUrl, u"/api/chat"_s),
                       .body = body,
                       .makeDecoder = [] { return std::make_unique<PlainTextDecoder>(); }});
}

QJsonObject AuraProvider::makeBody(const ChatRequest &request) const
{
    QStringList prompt;
    QJsonArray messages;
    for (const Message &message : request.messages) {
        if (message.role == Role::System)
            prompt += wellFormed(message.text);
        else
            messages += QJsonObject{{u"role"_s, roleName(message.role)},
                                    {u"content"_s, wellFormed(message.text)}};
    }
    const QString joined = prompt.join(u'\n');

    const QString id = effectiveModel(request, connection());
    const ModelInfo model = auraModel(id.isEmpty() ? defaultModel() : id);
    const ModelParameters parameters = effectiveParameters(request, connection());
    const QJsonObject body{
        {u"model"_s,
         QJsonObject{{u"id"_s, model.id},
                     {u"name"_s, model.name},
                     {u"maxLength"_s, model.maxLength},
                     {u"tokenLimit"_s, parameters.maxTokens.value_or(model.tokenLimit)}}},
        {u"messages"_s, messages},
        {u"key"_s, wellFormed(connection().key.reveal())},
        {u"prompt"_s, joined.isEmpty() ? u" "_s : joined},
        {u"temperature"_s, temperatureOf(parameters)},
    };
    return withExtraFields(body, connection().extraBody);
}

//! Judges what would be sent, so that fields of the user's own count too.
std::optional<ProviderError> AuraProvider::contextError(const QJsonObject &body) const
{
    const QJsonValue limit = body.value("model"_L1)["tokenLimit"_L1];
    const QJsonArray messages = body.value("messages"_L1).toArray();
    if (!limit.isDouble() || messages.isEmpty()) // without a limit the server trims nothing
        return std::nullopt;
    const qint64 needed = estimateTokens(body.value("prompt"_L1).toString())
        + estimateTokens(messages.last()["content"_L1].toString()) + auraReservedTokens;
    const auto allowed = qint64(limit.toDouble());
    if (needed <= allowed)
        return std::nullopt;
    return ProviderError{.kind = ErrorKind::Limit,
                         .cause = ErrorCause::PromptTooLong,
                         .subject = subjectOf(connection().baseUrl),
                         .needed = needed,
                         .allowed = allowed};
}

QNetworkReply *AuraProvider::requestModels()
{
    return post(endpointUrl(connection().baseUrl, u"/api/models"_s),
                {{u"key"_s, wellFormed(connection().key.reveal())}});
}

std::optional<QList<ModelInfo>> AuraProvider::parseModels(const QByteArray &body) const
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isArray())
        return std::nullopt;
    QList<ModelInfo> models;
    const QJsonArray array = document.array();
    for (const auto &value : array) {
        ModelInfo model = auraModel(value["id"_L1].toString());
        if (model.id.isEmpty())
            continue;
        model.name = value["name"_L1].toString(model.name);
        models += model;
    }
    return models;
}

ModelInfo auraModel(const QString &id)
{
    QString name = id;
    if (id == "openchat_3.6"_L1)
        name = u"OpenChat 3.6 (latest)"_s;
    else if (id == "openchat_v3.2_mistral"_L1)
        name = u"OpenChat 3.5 (latest)"_s;
    return {.id = id, .name = name, .maxLength = defaultMaxLength, .tokenLimit = defaultTokenLimit};
}

} // namespace Aura
