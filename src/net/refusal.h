// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/providererror.h"

#include <QByteArray>
#include <QDateTime>

//! What a server's refusal means beyond its status, as far as servers' habits tell. Pure.
namespace Aura {

//! Makes the cause finer by the JSON of a refusal's body: the model that is not there, the context
//! that is too small, and how many tokens there are. Does nothing for other bodies.
void refineByBody(ProviderError &error, const QByteArray &body);

//! The same by the error's detail alone, where it stood inside a stream.
void refineByDetail(ProviderError &error);

//! How long a "Retry-After" header (RFC 9110: seconds, or a date) asks to wait; 0: it makes no
//! sense, or the time has passed.
std::chrono::milliseconds retryAfter(const QByteArray &header, const QDateTime &now);

} // namespace Aura
