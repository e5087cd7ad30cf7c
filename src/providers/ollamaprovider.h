// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/httpprovider.h"

namespace Aura {

//! Ollama's own interface: one POST to BASE/api/chat, answered by a JSON object a line.
//!
//! Ollama has no keys; one that is set, for a proxy before it, travels as "Authorization: Bearer".
class OllamaProvider final : public HttpProvider
{
    Q_OBJECT

public:
    OllamaProvider(QNetworkAccessManager &network, const Connection &connection,
                   QObject *parent = nullptr);

    RequestId send(const ChatRequest &request) override;
    bool dropsOldMessages() const override { return false; }
    double highestTemperature() const override { return 2; }

protected:
    void authorize(QNetworkRequest &request) const override;
    QNetworkReply *requestModels() override;
    QNetworkReply *requestModel(const QString &model) override;
    int parseTokenLimit(const QByteArray &body) const override;
    std::optional<QList<ModelInfo>> parseModels(const QByteArray &body) const override;
};

} // namespace Aura
