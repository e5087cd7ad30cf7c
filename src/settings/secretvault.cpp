// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/secretvault.h"

#include "settings/filesecretstore.h"
#include "settings/keychainsecretstore.h"
#include "settings/memorysecretstore.h"
#include "settings/secretmove.h"
#include "settings/settings.h"

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

std::unique_ptr<SecretStore> makeRealStore(SecretPlace place, const QString &secretsFile)
{
    switch (place) {
    case SecretPlace::File: return std::make_unique<FileSecretStore>(secretsFile);
    case SecretPlace::Session: return std::make_unique<MemorySecretStore>();
    case SecretPlace::Keychain:
    case SecretPlace::Undecided: break;
    }
    return std::make_unique<KeychainSecretStore>();
}

} // namespace

QString secretPlaceName(SecretPlace place)
{
    switch (place) {
    case SecretPlace::Undecided: break;
    case SecretPlace::Keychain: return u"keychain"_s;
    case SecretPlace::File: return u"file"_s;
    case SecretPlace::Session: return u"session"_s;
    }
    return {};
}

SecretPlace secretPlaceFromName(const QString &name)
{
    for (const SecretPlace place :
         {SecretPlace::Keychain, SecretPlace::File, SecretPlace::Session}) {
        if (name == secretPlaceName(place))
            return place;
    }
    return SecretPlace::Undecided;
}

SecretVault::SecretVault(Settings &settings, const QString &secretsFile)
    : SecretVault(settings,
                  [secretsFile](SecretPlace place) { return makeRealStore(place, secretsFile); })
{}

SecretVault::SecretVault(Settings &settings, Maker makeStore)
    : m_settings(settings)
    , m_makeStore(std::move(makeStore))
    , m_alive(std::make_shared<const bool>(true))
{}

SecretVault::~SecretVault() = default;

SecretPlace SecretVault::place() const
{
    return secretPlaceFromName(m_settings.secretStorage.get());
}

void SecretVault::setPlace(SecretPlace place)
{
    m_settings.secretStorage.set(secretPlaceName(place));
}

void SecretVault::moveTo(SecretPlace place, const QStringList &names, QObject *context,
                         const Callback &done)
{
    const std::shared_ptr<SecretStore> from = storeOf(this->place());
    const std::shared_ptr<SecretStore> to = storeOf(place);
    if (from == to) {
        setPlace(place);
        answer(context, done, {});
        return;
    }
    const auto finish = [this, guard = std::weak_ptr(m_alive), place,
                         done](const SecretResult &result) {
        if (result && !guard.expired())
            setPlace(place);
        done(result);
    };
    moveSecrets(from, to, names, context, finish);
}

void SecretVault::read(const QString &name, QObject *context, Callback done)
{
    store().read(name, context, std::move(done));
}

void SecretVault::write(const QString &name, const Secret &secret, QObject *context, Callback done)
{
    const auto decide = [this, guard = std::weak_ptr(m_alive), done](const SecretResult &result) {
        if (result && !guard.expired() && place() == SecretPlace::Undecided)
            setPlace(SecretPlace::Keychain);
        done(result);
    };
    store().write(name, secret, context, decide);
}

void SecretVault::remove(const QString &name, QObject *context, Callback done)
{
    store().remove(name, context, std::move(done));
}

bool SecretVault::isPersistent() const
{
    return place() != SecretPlace::Session;
}

const std::shared_ptr<SecretStore> &SecretVault::storeOf(SecretPlace place)
{
    const SecretPlace real = place == SecretPlace::Undecided ? SecretPlace::Keychain : place;
    std::shared_ptr<SecretStore> &found = m_stores[real];
    if (!found)
        found = m_makeStore(real);
    return found;
}

} // namespace Aura
