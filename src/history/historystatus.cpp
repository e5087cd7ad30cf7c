// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historystatus.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace Aura {

namespace {

class HistoryText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::HistoryText)
};

} // namespace

QString driverAdvice()
{
    return HistoryText::tr("Install it (on Debian and Ubuntu: apt install libqt6sql6-sqlite), then "
                           "start Aura again.");
}

QString historySentence(const HistoryStatus &status)
{
    const QString file = QDir::toNativeSeparators(status.file);
    switch (status.condition) {
    case HistoryCondition::Opening:
    case HistoryCondition::Working: return {};
    case HistoryCondition::DiskFull:
        return HistoryText::tr("The disk is full: what is new is in memory only.");
    case HistoryCondition::ReadOnly:
        return HistoryText::tr("%1 cannot be written: what is new is in memory only.").arg(file);
    case HistoryCondition::DiskError:
        return HistoryText::tr("%1 could not be written or read: what is new is in memory only.")
            .arg(file);
    case HistoryCondition::NoDriver:
        return HistoryText::tr("Qt’s driver for SQLite is missing: what is new is in memory only.");
    case HistoryCondition::Newer:
        return HistoryText::tr("The history was written by a newer Aura. It can be read here, but "
                               "nothing new is kept.");
    case HistoryCondition::Damaged: return HistoryText::tr("%1 is damaged.").arg(file);
    case HistoryCondition::Missing: return HistoryText::tr("%1 is gone.").arg(file);
    }
    Q_UNREACHABLE();
}

QString historyAdvice(const HistoryStatus &status)
{
    const QString when = QLocale().toString(status.copyMadeAt.toLocalTime(), QLocale::ShortFormat);
    switch (status.condition) {
    case HistoryCondition::Opening:
    case HistoryCondition::Working: return {};
    case HistoryCondition::DiskFull:
        return HistoryText::tr("Make room on the disk; everything is written then by itself.");
    case HistoryCondition::ReadOnly:
        return HistoryText::tr("Allow writing there; everything is written then by itself.");
    case HistoryCondition::DiskError:
        return HistoryText::tr("Check the disk; everything is written by itself once it works.");
    case HistoryCondition::NoDriver: return driverAdvice();
    case HistoryCondition::Newer: return HistoryText::tr("Update Aura.");
    case HistoryCondition::Damaged:
        return status.copy.isEmpty()
            ? HistoryText::tr("There is no copy of it. Begin anew, and the file is kept beside.")
            : HistoryText::tr("Open the copy of %1, or begin anew; the file is kept beside.")
                  .arg(when);
    case HistoryCondition::Missing:
        return HistoryText::tr("Open the copy of %1, or begin anew.").arg(when);
    }
    Q_UNREACHABLE();
}

} // namespace Aura
