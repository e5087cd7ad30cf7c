// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QNetworkAccessManager>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <memory>
#include <optional>

namespace Aura {

class ConnectionLog;

//! A server of language models that answered on this computer.
struct LocalServer
{
    ServerKind kind = ServerKind::OpenAi;
    QString name{};       // for people: "Ollama"; plain text
    QUrl baseUrl{};       // as in Connection
    QStringList models{}; // their ids, as the server says them; may be empty
    QString version{};    // empty where the server does not say

    friend bool operator==(const LocalServer &, const LocalServer &) = default;
};

//! The ports that are asked, each server's usual one; 0: not asked.
struct LocalPorts
{
    quint16 ollama = 11434;
    quint16 llamaCpp = 8080;
    quint16 lmStudio = 1234;
    quint16 vllm = 8000;
    quint16 aura = 3000; // openchat-ui and its relatives
};

//! Looks for servers of language models on this computer, when told to and never before.
//!
//! Asks 127.0.0.1 and ::1 alone, without proxies, redirects or cookies; each address has 1.5 s and
//! 256 KB to show that it is one. What answers at a port but is something else is passed over.
class LocalServers : public QObject
{
    Q_OBJECT

public:
    explicit LocalServers(const LocalPorts &ports = {}, QObject *parent = nullptr);
    ~LocalServers() override;

    //! Where every address that is asked is noted.
    void setLog(std::shared_ptr<ConnectionLog> log) { m_log = std::move(log); }

    //! Begins to look; does nothing while a search runs.
    void search();

    //! Ends the search; nothing is told any more.
    void cancel();

    bool isSearching() const { return m_searching; }

signals:
    //! Once for each server; 127.0.0.1 is preferred where one answers at both addresses.
    void found(const Aura::LocalServer &server);
    void finished();

private:
    class Probe; // one address that is asked

    void onProbeEnded(Probe *probe);
    std::optional<LocalServer> whatToTell(const Probe &probe);
    Probe *running(int product) const; // null: none
    void finishIfDone();

    std::shared_ptr<ConnectionLog> m_log;
    LocalPorts m_ports;
    QNetworkAccessManager m_network;
    QList<Probe *> m_running;
    QHash<int, LocalServer> m_held; // answered at ::1 while 127.0.0.1 may still answer
    bool m_searching = false;
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::LocalServer)
