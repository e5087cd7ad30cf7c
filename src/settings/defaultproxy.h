// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/proxysettings.h"
#include "settings/secretstore.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace Aura {

class SecretSlot;
class Settings;

//! The proxy of the Network page: its place in the settings, its password in the secret store.
//! What connections mean by ProxyType::AsInNetwork.
class DefaultProxy : public QObject
{
    Q_OBJECT

public:
    //! Both outlive this.
    DefaultProxy(Settings &settings, SecretStore &secrets, QObject *parent = nullptr);
    ~DefaultProxy() override;

    //! With its password where that is ready; never AsInNetwork.
    ProxySettings proxy() const;

    //! A password that was not ready and is empty here is kept as it is.
    void setProxy(const ProxySettings &proxy);

    //! As ConnectionStore's of these names.
    bool isReady() const;
    void loadSecrets();
    void retrySecrets();
    QStringList secretKeys() const;
    void onPlaceChanged();

signals:
    void changed();
    void ready();
    void secretsNotRead(const Aura::SecretResult &result);
    void secretsNotSaved(const Aura::SecretResult &result);

private:
    Settings &m_settings;
    std::unique_ptr<SecretSlot> m_password;
};

} // namespace Aura
