// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectiontest.h"

#include "base/connection.h"

namespace Aura {

ConnectionTest::ConnectionTest(ProviderMaker makeProvider, QObject *parent)
    : QObject(parent)
    , m_makeProvider(std::move(makeProvider))
{}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::check(const Connection &connection)
{
    ChatProvider *provider = begin(connection);
    if (!provider)
        return;
    m_checks = true;
    connect(provider, &ChatProvider::checked, this,
            [this](RequestId, const ConnectionCheck &check) {
                stop();
                emit checked(check);
            });
    provider->check();
}

void ConnectionTest::listModels(const Connection &connection)
{
    ChatProvider *provider = begin(connection);
    if (!provider)
        return;
    connect(provider, &ChatProvider::modelsListed, this,
            [this](RequestId, const QList<ModelInfo> &models) {
                stop();
                emit modelsListed(models);
            });
    connect(provider, &ChatProvider::modelsFailed, this,
            [this](RequestId, const ProviderError &error) {
                stop();
                emit modelsFailed(error);
            });
    provider->listModels();
}

//! The provider may be the caller, so it is deleted when it has returned.
void ConnectionTest::stop()
{
    m_checks = false;
    if (!m_provider)
        return;
    m_provider->disconnect(this);
    m_provider.release()->deleteLater();
}

ChatProvider *ConnectionTest::begin(const Connection &connection)
{
    stop();
    m_provider = m_makeProvider ? m_makeProvider(connection) : nullptr;
    return m_provider.get();
}

} // namespace Aura
