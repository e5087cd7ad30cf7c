// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/exporter.h"
#include "transfer/importreport.h"

#include <QObject>
#include <QThread>

#include <atomic>

namespace Aura {

//! Imports and exports in a thread of its own, one piece of work at a time. What is asked for while
//! one is running waits for nothing: it is refused, see isBusy().
class TransferThread : public QObject
{
    Q_OBJECT

public:
    enum class Kind { DryRun, Import };

    explicit TransferThread(const QString &historyFile, QObject *parent = nullptr);
    ~TransferThread() override; // cancels, and waits for the end

    bool isBusy() const { return m_isBusy; }

    void startImport(const QStringList &files, Kind kind);
    void startExport(const ExportJob &job);

    //! failed() follows.
    void cancel() { m_isCancelled = true; }

signals:
    //! At most ten a second; a thousand is the whole.
    void progressed(int perMille);

    // One of these, once for each start.
    void imported(const Aura::ImportReport &report, Aura::TransferThread::Kind kind);
    void exported(qint64 conversations, const QString &path);
    void failed(const QString &problem); // also when cancelled

private:
    void run(const std::function<void()> &work);
    Result<ImportReport> importNow(const QStringList &files, Kind kind);
    Result<ExportReport> exportNow(const ExportJob &job);
    bool report(qint64 done, qint64 total);

    QString m_historyFile;
    bool m_isBusy = false;
    std::atomic<bool> m_isCancelled{false};
    qint64 m_reportedAt = 0; // the working thread's own, in milliseconds
    QThread m_thread;
    QObject m_worker; // lives in m_thread
};

} // namespace Aura
