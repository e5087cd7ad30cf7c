// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"

namespace Aura {

//! Sets everything about TLS on a curl easy handle: versions from 1.2, the system's certificates
//! and the connection's own file, a client certificate.
//!
//! A pinned public key decides alone: neither who signed the certificate nor its name nor its
//! dates matter then, so that a self-signed server can be trusted, and only that one.
void applyTlsOptions(void *easy, const TlsSettings &settings);

} // namespace Aura
