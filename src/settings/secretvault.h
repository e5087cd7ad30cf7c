// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretstore.h"

#include <QStringList>

#include <functional>
#include <map>
#include <memory>

namespace Aura {

class Settings;

//! Where secrets are kept. Undecided means: the key store, if it answers; it is decided by the
//! first secret that it keeps.
enum class SecretPlace { Undecided, Keychain, File, Session };

//! The name of a place in the settings: "keychain"; an unknown name is Undecided.
QString secretPlaceName(SecretPlace place);
SecretPlace secretPlaceFromName(const QString &name);

//! The secret store that the settings name; what the rest of the program uses.
class SecretVault : public SecretStore
{
public:
    using Maker = std::function<std::unique_ptr<SecretStore>(SecretPlace)>;

    //! The settings outlive the vault.
    SecretVault(Settings &settings, const QString &secretsFile);
    //! With stores made by somebody else; Undecided is never asked for.
    SecretVault(Settings &settings, Maker makeStore);
    ~SecretVault() override;

    SecretPlace place() const;

    //! From now on. What was kept elsewhere stays there.
    void setPlace(SecretPlace place);

    //! Carries the secrets of these names to another place, then uses that. On an error nothing
    //! has changed. Names that lead to nothing are passed over.
    void moveTo(SecretPlace place, const QStringList &names, QObject *context,
                const Callback &done);

    void read(const QString &name, QObject *context, Callback done) override;
    void write(const QString &name, const Secret &secret, QObject *context, Callback done) override;
    void remove(const QString &name, QObject *context, Callback done) override;
    bool isPersistent() const override;

private:
    const std::shared_ptr<SecretStore> &storeOf(SecretPlace place);
    SecretStore &store() { return *storeOf(place()); }

    Settings &m_settings;
    Maker m_makeStore;
    std::map<SecretPlace, std::shared_ptr<SecretStore>> m_stores; // made when first needed
    std::shared_ptr<const bool> m_alive; // callbacks may come after the vault is gone
};

} // namespace Aura
