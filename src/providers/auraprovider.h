// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/httpprovider.h"

namespace Aura {

//! The Aura protocol: one POST to BASE/api/chat, and the reply's body is the text itself.
//!
//! The server lets system messages stand only in "prompt", trims old messages without a word, and
//! drops even the newest where it does not fit; so a prompt that is estimated not to fit is refused
//! unless ContextCheck::SendAnyway asks for it. An empty "prompt" makes the server put in one of
//! its own ("You are ChatGPT…"); without a system message a single space is sent, which its manual
//! recommends for none at all. Nothing in the body marks the end of a reply: the HTTP framing does.
class AuraProvider final : public HttpProvider
{
    Q_OBJECT

public:
    AuraProvider(QNetworkAccessManager &network, const Connection &connection,
                 QObject *parent = nullptr);

    RequestId send(const ChatRequest &request) override;

protected:
    QNetworkReply *requestModels() override;
    std::optional<QList<ModelInfo>> parseModels(const QByteArray &body) const override;

private:
    QJsonObject makeBody(const ChatRequest &request) const;
    std::optional<ProviderError> contextError(const QJsonObject &body) const;
};

//! What Aura servers know of a model; an id that is not in their table stands for itself.
ModelInfo auraModel(const QString &id);

} // namespace Aura
