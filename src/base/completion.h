// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/providererror.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace Aura {

//! Where a reply stands. All but Answering are endings; Complete needs proof of the end.
enum class ReplyState {
    Answering,
    Complete,
    CutByLimit,  // the model or our size limit stopped it
    Interrupted, // the end was not seen, or could not be confirmed
    Stopped,     // by the user
    Failed,      // an error before, or said instead of, an end
    Empty,       // a whole reply without a character in it
};

//! Tokens as the server counted them; -1: it did not say.
struct Usage
{
    qint64 promptTokens = -1;
    qint64 completionTokens = -1;

    friend bool operator==(const Usage &, const Usage &) = default;
};

//! Milliseconds since the request was made; -1: that point was not reached, or is not known.
struct Timing
{
    qint64 connectMs = -1;
    qint64 firstByteMs = -1;
    qint64 totalMs = -1;

    friend bool operator==(const Timing &, const Timing &) = default;
};

//! How a request ended.
struct Completion
{
    ReplyState state = ReplyState::Complete;
    std::optional<ProviderError> error{};
    QString model{};          // the model that answered, where the server says so
    QString requestedModel{}; // the one that was asked for; empty: the server's own choice
    QStringList toolCalls{};  // that the model asked for: "name(arguments)"; none is made
    int unreadableParts = 0;  // of the stream, passed over
    Usage usage{};
    Timing timing{};

    friend bool operator==(const Completion &, const Completion &) = default;
};

//! Whether another model answered than the one that was asked for. Names of the same model, with
//! and without a folder, a date or ":latest", are not told apart.
bool answeredByOther(const Completion &completion);

//! The name of a state on the command line and in files: "cutByLimit".
QString replyStateName(ReplyState state);
ReplyState replyStateFromName(const QString &name); // Complete for a name that is none

} // namespace Aura

Q_DECLARE_METATYPE(Aura::ReplyState)
Q_DECLARE_METATYPE(Aura::Completion)
