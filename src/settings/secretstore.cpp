// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/secretstore.h"

#include <QMetaObject>
#include <QObject>

namespace Aura {

SecretStore::~SecretStore() = default;

void SecretStore::answer(QObject *context, const Callback &done, const SecretResult &result)
{
    QMetaObject::invokeMethod(
        context, [done, result] { done(result); }, Qt::QueuedConnection);
}

} // namespace Aura
