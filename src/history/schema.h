// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace Aura {

class Database;

//! PRAGMA user_version of the files that this program writes; SCHEMA.md describes it.
inline constexpr int schemaVersion = 2;

//! PRAGMA application_id: "Aura".
inline constexpr int schemaApplicationId = 0x41757261;

//! The lengths, in characters, of the words' beginnings that the search index has tables of.
inline constexpr std::array indexedBeginnings{1, 3, 5};

//! The version that a file says; 0: it is new; negative: it cannot be read.
int storedSchemaVersion(Database &database);

//! Brings a file of this version or an earlier one to schemaVersion, in one transaction: it is done
//! or nothing has changed. False: see the database's error.
bool migrate(Database &database);

} // namespace Aura
