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

namespace {

//! What the key store said; nothing where it does not have what was put into it.
ProviderError keyError(const Connection &connection, const QString &detail)
{
    return {.kind = ErrorKind::Address,
            .cause = ErrorCause::KeyRefused,
            .subject = connection.name,
            .detail = detail};
}

} // namespace

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
    connect(&store, &ConnectionStore::ready, this, &ConnectionFeed::onReady);
    connect(&store, &ConnectionStore::secretsNotRead, this, &ConnectionFeed::onSecretsNotRead);
    connect(&pool, &ConnectionPool::connectionWanted, this, &ConnectionFeed::onWanted,
            Qt::QueuedConnection);
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
    if (!m_store.contains(connectionId))
        return;
    if (!m_store.isReady(connectionId) || m_store.lacksSecrets(connectionId))
        m_store.loadSecrets(connectionId);
}

void ConnectionFeed::onWanted(const QString &id)
{
    m_wanted.insert(id);
    prepare(id);
}

void ConnectionFeed::onReady(const QString &id)
{
    feed(id);
    const std::optional<Connection> connection = m_store.connection(id);
    if (m_wanted.remove(id) && connection && m_store.lacksSecrets(id))
        m_pool.refuseConnection(id, keyError(*connection, {}));
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
    if (m_store.isReady(id) && !m_store.lacksSecrets(id))
        m_pool.setConnection(reachable(*connection));
    else
        m_pool.expectConnection(id);
}

//! What waits for the keys is not sent without them: it would show the question to a server as
//! nobody's, and what comes back is a riddle.
void ConnectionFeed::onSecretsNotRead(const QString &id, const SecretResult &result)
{
    const std::optional<Connection> connection = m_store.connection(id);
    if (!connection)
        return;
    if (result.status == SecretStatus::NotFound)
        return; // onReady() follows; a key store that is locked may answer so
    m_wanted.remove(id);
    m_pool.refuseConnection(id, keyError(*connection, result.problem));
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
