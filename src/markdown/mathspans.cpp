// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/mathspans.h"

#include <QHash>

#include <algorithm>

namespace Aura {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWordCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || uchar(c) >= 0x80;
}

//! "5 and 10" between dollars is money and words: it starts like a number, and has words but no
//! sign of a formula.
bool looksLikeMoney(QByteArrayView tex)
{
    return isDigit(tex[0]) && tex.contains(' ') && std::ranges::none_of(tex, [](char c) {
               return QByteArrayView("\\^_=+*/<>{}").contains(c);
           });
}

//! Finds where code spans end: the next run of as many backticks.
class CodeSpans
{
public:
    explicit CodeSpans(QByteArrayView text)
    {
        for (qsizetype i = 0; i < text.size();) {
            qsizetype end = i;
            while (end < text.size() && text[end] == '`')
                ++end;
            if (end > i)
                m_runs.append({i, end - i, -1});
            i = qMax(end, i + 1);
        }
        QHash<qsizetype, qsizetype> next; // length of a run -> where one begins
        for (qsizetype i = m_runs.size() - 1; i >= 0; --i) {
            m_runs[i].close = next.value(m_runs.at(i).length, -1); // clazy:exclude=detaching-member
            next.insert(m_runs[i].length, m_runs[i].begin);
        }
    }

    //! Behind the code span that begins at a run of backticks; behind that run if it opens none.
    qsizetype endOf(qsizetype begin)
    {
        while (m_at + 1 < m_runs.size() && m_runs.at(m_at + 1).begin <= begin)
            ++m_at;
        const Run &run = m_runs.at(m_at);
        const qsizetype length = run.begin + run.length - begin;
        if (length != run.length || run.close < 0)
            return run.begin + run.length;
        return run.close + run.length;
    }

private:
    struct Run
    {
        qsizetype begin = 0;
        qsizetype length = 0;
        qsizetype close = -1;
    };
    QList<Run> m_runs;
    qsizetype m_at = 0;
};

class MathFinder
{
public:
    explicit MathFinder(QByteArrayView text)
        : m_text(text)
        , m_code(text)
    {}

    QList<MathSpan> find();

private:
    enum Kind { Dollar, Dollars, Paren, Bracket };

    char at(qsizetype i) const { return i >= 0 && i < m_text.size() ? m_text[i] : '\0'; }
    void onDollars(qsizetype i, qsizetype length);
    void onBackslash(qsizetype i);
    bool close(Kind kind, qsizetype i, qsizetype length);

    QByteArrayView m_text;
    CodeSpans m_code;
    QList<MathSpan> m_found;
    qsizetype m_open[4] = {-1, -1, -1, -1}; // where a delimiter of each kind opened
};

QList<MathSpan> MathFinder::find()
{
    for (qsizetype i = 0; i < m_text.size();) {
        const char c = m_text[i];
        if (c == '`') {
            const qsizetype end = m_code.endOf(i);
            if (m_text[end - 1] == '`' && m_text.sliced(i, end - i).count('`') < end - i)
                std::ranges::fill(m_open, -1); // code wins: no formula holds any
            i = end;
        } else if (c == '\\') {
            onBackslash(i);
            i += 2;
        } else if (c == '$') {
            qsizetype length = 1;
            while (at(i + length) == '$')
                ++length;
            if (length <= 2)
                onDollars(i, length);
            i += length;
        } else {
            ++i;
        }
    }
    return m_found;
}

void MathFinder::onBackslash(qsizetype i)
{
    switch (at(i + 1)) {
    case '(': m_open[Paren] = i; break;
    case '[': m_open[Bracket] = i; break;
    case ')': close(Paren, i, 2); break;
    case ']': close(Bracket, i, 2); break;
    default: break;
    }
}

void MathFinder::onDollars(qsizetype i, qsizetype length)
{
    if (length == 2) {
        if (!close(Dollars, i, 2))
            m_open[Dollars] = i;
        m_open[Dollar] = -1;
        return;
    }
    const bool canClose = !isSpace(at(i - 1)) && !isDigit(at(i + 1));
    if (m_open[Dollar] >= 0 && canClose
        && !looksLikeMoney(m_text.sliced(m_open[Dollar] + 1, i - m_open[Dollar] - 1))
        && close(Dollar, i, 1))
        return;
    const bool canOpen =
        !isSpace(at(i + 1)) && i + 1 < m_text.size() && !isWordCharacter(at(i - 1));
    m_open[Dollar] = canOpen ? i : -1;
}

//! Ends a formula of that kind; false: none was open, or it would be empty.
bool MathFinder::close(Kind kind, qsizetype i, qsizetype length)
{
    const qsizetype begin = std::exchange(m_open[kind], -1);
    if (begin < 0)
        return false;
    const MathSpan span{.begin = begin, .end = i + length, .texBegin = begin + length, .texEnd = i};
    if (m_text.sliced(span.texBegin, span.texEnd - span.texBegin).trimmed().isEmpty())
        return false;
    while (!m_found.isEmpty() && m_found.constLast().begin >= begin)
        m_found.removeLast();
    m_found.append(span);
    for (qsizetype &open : m_open)
        open = open > begin ? -1 : open;
    return true;
}

} // namespace

QList<MathSpan> findMath(QByteArrayView text)
{
    if (!text.contains('$') && !text.contains('\\'))
        return {};
    return MathFinder(text).find();
}

} // namespace Aura
