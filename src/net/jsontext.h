// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/completion.h"

#include <QByteArrayView>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>

//! JSON of strangers: read without trust, in the forms that servers use.
namespace Aura {

//! The object that the bytes are; std::nullopt where they are none. Bytes that are no UTF-8 read as
//! U+FFFD. A list of one object is that object: some wrap their errors so. What is nested more than
//! 1,000 deep is none, whatever its size.
std::optional<QJsonObject> parseJsonObject(QByteArrayView bytes);

//! What a value in the place of a text says: a text, a list of parts with texts, null.
QString saidText(const QJsonValue &value);

//! The message of an error in the forms that servers use: {"error":{"message":…}}, {"error":"…"},
//! {"object":"error","message":…}, {"message":…}, {"detail":…}, and JSON within such a message.
//! Empty: the object tells of no error.
QString errorMessageIn(const QJsonObject &object);

//! Whether a reply's object tells of an error. Stricter than errorMessageIn(), as replies have
//! messages too.
bool tellsOfError(const QJsonObject &object);

//! A count of tokens, -1 where there is none.
qint64 tokenCount(const QJsonValue &value);

} // namespace Aura
