// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

//! Reading what other programs wrote: liberal about types, and never failing on a field.
namespace Aura {

struct ParsedJson
{
    QJsonValue value{QJsonValue::Undefined}; // undefined: it is not JSON
    bool wasRepaired = false;                // bytes that are no UTF-8 became U+FFFD
};

//! Reads a JSON text of any kind, scalars included. The caller has checked its depth and size.
ParsedJson parseJson(const QByteArray &json);

//! A text as it is; a number as its digits; else empty.
QString textOf(const QJsonValue &value);

//! What names something: a text or a number, even 0; empty for null, "" and what is missing.
QString idOf(const QJsonValue &value);

//! Seconds or milliseconds since 1970, as a number or a text, or ISO 8601: UTC. Invalid for
//! anything else, and for times before 2000 or after 2200.
QDateTime timeOf(const QJsonValue &value);

//! A count of tokens, or of milliseconds; -1: there is none.
qint64 countOf(const QJsonValue &value);

//! The text as the history can keep it: U+0000 and halves of surrogate pairs become U+FFFD.
QString keepable(QString text);

} // namespace Aura
