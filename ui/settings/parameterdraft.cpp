// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/parameterdraft.h"

#include "ui/settings/fieldtext.h"

#include <QCoreApplication>

#include <iterator>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

class ParameterText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ParameterText)
};

//! A number of one field. Exactly one of the members is set.
struct NumberField
{
    Parameter parameter;
    std::optional<double> ModelParameters::*real = nullptr;
    std::optional<int> ModelParameters::*whole = nullptr;
    double least = 0;
    double most = 0;
};

constexpr double mostTokens = 10'000'000;

constexpr NumberField numbers[] = {
    {Parameter::Temperature, &ModelParameters::temperature, nullptr, 0, 2},
    {Parameter::MaxTokens, nullptr, &ModelParameters::maxTokens, 1, mostTokens},
    {Parameter::TopP, &ModelParameters::topP, nullptr, 0, 1},
    {Parameter::TopK, nullptr, &ModelParameters::topK, 0, 1'000'000},
    {Parameter::MinP, &ModelParameters::minP, nullptr, 0, 1},
    {Parameter::PresencePenalty, &ModelParameters::presencePenalty, nullptr, -2, 2},
    {Parameter::FrequencyPenalty, &ModelParameters::frequencyPenalty, nullptr, -2, 2},
    {Parameter::RepeatPenalty, &ModelParameters::repeatPenalty, nullptr, 0, 10},
    {Parameter::ContextLength, nullptr, &ModelParameters::contextLength, 1, mostTokens},
};

constexpr Parameter openAiParameters[] = {Parameter::Temperature,
                                          Parameter::MaxTokens,
                                          Parameter::ReasoningEffort,
                                          Parameter::TopP,
                                          Parameter::TopK,
                                          Parameter::MinP,
                                          Parameter::PresencePenalty,
                                          Parameter::FrequencyPenalty,
                                          Parameter::RepeatPenalty,
                                          Parameter::Seed,
                                          Parameter::Stop};
constexpr Parameter ollamaParameters[] = {Parameter::Temperature,
                                          Parameter::MaxTokens,
                                          Parameter::ReasoningEffort,
                                          Parameter::ContextLength,
                                          Parameter::KeepAlive,
                                          Parameter::TopP,
                                          Parameter::TopK,
                                          Parameter::MinP,
                                          Parameter::PresencePenalty,
                                          Parameter::FrequencyPenalty,
                                          Parameter::RepeatPenalty,
                                          Parameter::Seed,
                                          Parameter::Stop};
constexpr Parameter auraParameters[] = {Parameter::Temperature, Parameter::MaxTokens};

//! An Aura server's temperature ends at 1.
double mostOf(const NumberField &field, ServerKind kind)
{
    return field.parameter == Parameter::Temperature && kind == ServerKind::Aura ? 1 : field.most;
}

QString limitText(const NumberField &field, double number)
{
    return field.whole ? QLocale().toString(qint64(number)) : numberText(number);
}

QString rangeText(const NumberField &field, ServerKind kind)
{
    return field.whole
        ? ParameterText::tr("a whole number")
        : ParameterText::tr("%1 to %2")
              .arg(limitText(field, field.least), limitText(field, mostOf(field, kind)));
}

QString readNumberField(const NumberField &field, const QString &text, ServerKind kind,
                        ModelParameters &parameters)
{
    const double most = mostOf(field, kind);
    const auto number = readNumber(text);
    const bool isWhole = number && *number == double(qint64(qBound(-1e15, *number, 1e15)));
    if (!number || *number < field.least || *number > most || (field.whole && !isWhole)) {
        const QString sentence = field.whole
            ? ParameterText::tr("%1 is a whole number from %2 to %3.")
            : ParameterText::tr("%1 is a number from %2 to %3.");
        return sentence.arg(parameterName(field.parameter), limitText(field, field.least),
                            limitText(field, most));
    }
    if (field.whole)
        parameters.*field.whole = int(*number);
    else
        parameters.*field.real = number;
    return {};
}

QString readSeed(const QString &text, ModelParameters &parameters)
{
    bool isNumber = false;
    parameters.seed = text.toLongLong(&isNumber);
    return isNumber ? QString() : ParameterText::tr("The seed is a whole number, for example 42.");
}

QString readField(Parameter parameter, const QString &text, ServerKind kind,
                  ModelParameters &parameters)
{
    switch (parameter) {
    case Parameter::Seed: return readSeed(text, parameters);
    case Parameter::Stop: parameters.stop = text.split(u'\n', Qt::SkipEmptyParts); return {};
    case Parameter::ReasoningEffort: parameters.reasoningEffort = text; return {};
    case Parameter::KeepAlive: parameters.keepAlive = text; return {};
    default: break;
    }
    for (const NumberField &field : numbers) {
        if (field.parameter == parameter)
            return readNumberField(field, text, kind, parameters);
    }
    Q_UNREACHABLE();
}

} // namespace

std::span<const Parameter> parametersOf(ServerKind kind)
{
    switch (kind) {
    case ServerKind::Demo: return {};
    case ServerKind::Aura: return auraParameters;
    case ServerKind::OpenAi: return openAiParameters;
    case ServerKind::Ollama: return ollamaParameters;
    }
    Q_UNREACHABLE();
}

QString parameterName(Parameter parameter)
{
    switch (parameter) {
    case Parameter::Temperature: return ParameterText::tr("Temperature");
    case Parameter::MaxTokens: return ParameterText::tr("Maximum tokens");
    case Parameter::TopP: return ParameterText::tr("Top-p");
    case Parameter::TopK: return ParameterText::tr("Top-k");
    case Parameter::MinP: return ParameterText::tr("Min-p");
    case Parameter::PresencePenalty: return ParameterText::tr("Presence penalty");
    case Parameter::FrequencyPenalty: return ParameterText::tr("Frequency penalty");
    case Parameter::RepeatPenalty: return ParameterText::tr("Repeat penalty");
    case Parameter::Seed: return ParameterText::tr("Seed");
    case Parameter::Stop: return ParameterText::tr("Stop at");
    case Parameter::ReasoningEffort: return ParameterText::tr("Reasoning effort");
    case Parameter::ContextLength: return ParameterText::tr("Context length");
    case Parameter::KeepAlive: return ParameterText::tr("Keep the model loaded");
    }
    Q_UNREACHABLE();
}

QString parameterHint(Parameter parameter, ServerKind kind)
{
    switch (parameter) {
    case Parameter::Seed: return ParameterText::tr("a whole number");
    case Parameter::Stop: return ParameterText::tr("a text a line");
    case Parameter::ReasoningEffort: return ParameterText::tr("none, low, medium, high");
    case Parameter::KeepAlive: return ParameterText::tr("5m, 1h, -1 for ever");
    default: break;
    }
    for (const NumberField &field : numbers) {
        if (field.parameter == parameter)
            return rangeText(field, kind);
    }
    Q_UNREACHABLE();
}

ParameterTexts parameterTexts(const ModelParameters &parameters)
{
    ParameterTexts texts;
    const auto put = [&texts](Parameter parameter, const QString &text) {
        if (!text.isEmpty())
            texts.insert(parameter, text);
    };
    for (const NumberField &field : numbers) {
        if (field.real && parameters.*field.real)
            put(field.parameter, numberText(*(parameters.*field.real)));
        if (field.whole && parameters.*field.whole)
            put(field.parameter, QString::number(*(parameters.*field.whole)));
    }
    if (parameters.seed)
        put(Parameter::Seed, QString::number(*parameters.seed));
    put(Parameter::Stop, parameters.stop.join(u'\n'));
    put(Parameter::ReasoningEffort, parameters.reasoningEffort);
    put(Parameter::KeepAlive, parameters.keepAlive);
    return texts;
}

ParameterReading readParameters(const ParameterTexts &texts, ServerKind kind)
{
    ParameterReading reading;
    for (const Parameter parameter : parametersOf(kind)) {
        QString text = texts.value(parameter);
        if (parameter != Parameter::Stop) // where spaces count
            text = text.trimmed();
        if (text.trimmed().isEmpty())
            continue;
        const QString problem = readField(parameter, text, kind, reading.parameters);
        if (!problem.isEmpty() && !reading.problem)
            reading.problem = ParameterProblem{parameter, problem};
    }
    return reading;
}

} // namespace Aura
