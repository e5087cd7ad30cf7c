// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/modellists.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

//! The first of the fields that is a count.
int countIn(const QJsonValue &object, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (const int count = object[name].toInt(); count > 0)
            return count;
    }
    return 0;
}

int contextLength(const QJsonValue &model)
{
    if (const int running = countIn(model["meta"_L1], {"n_ctx"_L1}); running > 0)
        return running;
    return countIn(model,
                   {"context_length"_L1, "max_model_len"_L1, "context_window"_L1,
                    "loaded_context_length"_L1, "max_context_length"_L1});
}

} // namespace

std::optional<QList<ModelInfo>> parseOpenAiModels(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonValue data = document.object().value("data"_L1);
    const QJsonValue others = document.object().value("models"_L1);
    if (!document.isArray() && !data.isArray() && !others.isArray())
        return std::nullopt;
    const QJsonArray array = document.isArray() ? document.array()
        : data.isArray()                        ? data.toArray()
                                                : others.toArray();
    QList<ModelInfo> models;
    for (const auto &value : array) {
        ModelInfo model{.id = value.isString() ? value.toString() : value["id"_L1].toString(),
                        .tokenLimit = contextLength(value)};
        if (model.id.isEmpty())
            model.id = value["name"_L1].toString();
        if (model.id.isEmpty())
            continue;
        model.name = value["display_name"_L1].toString(model.id);
        models += model;
    }
    return models;
}

std::optional<QList<ModelInfo>> parseOllamaModels(const QByteArray &body)
{
    const QJsonValue list = QJsonDocument::fromJson(body).object().value("models"_L1);
    if (!list.isArray()) // "models":null: there are none
        return list.isNull() ? std::optional(QList<ModelInfo>()) : std::nullopt;
    QList<ModelInfo> models;
    const QJsonArray array = list.toArray();
    for (const auto &value : array) {
        const QString id = value["model"_L1].toString(value["name"_L1].toString());
        if (!id.isEmpty())
            models += {.id = id,
                       .name = id,
                       .tokenLimit = countIn(value["details"_L1], {"context_length"_L1})};
    }
    return models;
}

int ollamaTokenLimit(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    static const QRegularExpression own(u"^num_ctx\\s+([0-9]{1,9})\\s*$"_s,
                                        QRegularExpression::MultilineOption);
    if (const auto match = own.match(object.value("parameters"_L1).toString()); match.hasMatch())
        return match.captured(1).toInt();
    const QJsonObject info = object.value("model_info"_L1).toObject();
    const QString family = info.value("general.architecture"_L1).toString();
    return qMax(0, info.value(family + ".context_length"_L1).toInt());
}

int llamaTokenLimit(const QByteArray &body)
{
    const QJsonObject props = QJsonDocument::fromJson(body).object();
    return countIn(props.value("default_generation_settings"_L1), {"n_ctx"_L1});
}

} // namespace Aura
