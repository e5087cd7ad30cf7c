// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/prefixwords.h"
#include "history/searchquery.h"

#include <QList>
#include <QString>

#include <optional>

namespace Aura {

class Database;

//! What a search asks one of the two indexes for, in the words of FTS5.
//!
//! Exactly, which may cost milliseconds where a word is typed half (PrefixWords); or with the
//! beginnings cut to what a table of the index has, which costs nothing and finds more: each of
//! those is held against the beginnings then. Of what is common, that is quicker by far.
class IndexCondition
{
public:
    enum class Index { Messages, Titles };

    IndexCondition(Database &database, const SearchQuery &query, Index index);

    bool isEmpty() const { return m_cut.isEmpty(); } // no condition
    //! Whether cut() finds more than exact().
    bool isCut() const { return !m_beginnings.isEmpty(); }
    const QString &cut() const { return m_cut; }
    const QString &exact();

    //! Whether what cut() found is what was asked for; model: of a title's, empty.
    bool holds(const QString &text, const QString &model);

private:
    //! What a word of a text or of a model has to begin with.
    struct Beginning
    {
        QString text{};
        bool isOfModel = false;
    };

    QString expression(const SearchQuery::Beginning &beginning) const;

    const SearchQuery &m_query;
    Index m_index;
    PrefixWords m_words;
    QList<Beginning> m_beginnings;
    QString m_cut;
    std::optional<QString> m_exact;
};

} // namespace Aura
