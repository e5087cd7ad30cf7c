// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"
#include "base/modelparameters.h"
#include "base/result.h"

#include <QMap>
#include <QString>

#include <span>

namespace Aura {

//! The parameters that can be entered.
enum class Parameter {
    Temperature,
    MaxTokens,
    TopP,
    TopK,
    MinP,
    PresencePenalty,
    FrequencyPenalty,
    RepeatPenalty,
    Seed,
    Stop,
    ReasoningEffort,
    ContextLength,
    KeepAlive,
};

//! What stands in the fields, sensible or not; empty: the server's own value.
using ParameterTexts = QMap<Parameter, QString>;

//! Which field makes no sense, and why.
struct ParameterProblem
{
    Parameter parameter = Parameter::Temperature;
    QString sentence{};
};

struct ParameterReading
{
    ModelParameters parameters{};
    std::optional<ParameterProblem> problem{};
};

//! The parameters that this kind of server knows, in the order of the fields.
std::span<const Parameter> parametersOf(ServerKind kind);

//! The name of a field, and what may stand in it: "0 to 2".
QString parameterName(Parameter parameter);
QString parameterHint(Parameter parameter, ServerKind kind);

ParameterTexts parameterTexts(const ModelParameters &parameters);

//! Reads the fields that this kind of server has; the others are unset.
ParameterReading readParameters(const ParameterTexts &texts, ServerKind kind);

} // namespace Aura
