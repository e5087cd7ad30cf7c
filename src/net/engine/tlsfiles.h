// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"

//! What TLS reads from files and from the system; each TLS library of libcurl takes it in its own
//! way.
namespace Aura {

//! Tells a curl easy handle whom to trust: the system's certificates, and those in `caFile` (PEM)
//! where it is not empty.
void applyTrust(void *easy, const QString &caFile);

//! Tells a curl easy handle the client's certificate and key, where there are any: PEM files for
//! OpenSSL; for Schannel one PKCS #12 file without a password, which holds both.
void applyClientCertificate(void *easy, const TlsSettings &settings);

} // namespace Aura
