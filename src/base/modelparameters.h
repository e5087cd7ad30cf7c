// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace Aura {

//! How a model is asked to write. What is unset is not sent: the server's own value holds.
//!
//! The ranges are those that servers document; some models take less of them.
struct ModelParameters
{
    std::optional<double> temperature{};      // 0 … 2; an Aura server's ends at 1
    std::optional<int> maxTokens{};           // of the reply; an Aura server's is the whole context
    std::optional<double> topP{};             // 0 … 1
    std::optional<int> topK{};                // 0: all tokens
    std::optional<double> minP{};             // 0 … 1
    std::optional<double> presencePenalty{};  // -2 … 2
    std::optional<double> frequencyPenalty{}; // -2 … 2
    std::optional<double> repeatPenalty{};    // above 0; 1 penalizes nothing
    std::optional<qint64> seed{};
    QStringList stop{};                 // texts that end the reply and are left out of it
    QString reasoningEffort{};          // "none", "minimal", "low", "medium", "high"
    std::optional<int> contextLength{}; // Ollama's num_ctx, in tokens
    QString keepAlive{};                // Ollama: how long the model stays loaded, "5m"

    friend bool operator==(const ModelParameters &, const ModelParameters &) = default;
};

//! The first, with what it leaves unset taken from the second.
ModelParameters withDefaults(ModelParameters parameters, const ModelParameters &defaults);

} // namespace Aura

Q_DECLARE_METATYPE(Aura::ModelParameters)
