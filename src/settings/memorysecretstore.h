// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretstore.h"

#include <QHash>

namespace Aura {

//! Keeps secrets until the program ends.
class MemorySecretStore : public SecretStore
{
public:
    void read(const QString &name, QObject *context, Callback done) override;
    void write(const QString &name, const Secret &secret, QObject *context, Callback done) override;
    void remove(const QString &name, QObject *context, Callback done) override;
    bool isPersistent() const override { return false; }

private:
    QHash<QString, Secret> m_secrets;
};

} // namespace Aura
