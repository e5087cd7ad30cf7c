// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/linkdefinition.h"

#include <QString>

#include <algorithm>

namespace Aura {

static constexpr qsizetype maxLabel = 999; // characters; the specification's limit
static constexpr qsizetype maxDefinition = 4096;

static bool isPunctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`')
        || (c >= '{' && c <= '~');
}

static bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\v' || c == '\f';
}

namespace {

//! Walks through the text of a definition.
class DefinitionReader
{
public:
    explicit DefinitionReader(QByteArrayView text)
        : m_text(text.first(qMin(text.size(), maxDefinition)))
        , m_cut(text.size() > maxDefinition)
    {}

    DefinitionMatch read();

private:
    using State = DefinitionMatch::State;

    State more() const { return m_cut ? State::No : State::Unfinished; }
    char at(qsizetype i) const { return i < m_text.size() ? m_text[i] : '\0'; }
    bool skipSpacesAndOneLineEnd();
    State readLabel();
    State readDestination();
    State readTitle(qsizetype &i) const;
    bool isLineEnd(qsizetype i) const;
    void end(qsizetype i, State state);

    QByteArrayView m_text;
    bool m_cut;
    qsizetype m_position = 0;
    DefinitionMatch m_match;
};

DefinitionMatch DefinitionReader::read()
{
    m_match.state = readLabel();
    if (m_match.state != State::Whole)
        return m_match;
    if (!skipSpacesAndOneLineEnd())
        return {.state = more()};
    m_match.state = readDestination();
    if (m_match.state != State::Whole)
        return m_match;

    const qsizetype behind = m_position;
    const bool aloneOnLine = isLineEnd(behind);
    if (!skipSpacesAndOneLineEnd()) {
        end(behind, aloneOnLine ? State::MayGrow : State::Whole);
        return m_match;
    }
    qsizetype title = m_position;
    const State titleState = m_position > behind ? readTitle(title) : State::No;
    if (titleState == State::Whole && isLineEnd(title))
        end(title, State::Whole);
    else if (titleState == State::Unfinished && !m_cut)
        end(behind, aloneOnLine ? State::MayGrow : State::Unfinished);
    else
        end(behind, aloneOnLine ? State::Whole : State::No);
    return m_match;
}

//! False: the text ended before anything followed.
bool DefinitionReader::skipSpacesAndOneLineEnd()
{
    for (int lineEnds = 0; m_position < m_text.size() && isSpace(m_text[m_position]);
         ++m_position) {
        if (m_text[m_position] == '\n' && ++lineEnds > 1)
            break;
    }
    return m_position < m_text.size();
}

DefinitionMatch::State DefinitionReader::readLabel()
{
    if (at(0) != '[')
        return State::No;
    bool blank = true;
    for (qsizetype i = 1; i < m_text.size(); ++i) {
        const char c = m_text[i];
        if (c == ']') {
            m_match.label = m_text.sliced(1, i - 1).toByteArray();
            if (blank || QString::fromUtf8(m_match.label).size() > maxLabel)
                return State::No;
            m_position = i + 2;
            if (i + 1 >= m_text.size())
                return State::No; // the line ended without a colon
            return m_text[i + 1] == ':' ? State::Whole : State::No;
        }
        if (c == '[')
            return State::No;
        if (c == '\\' && isPunctuation(at(i + 1)))
            ++i;
        blank = blank && isSpace(c);
    }
    return m_text.size() > 4 * maxLabel ? State::No : more();
}

DefinitionMatch::State DefinitionReader::readDestination()
{
    const qsizetype begin = m_position;
    qsizetype i = begin;
    if (at(i) == '<') {
        for (++i; i < m_text.size() && m_text[i] != '>'; ++i) {
            if (m_text[i] == '<' || m_text[i] == '\n')
                return State::No;
            if (m_text[i] == '\\' && isPunctuation(at(i + 1)))
                ++i;
        }
        if (i >= m_text.size())
            return State::No;
        ++i;
    } else {
        int depth = 0;
        for (; i < m_text.size() && !isSpace(m_text[i]); ++i) {
            const char c = m_text[i];
            if ((c >= 0 && c < 0x20) || c == 0x7f)
                return State::No;
            if (c == '\\' && isPunctuation(at(i + 1)))
                ++i;
            else if (c == '(')
                ++depth;
            else if (c == ')' && --depth < 0)
                return State::No;
        }
        if (depth != 0 || i == begin)
            return State::No;
    }
    m_position = i;
    if (i < m_text.size() && !isSpace(m_text[i]))
        return State::No;
    m_match.destination = m_text.sliced(begin, i - begin).toByteArray();
    return State::Whole;
}

DefinitionMatch::State DefinitionReader::readTitle(qsizetype &i) const
{
    const char open = at(i);
    if (open != '"' && open != '\'' && open != '(')
        return State::No;
    const char close = open == '(' ? ')' : open;
    for (++i; i < m_text.size(); ++i) {
        if (m_text[i] == close) {
            ++i;
            return State::Whole;
        }
        if (open == '(' && m_text[i] == '(')
            return State::No;
        if (m_text[i] == '\\' && isPunctuation(at(i + 1)))
            ++i;
    }
    return State::Unfinished;
}

bool DefinitionReader::isLineEnd(qsizetype i) const
{
    while (i < m_text.size() && isSpace(m_text[i]) && m_text[i] != '\n')
        ++i;
    return i >= m_text.size() || m_text[i] == '\n';
}

void DefinitionReader::end(qsizetype i, State state)
{
    m_match.state = state;
    m_match.lines = int(m_text.first(i).count('\n')) + 1;
}

} // namespace

DefinitionMatch matchDefinition(QByteArrayView text)
{
    return DefinitionReader(text).read();
}

QByteArray normalizedLabel(QByteArrayView label)
{
    const bool isNormal = std::ranges::all_of(
        label, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    if (isNormal)
        return label.toByteArray();
    // Up and down again, so that ẞ, ß and SS are the same: folding alone does not lengthen a text.
    return QString::fromUtf8(label).simplified().toCaseFolded().toUpper().toCaseFolded().toUtf8();
}

void LinkDefinitions::add(const QByteArray &label, const QByteArray &destination)
{
    const QByteArray key = normalizedLabel(label);
    if (m_byKey.contains(key))
        return;
    m_byKey.insert(key, m_definitions.size());
    m_definitions.append({key, label, destination});
}

void LinkDefinitions::truncate(qsizetype size)
{
    while (m_definitions.size() > size)
        m_byKey.remove(m_definitions.takeLast().key);
}

const LinkDefinitions::Definition *LinkDefinitions::find(const QByteArray &key) const
{
    const auto found = m_byKey.constFind(key);
    return found == m_byKey.cend() ? nullptr : &m_definitions.at(*found);
}

} // namespace Aura
