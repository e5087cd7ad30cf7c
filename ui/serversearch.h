// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/localservers.h"

#include <QObject>

namespace Aura {

class ConnectionStore;
class WelcomePage;

//! Looks for servers on this computer when the welcome page asks for it, and makes the one that is
//! chosen a connection.
class ServerSearch : public QObject
{
    Q_OBJECT

public:
    //! Both outlive this.
    ServerSearch(WelcomePage &welcome, ConnectionStore &connections, const LocalPorts &ports = {},
                 QObject *parent = nullptr);

    void setLog(const std::shared_ptr<ConnectionLog> &log) { m_search.setLog(log); }

signals:
    void connectionAdded(const QString &id);

private:
    void begin();
    void showFound();
    void use(int index);
    static QString describe(const LocalServer &server);

    WelcomePage &m_welcome;
    ConnectionStore &m_connections;
    LocalServers m_search;
    QList<LocalServer> m_found;
};

} // namespace Aura
