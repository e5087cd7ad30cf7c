// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Aura {

//! What one conversation is asked with; what is unset is as in the settings.
struct ChatParameters
{
    std::optional<QString> systemPrompt{};
    std::optional<double> temperature{};
    std::optional<int> maxTokens{};
    QString connectionId{}; // empty: the default connection
    QString model{};        // empty: the connection's

    friend bool operator==(const ChatParameters &, const ChatParameters &) = default;
};

} // namespace Aura
