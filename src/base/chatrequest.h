// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "base/modelparameters.h"

#include <QHashFunctions>
#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace Aura {

//! Names one request of one provider; 0 is no request.
struct RequestId
{
    quint64 value = 0;

    bool isValid() const { return value != 0; }
    friend bool operator==(RequestId, RequestId) = default;
    friend size_t qHash(RequestId id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

//! Whether a prompt that is estimated not to fit the model's context is sent all the same.
enum class ContextCheck { Refuse, SendAnyway };

//! What is asked of a provider: the conversation so far, newest message last.
struct ChatRequest
{
    QString model{};                     // empty: the connection's
    QList<Message> messages{};           // only role and text travel
    ModelParameters parameters{};        // its own; the connection's fill what is unset
    std::optional<double> temperature{}; // where neither has one; unset: the provider's default
    std::optional<int> maxTokens{};      // the same
    ContextCheck contextCheck = ContextCheck::Refuse;

    friend bool operator==(const ChatRequest &, const ChatRequest &) = default;
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::RequestId)
