// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/connectionpool.h"

#include "providers/chatprovider.h"
#include "providers/providerfactory.h"
#include "providers/refusingprovider.h"

#include <utility>

namespace Aura {

ConnectionPool::ConnectionPool(NetworkAccessFactory makeNetwork, const ProxySettings &defaultProxy,
                               QObject *parent)
    : ProviderSource(parent)
    , m_makeNetwork(std::move(makeNetwork))
    , m_defaultProxy(defaultProxy)
{}

ConnectionPool::~ConnectionPool() = default;

bool ConnectionPool::knows(const QString &connectionId) const
{
    return m_lines.contains(connectionId) || m_expected.contains(connectionId);
}

ChatProvider *ConnectionPool::provider(const QString &connectionId)
{
    const auto found = m_lines.find(connectionId);
    if (found == m_lines.end()) {
        if (m_expected.contains(connectionId))
            emit connectionWanted(connectionId);
        return nullptr;
    }
    Line &line = found->second;
    if (!line.provider)
        open(line);
    return line.provider.get();
}

void ConnectionPool::expectConnection(const QString &connectionId)
{
    if (!m_lines.contains(connectionId))
        m_expected.insert(connectionId);
}

void ConnectionPool::setConnection(const Connection &connection)
{
    m_expected.remove(connection.id);
    Line &line = m_lines[connection.id];
    if (line.connection == connection && line.provider)
        return;
    retire(line);
    line.connection = connection;
    emit providerReady(connection.id);
}

void ConnectionPool::refuseConnection(const QString &connectionId, const ProviderError &error)
{
    if (!m_expected.remove(connectionId))
        return;
    m_lines[connectionId].provider = std::make_unique<RefusingProvider>(error);
    emit providerReady(connectionId); // those who wait ask it, and it tells them later
    const auto found = m_lines.find(connectionId);
    if (found == m_lines.end() || !qobject_cast<RefusingProvider *>(found->second.provider.get()))
        return;
    retire(found->second);
    m_lines.erase(found);
    m_expected.insert(connectionId);
}

void ConnectionPool::removeConnection(const QString &connectionId)
{
    m_expected.remove(connectionId);
    const auto found = m_lines.find(connectionId);
    if (found == m_lines.end())
        return;
    retire(found->second);
    m_lines.erase(found);
}

std::unique_ptr<ChatProvider> ConnectionPool::makeSpare(const Connection &connection) const
{
    std::unique_ptr<QNetworkAccessManager> network = m_makeNetwork(connection, m_defaultProxy);
    std::unique_ptr<ChatProvider> provider = makeProvider(*network, connection);
    if (provider)
        network.release()->setParent(provider.get()); // children are destroyed last
    return provider;
}

void ConnectionPool::setDefaultProxy(const ProxySettings &proxy)
{
    if (std::exchange(m_defaultProxy, proxy) == proxy)
        return;
    for (auto &[id, line] : m_lines) {
        if (line.connection.proxy.type == ProxyType::AsInNetwork)
            retire(line);
    }
}

void ConnectionPool::open(Line &line)
{
    line.network = m_makeNetwork(line.connection, m_defaultProxy);
    line.provider = makeProvider(*line.network, line.connection);
}

//! Takes the provider and its manager out of use.
void ConnectionPool::retire(Line &line)
{
    if (ChatProvider *provider = line.provider.get()) {
        // Queued: the provider stands in the signal, and others are still to hear it.
        const auto whenDone = Qt::QueuedConnection;
        connect(provider, &ChatProvider::finished, this, &ConnectionPool::sweep, whenDone);
        connect(provider, &ChatProvider::modelsListed, this, &ConnectionPool::sweep, whenDone);
        connect(provider, &ChatProvider::modelsFailed, this, &ConnectionPool::sweep, whenDone);
        connect(provider, &ChatProvider::checked, this, &ConnectionPool::sweep, whenDone);
    }
    m_retired.push_back({{}, std::move(line.network), std::move(line.provider)});
    QMetaObject::invokeMethod(this, &ConnectionPool::sweep, Qt::QueuedConnection);
}

void ConnectionPool::sweep()
{
    std::erase_if(m_retired,
                  [](const Line &line) { return !line.provider || !line.provider->isBusy(); });
}

} // namespace Aura
