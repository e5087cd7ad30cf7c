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
    add(Bound::AtMost, goal, value, limit, unit, details);
}

void BenchReport::atLeast(const QString &goal, double value, double limit, const QString &unit,
                          const QJsonObject &details)
{
    add(Bound::AtLeast, goal, value, limit, unit, details);
}

void BenchReport::add(Bound bound, const QString &goal, double value, double limit,
                      const QString &unit, const QJsonObject &details)
{
    const bool isReached = bound == Bound::AtMost ? value <= limit : value >= limit;
    const QString word = bound == Bound::AtMost ? u"at most"_s : u"at least"_s;
    m_missed += isReached ? 0 : 1;
    m_goals.append(QJsonObject{{u"goal"_s, goal},
                               {u"value"_s, value},
                               {u"limit"_s, limit},
                               {u"bound"_s, word},
                               {u"unit"_s, unit},
                               {u"reached"_s, isReached},
                               {u"details"_s, details}});
    QTextStream(stderr) << (isReached ? "ok     " : "MISSED ") << goal.leftJustified(70)
                        << QString::number(value, 'g', 4).rightJustified(9) << ' ' << unit << " ("
                        << word << ' ' << limit << ")\n";
}

void BenchReport::leaveOut(const QString &goal, const QString &why)
{
    m_leftOut.append(QJsonObject{{u"goal"_s, goal}, {u"why"_s, why}});
    QTextStream(stderr) << "left out " << goal << ": " << why << '\n';
}

QJsonObject BenchReport::toJson() const
{
    QJsonArray leftOut;
    for (const QJsonObject &goal : m_leftOut)
        leftOut.append(goal);
    QJsonArray goals;
    for (const QJsonObject &goal : m_goals)
        goals.append(goal);
    return {{u"goals"_s, goals}, {u"leftOut"_s, leftOut}, {u"missed"_s, m_missed}};
}

double median(QList<double> values)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace Aura
