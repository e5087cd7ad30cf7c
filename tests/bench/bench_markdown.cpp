// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/markdownbench.h"

#include <QJsonDocument>

#include <cstdio>

//! Prints the ratios as JSON; exit status 1 if one of them misses its goal.
int main()
{
    const QJsonObject result = markdownBench();
    std::fputs(QJsonDocument(result).toJson().constData(), stdout);
    return result[QLatin1StringView("ok")].toBool() ? 0 : 1;
}
