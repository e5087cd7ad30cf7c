// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/jsoncutter.h"

#include <QHash>
#include <QJsonObject>

class QIODevice;

namespace Aura {

//! What a JSON file looks like from outside: enough to tell whose it is.
struct JsonOutline
{
    JsonCutter::Error error = JsonCutter::Error::None; // as far as it was read
    bool isArray = false;                              // the outer value; else it is an object
    bool isLines = false;                              // several outer values: JSON Lines
    QHash<QString, char> members{}; // of the outer object, with the first character of each value
    QJsonObject scalars{};          // those of them that are texts, numbers, true or false

    //! Of the first object in the outer array; of an outer object's arrays: in the array of that
    //! name. Only names that stand in its first 64 KiB.
    QHash<QString, char> element{};
    QHash<QString, QHash<QString, char>> elementsOf{};

    bool has(const QString &member) const { return members.contains(member); }
    bool hasArray(const QString &member) const { return members.value(member) == '['; }
    bool hasObject(const QString &member) const { return members.value(member) == '{'; }
};

//! Reads it, to the end only where that is needed. The device is at its start, and is left
//! anywhere. It is an error, with the device's own words, where the device fails.
Result<JsonOutline> readOutline(QIODevice &device);

//! What to tell about a text that could not be cut; its file is named by who shows it.
QString cutErrorText(JsonCutter::Error error);

} // namespace Aura
