// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/searchquery.h"

#include "base/messageids.h"
#include "history/messagerows.h"
#include "history/searchtext.h"

#include <QDate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr qsizetype longestQuery = 1000; // UTF-16 units; nobody types more, and FTS5 nests by words
constexpr qsizetype mostTerms = 32;

//! A word as it was typed, quotes taken away.
struct Word
{
    QString text{};
    QString filter{}; // what stands before its first colon, where a filter may
    bool isQuoted = false;
    bool isExcluded = false;
    bool isLast = false; // nothing behind it, not even a space
};

//! The text up to the closing quote, or to the next space; at is behind it afterwards.
QString takeValue(QStringView text, qsizetype *at, bool *isQuoted)
{
    *isQuoted = *at < text.size() && text.at(*at) == u'"';
    const qsizetype begin = *isQuoted ? *at + 1 : *at;
    qsizetype end = begin;
    while (end < text.size() && (*isQuoted ? text.at(end) != u'"' : !text.at(end).isSpace()))
        ++end;
    *at = std::min(text.size(), *isQuoted ? end + 1 : end);
    return text.sliced(begin, end - begin).toString();
}

//! "role" where the text goes on with "role:"; empty where it is no filter.
QString takeFilter(QStringView text, qsizetype *at)
{
    for (const auto &name : {u"role"_s, u"model"_s, u"in"_s, u"has"_s, u"after"_s, u"before"_s}) {
        const QStringView rest = text.sliced(*at);
        if (rest.startsWith(name, Qt::CaseInsensitive) && rest.size() > name.size() + 1
            && rest.at(name.size()) == u':' && !rest.at(name.size() + 1).isSpace()) {
            *at += name.size() + 1;
            return name;
        }
    }
    return {};
}

QList<Word> wordsOf(QStringView text)
{
    QList<Word> words;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text.at(at).isSpace()) {
            ++at;
            continue;
        }
        Word word;
        word.isExcluded = text.at(at) == u'-' && at + 1 < text.size();
        if (word.isExcluded)
            ++at;
        word.filter = takeFilter(text, &at);
        word.text = takeValue(text, &at, &word.isQuoted);
        word.isLast = at == text.size() && !word.isQuoted;
        words.append(word);
    }
    return words;
}

//! "2026", "2026-02" or "2026-02-03": the first day of it.
QDate dateOf(const QString &text)
{
    for (const auto &format : {u"yyyy-M-d"_s, u"yyyy-M"_s, u"yyyy"_s}) {
        const QDate date = QDate::fromString(text, format);
        if (date.isValid())
            return date;
    }
    return {};
}

std::optional<Role> roleOf(const QString &text)
{
    for (const Role role : {Role::System, Role::User, Role::Assistant}) {
        if (roleName(role).startsWith(text, Qt::CaseInsensitive))
            return role;
    }
    return {};
}

//! Whether the tokenizer of the index would find a word in it.
bool hasToken(QStringView text)
{
    return std::ranges::any_of(text,
                               [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

QString quoted(const QString &text)
{
    QString doubled = text;
    return u'"' + doubled.replace(u'"', u"\"\""_s) + u'"';
}

//! A part of a term that is of one kind: CJK, or not.
struct Part
{
    QString text{};
    bool isCjk = false;
};

QList<Part> partsOf(const QString &text)
{
    QList<Part> parts;
    for (const char32_t character : text.toUcs4()) {
        const bool cjk = isCjk(character);
        if (parts.isEmpty() || parts.constLast().isCjk != cjk)
            parts.append({{}, cjk});
        parts.last().text += QChar::fromUcs4(character);
    }
    return parts;
}

//! One character is the beginning of a pair, more are a phrase of pairs.
QString cjkCondition(const QString &run)
{
    QStringList pairs = cjkTerms(run).split(u' ');
    if (pairs.size() == 1)
        return u"cjk : "_s + quoted(pairs.constFirst()) + u'*';
    pairs.removeLast(); // the last character alone
    return u"cjk : "_s + quoted(pairs.join(u' '));
}

//! A column of the index, and how its words' beginnings are asked for.
struct Column
{
    QString name{};
    SearchQuery::Beginning beginning{};
};

//! A term as a condition on a column and its cjk companion.
QString conditionOf(const SearchTerm &term, const Column &column)
{
    using enum SearchQuery::Asked;
    const SearchQuery::Asked asked = term.isExcluded ? Unwanted : Text;
    QStringList conditions;
    const QList<Part> parts = partsOf(term.text);
    for (const Part &part : parts) {
        if (part.isCjk)
            conditions += cjkCondition(part.text);
        else if (hasToken(part.text)) // Latin letters beside CJK are a part of the same token
            conditions += column.name + u" : "_s
                + (term.isPrefix || parts.size() > 1 ? column.beginning(part.text, asked)
                                                     : quoted(part.text));
    }
    return conditions.size() > 1 ? u'(' + conditions.join(" AND "_L1) + u')'
                                 : conditions.join(u' ');
}

//! All that is wanted, and none of what is not. FTS5 has no NOT of its own: what is only unwanted
//! is no condition.
QString expressionOf(const QList<SearchTerm> &terms, const QStringList &more, const Column &column)
{
    QStringList wanted = more;
    QStringList unwanted;
    for (const SearchTerm &term : terms) {
        const QString condition = conditionOf(term, column);
        if (!condition.isEmpty())
            (term.isExcluded ? unwanted : wanted).append(condition);
    }
    if (wanted.isEmpty())
        return {};
    QString expression = wanted.join(" AND "_L1);
    if (!unwanted.isEmpty())
        expression = u'(' + expression + u") NOT ("_s + unwanted.join(" OR "_L1) + u')';
    return expression;
}

//! False: what it says is no such filter, so it is a word.
bool applyFilter(SearchQuery &query, const Word &word)
{
    if (word.filter == "role"_L1) {
        query.role = roleOf(word.text);
        return query.role.has_value();
    }
    if (word.filter == "has"_L1)
        return query.hasCode = word.text.compare("code"_L1, Qt::CaseInsensitive) == 0;
    if (word.filter == "model"_L1) {
        query.models += word.text;
        return hasToken(word.text);
    }
    if (word.filter == "in"_L1) {
        query.places += word.text;
        return true;
    }
    const QDate date = dateOf(word.text);
    if (date.isValid())
        (word.filter == "after"_L1 ? query.from : query.before) = firstMessageId(date.startOfDay());
    return date.isValid();
}

} // namespace

SearchQuery SearchQuery::parse(const QString &text)
{
    SearchQuery query;
    const QList<Word> words = wordsOf(QStringView(text).first(std::min(text.size(), longestQuery)));
    for (const Word &word : words) {
        if (!word.filter.isEmpty() && applyFilter(query, word))
            continue;
        SearchTerm term{.text = word.text, .isExcluded = word.isExcluded};
        if (!word.filter.isEmpty())
            term.text = word.filter + u' ' + word.text;
        const bool hasStar = !word.isQuoted && term.text.endsWith(u'*');
        if (hasStar)
            term.text.chop(1);
        term.isPrefix = hasStar || (word.isLast && !word.isExcluded);
        const bool isFound = hasToken(term.text)
            || std::ranges::any_of(term.text.toUcs4(), [](uint c) { return isCjk(c); });
        if (isFound && query.terms.size() < mostTerms)
            query.terms.append(term);
    }
    return query;
}

bool SearchQuery::isEmpty() const
{
    const bool isWanted =
        std::ranges::any_of(terms, [](const SearchTerm &term) { return !term.isExcluded; });
    return !isWanted && !isForMessagesOnly() && places.isEmpty();
}

bool SearchQuery::isForMessagesOnly() const
{
    return role || !models.isEmpty() || hasCode || from.isValid() || before.isValid();
}

QString SearchQuery::messageExpression(const Beginning &beginning) const
{
    QStringList conditions;
    if (role)
        conditions += u"tags : "_s + quoted(roleName(*role));
    if (hasCode)
        conditions += u"tags : \"code\""_s;
    for (const QString &model : models)
        conditions += u"model : "_s + beginning(model, Asked::Model);
    return expressionOf(terms, conditions, {u"text"_s, beginning});
}

QString SearchQuery::titleExpression(const Beginning &beginning) const
{
    return isForMessagesOnly() ? QString() : expressionOf(terms, {}, {u"title"_s, beginning});
}

} // namespace Aura
