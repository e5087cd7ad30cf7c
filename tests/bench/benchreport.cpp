// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchreport.h"

#include <QJsonArray>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

void BenchReport::atMost(const QString &goal, double value, double limit, const QString &unit,
                         const QJsonObject &details)
{
    const bool isReached = value <= limit;
    m_missed += isReached ? 0 : 1;
    m_goals.append(QJsonObject{{u"goal"_s, goal},
                               {u"value"_s, value},
                               {u"limit"_s, limit},
                               {u"unit"_s, unit},
                               {u"reached"_s, isReached},
                               {u"details"_s, details}});
    QTextStream(stderr) << (isReached ? "ok    " : "MISSED") << ' ' << goal << ": "
                        << QString::number(value, 'g', 4) << ' ' << unit << " (at most " << limit
                        << ")\n";
}

QJsonObject BenchReport::toJson() const
{
    QJsonArray goals;
    for (const QJsonObject &goal : m_goals)
        goals.append(goal);
    return {{u"goals"_s, goals}, {u"missed"_s, m_missed}};
}

double median(QList<double> values)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace Aura
