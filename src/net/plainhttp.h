// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"
#include "base/providererror.h"

#include <QNetworkProxy>
#include <QUrl>

#include <optional>

//! Keys and cookies on a way where others can read them.
namespace Aura {

//! Who could read what is sent: nobody, people in the same network, or anybody on the way.
enum class Exposure { None, LocalNetwork, Internet };

//! Plain http exposes what goes to another machine; https and this computer expose nothing. A
//! proxy on another machine is one more on the way, also to an address of this computer.
Exposure exposureOf(const QUrl &url, const QNetworkProxy &proxy = QNetworkProxy::NoProxy);

//! Whether the host is in the neighbourhood: a private or link-local address, a name without a
//! dot, or one of the endings that routers and mDNS give out. No name is looked up.
bool isLocalNetwork(const QString &host);

//! Whether its requests carry a key, cookies, or a header that tells who the user is.
bool carriesSecrets(const Connection &connection);

//! Why the connection's requests are not sent: they would show a secret, and the user has not said
//! that they may (Connection::sendsUnencrypted).
std::optional<ProviderError> plainHttpError(const Connection &connection,
                                            const QNetworkProxy &proxy);

} // namespace Aura
