// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace Aura {

//! What a run of the benchmark measured, goal by goal.
class BenchReport
{
public:
    //! A figure that may be as large as its limit; the details say how it came about.
    void atMost(const QString &goal, double value, double limit, const QString &unit,
                const QJsonObject &details = {});
    void atLeast(const QString &goal, double value, double limit, const QString &unit,
                 const QJsonObject &details = {});

    //! What could not be measured here, and why.
    void leaveOut(const QString &goal, const QString &why);

    bool isReached() const { return m_missed == 0; }
    QJsonObject toJson() const;

private:
    enum class Bound { AtMost, AtLeast };

    void add(Bound bound, const QString &goal, double value, double limit, const QString &unit,
             const QJsonObject &details);

    QList<QJsonObject> m_goals;
    QList<QJsonObject> m_leftOut;
    int m_missed = 0;
};

double median(QList<double> values);

} // namespace Aura
