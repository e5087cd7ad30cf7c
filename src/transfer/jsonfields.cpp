// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/jsonfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace Aura {

namespace {

constexpr double latestSeconds = 7'258'118'400; // 2200-01-01
constexpr double earliestSeconds = 946'684'800; // 2000-01-01

//! QJsonDocument takes arrays and objects only.
QJsonValue parsed(const QByteArray &json, QJsonParseError *error)
{
    const bool isContainer = json.startsWith('{') || json.startsWith('[');
    const QJsonDocument document =
        QJsonDocument::fromJson(isContainer ? json : '[' + json + ']', error);
    if (document.isNull())
        return QJsonValue::Undefined;
    if (!isContainer)
        return document.array().at(0);
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
}

QDateTime fromNumber(double number)
{
    const double seconds = number > latestSeconds ? number / 1000 : number;
    if (!(seconds >= earliestSeconds && seconds <= latestSeconds))
        return {};
    return QDateTime::fromMSecsSinceEpoch(std::llround(seconds * 1000), Qt::UTC);
}

} // namespace

ParsedJson parseJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonValue value = parsed(json, &error);
    if (error.error != QJsonParseError::IllegalUTF8String)
        return {value};
    return {parsed(QString::fromUtf8(json).toUtf8(), &error), true};
}

QString textOf(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toVariant().toString();
    return value.toString();
}

QString idOf(const QJsonValue &value)
{
    return keepable(textOf(value));
}

QDateTime timeOf(const QJsonValue &value)
{
    if (value.isDouble())
        return fromNumber(value.toDouble());
    const QString text = value.toString();
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (isNumber)
        return fromNumber(number);
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC); // Without a zone, servers mean UTC.
    return time.isValid() ? fromNumber(double(time.toMSecsSinceEpoch()) / 1000) : QDateTime();
}

qint64 countOf(const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    return number >= 0 && number < 1e15 ? std::llround(number) : -1;
}

QString keepable(QString text)
{
    const auto isBad = [&](qsizetype at) {
        const QChar c = std::as_const(text).at(at);
        if (c.isHighSurrogate())
            return at + 1 >= text.size() || !std::as_const(text).at(at + 1).isLowSurrogate();
        if (c.isLowSurrogate())
            return at == 0 || !std::as_const(text).at(at - 1).isHighSurrogate();
        return c.isNull();
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (isBad(at))
            text[at] = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace Aura
