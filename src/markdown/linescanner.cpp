// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/linescanner.h"

#include <algorithm>

namespace Aura {

static constexpr qsizetype longestExpression =
    160; // an attempt is given up after so many characters

CodeState LineScanner::scan()
{
    while (m_firstPlace < m_line.size() && m_line[m_firstPlace].isSpace())
        ++m_firstPlace;
    if (m_language.mode == CodeLanguage::Mode::Diff)
        scanDiff();
    else if (m_language.mode == CodeLanguage::Mode::Markup)
        scanMarkup();
    else
        scanCode();
    return m_state;
}

void LineScanner::add(qsizetype begin, TokenKind kind)
{
    if (m_tokens && kind != TokenKind::Plain && m_at > begin)
        m_tokens->append({begin, m_at - begin, kind});
    if (m_at > begin)
        m_previous = m_line[m_at - 1];
}

//! Goes on with what the line before left open; false: nothing is open (any more).
bool LineScanner::goOn()
{
    if (m_state.open >= firstString && m_state.open < inTag) {
        const qsizetype index = m_state.open - firstString;
        return index < m_language.strings.size() && goOnString(m_language.strings[index], m_at);
    }
    const qsizetype index = m_state.open - firstComment;
    return index >= 0 && index < m_language.comments.size()
        && goOnComment(m_language.comments[index], m_at);
}

void LineScanner::scanCode()
{
    if (m_state.open != 0)
        goOn();
    while (m_at < m_line.size()) {
        const QChar c = m_line[m_at];
        if (c.isSpace()) {
            ++m_at;
        } else if (startComment() || startSection() || startPreprocessor() || startString()
                   || startRegularExpression() || startPrefixed()) {
            continue;
        } else if (c.isDigit()
                   || (c == u'.' && at(m_at + 1).isDigit() && !isWordStart(m_previous)
                       && m_previous != u'.')) {
            readNumber();
        } else if (isWordStart(c)) {
            readWord();
        } else {
            m_previous = c;
            ++m_at;
        }
    }
}

bool LineScanner::startsWith(const Delimiters &delimiters) const
{
    if (m_line[m_at] != delimiters.begin[0] || !m_line.sliced(m_at).startsWith(delimiters.begin))
        return false;
    if (delimiters.atLineStart)
        return m_at == 0;
    return !delimiters.afterSpace || m_at == 0 || m_line[m_at - 1].isSpace()
        || m_line[m_at - 1] == u';';
}

bool LineScanner::startComment()
{
    for (qsizetype i = 0; i < m_language.comments.size(); ++i) {
        const Delimiters &comment = m_language.comments[i];
        if (!startsWith(comment))
            continue;
        const qsizetype begin = m_at;
        m_at += comment.begin.size();
        m_state = {.open = quint8(firstComment + i), .depth = 1};
        goOnComment(comment, begin);
        return true;
    }
    return false;
}

bool LineScanner::goOnComment(const Delimiters &comment, qsizetype begin)
{
    if (comment.end.isEmpty()) {
        m_at = m_line.size();
        m_state = {};
    }
    while (m_state.open != 0 && m_at < m_line.size()) {
        const QStringView rest = m_line.sliced(m_at);
        if (rest.startsWith(comment.end)) {
            m_at += comment.end.size();
            if (--m_state.depth == 0)
                m_state = {};
        } else if (comment.nested && m_state.depth < 255 && rest.startsWith(comment.begin)) {
            m_at += comment.begin.size();
            ++m_state.depth;
        } else {
            ++m_at;
        }
    }
    const QChar previous = m_previous;
    add(begin, TokenKind::Comment);
    m_previous = previous;
    return m_state.open != 0;
}

bool LineScanner::startString()
{
    for (qsizetype i = 0; i < m_language.strings.size(); ++i) {
        const Delimiters &string = m_language.strings[i];
        if (!startsWith(string))
            continue;
        const qsizetype begin = m_at;
        m_at += string.begin.size();
        m_state = {.open = quint8(firstString + i), .depth = 1};
        goOnString(string, begin);
        const bool escapes = at(begin + string.begin.size()) == string.escape;
        const qsizetype longest = escapes ? string.longest : 4; // one character in quotes
        if (string.longest > 0 && (m_state.open != 0 || m_at - begin > longest)) {
            m_state = {};
            m_at = begin + string.begin.size();
            m_previous = m_line[begin];
            return true;
        }
        const bool isKey = m_state.open == 0 && isKeyEndNext();
        add(begin, isKey ? TokenKind::Attribute : TokenKind::String);
        if (!string.multiline)
            m_state = {};
        return true;
    }
    return false;
}

bool LineScanner::goOnString(const Delimiters &string, qsizetype begin)
{
    const qsizetype last =
        string.longest > 0 ? qMin(m_line.size(), begin + string.longest + 1) : m_line.size();
    const bool isNew = begin < m_at;
    while (m_at < last) {
        if (!string.escape.isNull() && m_line[m_at] == string.escape && at(m_at + 1) != QChar()) {
            m_at += 2;
        } else if (m_line[m_at] == string.end[0] && m_line.sliced(m_at).startsWith(string.end)) {
            m_at += string.end.size();
            m_state = {};
            break;
        } else {
            ++m_at;
        }
    }
    m_at = qMin(m_at, m_line.size());
    if (!isNew)
        add(begin, TokenKind::String);
    return m_state.open != 0;
}

bool LineScanner::startRegularExpression()
{
    if (!m_language.regularExpressions || m_line[m_at] != u'/')
        return false;
    const bool mayBegin =
        m_previous.isNull() || QStringView(u"(,=:[!&|?{};+>").contains(m_previous);
    if (!mayBegin)
        return false;
    bool inClass = false;
    for (qsizetype i = m_at + 1; i < m_line.size() && i < m_at + longestExpression; ++i) {
        const QChar c = m_line[i];
        if (c == u'\\')
            ++i;
        else if (c == u'[')
            inClass = true;
        else if (c == u']')
            inClass = false;
        else if (c == u'/' && !inClass && i > m_at + 1) {
            const qsizetype begin = m_at;
            m_at = wordEnd(i + 1);
            add(begin, TokenKind::String);
            return true;
        }
    }
    m_previous = u')'; // no further attempt behind this one: the line is looked through once
    ++m_at;
    return true;
}

bool LineScanner::startPreprocessor()
{
    const QString &prefix = m_language.preprocessorPrefix;
    if (prefix.isEmpty() || m_at != m_firstPlace || !m_line.sliced(m_at).startsWith(prefix))
        return false;
    const qsizetype begin = m_at;
    m_at += prefix.size();
    while (m_at < m_line.size() && m_line[m_at].isSpace())
        ++m_at;
    const qsizetype word = m_at;
    m_at = wordEnd(m_at);
    const bool includes = m_line.sliced(word, m_at - word) == u"include";
    add(begin, TokenKind::Attribute);
    const qsizetype open = m_line.indexOf(u'<', m_at);
    const qsizetype close = open < 0 ? -1 : m_line.indexOf(u'>', open);
    if (includes && close > 0) {
        m_at = close + 1;
        add(open, TokenKind::String);
    }
    return true;
}

bool LineScanner::startSection()
{
    if (!m_language.sections || m_at != m_firstPlace || m_line[m_at] != u'[')
        return false;
    const qsizetype close = m_line.lastIndexOf(u']');
    if (close < 0)
        return false;
    const qsizetype begin = m_at;
    m_at = close + 1;
    add(begin, TokenKind::Heading);
    return true;
}

//! @word and $word, and ${word}.
bool LineScanner::startPrefixed()
{
    const QChar c = m_line[m_at];
    const bool isAttribute = m_language.attributePrefixes.contains(c);
    if (!isAttribute && !m_language.variablePrefixes.contains(c))
        return false;
    const QChar opening = at(m_at + 1);
    const QChar closing = opening == u'{' ? u'}'
        : opening == u'('                 ? u')'
        : opening == u'['                 ? u']'
                                          : QChar();
    const qsizetype begin = m_at;
    if (!isAttribute && !closing.isNull()) {
        const qsizetype end = wordEnd(m_at + 2);
        if (end == m_at + 2 || at(end) != closing)
            return false;
        m_at = end + 1;
    } else if (isWordStart(opening)) {
        m_at = wordEnd(m_at + 1);
    } else {
        return false;
    }
    add(begin, isAttribute ? TokenKind::Attribute : TokenKind::Type);
    return true;
}

void LineScanner::readNumber()
{
    const qsizetype begin = m_at;
    while (m_at < m_line.size()) {
        const QChar c = m_line[m_at];
        const bool isSign = (c == u'+' || c == u'-')
            && (m_line[m_at - 1] == u'e' || m_line[m_at - 1] == u'E') && m_at > begin
            && !m_line.sliced(begin).startsWith(u"0x");
        const bool separates = c == m_language.digitSeparator && at(m_at + 1).isLetterOrNumber();
        if (!c.isLetterOrNumber() && c != u'.' && c != u'_' && !isSign && !separates)
            break;
        if (c == u'.' && at(m_at + 1) == u'.')
            break; // a range
        ++m_at;
    }
    add(begin, TokenKind::Number);
}

qsizetype LineScanner::wordEnd(qsizetype from) const
{
    while (from < m_line.size()
           && (m_line[from].isLetterOrNumber() || m_line[from] == u'_'
               || m_language.wordCharacters.contains(m_line[from])))
        ++from;
    return from;
}

bool LineScanner::isKeyEndNext() const
{
    if (m_language.keyEnd.isEmpty())
        return false;
    qsizetype next = m_at;
    while (next < m_line.size() && next < m_at + 16 && m_line[next].isSpace())
        ++next;
    return next < m_line.size() && m_language.keyEnd.contains(m_line[next])
        && at(next + 1) != m_line[next];
}

void LineScanner::readWord()
{
    const qsizetype begin = m_at;
    m_at = wordEnd(m_at);
    const QStringView word = m_line.sliced(begin, m_at - begin);
    const bool mayBeKey =
        !m_language.keysAtLineStart || begin == m_firstPlace || m_previous == u'-';
    if (mayBeKey && m_previous != u'?' && isKeyEndNext())
        return add(begin, TokenKind::Attribute);
    add(begin, m_tokens ? kindOfWord(begin, word) : TokenKind::Plain); // else the state counts
}

TokenKind LineScanner::kindOfWord(qsizetype begin, QStringView word) const
{
    if (word.size() > longestWord)
        return TokenKind::Plain;
    const bool folded = m_language.caseSensitivity == Qt::CaseInsensitive;
    const QString key =
        folded ? word.toString().toLower() : QString::fromRawData(word.data(), word.size());
    const auto found = m_language.words.constFind(key);
    const bool counts = !m_language.firstWordOnly || begin == m_firstPlace;
    if (found != m_language.words.cend() && counts && m_previous != u'.')
        return *found;
    if (m_language.functions && at(m_at) == u'(')
        return TokenKind::Function;
    const bool isCapital = m_language.capitalTypes && word[0].isUpper()
        && std::ranges::any_of(word, [](QChar c) { return c.isLower(); });
    return isCapital ? TokenKind::Type : TokenKind::Plain;
}

} // namespace Aura
