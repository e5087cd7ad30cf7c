// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/printjob.h"

namespace Aura {

namespace {

constexpr int shownAfter = 500; // ms

} // namespace

PrintJob::PrintJob(const ExportedConversation &exported, const Work &work, QWidget *window)
    : QObject(window)
    , m_dialog(tr("Making the pages…"), tr("Cancel"), 0, 0, window)
{
    m_dialog.setWindowTitle(exported.conversation.title);
    m_dialog.setMinimumDuration(shownAfter);
    m_dialog.setAutoReset(false);
    connect(&m_dialog, &QProgressDialog::canceled, this, &PrintJob::cancel);
    m_thread.reset(QThread::create([this, exported, work] { run(exported, work); }));
    m_thread->start();
}

PrintJob::~PrintJob()
{
    cancel();
    m_thread->wait();
}

void PrintJob::run(const ExportedConversation &exported, const Work &work)
{
    bool isDone = false;
    {
        PrintedConversation printed(exported);
        isDone = work(printed, [this](int page, int count) {
            QMetaObject::invokeMethod(
                this, [this, page, count] { showPage(page, count); }, Qt::QueuedConnection);
            return !m_isCancelled;
        });
    }
    QMetaObject::invokeMethod(
        this, [this, isDone] { end(isDone); }, Qt::QueuedConnection);
}

void PrintJob::showPage(int page, int count)
{
    m_dialog.setMaximum(count);
    m_dialog.setValue(page - 1);
}

void PrintJob::end(bool isDone)
{
    m_dialog.disconnect(this);
    m_dialog.close();
    if (isDone)
        emit finished();
    else if (!m_isCancelled)
        emit failed();
    deleteLater();
}

} // namespace Aura
