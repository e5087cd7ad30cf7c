// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/providererror.h"

#include <QString>

namespace Aura {

//! The words for people about a failed reply: what happened, why as far as is known.
//! Plain text in the user's language; may carry text that a server sent, never a key.
QString errorSentence(const ProviderError &error);

//! What to do about it, one sentence; empty where there is nothing better than trying again.
QString errorAdvice(const ProviderError &error);

//! The technical text, a fact a line, to copy into a letter to whoever runs the server: the
//! sentence, the kind, the host, the status, the server's own words, the program. Plain text, never
//! a key.
QString errorDetails(const ProviderError &error);

} // namespace Aura
