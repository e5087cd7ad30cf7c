// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"
#include "base/providererror.h"
#include "net/networkaccess.h"
#include "providers/providersource.h"

#include <QSet>

#include <memory>
#include <unordered_map>
#include <vector>

namespace Aura {

//! One access manager and one provider for each connection.
//!
//! A connection that changes gets new ones at its next use; the old ones live on until their last
//! request has ended, and tell it as before.
class ConnectionPool final : public ProviderSource
{
    Q_OBJECT

public:
    ConnectionPool(NetworkAccessFactory makeNetwork, const ProxySettings &defaultProxy,
                   QObject *parent = nullptr);
    ~ConnectionPool() override;

    bool knows(const QString &connectionId) const override;
    ChatProvider *provider(const QString &connectionId) override;

    //! There is such a connection, but its keys are still being read: setConnection() follows.
    void expectConnection(const QString &connectionId);

    //! Adds the connection with its keys, or replaces the one of the same id.
    void setConnection(const Connection &connection);

    //! Whoever waits for the connection's keys, which could not be read, is told this error. The
    //! next to ask for its provider brings connectionWanted() again.
    void refuseConnection(const QString &connectionId, const ProviderError &error);

    void removeConnection(const QString &connectionId);

    //! A provider outside the pool, with a manager of its own, to try a connection out.
    std::unique_ptr<ChatProvider> makeSpare(const Connection &connection) const;

    //! The proxy of the connections that are set to ProxyType::AsInNetwork.
    void setDefaultProxy(const ProxySettings &proxy);

signals:
    //! Somebody asked for a connection that is expected: now is the time to read its keys.
    void connectionWanted(const QString &connectionId);

private:
    //! What one connection works with. The provider is destroyed before its manager.
    struct Line
    {
        Connection connection{};
        std::unique_ptr<QNetworkAccessManager> network{};
        std::unique_ptr<ChatProvider> provider{};
    };

    void open(Line &line);
    void retire(Line &line);
    void sweep();

    NetworkAccessFactory m_makeNetwork;
    ProxySettings m_defaultProxy;
    QSet<QString> m_expected;
    std::unordered_map<QString, Line> m_lines;
    std::vector<Line> m_retired; // until their last request has ended
};

} // namespace Aura
