// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/records.h"

namespace Aura {

//! Makes a list of messages one that the history can keep: ids are unique, a parent stands before
//! its children, among siblings one is active, the system message is one and has no parent. No
//! message is lost. Whether there was nothing to do.
bool mendTree(QList<StoredMessage> &messages);

} // namespace Aura
