// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/memorysecretstore.h"

namespace Aura {

void MemorySecretStore::read(const QString &name, QObject *context, Callback done)
{
    const auto found = m_secrets.constFind(name);
    if (found == m_secrets.constEnd())
        answer(context, done, {.status = SecretStatus::NotFound});
    else
        answer(context, done, {.secret = *found});
}

void MemorySecretStore::write(const QString &name, const Secret &secret, QObject *context,
                              Callback done)
{
    m_secrets.insert(name, secret);
    answer(context, done, {});
}

void MemorySecretStore::remove(const QString &name, QObject *context, Callback done)
{
    m_secrets.remove(name);
    answer(context, done, {});
}

} // namespace Aura
