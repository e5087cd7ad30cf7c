// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"

#include <memory>

class QNetworkAccessManager;

namespace Aura {

class ChatProvider;

//! The provider that speaks the connection's protocol; the manager must outlive it. Null for the
//! protocols that this version does not speak.
std::unique_ptr<ChatProvider> makeProvider(QNetworkAccessManager &network,
                                           const Connection &connection);

} // namespace Aura
