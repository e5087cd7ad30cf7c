// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/openaiprovider.h"

#include "net/openaidecoder.h"
#include "providers/modellists.h"
#include "providers/requestbody.h"
#include "providers/serverurl.h"

#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace Aura {

OpenAiProvider::OpenAiProvider(QNetworkAccessManager &network, const Connection &connection,
                               QObject *parent)
    : HttpProvider(network, connection, parent)
{}

RequestId OpenAiProvider::send(const ChatRequest &request)
{
    const QUrl &base = connection().baseUrl;
    QJsonObject body = openAiBody(request, connection());
    if (m_isLlamaCpp && !connection().extraBody.contains("return_progress"_L1))
        body.insert(u"return_progress"_s, true); // how much of the prompt it has read
    return startReply({.url = openAiUrl(base, u"/chat/completions"_s),
                       .body = body,
                       .makeDecoder = [] { return std::make_unique<OpenAiDecoder>(); },
                       .model = effectiveModel(request, connection()),
                       .maxTokens = effectiveParameters(request, connection()).maxTokens,
                       .health = besideOpenAiUrl(base, u"/health"_s)});
}

void OpenAiProvider::authorize(QNetworkRequest &request) const
{
    const QByteArray key = connection().key.reveal().toLatin1();
    const bool azure = isAzure(connection().baseUrl);
    const QByteArray name = azure ? "api-key" : "Authorization";
    if (!key.isEmpty() && !request.hasRawHeader(name))
        request.setRawHeader(name, azure ? key : "Bearer " + key);
    const QByteArray organization = connection().organization.toLatin1();
    if (!organization.isEmpty() && !request.hasRawHeader("OpenAI-Organization"))
        request.setRawHeader("OpenAI-Organization", organization);
}

QNetworkReply *OpenAiProvider::requestModels()
{
    return get(openAiUrl(connection().baseUrl, u"/models"_s));
}

//! Only llama.cpp has this; others tell in their lists, or not at all.
QNetworkReply *OpenAiProvider::requestModel(const QString &)
{
    return m_isLlamaCpp ? get(besideOpenAiUrl(connection().baseUrl, u"/props"_s)) : nullptr;
}

int OpenAiProvider::parseTokenLimit(const QByteArray &body) const
{
    return llamaTokenLimit(body);
}

std::optional<QList<ModelInfo>> OpenAiProvider::parseModels(const QByteArray &body) const
{
    m_isLlamaCpp = body.contains("\"llamacpp\"");
    return parseOpenAiModels(body);
}

} // namespace Aura
