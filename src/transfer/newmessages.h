// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importedconversation.h"

namespace Aura {

//! What a file has of a conversation that the one which is here has not.
//!
//! A message of the file is here where one has its id, in a file of Aura's own, or says the same
//! below the same message. The others are new, with parents that are here or new too: what was
//! edited comes beside what it was. A new one is active where it goes on from the end of a path;
//! what is shown of the rest stays as it is. System messages are left out.
QList<StoredMessage> newMessages(const QList<StoredMessage> &known,
                                 const ImportedConversation &imported);

} // namespace Aura
