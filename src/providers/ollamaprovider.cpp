// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/ollamaprovider.h"

#include "base/unicodetext.h"
#include "net/ollamadecoder.h"
#include "providers/modellists.h"
#include "providers/requestbody.h"
#include "providers/serverurl.h"

#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace Aura {

OllamaProvider::OllamaProvider(QNetworkAccessManager &network, const Connection &connection,
                               QObject *parent)
    : HttpProvider(network, connection, parent)
{}

RequestId OllamaProvider::send(const ChatRequest &request)
{
    return startReply({.url = ollamaUrl(connection().baseUrl, u"/api/chat"_s),
                       .body = ollamaBody(request, connection()),
                       .makeDecoder = [] { return std::make_unique<OllamaDecoder>(); },
                       .model = effectiveModel(request, connection()),
                       .maxTokens = effectiveParameters(request, connection()).maxTokens});
}

void OllamaProvider::authorize(QNetworkRequest &request) const
{
    const QByteArray key = connection().key.reveal().toLatin1();
    if (!key.isEmpty() && !request.hasRawHeader("Authorization"))
        request.setRawHeader("Authorization", "Bearer " + key);
}

QNetworkReply *OllamaProvider::requestModels()
{
    return get(ollamaUrl(connection().baseUrl, u"/api/tags"_s));
}

QNetworkReply *OllamaProvider::requestModel(const QString &model)
{
    return post(ollamaUrl(connection().baseUrl, u"/api/show"_s), {{u"model"_s, wellFormed(model)}});
}

int OllamaProvider::parseTokenLimit(const QByteArray &body) const
{
    return ollamaTokenLimit(body);
}

std::optional<QList<ModelInfo>> OllamaProvider::parseModels(const QByteArray &body) const
{
    return parseOllamaModels(body);
}

} // namespace Aura
