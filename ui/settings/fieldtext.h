// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QLocale>
#include <QString>

#include <optional>

//! What people type into the fields of the settings, made sense of. Every error is one sentence
//! for them.
namespace Aura {

//! A number as people write it here or in a program: "0,5", "0.5", "٠٫٥"; std::nullopt: it is
//! none.
std::optional<double> readNumber(const QString &text);

//! 0 … most, with the locale's decimal separator or a point or a comma.
Result<double> parseTemperature(const QString &text, double most = 1);

//! 1 … 10,000,000; the locale's group separators are allowed.
Result<int> parseMaxTokens(const QString &text);

//! 1 … 65535.
Result<int> parsePort(const QString &text);

//! Seconds, 0 … 86400, also with a decimal separator. The result is milliseconds.
Result<int> parseSeconds(const QString &text);

//! A JSON object; no text is the empty one.
Result<QJsonObject> parseJsonObject(const QString &text);

//! As parseTemperature() and parseSeconds() read it: "0.5" in the locale's way, no more digits
//! than needed.
QString numberText(double number);

} // namespace Aura
