// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historysearch.h"

#include "base/messageids.h"
#include "history/database.h"
#include "history/indexcondition.h"
#include "history/messagerows.h"
#include "history/searchplaces.h"
#include "history/searchsnippet.h"

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int mostTitles = 5;            // above the messages
constexpr int titleCandidates = 1000;    // the conversations made last
constexpr int enoughTitles = 20;         // to choose those that changed last,
constexpr int goodTitles = 100;          // or still better so many
constexpr qsizetype indexedPlaces = 512; // more conversations than that are looked up one by one
constexpr qsizetype firstPlaces = 8;     // those that have the newest messages, then eight times it
constexpr int mostMisses = 500;          // in a row, before the newest of the place is looked up
constexpr int cutCandidates = 500;       // that are held against what was typed, about 1 µs each,
constexpr int cutMisses = 100;           // or of which none is it: then the words are looked up

//! Ids from one on, to before another.
struct IdRange
{
    qint64 from = 0;
    qint64 before = std::numeric_limits<qint64>::max();
};

class Search
{
public:
    // The analyzer takes what IndexCondition's constructor, compiled elsewhere, sets for unset.
    // NOLINTNEXTLINE(clang-analyzer-optin.cplusplus.UninitializedObject)
    Search(Database &database, const QString &text, int limit, MessageId before,
           const std::function<bool()> &isCancelled)
        : m_database(database)
        , m_query(SearchQuery::parse(text))
        , m_places(findPlaces(database, m_query))
        , m_messages(database, m_query, IndexCondition::Index::Messages)
        , m_limit(limit)
        , m_before(before)
        , m_isCancelled(isCancelled)
    {}

    SearchResult run()
    {
        if (m_query.isEmpty())
            return {};
        if (!m_before.isValid())
            addTitles();
        addMessages();
        return std::move(m_result);
    }

private:
    enum class Walk { Ended, Enough, FarAway };

    void addTitles();
    std::optional<QList<qint64>> titlesByCut(IndexCondition &condition);
    void addMessages();
    void addFromFewPlaces(IdRange range);
    Walk addFrom(IdRange range, const QString &tags);
    Walk walkCut(IdRange &range, const QString &condition);
    Walk walk(const QString &condition, IdRange range, Walk patience);
    bool isWanted(qint64 id);
    bool addMessage(qint64 id);

    Database &m_database;
    SearchQuery m_query;
    SearchPlaces m_places;
    IndexCondition m_messages;
    int m_limit;
    int m_found = 0; // messages
    MessageId m_before;
    std::function<bool()> m_isCancelled;
    SearchResult m_result;
};

//! The keys of the titles that begin as was asked; nothing where there may be more.
std::optional<QList<qint64>> Search::titlesByCut(IndexCondition &condition)
{
    QList<qint64> keys;
    int looked = 0;
    Rows rows = m_database.rows(u"SELECT key, conversation.title FROM title_index CROSS JOIN "
                                u"conversation ON key = title_index.rowid"
                                u" WHERE title_index MATCH ? ORDER BY title_index.rowid DESC"_s,
                                {condition.cut()});
    while (keys.size() < goodTitles && !m_isCancelled() && rows.next()) {
        if (++looked > cutCandidates)
            return keys.size() < enoughTitles ? std::nullopt : std::optional(keys);
        if (condition.holds(rows.text(1), {}))
            keys.append(rows.number(0));
    }
    return keys;
}

void Search::addTitles()
{
    IndexCondition condition(m_database, m_query, IndexCondition::Index::Titles);
    if (condition.isEmpty())
        return;
    QString source = u"(SELECT rowid FROM title_index WHERE title_index MATCH ?"
                     u" ORDER BY rowid DESC LIMIT %1)"_s.arg(titleCandidates);
    QVariantList values;
    const auto keys = condition.isCut() ? titlesByCut(condition) : std::nullopt;
    if (keys) {
        source = u"(SELECT value FROM json_each(?))"_s;
        values = {jsonList(*keys)};
    } else {
        values = {condition.exact()};
    }
    QString place;
    if (m_places.isLimited && m_places.keys.size() <= indexedPlaces) {
        place = u" AND key IN (SELECT value FROM json_each(?))"_s;
        values += jsonList(m_places.keys);
    }
    Rows rows = m_database.rows(u"SELECT key, id, title, changed, trashed_at FROM conversation"
                                u" WHERE key IN "_s
                                    + source + place + u" ORDER BY changed DESC"_s,
                                values);
    while (m_result.hits.size() < mostTitles && !m_isCancelled() && rows.next()) {
        if (!m_places.contains(rows.number(0)) || rows.isNull(4) == m_places.isTrash)
            continue;
        const Snippet snippet = makeSnippet(rows.text(2), m_query);
        m_result.hits.append({.conversationId = rows.text(1),
                              .title = rows.text(2),
                              .time = QDateTime::fromMSecsSinceEpoch(rows.number(3), Qt::UTC),
                              .snippet = snippet.text,
                              .marks = snippet.marks});
    }
}

void Search::addMessages()
{
    if (m_places.isLimited && m_places.keys.isEmpty())
        return;
    IdRange range{.from = m_query.from.value};
    for (const MessageId limit : {m_query.before, m_before}) {
        if (limit.isValid())
            range.before = std::min(range.before, limit.value);
    }
    if (m_places.isLimited && m_places.keys.size() <= indexedPlaces)
        addFromFewPlaces(range);
    else
        addFrom(range, {});
}

//! Conversations are terms of the index, and each costs as much as a word: so those come first that
//! have the newest messages, as far back as they alone are concerned.
void Search::addFromFewPlaces(IdRange range)
{
    const QList<PlaceEnd> ends = endsOf(m_database, m_places);
    Walk end = Walk::Ended;
    for (qsizetype count = 0; end != Walk::Enough && count < ends.size() && !m_isCancelled();) {
        count = std::min(std::max(firstPlaces, 8 * count), ends.size());
        IdRange part = range;
        if (count < ends.size())
            part.from = std::max(range.from, ends.at(count).newest + 1);
        QStringList tags;
        for (const PlaceEnd &place : ends.first(count))
            tags += u"\"c%1\""_s.arg(place.conversation);
        end = addFrom(part, u"tags : ("_s + tags.join(" OR "_L1) + u')');
        range.before = std::min(range.before, part.from);
    }
}

Search::Walk Search::addFrom(IdRange range, const QString &tags)
{
    const auto joined = [&tags](const QString &condition) {
        if (condition.isEmpty() || tags.isEmpty())
            return condition + tags;
        return u'(' + condition + u") AND "_s + tags;
    };
    if (m_messages.isCut()) {
        if (const Walk end = walkCut(range, joined(m_messages.cut())); end != Walk::FarAway)
            return end;
    }
    const QString condition = joined(m_messages.exact());
    const Walk end = walk(condition, range, Walk::FarAway);
    if (end != Walk::FarAway)
        return end;
    // Nothing of the place is among the newest: begin with its own newest.
    range.before = std::min(range.before, newestOf(m_database, m_places) + 1);
    return walk(condition, range, Walk::Ended);
}

//! By the beginnings that are in tables. FarAway: what was typed is rare among them; the range is
//! what was not looked at.
Search::Walk Search::walkCut(IdRange &range, const QString &condition)
{
    int looked = 0;
    int kept = 0;
    Rows rows = m_database.rows(
        u"SELECT message.id, message.text, message.model FROM message_index"
        u" CROSS JOIN message ON message.id = message_index.rowid WHERE message_index MATCH ?"
        u" AND message_index.rowid < ? AND message_index.rowid >= ?"
        u" ORDER BY message_index.rowid DESC"_s,
        {condition, range.before, range.from});
    while (!m_isCancelled() && rows.next()) {
        if (looked == cutCandidates || (kept == 0 && looked == cutMisses))
            return Walk::FarAway;
        ++looked;
        const qint64 id = rows.number(0);
        const bool isHeld = m_messages.holds(rows.text(1), rows.text(2));
        if (isHeld && m_found == m_limit) {
            m_result.isWhole = false;
            return Walk::Enough;
        }
        range.before = id;
        if (isHeld && addMessage(id))
            ++kept;
    }
    return Walk::Ended;
}

//! What the index finds is what was asked for, but for the place. FarAway where patience says so,
//! and nothing of the place was found.
Search::Walk Search::walk(const QString &condition, IdRange range, Walk patience)
{
    QVariantList values{range.before, range.from};
    QString sql = u"SELECT id FROM message WHERE id < ? AND id >= ? AND state <> 'answering'"
                  u" ORDER BY id DESC"_s;
    if (!condition.isEmpty()) {
        values.prepend(condition);
        sql = u"SELECT rowid FROM message_index WHERE message_index MATCH ?"
              u" AND rowid < ? AND rowid >= ? ORDER BY rowid DESC"_s;
    }
    Rows rows = m_database.rows(sql, values);
    int misses = 0;
    while (!m_isCancelled() && rows.next()) {
        if (m_found == m_limit) {
            m_result.isWhole = false;
            return Walk::Enough;
        }
        if (!addMessage(rows.number(0)) && patience == Walk::FarAway && m_places.isLimited
            && m_found == 0 && ++misses == mostMisses)
            return Walk::FarAway;
    }
    return Walk::Ended;
}

//! Whether a message is where it was asked for: known before its text is read.
bool Search::isWanted(qint64 id)
{
    return !m_places.isLimited
        || m_places.contains(
            m_database.value(u"SELECT conversation FROM message WHERE id = ?"_s, {id})
                .toLongLong());
}

//! False where the message is in the trash, or not where it was asked for.
bool Search::addMessage(qint64 id)
{
    if (!isWanted(id))
        return false;
    Rows rows = m_database.rows(
        u"SELECT key, conversation.id, title, trashed_at, role, time, text"
        u" FROM message JOIN conversation ON key = message.conversation WHERE message.id = ?"_s,
        {id});
    if (!rows.next() || rows.isNull(3) == m_places.isTrash)
        return false;
    const Snippet snippet = makeSnippet(rows.text(6), m_query);
    m_result.hits.append({.conversationId = rows.text(1),
                          .title = rows.text(2),
                          .message = {id},
                          .role = roleFromName(rows.text(4)),
                          .time = rows.isNull(5)
                              ? timeOfMessageId({id}) // an import that does not say
                              : QDateTime::fromMSecsSinceEpoch(rows.number(5), Qt::UTC),
                          .snippet = snippet.text,
                          .marks = snippet.marks});
    ++m_found;
    return true;
}

} // namespace

SearchResult searchHistory(Database &database, const QString &text, int limit, MessageId before,
                           const std::function<bool()> &isCancelled)
{
    // One transaction: what is written meanwhile does not come between two statements, and each is
    // spared one of its own.
    const bool isBegun = database.run(u"BEGIN"_s);
    SearchResult result = Search(database, text, limit, before, isCancelled).run();
    const DatabaseError error = database.error();
    if (isBegun)
        database.run(u"COMMIT"_s);
    database.restoreError(error);
    return result;
}

} // namespace Aura
