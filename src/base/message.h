// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/completion.h"

#include <QDateTime>
#include <QHashFunctions>
#include <QString>

#include <optional>

namespace Aura {

enum class Role { System, User, Assistant };

//! Names one message. Ids grow with time: milliseconds since 1970, shifted left by 20 bits, plus
//! a counter; 0 is no message.
struct MessageId
{
    qint64 value = 0;

    bool isValid() const { return value != 0; }
    friend bool operator==(MessageId, MessageId) = default;
    friend auto operator<=>(MessageId, MessageId) = default;
    friend size_t qHash(MessageId id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

//! One message of a conversation, as it is kept, shown and sent.
struct Message
{
    MessageId id{};
    Role role = Role::User;
    QString text{};
    QString reasoning{};                     // what the model thought aloud; never sent back
    ReplyState state = ReplyState::Complete; // how an assistant message ended, or Answering
    std::optional<ProviderError> error{};
    QString model{};          // which model answered, as the server names it
    QString connectionName{}; // who answered, as the user named it
    QDateTime time{};         // UTC
    Usage usage{};
    Timing timing{};

    friend bool operator==(const Message &, const Message &) = default;
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::MessageId)
Q_DECLARE_METATYPE(Aura::Message)
