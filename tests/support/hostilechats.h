// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"
#include "support/faultserver.h"

#include <QByteArray>
#include <QList>

namespace Aura {

//! A server that means harm, as an answer to a question of one kind of provider.
struct HostileChat
{
    QByteArray name{}; // "line-of-10-mb"
    FaultServer::Behaviour behaviour{};
    bool ends = true; // within seconds, by the server or by our limits
};

QList<HostileChat> hostileChats(ServerKind kind);

//! Adds them all, for all kinds of servers; hostileBase() says where.
void addHostileChats(FaultServer &server);

//! The path that is a connection's base URL, to be asked that way.
QByteArray hostileBase(ServerKind kind, const QByteArray &name);

} // namespace Aura
