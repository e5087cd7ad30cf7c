// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/searchresult.h"

namespace Aura {

struct SearchQuery;

//! A line out of a text, and what of it was found.
struct Snippet
{
    QString text{};
    QList<TextRange> marks{};

    friend bool operator==(const Snippet &, const Snippet &) = default;
};

//! The line around the first place of a text where one of the words of a query stands, about 160
//! characters; the text's beginning where none is found. Words are found as the index finds them:
//! without regard to case and diacritics.
Snippet makeSnippet(const QString &text, const SearchQuery &query);

} // namespace Aura
