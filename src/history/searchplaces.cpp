// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/searchplaces.h"

#include "history/database.h"
#include "history/searchquery.h"
#include "history/wordbeginning.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

bool isSame(const QString &name, const QString &place)
{
    return name.compare(place, Qt::CaseInsensitive) == 0;
}

void addKeys(Database &database, SearchPlaces &places, const QString &sql,
             const QVariantList &values = {})
{
    Rows rows = database.rows(sql, values);
    while (rows.next())
        places.keys.insert(rows.number(0));
}

//! With what is in the folders inside.
void addFolders(Database &database, SearchPlaces &places, const QString &name)
{
    QStringList found;
    {
        Rows rows = database.rows(u"SELECT id, name FROM folder"_s);
        while (rows.next()) {
            if (isSame(rows.text(1), name))
                found += rows.text(0);
        }
    }
    for (const QString &id : std::as_const(found))
        addKeys(database, places,
                u"WITH RECURSIVE inside(id) AS (VALUES(?)"
                u" UNION SELECT folder.id FROM folder JOIN inside ON parent = inside.id)"
                u" SELECT key FROM conversation WHERE folder IN inside"_s,
                {id});
}

//! By the index, for the titles of a hundred thousand conversations are megabytes to read.
void addTitled(Database &database, SearchPlaces &places, const QString &title)
{
    const std::optional<QStringList> words = tokensOf(title);
    const bool isIndexed = words && !words->isEmpty();
    Rows rows = isIndexed
        ? database.rows(u"SELECT key, title FROM conversation WHERE key IN"
                        u" (SELECT rowid FROM title_index WHERE title_index MATCH ?)"_s,
                        {u"title : \"%1\""_s.arg(words->join(u' '))})
        : database.rows(u"SELECT key, title FROM conversation"_s);
    while (rows.next()) {
        if (isSame(rows.text(1), title))
            places.keys.insert(rows.number(0));
    }
}

} // namespace

SearchPlaces findPlaces(Database &database, const SearchQuery &query)
{
    SearchPlaces places{.isLimited = !query.places.isEmpty()};
    for (const QString &place : query.places) {
        if (isSame(place, u"trash"_s)) {
            places.isTrash = true;
            addKeys(database, places,
                    u"SELECT key FROM conversation WHERE trashed_at IS NOT NULL"_s);
        } else if (isSame(place, u"archive"_s)) {
            addKeys(database, places, u"SELECT key FROM conversation WHERE archived = 1"_s);
        } else {
            addFolders(database, places, place);
            addTitled(database, places, place);
        }
    }
    return places;
}

QList<PlaceEnd> endsOf(Database &database, const SearchPlaces &places)
{
    QList<PlaceEnd> ends;
    ends.reserve(places.keys.size());
    Rows rows = database.rows(u"SELECT value, (SELECT max(message.id) FROM message INDEXED BY"
                              u" message_path WHERE conversation = value) FROM json_each(?)"_s,
                              {jsonList(places.keys)});
    while (rows.next())
        ends.append({rows.number(0), rows.number(1)});
    std::ranges::sort(ends, std::ranges::greater(), &PlaceEnd::newest);
    return ends;
}

//! By the ends of the conversations' paths, and of what is beside them: two looks into
//! message_path each.
qint64 newestOf(Database &database, const SearchPlaces &places)
{
    return database
        .value(u"SELECT max(max(ifnull((SELECT id FROM message WHERE conversation = value"
               u" AND seq IS NOT NULL ORDER BY seq DESC LIMIT 1), 0),"
               u" ifnull((SELECT id FROM message WHERE conversation = value AND seq IS NULL"
               u" ORDER BY id DESC LIMIT 1), 0))) FROM json_each(?)"_s,
               {jsonList(places.keys)})
        .toLongLong();
}

} // namespace Aura
