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

    bool isReached() const { return m_missed == 0; }
    QJsonObject toJson() const;

private:
    QList<QJsonObject> m_goals;
    int m_missed = 0;
};

double median(QList<double> values);

} // namespace Aura
