// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/connectionchoice.h"

#include <QObject>

#include <memory>

namespace Aura {

class ConnectionStore;
class DataFolder;
class DefaultProxy;
class SecretVault;
class Settings;
struct SecretResult;

//! Who is asked, and what the settings say about it.
struct FoundConnection
{
    Connection connection{}; // with its secrets
    ProxySettings defaultProxy{};
    AskDefaults defaults{};
};

//! Finds the connection of one command in the settings, and reads its secrets.
class ConnectionFinder : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionFinder(const DataFolder &folder, QObject *parent = nullptr);
    ~ConnectionFinder() override;

    //! found(), notFound() or failed() follows, once, after it returned.
    void find(const AskOptions &options);

signals:
    void found(const Aura::FoundConnection &found);
    void notFound(const QString &problem); // there is no such connection
    void failed(const QString &problem);   // its secrets could not be read

private:
    void readSecrets();
    void onSecretsReady();
    void failWith(const SecretResult &result);

    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<SecretVault> m_secrets;
    std::unique_ptr<DefaultProxy> m_defaultProxy;
    std::unique_ptr<ConnectionStore> m_store;
    FoundConnection m_found{};
    bool m_isStored = false; // the connection comes from the store
    bool m_needsProxy = false;
    bool m_done = false;
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::FoundConnection)
