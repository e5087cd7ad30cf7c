// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>

namespace Aura {

//! How it stands with the history's file.
enum class HistoryCondition {
    Opening,
    Working,
    DiskFull, // this and the next two: what is new is in memory alone, and writing is tried again
    ReadOnly, //   and again until it succeeds; what was kept before is readable
    DiskError,
    NoDriver, // Qt has none for SQLite here: nothing is read, and what is new is in memory alone
    Newer,    // written by a later program: readable, and what is new is not kept
    Damaged,  // this and the next wait for HistoryStore::restoreCopy() or startAnew()
    Missing,  // it is not there, but copies of it are
};

//! The condition, and what is known about it.
struct HistoryStatus
{
    HistoryCondition condition = HistoryCondition::Opening;
    QString file{};
    QString copy{};         // Damaged, Missing: the newest automatic copy; empty: there is none
    QDateTime copyMadeAt{}; // UTC

    bool isReadable() const
    {
        return condition != HistoryCondition::Opening && condition != HistoryCondition::Damaged
            && condition != HistoryCondition::Missing && condition != HistoryCondition::NoDriver;
    }
    //! Whether what is new is in the file, or on its way to it.
    bool isKeeping() const
    {
        return condition == HistoryCondition::Working || condition == HistoryCondition::Opening;
    }
    //! Whether the user has to choose.
    bool needsChoice() const
    {
        return condition == HistoryCondition::Damaged || condition == HistoryCondition::Missing;
    }

    friend bool operator==(const HistoryStatus &, const HistoryStatus &) = default;
};

//! The words for people about a status, one sentence and one of advice; empty while all is well.
QString historySentence(const HistoryStatus &status);
QString historyAdvice(const HistoryStatus &status);
//! What to do where Qt has no driver for SQLite.
QString driverAdvice();

} // namespace Aura

Q_DECLARE_METATYPE(Aura::HistoryStatus)
