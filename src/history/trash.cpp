// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/trash.h"

#include "history/conversationrows.h"
#include "history/database.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int daysInTrash = 30;

//! -1 where it failed, else how many rows of the index it changed.
qint64 mergeSome(Database &database, const QString &sql)
{
    const qint64 before = database.value(u"SELECT total_changes()"_s).toLongLong();
    if (!database.run(sql))
        return -1;
    return database.value(u"SELECT total_changes()"_s).toLongLong() - before;
}

} // namespace

bool emptyOldTrash(Database &database)
{
    const QDateTime limit = QDateTime::currentDateTimeUtc().addDays(-daysInTrash);
    QStringList old;
    {
        Rows rows = database.rows(u"SELECT id FROM conversation WHERE trashed_at < ?"_s,
                                  {limit.toMSecsSinceEpoch()});
        while (rows.next())
            old.append(rows.text(0));
    }
    for (const QString &id : std::as_const(old)) {
        if (!removeConversation(database, id))
            return false;
    }
    return true;
}

// https://www.sqlite.org/fts5.html#the_merge_command: a negative count joins everything; it is
// finished when a step changes fewer than two rows.
MergeStep mergeIndexStep(Database &database)
{
    const qint64 messages = mergeSome(
        database, u"INSERT INTO message_index(message_index, rank) VALUES('merge', -200)"_s);
    const qint64 titles =
        mergeSome(database, u"INSERT INTO title_index(title_index, rank) VALUES('merge', -200)"_s);
    if (messages < 0 || titles < 0)
        return MergeStep::Failed;
    return messages < 2 && titles < 2 ? MergeStep::Done : MergeStep::More;
}

} // namespace Aura
