// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/peercertificate.h"

#include <QString>

namespace Aura {

//! What to do about a certificate that nobody vouches for: its SHA-256, and whom to ask.
QString certificateAdvice(const PeerCertificate &certificate);

//! "4A:0C:…": as browsers and openssl write a SHA-256.
QString fingerprintText(const QByteArray &sha256);

} // namespace Aura
