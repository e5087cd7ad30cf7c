// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretstore.h"

#include <QStringList>

#include <memory>

namespace Aura {

//! Copies secrets from one store to another and, when all are there, removes them from the
//! first. On an error the copies are removed again, and the first store is as it was.
void moveSecrets(const std::shared_ptr<SecretStore> &from, const std::shared_ptr<SecretStore> &to,
                 const QStringList &names, QObject *context, const SecretStore::Callback &done);

} // namespace Aura
