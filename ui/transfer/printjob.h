// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transfer/printedconversation.h"

#include <QObject>
#include <QProgressDialog>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace Aura {

//! Lays a conversation out and paints its pages in a thread of its own, so that a long one holds
//! no window up; shows how far it is, and can be cancelled. Deletes itself at the end.
class PrintJob : public QObject
{
    Q_OBJECT

public:
    //! Called in the thread; paints, and asks before each page whether to go on.
    using Work = std::function<bool(PrintedConversation &, const PrintedConversation::Progress &)>;

    PrintJob(const ExportedConversation &exported, const Work &work, QWidget *window);
    ~PrintJob() override; // cancels, and waits

    void cancel() { m_isCancelled = true; }

signals:
    void finished();
    void failed(); // not when it was cancelled

private:
    void run(const ExportedConversation &exported, const Work &work);
    void showPage(int page, int count);
    void end(bool isDone);

    std::atomic<bool> m_isCancelled{false};
    QProgressDialog m_dialog;
    std::unique_ptr<QThread> m_thread;
};

} // namespace Aura
