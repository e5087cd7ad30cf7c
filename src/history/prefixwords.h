// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace Aura {

class Database;

//! Says "begins with" so that FTS5 can walk from the newest message on.
//!
//! The search index has tables of the words' first 1, 3 and 5 characters (schema.cpp). Of any other
//! beginning FTS5 collects every place of every word that begins so before it gives out the first:
//! of a common one a tenth of a second in a million messages. The words that the index has are few
//! against that, and each, or each of its first three or five characters, is a list that is in
//! order already: `"de"*` becomes `("de" OR "deb"* OR "dec"*)`.
class PrefixWords
{
public:
    //! index: the name of the table.
    PrefixWords(Database &database, const QString &index)
        : m_database(database)
        , m_index(index)
    {}

    //! The condition for what begins as the text does: its last word may go on. Milliseconds where
    //! a word that begins so is in most messages, for all its places are walked to find the next.
    QString expression(const QString &text);

    //! A word's beginning, cut to the length of a table: found at once, with more than was asked
    //! for.
    struct Cut
    {
        QString condition{};
        QString beginning{}; // all of it, as the index folds it
    };

    //! Nothing where expression() costs nothing, where nothing shorter is in a table, and for more
    //! than one word.
    std::optional<Cut> cut(const QString &text);

    //! Whether a word of a text begins so, as the index takes words.
    bool hasBeginning(const QString &text, const QString &beginning);

private:
    //! A word of the index, or what words of it begin with.
    struct Choice
    {
        QString word{};
        bool goesOn = false;
    };

    bool prepare();
    QStringList fold(const QString &text);
    QStringList foldByIndex(const QString &text);
    std::optional<QList<Choice>> choices(const QString &beginning);

    Database &m_database;
    QString m_index;
    bool m_isPrepared = false;
};

} // namespace Aura
