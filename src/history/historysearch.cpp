// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historysearch.h"

#include "base/messageids.h"
#include "history/database.h"
#include "history/messagerows.h"
#include "history/prefixwords.h"
#include "history/searchquery.h"
#include "history/searchsnippet.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int mostTitles = 5;            // above the messages
constexpr int titleCandidates = 1000;    // the conversations made last
constexpr qsizetype indexedPlaces = 512; // more conversations than that are looked up one by one
constexpr int mostMisses = 500;          // in a row, before the newest of the place is looked up

//! The conversations of in:, where it was asked for.
struct Places
{
    bool isLimited = false;
    bool isTrash = false;
    QSet<qint64> keys{};

    bool contains(qint64 key) const { return !isLimited || keys.contains(key); }
};

void addKeys(Database &database, Places &places, const QString &sql, const QVariantList &values)
{
    Rows rows = database.rows(sql, values);
    while (rows.next())
        places.keys.insert(rows.number(0));
}

Places findPlaces(Database &database, const SearchQuery &query)
{
    Places places{.isLimited = !query.places.isEmpty()};
    for (const QString &place : query.places) {
        if (place.compare("trash"_L1, Qt::CaseInsensitive) == 0) {
            places.isTrash = true;
            addKeys(database, places,
                    u"SELECT key FROM conversation WHERE trashed_at IS NOT NULL"_s, {});
        } else if (place.compare("archive"_L1, Qt::CaseInsensitive) == 0) {
            addKeys(database, places, u"SELECT key FROM conversation WHERE archived = 1"_s, {});
        } else {
            addKeys(database, places,
                    u"WITH RECURSIVE inside(id) AS (SELECT id FROM folder WHERE name LIKE ?"
                    u" UNION SELECT folder.id FROM folder JOIN inside ON parent = inside.id)"
                    u" SELECT key FROM conversation WHERE folder IN inside"_s,
                    {place});
            addKeys(database, places, u"SELECT key FROM conversation WHERE title LIKE ?"_s,
                    {place});
        }
    }
    return places;
}

class Search
{
public:
    Search(Database &database, const QString &text, int limit, MessageId before,
           const std::function<bool()> &isCancelled)
        : m_database(database)
        , m_query(SearchQuery::parse(text))
        , m_places(findPlaces(database, m_query))
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
    void addTitles();
    void addMessages();
    enum class Walk { Near, FarAway };
    Walk walk(const QString &sql, const QVariantList &values, Walk patience = Walk::FarAway);
    qint64 newestOfPlaces();
    QString expression();
    bool isWanted(qint64 id);
    bool addMessage(qint64 id);

    Database &m_database;
    SearchQuery m_query;
    Places m_places;
    int m_limit;
    MessageId m_before;
    std::function<bool()> m_isCancelled;
    SearchResult m_result;
};

void Search::addTitles()
{
    PrefixWords words(m_database, u"title_index"_s);
    const QString expression =
        m_query.titleExpression([&words](const QString &text) { return words.expression(text); });
    if (expression.isEmpty())
        return;
    Rows rows = m_database.rows(
        u"SELECT key, id, title, changed, trashed_at FROM conversation WHERE key IN"
        u" (SELECT rowid FROM title_index WHERE title_index MATCH ? ORDER BY rowid DESC LIMIT ?)"
        u" ORDER BY changed DESC"_s,
        {expression, titleCandidates});
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

//! The words and filters, and the conversations where they are few.
QString Search::expression()
{
    PrefixWords words(m_database, u"message_index"_s);
    QString expression =
        m_query.messageExpression([&words](const QString &text) { return words.expression(text); });
    if (!m_places.isLimited || m_places.keys.size() > indexedPlaces)
        return expression;
    QStringList keys;
    for (const qint64 key : std::as_const(m_places.keys))
        keys += u"\"c%1\""_s.arg(key);
    const QString places = u"tags : ("_s + keys.join(" OR "_L1) + u')';
    return expression.isEmpty() ? places : u'(' + expression + u") AND "_s + places;
}

void Search::addMessages()
{
    if (m_places.isLimited && m_places.keys.isEmpty())
        return;
    constexpr qint64 last = std::numeric_limits<qint64>::max();
    qint64 before = m_query.before.isValid() ? m_query.before.value : last;
    if (m_before.isValid())
        before = std::min(before, m_before.value);
    const QString condition = expression();
    QVariantList values{before, m_query.from.value};
    QString sql = u"SELECT id FROM message WHERE id < ? AND id >= ? AND state <> 'answering'"
                  u" ORDER BY id DESC"_s;
    if (!condition.isEmpty()) {
        values.prepend(condition);
        sql = u"SELECT rowid FROM message_index WHERE message_index MATCH ?"
              u" AND rowid < ? AND rowid >= ? ORDER BY rowid DESC"_s;
    }
    const qsizetype beforeIndex = condition.isEmpty() ? 0 : 1;
    if (walk(sql, values) == Walk::FarAway) {
        // Nothing of the place is among the newest: begin with its own newest.
        values[beforeIndex] = std::min(before, newestOfPlaces() + 1);
        walk(sql, values, Walk::Near);
    }
}

Search::Walk Search::walk(const QString &sql, const QVariantList &values, Walk patience)
{
    Rows rows = m_database.rows(sql, values);
    int misses = 0;
    for (int found = 0; !m_isCancelled() && rows.next();) {
        if (found == m_limit) {
            m_result.isWhole = false;
            return Walk::Near;
        }
        if (addMessage(rows.number(0)))
            ++found;
        else if (patience == Walk::FarAway && m_places.isLimited && found == 0
                 && ++misses == mostMisses)
            return Walk::FarAway;
    }
    return Walk::Near;
}

//! By the ends of the conversations' paths, and of what is beside them: two looks into
//! message_path each.
qint64 Search::newestOfPlaces()
{
    QJsonArray keys;
    for (const qint64 key : std::as_const(m_places.keys))
        keys.append(key);
    return m_database
        .value(u"SELECT max(max(ifnull((SELECT id FROM message WHERE conversation = value"
               u" AND seq IS NOT NULL ORDER BY seq DESC LIMIT 1), 0),"
               u" ifnull((SELECT id FROM message WHERE conversation = value AND seq IS NULL"
               u" ORDER BY id DESC LIMIT 1), 0))) FROM json_each(?)"_s,
               {QString::fromUtf8(QJsonDocument(keys).toJson(QJsonDocument::Compact))})
        .toLongLong();
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
    return true;
}

} // namespace

SearchResult searchHistory(Database &database, const QString &text, int limit, MessageId before,
                           const std::function<bool()> &isCancelled)
{
    return Search(database, text, limit, before, isCancelled).run();
}

} // namespace Aura
