// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/connectionlog.h"

namespace Aura {

quint64 ConnectionLog::begin(const QString &server, const QString &proxy, RequestPurpose purpose)
{
    const std::lock_guard lock(m_mutex);
    m_entries.push_back({.id = ++m_lastId,
                         .time = QDateTime::currentDateTimeUtc(),
                         .server = server,
                         .proxy = proxy,
                         .purpose = purpose});
    if (m_entries.size() > capacity)
        m_entries.pop_front();
    ++m_revision;
    return m_lastId;
}

void ConnectionLog::addAddress(quint64 id, const QString &address)
{
    const std::lock_guard lock(m_mutex);
    if (ConnectionEntry *entry = find(id)) {
        entry->addresses.append(address);
        ++m_revision;
    }
}

void ConnectionLog::end(quint64 id, ConnectionEntry::State state,
                        const std::optional<ProviderError> &error)
{
    const std::lock_guard lock(m_mutex);
    ConnectionEntry *entry = find(id);
    if (!entry || entry->state != ConnectionEntry::State::Running)
        return;
    entry->state = state;
    entry->error = error;
    if (entry->error)
        entry->error->detail.clear(); // a server's words may be anything
    entry->duration =
        std::chrono::milliseconds(entry->time.msecsTo(QDateTime::currentDateTimeUtc()));
    ++m_revision;
}

QList<ConnectionEntry> ConnectionLog::entries() const
{
    const std::lock_guard lock(m_mutex);
    return {m_entries.begin(), m_entries.end()};
}

quint64 ConnectionLog::revision() const
{
    const std::lock_guard lock(m_mutex);
    return m_revision;
}

//! Ids are consecutive, so that an entry's place is known.
ConnectionEntry *ConnectionLog::find(quint64 id)
{
    if (m_entries.empty() || id < m_entries.front().id || id > m_entries.back().id)
        return nullptr;
    return &m_entries[size_t(id - m_entries.front().id)];
}

} // namespace Aura
