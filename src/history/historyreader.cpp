// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historyreader.h"

#include <utility>

namespace Aura {

void HistoryReader::open()
{
    m_database.close();
    // A file on a read-only disk cannot be opened as one that others write.
    if (!m_database.open(m_file, Database::Access::ReadOnly)
        && !m_database.open(m_file, Database::Access::Unchanging))
        return;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &job : waiting)
        job(m_database);
}

void HistoryReader::close()
{
    m_database.close();
}

void HistoryReader::moveTo(const QString &file)
{
    close();
    m_file = file;
}

void HistoryReader::post(const std::function<void(Database &)> &job)
{
    if (m_database.isOpen())
        job(m_database);
    else
        m_waiting.push_back(job);
}

} // namespace Aura
