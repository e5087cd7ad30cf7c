// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Aura {

class Database;

//! Takes away for good what has been in the trash for 30 days.
bool emptyOldTrash(Database &database);

enum class MergeStep { More, Done, Failed };

//! Joins a part of the search index, so that nothing of what was deleted stays in it; some
//! milliseconds a step. What is deleted stays in an FTS5 index until its parts are joined.
MergeStep mergeIndexStep(Database &database);

} // namespace Aura
