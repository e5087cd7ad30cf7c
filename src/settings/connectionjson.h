// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"

#include <QJsonObject>
#include <QStringList>

namespace Aura {

//! The name of a kind of server in files and on the command line: "aura".
QString serverKindName(ServerKind kind);
std::optional<ServerKind> serverKindFromName(const QString &name);

//! The name of a type of proxy in files: "" is as in Network.
QString proxyTypeName(ProxyType type);
std::optional<ProxyType> proxyTypeFromName(const QString &name);

//! A connection as it is kept in the file of connections, without its secrets.
QJsonObject connectionToJson(const Connection &connection);

//! Reads connectionToJson(). A value that is missing reads as its default; so does a value that
//! makes no sense, and its name goes to \a problems. No value ever goes there.
Connection connectionFromJson(const QJsonObject &json, QStringList &problems);

} // namespace Aura
