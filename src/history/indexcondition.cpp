// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/indexcondition.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

IndexCondition::IndexCondition(Database &database, const SearchQuery &query, Index index)
    : m_query(query)
    , m_index(index)
    , m_words(database, index == Index::Messages ? u"message_index"_s : u"title_index"_s)
{
    using enum SearchQuery::Asked;
    m_cut = expression([this](const QString &text, SearchQuery::Asked asked) {
        const auto cut = asked == Unwanted ? std::nullopt : m_words.cut(text);
        if (!cut)
            return m_words.expression(text);
        m_beginnings.append({cut->beginning, asked == Model});
        return cut->condition;
    });
}

const QString &IndexCondition::exact()
{
    if (!m_exact)
        m_exact = isCut() ? expression([this](const QString &text, SearchQuery::Asked) {
            return m_words.expression(text);
        })
                          : m_cut;
    return *m_exact;
}

bool IndexCondition::holds(const QString &text, const QString &model)
{
    return std::ranges::all_of(m_beginnings, [&](const Beginning &beginning) {
        return m_words.hasBeginning(beginning.isOfModel ? model : text, beginning.text);
    });
}

QString IndexCondition::expression(const SearchQuery::Beginning &beginning) const
{
    return m_index == Index::Messages ? m_query.messageExpression(beginning)
                                      : m_query.titleExpression(beginning);
}

} // namespace Aura
