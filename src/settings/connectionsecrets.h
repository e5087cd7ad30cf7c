// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"

#include <QStringList>

namespace Aura {

//! What of a connection is secret: the key, the cookies, the values of headers, the proxy's
//! password and a password in the address. They are kept together, as one secret of JSON.

//! The names of the secrets that a connection has, for people who read the file: "key".
QStringList secretNames(const Connection &connection);

//! All of them as one secret; empty where there are none.
Secret packSecrets(const Connection &connection);

//! The connection with the secrets of packSecrets(); what was garbled stays empty.
Connection withSecrets(Connection connection, const Secret &packed);

//! The connection as it may stand in a file that anybody reads: headers keep their names.
Connection withoutSecrets(Connection connection);

} // namespace Aura
