// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace Aura {

class Database;
struct SearchQuery;

//! The conversations of in:, where it was asked for.
struct SearchPlaces
{
    bool isLimited = false;
    bool isTrash = false;
    QSet<qint64> keys{};

    bool contains(qint64 key) const { return !isLimited || keys.contains(key); }

    friend bool operator==(const SearchPlaces &, const SearchPlaces &) = default;
};

SearchPlaces findPlaces(Database &database, const SearchQuery &query);

//! A conversation, and the greatest id of its messages; an import may have them in any order.
struct PlaceEnd
{
    qint64 conversation = 0;
    qint64 newest = 0; // 0: it has none

    friend bool operator==(const PlaceEnd &, const PlaceEnd &) = default;
};

//! The newest first. Reads the conversations' part of message_path.
QList<PlaceEnd> endsOf(Database &database, const SearchPlaces &places);

//! The newest message of all, as the ends of the conversations' paths say.
qint64 newestOf(Database &database, const SearchPlaces &places);

//! A list of keys as SQLite's json_each() reads it; in order, for neighbours share a page.
template<typename Keys> QString jsonList(const Keys &keys)
{
    QList<qint64> sorted(keys.begin(), keys.end());
    std::ranges::sort(sorted);
    QStringList numbers;
    numbers.reserve(sorted.size());
    for (const qint64 key : std::as_const(sorted))
        numbers += QString::number(key);
    return u'[' + numbers.join(u',') + u']';
}

} // namespace Aura
