// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/serversearch.h"

#include "settings/connectionstore.h"
#include "ui/welcomepage.h"

namespace Aura {

ServerSearch::ServerSearch(WelcomePage &welcome, ConnectionStore &connections,
                           const LocalPorts &ports, QObject *parent)
    : QObject(parent)
    , m_welcome(welcome)
    , m_connections(connections)
    , m_search(ports)
{
    connect(&welcome, &WelcomePage::searchRequested, this, &ServerSearch::begin);
    connect(&welcome, &WelcomePage::useRequested, this, &ServerSearch::use);
    connect(&m_search, &LocalServers::found, this,
            [this](const LocalServer &server) { m_found.append(server); });
    connect(&m_search, &LocalServers::finished, this, &ServerSearch::showFound);
}

void ServerSearch::begin()
{
    m_found.clear();
    m_welcome.setSearching(true);
    m_search.search();
}

void ServerSearch::showFound()
{
    QList<WelcomePage::FoundServer> lines;
    for (const LocalServer &server : std::as_const(m_found))
        lines.append({.text = describe(server)});
    m_welcome.setSearching(false);
    m_welcome.setFoundServers(lines);
}

QString ServerSearch::describe(const LocalServer &server)
{
    return tr("%1 at %2").arg(server.name, server.baseUrl.toDisplayString());
}

void ServerSearch::use(int index)
{
    const LocalServer &server = m_found.at(index);
    const QString id = m_connections.add({.name = server.name,
                                          .kind = server.kind,
                                          .baseUrl = server.baseUrl,
                                          .model = server.models.value(0)});
    m_connections.setDefaultId(id);
    emit connectionAdded(id);
}

} // namespace Aura
