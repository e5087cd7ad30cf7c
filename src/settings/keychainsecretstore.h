// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretstore.h"

namespace Aura {

//! Keeps secrets in the key store of the system: through QtKeychain (Secret Service, KWallet,
//! Keychain) under the service "aura", on Windows in the Credential Manager under "aura/NAME".
//! Never falls back to an unsafe place by itself. In a program built without QtKeychain for a
//! system other than Windows every answer is Unavailable.
class KeychainSecretStore : public SecretStore
{
public:
    void read(const QString &name, QObject *context, Callback done) override;
    void write(const QString &name, const Secret &secret, QObject *context, Callback done) override;
    void remove(const QString &name, QObject *context, Callback done) override;
    bool isPersistent() const override { return true; }
};

} // namespace Aura
