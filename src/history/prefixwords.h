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

    //! The condition for what begins as the text does: its last word may go on.
    QString expression(const QString &text);

private:
    //! A word of the index, or what words of it begin with.
    struct Choice
    {
        QString word{};
        bool goesOn = false;
    };

    bool prepare();
    QStringList fold(const QString &text);
    std::optional<QList<Choice>> choices(const QString &beginning);

    Database &m_database;
    QString m_index;
    bool m_isPrepared = false;
};

} // namespace Aura
