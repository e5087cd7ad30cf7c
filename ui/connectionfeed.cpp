// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connectionfeed.h"

#include "base/logging.h"
#include "demo/demoserver.h"
#include "providers/chatprovider.h"
#include "providers/connectionpool.h"
#include "settings/connectionstore.h"
#include "settings/defaultproxy.h"

namespace Aura {

ConnectionFeed::ConnectionFeed(ConnectionStore &store, DefaultProxy &proxy, DemoServer &demo,
                               ConnectionPool &pool, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_proxy(proxy)
    , m_demo(demo)
    , m_pool(pool)
{
    connect(&store, &ConnectionStore::added, this, &ConnectionFeed::feed);
    connect(&store, &ConnectionStore::changed, this, &ConnectionFeed::feed);
    connect(&store, &ConnectionStore::ready, this, &ConnectionFeed::feed);
    connect(&store, &ConnectionStore::secretsNotRead, this, &ConnectionFeed::feedWithoutSecrets);
    connect(&store, &ConnectionStore::removed, &pool, &ConnectionPool::removeConnection);
    const auto passProxy = [this] { m_pool.setDefaultProxy(m_proxy.proxy()); };
    connect(&proxy, &DefaultProxy::changed, this, passProxy);
    connect(&proxy, &DefaultProxy::ready, this, passProxy);
    for (const Connection &connection : store.connections())
        feed(connection.id);
}

void ConnectionFeed::start()
{
    if (!m_proxy.isReady())
        m_proxy.loadSecrets();
    for (const Connection &connection : m_store.connections())
        prepare(connection.id);
}

void ConnectionFeed::prepare(const QString &connectionId)
{
    if (m_store.contains(connectionId) && !m_store.isReady(connectionId))
        m_store.loadSecrets(connectionId);
}

std::unique_ptr<ChatProvider> ConnectionFeed::makeSpare(const Connection &connection)
{
    return m_pool.makeSpare(reachable(connection));
}

void ConnectionFeed::feed(const QString &id)
{
    const std::optional<Connection> connection = m_store.connection(id);
    if (!connection)
        return;
    if (m_store.isReady(id))
        m_pool.setConnection(reachable(*connection));
    else
        m_pool.expectConnection(id);
}

//! A question must not wait for ever: without its key it goes out, and what is missing is told by
//! the server.
void ConnectionFeed::feedWithoutSecrets(const QString &id)
{
    std::optional<Connection> connection = m_store.connection(id);
    if (!connection || m_store.isReady(id))
        return;
    connection->headers.clear(); // their values are secrets
    m_pool.setConnection(reachable(*connection));
}

Connection ConnectionFeed::reachable(Connection connection)
{
    if (connection.kind != ServerKind::Demo)
        return connection;
    if (m_demo.url().port() <= 0 && !m_demo.listen())
        qCWarning(lcDemo) << "the demo cannot listen on this computer";
    connection.baseUrl = m_demo.url();
    return connection;
}

} // namespace Aura
