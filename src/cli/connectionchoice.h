// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/chatrequest.h"
#include "base/connection.h"
#include "base/result.h"
#include "cli/commandline.h"

#include <QProcessEnvironment>

namespace Aura {

//! What every conversation of the user's begins with.
struct AskDefaults
{
    QString systemPrompt{};
    std::optional<double> temperature{};
    std::optional<int> maxTokens{};
};

//! The connection that --url and --provider name, without the other options.
Connection connectionTo(const AskOptions &options);

//! Which of the user's connections is meant: the one of that name, or the default one.
Result<Connection> chooseConnection(const QList<Connection> &connections, const QString &defaultId,
                                    const QString &name);

//! The connection with what the options add and replace; secrets come from the environment.
Result<Connection> withOptions(Connection connection, const AskOptions &options,
                               const QProcessEnvironment &environment);

//! The question as it is sent; an error where an option does not suit this kind of server.
Result<ChatRequest> makeChatRequest(const AskOptions &options, const AskDefaults &defaults,
                                    const Connection &connection, const QString &prompt);

} // namespace Aura
