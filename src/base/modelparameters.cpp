// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/modelparameters.h"

namespace Aura {

namespace {

template<typename T> void fill(std::optional<T> &value, const std::optional<T> &otherwise)
{
    if (!value)
        value = otherwise;
}

template<typename T> void fill(T &value, const T &otherwise)
{
    if (value.isEmpty())
        value = otherwise;
}

} // namespace

ModelParameters withDefaults(ModelParameters parameters, const ModelParameters &defaults)
{
    fill(parameters.temperature, defaults.temperature);
    fill(parameters.maxTokens, defaults.maxTokens);
    fill(parameters.topP, defaults.topP);
    fill(parameters.topK, defaults.topK);
    fill(parameters.minP, defaults.minP);
    fill(parameters.presencePenalty, defaults.presencePenalty);
    fill(parameters.frequencyPenalty, defaults.frequencyPenalty);
    fill(parameters.repeatPenalty, defaults.repeatPenalty);
    fill(parameters.seed, defaults.seed);
    fill(parameters.stop, defaults.stop);
    fill(parameters.reasoningEffort, defaults.reasoningEffort);
    fill(parameters.contextLength, defaults.contextLength);
    fill(parameters.keepAlive, defaults.keepAlive);
    return parameters;
}

} // namespace Aura
