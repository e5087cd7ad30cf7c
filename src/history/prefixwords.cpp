// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/prefixwords.h"

#include "history/database.h"
#include "history/schema.h"
#include "history/wordbeginning.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

// Each costs about 50 µs to find and to open. What has more, is left to FTS5: many words with five
// characters in common are rare ones.
constexpr qsizetype mostChoices = 256;

QString quoted(const QString &words) // of the index: without quotes
{
    return u'"' + words + u'"';
}

//! The table of beginnings next in length; 0: there is none that long.
int tableFor(qsizetype characters)
{
    const auto *const table = std::ranges::lower_bound(indexedBeginnings, characters);
    return table == indexedBeginnings.end() ? 0 : *table;
}

bool hasTable(qsizetype characters)
{
    return std::ranges::count(indexedBeginnings, characters) > 0;
}

//! The longest table of beginnings that are shorter; 0: there is none.
int tableBefore(qsizetype characters)
{
    const auto *const table = std::ranges::lower_bound(indexedBeginnings, characters);
    return table == indexedBeginnings.begin() ? 0 : *(table - 1);
}

QString firstCharacters(const QString &word, qsizetype count)
{
    qsizetype units = 0;
    for (; count > 0 && units < word.size(); --count)
        units += word.at(units).isHighSurrogate() ? 2 : 1;
    return word.first(std::min(units, word.size()));
}

qsizetype charactersOf(const QString &word)
{
    return word.toUcs4().size();
}

} // namespace

//! The index' vocabulary, and a table that takes words apart as the index does; both are this
//! connection's own, in memory.
bool PrefixWords::prepare()
{
    m_isPrepared = m_isPrepared
        || (m_database.run(u"CREATE VIRTUAL TABLE IF NOT EXISTS temp.%1_word"
                           u" USING fts5vocab('main', '%1', 'instance')"_s.arg(m_index))
            && m_database.run(u"CREATE VIRTUAL TABLE IF NOT EXISTS temp.typed USING fts5(text,"
                              u" tokenize='unicode61 remove_diacritics 2')"_s)
            && m_database.run(u"CREATE VIRTUAL TABLE IF NOT EXISTS temp.typed_word"
                              u" USING fts5vocab('temp', 'typed', 'instance')"_s));
    return m_isPrepared;
}

//! The text's words as they stand in the index.
QStringList PrefixWords::fold(const QString &text)
{
    const std::optional<QStringList> words = tokensOf(text);
    return words ? *words : foldByIndex(text);
}

QStringList PrefixWords::foldByIndex(const QString &text)
{
    QStringList words;
    if (!prepare() || !m_database.run(u"INSERT INTO temp.typed(text) VALUES(?)"_s, {text}))
        return {};
    {
        Rows rows = m_database.rows(u"SELECT term FROM temp.typed_word ORDER BY offset"_s);
        while (rows.next())
            words += rows.text(0);
    }
    m_database.run(u"DELETE FROM temp.typed"_s);
    return words;
}

//! Nothing where there are too many.
std::optional<QList<PrefixWords::Choice>> PrefixWords::choices(const QString &beginning)
{
    const int table = tableFor(charactersOf(beginning));
    QList<Choice> found;
    QString from = beginning;
    // The table has a row for each place of a word: the next word is looked up anew.
    const QString next = u"SELECT term FROM temp.%1_word WHERE term >= ? LIMIT 1"_s.arg(m_index);
    while (true) {
        const QString word = m_database.value(next, {from}).toString();
        if (!word.startsWith(beginning))
            return found;
        if (found.size() == mostChoices)
            return {};
        const bool goesOn = table > 0 && charactersOf(word) >= table;
        found.append({goesOn ? firstCharacters(word, table) : word, goesOn});
        from = found.constLast().word + (goesOn ? u"\U0010ffff"_s : u"\x01"_s);
    }
}

QString PrefixWords::expression(const QString &text)
{
    QString doubled = text;
    QString asItIs = quoted(doubled.replace(u'"', u"\"\""_s)) + u'*';
    QStringList words = fold(text);
    if (words.isEmpty() || hasTable(charactersOf(words.constLast())) || !prepare())
        return asItIs;
    const std::optional<QList<Choice>> last = choices(words.takeLast());
    if (!last || last->isEmpty())
        return asItIs;
    QStringList conditions;
    for (const Choice &choice : *last)
        conditions += quoted((words + QStringList{choice.word}).join(u' '))
            + (choice.goesOn ? u"*"_s : QString());
    return u'(' + conditions.join(" OR "_L1) + u')';
}

std::optional<PrefixWords::Cut> PrefixWords::cut(const QString &text)
{
    const QStringList words = fold(text);
    if (words.size() != 1)
        return {};
    const QString &word = words.constFirst();
    const qsizetype characters = charactersOf(word);
    const int table = tableBefore(characters);
    if (table == 0 || hasTable(characters))
        return {};
    return Cut{quoted(firstCharacters(word, table)) + u'*', word};
}

bool PrefixWords::hasBeginning(const QString &text, const QString &beginning)
{
    const WordBeginning::Answer answer = WordBeginning(beginning).in(text);
    return answer == WordBeginning::Answer::Yes
        || (answer == WordBeginning::Answer::Unsure
            && std::ranges::any_of(foldByIndex(text), [&beginning](const QString &word) {
                   return word.startsWith(beginning);
               }));
}

} // namespace Aura
