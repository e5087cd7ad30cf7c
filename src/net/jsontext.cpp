// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

bool isSaid(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String: return !value.toString().isEmpty();
    case QJsonValue::Object: return !value.toObject().isEmpty();
    case QJsonValue::Array: return !value.toArray().isEmpty();
    case QJsonValue::Bool: return value.toBool();
    default: return false;
    }
}

//! FastAPI's list of what is wrong with a request: [{"loc":…,"msg":…}].
QString messageOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isArray())
        return messageOf(value.toArray().first());
    for (const auto name : {"message"_L1, "msg"_L1, "detail"_L1, "error"_L1, "type"_L1}) {
        const QJsonValue found = value.toObject().value(name);
        if (isSaid(found) && !found.isBool())
            return messageOf(found);
    }
    return {};
}

} // namespace

std::optional<QJsonObject> parseJsonObject(QByteArrayView bytes)
{
    QByteArray mended;
    if (!bytes.isValidUtf8()) {
        mended = QString::fromUtf8(bytes).toUtf8();
        bytes = mended;
    }
    const QJsonDocument document = QJsonDocument::fromJson(
        QByteArray::fromRawData(bytes.data(), bytes.size())); // its limit is 1,024 levels
    const QJsonArray array = document.array();
    if (array.size() == 1 && array.at(0).isObject())
        return array.at(0).toObject();
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

QString saidText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isObject()) // a part by itself
        return saidText(value.toObject().value("text"_L1));
    QString text;
    const QJsonArray parts = value.toArray();
    for (const auto &part : parts) {
        if (part.isString() || part.isObject())
            text += saidText(part);
    }
    return text;
}

QString errorMessageIn(const QJsonObject &object)
{
    QString message;
    for (const auto name : {"error"_L1, "message"_L1, "detail"_L1, "errors"_L1}) {
        if (message.isEmpty() && isSaid(object.value(name)))
            message = messageOf(object.value(name));
    }
    // Ollama hands on what its runner said, JSON and all.
    if (message.startsWith(u'{')) {
        if (const auto inner = parseJsonObject(message.toUtf8())) {
            const QString said = errorMessageIn(*inner);
            return said.isEmpty() ? message : said;
        }
    }
    return message;
}

bool tellsOfError(const QJsonObject &object)
{
    const bool isCalledError =
        object.value("object"_L1) == "error"_L1 || object.value("type"_L1) == "error"_L1;
    const bool isReply = object.contains("choices"_L1) || object.contains("done"_L1);
    return isSaid(object.value("error"_L1)) || isCalledError
        || (!isReply && (isSaid(object.value("detail"_L1)) || isSaid(object.value("errors"_L1))));
}

qint64 tokenCount(const QJsonValue &value)
{
    return value.isDouble() && value.toDouble() >= 0 ? value.toInteger(-1) : -1;
}

} // namespace Aura
