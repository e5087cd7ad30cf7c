// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/searchresult.h"

#include <QAbstractListModel>
#include <QFuture>

#include <functional>

namespace Aura {

//! What was found in the history, titles first, then messages, the newest first. More is asked for
//! as the list is scrolled.
class SearchResults : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole {
        TitleRole = Qt::UserRole + 1, // QString, the conversation's
        SnippetRole,                  // QString; empty where the title was found
        MarksRole,                    // QList<Aura::TextRange>, in the snippet, or in the title
        TimeRole,                     // QDateTime, UTC
        HitRole,                      // Aura::SearchHit
    };

    //! As HistoryStore::search().
    using Search =
        std::function<QFuture<SearchResult>(const QString &query, int limit, MessageId before)>;

    explicit SearchResults(Search search, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    //! Looks for something else; what still runs is given up. A blank query finds nothing.
    void setQuery(const QString &query);
    QString query() const { return m_query; }
    bool isSearching() const { return m_isSearching; }

    const SearchHit &hitAt(int row) const { return m_hits.at(row); }

signals:
    //! An answer to setQuery() has come.
    void found();

private:
    void ask(MessageId before);
    void take(const SearchResult &result, bool isFirst);

    Search m_search;
    QString m_query;
    QList<SearchHit> m_hits;
    QFuture<SearchResult> m_running;
    int m_asked = 0; // counts the questions; an answer to an older one is late
    bool m_isWhole = true;
    bool m_isSearching = false;
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::SearchHit)
