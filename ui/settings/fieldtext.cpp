// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/fieldtext.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int mostTokens = 10'000'000;
constexpr int mostSeconds = 86'400;

class FieldText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::FieldText)
};

//! A whole number, with or without the locale's group separators.
std::optional<int> readWhole(const QString &text)
{
    const QString trimmed = text.trimmed();
    bool isNumber = false;
    int number = trimmed.toInt(&isNumber);
    if (!isNumber)
        number = QLocale().toInt(trimmed, &isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

std::optional<double> readNumber(const QString &text)
{
    const QString trimmed = text.trimmed();
    bool isNumber = false;
    double number = QString(trimmed).replace(u',', u'.').toDouble(&isNumber);
    if (!isNumber)
        number = QLocale().toDouble(trimmed, &isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

Result<double> parseTemperature(const QString &text, double most)
{
    const auto number = readNumber(text);
    if (!number || *number < 0 || *number > most)
        return Error{FieldText::tr("The temperature is a number from 0 to %1, for example %2.")
                         .arg(numberText(most), numberText(0.5))};
    return *number;
}

Result<int> parseMaxTokens(const QString &text)
{
    const auto number = readWhole(text);
    if (!number || *number < 1 || *number > mostTokens)
        return Error{FieldText::tr("Maximum tokens is a whole number from 1 to %1.")
                         .arg(QLocale().toString(mostTokens))};
    return *number;
}

Result<int> parsePort(const QString &text)
{
    const auto number = readWhole(text);
    if (!number || *number < 1 || *number > 65535)
        return Error{FieldText::tr("A port is a whole number from 1 to 65535, for example 8080.")};
    return *number;
}

Result<int> parseSeconds(const QString &text)
{
    const auto number = readNumber(text);
    if (!number || *number < 0 || *number > mostSeconds)
        return Error{FieldText::tr("A time-out is a number of seconds from 0 to %1.")
                         .arg(QLocale().toString(mostSeconds))};
    return qRound(*number * 1000);
}

Result<QJsonObject> parseJsonObject(const QString &text)
{
    if (text.trimmed().isEmpty())
        return QJsonObject();
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (document.isObject())
        return document.object();
    const QString example = u"{\"top_p\": 0.9}"_s;
    if (error.error == QJsonParseError::NoError)
        return Error{
            FieldText::tr("The extra fields are a JSON object, for example %1.").arg(example)};
    const auto line = text.toUtf8().left(error.offset).count('\n') + 1;
    return Error{FieldText::tr("This is not JSON (line %1). Write an object, for example %2.")
                     .arg(QString::number(line), example)};
}

QString numberText(double number)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(number, 'g', QLocale::FloatingPointShortest);
}

} // namespace Aura
