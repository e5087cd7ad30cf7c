// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/defaultproxy.h"

#include "settings/connectionjson.h"
#include "settings/secretslot.h"
#include "settings/settings.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

//! The key store is one for all data folders of a user, so the name is not a fixed one.
QString secretName(const Settings &settings)
{
    const QString stored = settings.proxySecret.get();
    return stored.isEmpty() ? u"proxy/"_s + QUuid::createUuid().toString(QUuid::Id128) : stored;
}

} // namespace

DefaultProxy::DefaultProxy(Settings &settings, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_password(std::make_unique<SecretSlot>(secrets, secretName(settings),
                                              !settings.proxySecret.get().isEmpty()))
{
    connect(m_password.get(), &SecretSlot::ready, this, &DefaultProxy::ready);
    connect(m_password.get(), &SecretSlot::notRead, this, &DefaultProxy::secretsNotRead);
    connect(m_password.get(), &SecretSlot::notSaved, this, &DefaultProxy::secretsNotSaved);
    connect(m_password.get(), &SecretSlot::saved, this, [this] {
        m_settings.proxySecret.set(m_password->isStored() ? m_password->name() : QString());
    });
}

DefaultProxy::~DefaultProxy() = default;

ProxySettings DefaultProxy::proxy() const
{
    ProxySettings proxy;
    proxy.type = proxyTypeFromName(m_settings.proxyType.get()).value_or(ProxyType::None);
    if (proxy.type == ProxyType::AsInNetwork)
        proxy.type = ProxyType::System; // nothing chosen yet
    proxy.host = m_settings.proxyHost.get();
    proxy.port = m_settings.proxyPort.get();
    proxy.user = m_settings.proxyUser.get();
    proxy.password = m_password->value();
    return proxy;
}

void DefaultProxy::setProxy(const ProxySettings &proxy)
{
    if (proxy == this->proxy())
        return;
    m_settings.proxyType.set(proxyTypeName(proxy.type));
    m_settings.proxyHost.set(proxy.host);
    m_settings.proxyPort.set(proxy.port);
    m_settings.proxyUser.set(proxy.user);
    if (isReady() || !proxy.password.isEmpty())
        m_password->set(proxy.password);
    emit changed();
}

bool DefaultProxy::isReady() const
{
    return m_password->isReady();
}

void DefaultProxy::loadSecrets()
{
    m_password->load();
}

void DefaultProxy::retrySecrets()
{
    m_password->retry();
}

QStringList DefaultProxy::secretKeys() const
{
    return m_password->isKept() ? QStringList(m_password->name()) : QStringList();
}

void DefaultProxy::onPlaceChanged()
{
    m_password->onPlaceChanged();
}

} // namespace Aura
