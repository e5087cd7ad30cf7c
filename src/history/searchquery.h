// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace Aura {

//! A word or a phrase that is looked for.
struct SearchTerm
{
    QString text{};
    bool isPrefix = false; // words that begin so are found too
    bool isExcluded = false;

    friend bool operator==(const SearchTerm &, const SearchTerm &) = default;
};

//! What somebody typed into the search field, taken apart.
//!
//! Words are found in any order, "in quotes" as a phrase, with -word none that has it, with word*
//! what begins so, as the last word does while it is typed. role:user, model:qwen, in:"A folder",
//! has:code, after:2026-02 and before:2026-03-15 (days of the user's time zone; before leaves the
//! day itself out) narrow it down. What is no filter is a word.
struct SearchQuery
{
    //! Where a beginning is looked for: in a message's text, or a title; in the model; or in what
    //! is not wanted.
    enum class Asked { Text, Model, Unwanted };

    //! How FTS5 is asked for what begins as a text does.
    using Beginning = std::function<QString(const QString &text, Asked asked)>;

    QList<SearchTerm> terms{};
    std::optional<Role> role{};
    QStringList models{};
    QStringList places{}; // of in: a folder, or a conversation's title, "archive", "trash"
    bool hasCode = false;
    MessageId from{}; // ids of after: and before:; invalid: no limit
    MessageId before{};

    static SearchQuery parse(const QString &text);

    bool isEmpty() const;
    //! Whether it asks for something that only messages have.
    bool isForMessagesOnly() const;

    //! For FTS5's MATCH on message_index, on the text and what stands beside it; empty: no
    //! condition.
    QString messageExpression(const Beginning &beginning) const;
    //! For MATCH on title_index, on the words alone; empty: titles are not looked for.
    QString titleExpression(const Beginning &beginning) const;

    friend bool operator==(const SearchQuery &, const SearchQuery &) = default;
};

} // namespace Aura
