// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/searchresult.h"

#include <functional>

namespace Aura {

class Database;

//! Looks for what SearchQuery::parse() makes of the text; see HistoryStore::search(). What is in
//! the trash is found by in:trash alone. isCancelled is asked between two candidates.
SearchResult searchHistory(Database &database, const QString &text, int limit, MessageId before,
                           const std::function<bool()> &isCancelled);

} // namespace Aura
