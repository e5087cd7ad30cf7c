// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/completion.h"

#include <QStringList>

namespace Aura {

//! What else is to be known about a reply, a sentence each: another model answered, parts could not
//! be read, a tool was to be called. Plain text in the user's language; may carry a server's words.
QStringList replyNotes(const Completion &completion);

} // namespace Aura
