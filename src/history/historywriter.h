// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/database.h"
#include "history/historycopies.h"
#include "history/historystatus.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace Aura {

//! A piece of work on the file; false where a statement failed.
using HistoryJob = std::function<bool(Database &)>;

//! The one that writes the history's file, in a thread of its own. Jobs are done in order, those
//! that wait together in one transaction. While the disk refuses, they wait in memory and are tried
//! again.
class HistoryWriter : public QObject
{
    Q_OBJECT

public:
    //! Whether the job is in the file now; false: it waits for the disk.
    using Done = std::function<void(bool isKept)>;

    //! isKnown: the file was there before, so that one that is not is on a disk that is missing.
    explicit HistoryWriter(const QString &file, bool isKnown = false);
    ~HistoryWriter() override;

    void open();
    void post(const HistoryJob &job, const Done &done = {});

    //! Does what waits, at once; false where it still waits.
    bool drain();

    //! The answers to Damaged and Missing; they do nothing in any other condition.
    void restoreCopy();
    void startAnew();

    //! Leaves nothing in the file of what was deleted, and makes the copies anew.
    void scrub();

    //! Goes on with another file; isKnown as above.
    void moveTo(const QString &file, bool isKnown);

    //! Writes what waits and lets go of the file.
    void close();

signals:
    void statusChanged(const Aura::HistoryStatus &status);

private:
    struct Entry
    {
        HistoryJob job{};
        Done done{};
    };

    HistoryCondition openFile();
    HistoryCondition prepare();
    bool cleanUp();
    bool inTransaction(const std::function<bool()> &work);
    bool drainTogether();
    bool drainSingly();
    bool handle(const DatabaseError &error);
    void retryLater();
    void onRetry();
    void announce(HistoryCondition condition);
    void releaseWaiting();
    void scrubStep();
    bool canWrite() const;

    HistoryStatus m_status;
    HistoryCopies m_copies;
    Database m_database;
    std::deque<Entry> m_queue;
    QTimer m_retry;
    bool m_isKnown = false;
    bool m_isPrepared = false;  // the schema is there, and this connection may write
    bool m_isCleanedUp = false; // once in a program's life: what its predecessor left behind
    bool m_isDrainDue = false;
    bool m_isScrubbing = false;
};

} // namespace Aura
