// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QString>

#include <memory>

namespace Aura {

class ChatProvider;
class ConnectionPool;
class ConnectionStore;
class DefaultProxy;
class DemoServer;
struct Connection;
struct SecretResult;

//! Keeps a pool up to date with the stored connections and the Network page's proxy. The demo's
//! server begins to listen when there is the first connection to it.
class ConnectionFeed : public QObject
{
    Q_OBJECT

public:
    //! All outlive this.
    ConnectionFeed(ConnectionStore &store, DefaultProxy &proxy, DemoServer &demo,
                   ConnectionPool &pool, QObject *parent = nullptr);

    //! Reads the secrets of the default connection; the others are read when they are used first.
    void start();

    //! Begins to read the secrets of a connection that is about to be used. Where they cannot be
    //! read, the questions that wait for them end with an error, and nothing is sent without them.
    void prepare(const QString &connectionId);

    //! A provider to try out a connection that need not be stored.
    std::unique_ptr<ChatProvider> makeSpare(const Connection &connection);

private:
    void feed(const QString &id);
    void onWanted(const QString &id);
    void onReady(const QString &id);
    void onSecretsNotRead(const QString &id, const SecretResult &result);
    Connection reachable(Connection connection);

    ConnectionStore &m_store;
    DefaultProxy &m_proxy;
    DemoServer &m_demo;
    ConnectionPool &m_pool;
    QSet<QString> m_wanted; // somebody waits for their secrets
};

} // namespace Aura
