// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/codescanner.h"

#include "markdown/linescanner.h"

namespace Aura {

//! Text between tags is plain; comments are the language's.
void LineScanner::scanMarkup()
{
    if (m_state.open != 0 && m_state.open != inTag)
        goOn();
    while (m_at < m_line.size()) {
        if (m_state.open == inTag) {
            scanTag();
        } else if (startComment()) {
            continue;
        } else if (m_line[m_at] == u'<'
                   && (at(m_at + 1).isLetter() || QStringView(u"/?!").contains(at(m_at + 1)))) {
            const qsizetype begin = m_at;
            m_at = wordEnd(m_at + 2);
            add(begin, TokenKind::Keyword);
            m_state = {.open = inTag};
        } else if (m_line[m_at] == u'&' && wordEnd(m_at + 2) > m_at + 1
                   && at(wordEnd(m_at + 2)) == u';' && wordEnd(m_at + 2) - m_at < longestWord) {
            const qsizetype begin = m_at;
            m_at = wordEnd(m_at + 2) + 1;
            add(begin, TokenKind::Constant);
        } else {
            ++m_at;
        }
    }
}

void LineScanner::scanTag()
{
    const QChar c = m_line[m_at];
    const qsizetype begin = m_at;
    if (c == u'>' || (QStringView(u"/?").contains(c) && at(m_at + 1) == u'>')) {
        m_at += c == u'>' ? 1 : 2;
        m_state = {};
        add(begin, TokenKind::Keyword);
    } else if (c == u'"' || c == u'\'') {
        const qsizetype end = m_line.indexOf(c, m_at + 1);
        m_at = end < 0 ? m_line.size() : end + 1;
        add(begin, TokenKind::String);
    } else if (isWordStart(c)) {
        m_at = wordEnd(m_at);
        add(begin, TokenKind::Attribute);
    } else {
        ++m_at;
    }
}

void LineScanner::scanDiff()
{
    m_at = m_line.size();
    if (m_line.startsWith(u"+++") || m_line.startsWith(u"---") || m_line.startsWith(u"diff ")
        || m_line.startsWith(u"index "))
        add(0, TokenKind::Heading);
    else if (m_line.startsWith(u"@@"))
        add(0, TokenKind::Attribute);
    else if (m_line.startsWith(u'+') || m_line.startsWith(u'>'))
        add(0, TokenKind::Inserted);
    else if (m_line.startsWith(u'-') || m_line.startsWith(u'<'))
        add(0, TokenKind::Deleted);
}

CodeState CodeScanner::scanLine(QStringView line, CodeState state, QList<CodeToken> *tokens) const
{
    if (line.size() > longestLine)
        return state;
    return LineScanner(m_language, line, state, tokens).scan();
}

} // namespace Aura
