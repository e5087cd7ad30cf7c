// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/httpprovider.h"

namespace Aura {

//! OpenAI's chat completions, as OpenAI and everybody who is compatible speak them: one POST to
//! BASE/v1/chat/completions, answered by server-sent events.
//!
//! The key travels as "Authorization: Bearer", to Azure as "api-key"; a header of the user's of the
//! same name stands instead. A llama.cpp server that answers 503 because it loads its model is
//! waited for, and asked once it is ready.
class OpenAiProvider final : public HttpProvider
{
    Q_OBJECT

public:
    OpenAiProvider(QNetworkAccessManager &network, const Connection &connection,
                   QObject *parent = nullptr);

    RequestId send(const ChatRequest &request) override;
    bool dropsOldMessages() const override { return false; }
    double highestTemperature() const override { return 2; }

protected:
    void authorize(QNetworkRequest &request) const override;
    QNetworkReply *requestModels() override;
    bool mayListNoModels() const override { return true; } // Azure's deployments have none
    QNetworkReply *requestModel(const QString &model) override;
    int parseTokenLimit(const QByteArray &body) const override;
    std::optional<QList<ModelInfo>> parseModels(const QByteArray &body) const override;

private:
    mutable bool m_isLlamaCpp = false; // its list of models says so
};

} // namespace Aura
