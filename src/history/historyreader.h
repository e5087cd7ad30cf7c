// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/database.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>
#include <vector>

namespace Aura {

//! Reads the history's file in a thread and on a connection of its own, beside the writer.
class HistoryReader : public QObject
{
    Q_OBJECT

public:
    explicit HistoryReader(const QString &file)
        : m_file(file)
    {}

    //! What was asked before is answered now, in order. Opens the file anew where it was open.
    void open();
    void close();
    //! open() opens this one then.
    void moveTo(const QString &file);

    //! In the reader's thread: does it, or has it wait until the file is open.
    void post(const std::function<void(Database &)> &job);

    //! From any thread: the answer comes by the future. The work is skipped where the future was
    //! cancelled before its turn; a long one asks isCanceled() of the promise itself.
    template<typename T>
    QFuture<T> ask(const std::function<T(Database &, const QPromise<T> &)> &work)
    {
        const auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        const auto job = [promise, work](Database &database) {
            if (!promise->isCanceled())
                promise->addResult(work(database, *promise));
            promise->finish();
        };
        QMetaObject::invokeMethod(
            this, [this, job] { post(job); }, Qt::QueuedConnection);
        return promise->future();
    }

private:
    QString m_file;
    Database m_database;
    std::vector<std::function<void(Database &)>> m_waiting;
};

} // namespace Aura
