// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace Aura {

//! Runs a job in a process of its own, so that what it costs is its own; what it printed.
QJsonObject runBenchJob(const QStringList &arguments);

//! The benchmark's server, in a process of its own.
class BenchServer
{
public:
    BenchServer();
    ~BenchServer();
    QString address(const QString &path = {}) const; // with the path, else with "/"

private:
    QProcess m_process;
    QString m_address;
};

} // namespace Aura
