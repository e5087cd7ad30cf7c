// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchjobs.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Aura {

QJsonObject runBenchJob(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), QStringList{u"--job"_s} + arguments);
    process.waitForFinished(120'000);
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

BenchServer::BenchServer()
{
    m_process.start(QCoreApplication::applicationFilePath(), {u"--job"_s, u"serve"_s});
    m_process.waitForReadyRead();
    m_address = QString::fromUtf8(m_process.readLine().trimmed());
}

BenchServer::~BenchServer()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(5000);
}

QString BenchServer::address(const QString &path) const
{
    return path.isEmpty() ? m_address : m_address.chopped(1) + path;
}

} // namespace Aura
