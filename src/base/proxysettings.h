// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QMetaType>
#include <QString>

namespace Aura {

enum class ProxyType {
    AsInNetwork, // a connection's: what the Network page says
    None,
    System,
    Http,
    Socks5,
};

//! Through which proxy bytes travel, as the user entered it.
struct ProxySettings
{
    ProxyType type = ProxyType::None;
    QString host{};
    int port = 0; // 1…65535
    QString user{};
    Secret password{};

    friend bool operator==(const ProxySettings &, const ProxySettings &) = default;
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::ProxySettings)
