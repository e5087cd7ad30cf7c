// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/parametersjson.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

struct RealField
{
    QLatin1StringView name;
    std::optional<double> ModelParameters::*value;
    double least;
    double most;
};

constexpr RealField realFields[] = {
    {"temperature"_L1, &ModelParameters::temperature, 0, 2},
    {"topP"_L1, &ModelParameters::topP, 0, 1},
    {"minP"_L1, &ModelParameters::minP, 0, 1},
    {"presencePenalty"_L1, &ModelParameters::presencePenalty, -2, 2},
    {"frequencyPenalty"_L1, &ModelParameters::frequencyPenalty, -2, 2},
    {"repeatPenalty"_L1, &ModelParameters::repeatPenalty, 0, 10},
};

struct WholeField
{
    QLatin1StringView name;
    std::optional<int> ModelParameters::*value;
    int least;
};

constexpr WholeField wholeFields[] = {
    {"maxTokens"_L1, &ModelParameters::maxTokens, 1},
    {"topK"_L1, &ModelParameters::topK, 0},
    {"contextLength"_L1, &ModelParameters::contextLength, 1},
};

struct TextField
{
    QLatin1StringView name;
    QString ModelParameters::*value;
};

constexpr TextField textFields[] = {
    {"reasoningEffort"_L1, &ModelParameters::reasoningEffort},
    {"keepAlive"_L1, &ModelParameters::keepAlive},
};

} // namespace

QJsonObject parametersToJson(const ModelParameters &parameters)
{
    QJsonObject json;
    for (const RealField &field : realFields) {
        if (const auto &value = parameters.*field.value; value && std::isfinite(*value))
            json.insert(field.name, *value);
    }
    for (const WholeField &field : wholeFields) {
        if (const auto &value = parameters.*field.value)
            json.insert(field.name, *value);
    }
    for (const TextField &field : textFields) {
        if (const QString &value = parameters.*field.value; !value.isEmpty())
            json.insert(field.name, value);
    }
    if (parameters.seed)
        json.insert("seed"_L1, *parameters.seed);
    if (!parameters.stop.isEmpty())
        json.insert("stop"_L1, QJsonArray::fromStringList(parameters.stop));
    return json;
}

ModelParameters parametersFromJson(const QJsonObject &json, QStringList &problems)
{
    ModelParameters parameters;
    const auto complain = [&problems](QLatin1StringView name) {
        problems.append("parameters/"_L1 + name);
    };
    const auto number = [&](QLatin1StringView name, double least,
                            double most) -> std::optional<double> {
        const QJsonValue value = json.value(name);
        if (value.isUndefined())
            return std::nullopt;
        const double found = value.toDouble(std::nan(""));
        if (found >= least && found <= most) // NaN is not
            return found;
        complain(name);
        return std::nullopt;
    };
    for (const RealField &field : realFields)
        parameters.*field.value = number(field.name, field.least, field.most);
    for (const WholeField &field : wholeFields) {
        if (const auto found = number(field.name, field.least, 1e9))
            parameters.*field.value = int(*found);
    }
    for (const TextField &field : textFields) {
        const QJsonValue value = json.value(field.name);
        if (!value.isUndefined() && !value.isString())
            complain(field.name);
        parameters.*field.value = value.toString();
    }
    if (const auto seed = number("seed"_L1, -9e15, 9e15))
        parameters.seed = qint64(*seed);
    const QJsonArray stop = json.value("stop"_L1).toArray();
    for (const auto &text : stop) {
        if (!text.toString().isEmpty())
            parameters.stop += text.toString();
    }
    return parameters;
}

} // namespace Aura
