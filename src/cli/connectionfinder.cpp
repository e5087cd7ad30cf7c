// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/connectionfinder.h"

#include "settings/connectionstore.h"
#include "settings/datafolder.h"
#include "settings/defaultproxy.h"
#include "settings/secretvault.h"
#include "settings/settings.h"

namespace Aura {

ConnectionFinder::ConnectionFinder(const DataFolder &folder, QObject *parent)
    : QObject(parent)
    , m_settings(std::make_unique<Settings>(folder.settingsFile()))
    , m_secrets(std::make_unique<SecretVault>(*m_settings, folder.secretsFile()))
    , m_defaultProxy(std::make_unique<DefaultProxy>(*m_settings, *m_secrets))
    , m_store(std::make_unique<ConnectionStore>(folder.connectionsFile(), *m_secrets))
{
    const auto onFailed = [this](const SecretResult &result) { failWith(result); };
    connect(m_defaultProxy.get(), &DefaultProxy::ready, this, &ConnectionFinder::onSecretsReady);
    connect(m_defaultProxy.get(), &DefaultProxy::secretsNotRead, this, onFailed);
    connect(m_store.get(), &ConnectionStore::ready, this, &ConnectionFinder::onSecretsReady);
    connect(m_store.get(), &ConnectionStore::secretsNotRead, this,
            [onFailed](const QString &, const SecretResult &result) { onFailed(result); });
}

ConnectionFinder::~ConnectionFinder() = default;

void ConnectionFinder::find(const AskOptions &options)
{
    m_isStored = options.url.isEmpty();
    if (m_isStored) {
        const Result<Connection> chosen =
            chooseConnection(m_store->connections(), m_store->defaultId(), options.connection);
        if (!chosen) {
            const QString problem = chosen.error().text;
            QMetaObject::invokeMethod(
                this, [this, problem] { emit notFound(problem); }, Qt::QueuedConnection);
            return;
        }
        m_found.connection = *chosen;
        m_found.defaults = {m_settings->systemPrompt.get(), m_settings->temperature.chosen(),
                            m_settings->maxTokens.chosen()};
    } else {
        m_found.connection = connectionTo(options);
    }
    const ProxySettings &proxy = options.proxy ? *options.proxy : m_found.connection.proxy;
    m_needsProxy =
        proxy.type == ProxyType::AsInNetwork && m_found.connection.kind != ServerKind::Demo;
    QMetaObject::invokeMethod(this, &ConnectionFinder::readSecrets, Qt::QueuedConnection);
}

void ConnectionFinder::readSecrets()
{
    const QString id = m_found.connection.id;
    if (m_isStored && m_store->contains(id) && !m_store->isReady(id))
        return m_store->loadSecrets(id);
    if (m_needsProxy && !m_defaultProxy->isReady())
        return m_defaultProxy->loadSecrets();
    if (m_done)
        return;
    m_done = true;
    if (m_isStored)
        m_found.connection = m_store->connection(id).value_or(m_found.connection);
    m_found.defaultProxy = m_defaultProxy->proxy();
    emit found(m_found);
}

void ConnectionFinder::onSecretsReady()
{
    if (!m_done)
        readSecrets();
}

void ConnectionFinder::failWith(const SecretResult &result)
{
    if (std::exchange(m_done, true))
        return;
    const QString where = m_found.connection.name;
    emit failed(result.status == SecretStatus::NotFound || result.problem.isEmpty()
                    ? tr("The keys of “%1” are no longer where they were kept. Enter them again "
                         "in the settings.")
                          .arg(where)
                    : result.problem);
}

} // namespace Aura
