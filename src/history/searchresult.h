// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

namespace Aura {

//! A part of a text, in UTF-16 units.
struct TextRange
{
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const TextRange &, const TextRange &) = default;
};

//! A message, or a conversation's title, that was found.
struct SearchHit
{
    QString conversationId{};
    QString title{};
    MessageId message{}; // invalid: the title was found
    Role role = Role::User;
    QDateTime time{};         // UTC; of a title: when the conversation changed
    QString snippet{};        // one line around the first place that was found
    QList<TextRange> marks{}; // what was found, in the snippet

    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

//! What was found: first the titles, then the messages, each the newest first.
struct SearchResult
{
    QList<SearchHit> hits{};
    bool isWhole = true; // false: there are older messages; ask on from the last one's id

    friend bool operator==(const SearchResult &, const SearchResult &) = default;
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::SearchResult)
