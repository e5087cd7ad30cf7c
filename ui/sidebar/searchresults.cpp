// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/searchresults.h"

#include "base/whenfinished.h"

#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int pageSize = 50;

} // namespace

SearchResults::SearchResults(Search search, QObject *parent)
    : QAbstractListModel(parent)
    , m_search(std::move(search))
{}

int SearchResults::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant SearchResults::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SearchHit &hit = m_hits.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return hit.title;
    case Qt::AccessibleDescriptionRole:
        return QLocale().toString(hit.time.toLocalTime(), QLocale::ShortFormat) + u": "_s
            + hit.snippet;
    case SnippetRole: return hit.message.isValid() ? hit.snippet : QString();
    case MarksRole: return QVariant::fromValue(hit.marks);
    case TimeRole: return hit.time;
    case HitRole: return QVariant::fromValue(hit);
    default: return {};
    }
}

void SearchResults::setQuery(const QString &query)
{
    const QString wanted = query.trimmed();
    if (wanted == m_query)
        return;
    m_query = wanted;
    m_running.cancel();
    ++m_asked;
    m_isSearching = false;
    if (!m_query.isEmpty())
        ask({});
    else
        take({}, true);
}

void SearchResults::ask(MessageId before)
{
    m_isSearching = true;
    m_running = m_search(m_query, pageSize, before);
    whenFinished(m_running, this,
                 [this, asked = m_asked, isFirst = !before.isValid()](const SearchResult &answer) {
                     if (asked != m_asked)
                         return;
                     m_isSearching = false;
                     take(answer, isFirst);
                 });
}

void SearchResults::take(const SearchResult &result, bool isFirst)
{
    if (isFirst) {
        beginResetModel();
        m_hits = result.hits;
        m_isWhole = result.isWhole;
        endResetModel();
        emit found();
        return;
    }
    m_isWhole = result.isWhole || result.hits.isEmpty();
    if (result.hits.isEmpty())
        return;
    const int count = int(m_hits.size());
    beginInsertRows({}, count, count + int(result.hits.size()) - 1);
    m_hits += result.hits;
    endInsertRows();
}

bool SearchResults::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isWhole && !m_isSearching && !m_hits.isEmpty()
        && m_hits.constLast().message.isValid();
}

void SearchResults::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(m_hits.constLast().message);
}

} // namespace Aura
