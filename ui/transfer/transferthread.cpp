// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/transferthread.h"

#include "transfer/historytarget.h"
#include "transfer/importer.h"

#include <QDateTime>
#include <QMetaObject>

namespace Aura {

namespace {

constexpr qint64 reportEveryMs = 100;

} // namespace

TransferThread::TransferThread(const QString &historyFile, QObject *parent)
    : QObject(parent)
    , m_historyFile(historyFile)
{
    qRegisterMetaType<Kind>();
    m_worker.moveToThread(&m_thread);
    m_thread.start(QThread::LowPriority);
}

TransferThread::~TransferThread()
{
    cancel();
    m_thread.quit();
    m_thread.wait();
}

void TransferThread::run(const std::function<void()> &work)
{
    Q_ASSERT(!m_isBusy);
    m_isBusy = true;
    m_isCancelled = false;
    QMetaObject::invokeMethod(&m_worker, work, Qt::QueuedConnection);
}

void TransferThread::startImport(const QStringList &files, Kind kind)
{
    run([this, files, kind] {
        const Result<ImportReport> report = importNow(files, kind);
        QMetaObject::invokeMethod(this, [this, report, kind] {
            m_isBusy = false;
            if (report)
                emit imported(*report, kind);
            else
                emit failed(report.error().text);
        });
    });
}

void TransferThread::startExport(const ExportJob &job)
{
    run([this, job] {
        const Result<ExportReport> report = exportNow(job);
        QMetaObject::invokeMethod(this, [this, report] {
            m_isBusy = false;
            if (report)
                emit exported(report->conversations, report->path);
            else
                emit failed(report.error().text);
        });
    });
}

bool TransferThread::report(qint64 done, qint64 total)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (total > 0 && qAbs(now - m_reportedAt) >= reportEveryMs) {
        m_reportedAt = now;
        emit progressed(int(qMin<qint64>(1000 * done / total, 1000)));
    }
    return !m_isCancelled;
}

Result<ImportReport> TransferThread::importNow(const QStringList &files, Kind kind)
{
    const auto mode =
        kind == Kind::DryRun ? HistoryTarget::Mode::DryRun : HistoryTarget::Mode::Write;
    const Result<std::unique_ptr<HistoryTarget>> target = HistoryTarget::open(m_historyFile, mode);
    if (!target)
        return target.error();
    Importer importer(**target, [this](const ImportProgress &progress) {
        return report(progress.done, progress.total);
    });
    return importer.run(files);
}

Result<ExportReport> TransferThread::exportNow(const ExportJob &job)
{
    const Result<std::unique_ptr<HistorySource>> source = HistorySource::open(m_historyFile);
    if (!source)
        return source.error();
    Exporter exporter(**source, [this](qint64 done, qint64 total) { return report(done, total); });
    return exporter.run(job);
}

} // namespace Aura
