// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/schema.h"

#include "history/database.h"
#include "history/messageindex.h"

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

// The steps are never changed once a version was released: a new version is a new step.
constexpr std::array firstVersion{
    u"CREATE TABLE folder(id TEXT PRIMARY KEY, parent TEXT REFERENCES folder(id) ON DELETE SET NULL"
    u" DEFERRABLE INITIALLY DEFERRED, name TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0,"
    u" origin TEXT UNIQUE)",

    u"CREATE TABLE conversation(key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
    u" title TEXT NOT NULL DEFAULT '', has_own_title INTEGER NOT NULL DEFAULT 0,"
    u" folder TEXT REFERENCES folder(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,"
    u" pinned INTEGER NOT NULL DEFAULT 0, archived INTEGER NOT NULL DEFAULT 0, trashed_at INTEGER,"
    u" created INTEGER NOT NULL, changed INTEGER NOT NULL, connection TEXT, model TEXT,"
    u" temperature REAL, max_tokens INTEGER, origin TEXT UNIQUE,"
    u" active_child INTEGER NOT NULL DEFAULT 0, system_prompt TEXT)",
    u"CREATE INDEX conversation_changed ON conversation(changed)",
    u"CREATE INDEX conversation_folder ON conversation(folder) WHERE folder IS NOT NULL",

    u"CREATE TABLE place(conversation INTEGER PRIMARY KEY REFERENCES conversation(key)"
    u" ON DELETE CASCADE, draft TEXT NOT NULL DEFAULT '', scroll_message INTEGER,"
    u" scroll_offset INTEGER NOT NULL DEFAULT 0)",

    u"CREATE TABLE message(id INTEGER PRIMARY KEY,"
    u" conversation INTEGER NOT NULL REFERENCES conversation(key) ON DELETE CASCADE,"
    u" seq INTEGER, length INTEGER NOT NULL, parent INTEGER NOT NULL DEFAULT 0,"
    u" active_child INTEGER NOT NULL DEFAULT 0, role TEXT NOT NULL, state TEXT NOT NULL,"
    u" time INTEGER, model TEXT, connection TEXT, prompt_tokens INTEGER,"
    u" completion_tokens INTEGER, connect_ms INTEGER, first_byte_ms INTEGER, total_ms INTEGER,"
    u" error TEXT, parameters TEXT, attachments TEXT, origin TEXT, reasoning TEXT,"
    u" text TEXT NOT NULL)",
    u"CREATE INDEX message_path ON message(conversation, seq, id, length)",
    u"CREATE INDEX message_answering ON message(id) WHERE state = 'answering'",
    u"CREATE UNIQUE INDEX message_origin ON message(conversation, origin) WHERE origin IS NOT NULL",

    u"CREATE TABLE piece(message INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE,"
    u" number INTEGER NOT NULL, reasoning INTEGER NOT NULL, text TEXT NOT NULL,"
    u" PRIMARY KEY(message, number)) WITHOUT ROWID",

    u"CREATE VIRTUAL TABLE message_index USING fts5(text, cjk, model, tags, content='',"
    u" columnsize=0, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')",
    u"CREATE VIRTUAL TABLE title_index USING fts5(title, cjk, content='', columnsize=0,"
    u" prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')",

    u"CREATE TABLE program(name TEXT PRIMARY KEY, value TEXT NOT NULL)",
};

// The search index with other tables of beginnings: see indexedBeginnings and PrefixWords. It joins
// its parts by twos, not by fours, for a search looks each of its words up in each part.
constexpr std::array secondVersion{
    u"DROP TABLE message_index",
    u"DROP TABLE title_index",

    u"CREATE VIRTUAL TABLE message_index USING fts5(text, cjk, model, tags, content='',"
    u" columnsize=0, prefix='1 3 5', tokenize='unicode61 remove_diacritics 2')",
    u"CREATE VIRTUAL TABLE title_index USING fts5(title, cjk, content='', columnsize=0,"
    u" prefix='1 3 5', tokenize='unicode61 remove_diacritics 2')",

    u"INSERT INTO message_index(message_index, rank) VALUES('automerge', 2)",
    u"INSERT INTO title_index(title_index, rank) VALUES('automerge', 2)",
};

bool runAll(Database &database, std::span<const char16_t *const> statements)
{
    return std::ranges::all_of(statements, [&database](const char16_t *statement) {
        return database.run(QString::fromUtf16(statement));
    });
}

bool makeFirstVersion(Database &database)
{
    return runAll(database, firstVersion)
        && database.run(u"PRAGMA application_id = %1"_s.arg(schemaApplicationId));
}

bool makeSecondVersion(Database &database)
{
    return runAll(database, secondVersion) && fillIndex(database);
}

using Step = bool (*)(Database &);

// Step n leads from version n to n + 1.
constexpr std::array<Step, schemaVersion> steps{makeFirstVersion, makeSecondVersion};

bool runSteps(Database &database, int from)
{
    for (int version = from; version < schemaVersion; ++version) {
        if (!steps.at(static_cast<size_t>(version))(database))
            return false;
    }
    return database.run(u"PRAGMA user_version = %1"_s.arg(schemaVersion));
}

} // namespace

int storedSchemaVersion(Database &database)
{
    const QVariant version = database.value(u"PRAGMA user_version"_s);
    return version.isValid() ? version.toInt() : -1;
}

bool migrate(Database &database)
{
    if (!database.run(u"BEGIN IMMEDIATE"_s))
        return false;
    const int version = storedSchemaVersion(database); // now that nobody else writes
    if (version >= 0 && version <= schemaVersion && runSteps(database, version)
        && database.run(u"COMMIT"_s))
        return true;
    const DatabaseError reason = database.error();
    database.run(u"ROLLBACK"_s);
    database.restoreError(reason);
    return false;
}

} // namespace Aura
