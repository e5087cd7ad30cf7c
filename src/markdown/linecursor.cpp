// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/linecursor.h"

namespace Aura {

static bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

qsizetype LineCursor::nextPosition() const
{
    qsizetype position = m_position;
    while (position < m_line.size() && isSpace(m_line[position]))
        ++position;
    return position;
}

int LineCursor::indent() const
{
    int column = m_column;
    for (qsizetype i = m_position; i < m_line.size() && isSpace(m_line[i]); ++i)
        column += m_line[i] == '\t' ? 4 - column % 4 : 1;
    return column - m_column;
}

bool LineCursor::isBlank() const
{
    return nextPosition() == m_line.size();
}

char LineCursor::nextCharacter() const
{
    const qsizetype position = nextPosition();
    return position < m_line.size() ? m_line[position] : '\0';
}

void LineCursor::skipSpaces()
{
    advanceColumns(indent());
}

void LineCursor::advanceColumns(int columns)
{
    while (columns > 0 && !atEnd() && isSpace(m_line[m_position])) {
        const int width = m_line[m_position] == '\t' ? 4 - m_column % 4 : 1;
        const int step = qMin(width, columns);
        m_column += step;
        columns -= step;
        m_inTab = step < width;
        if (!m_inTab)
            ++m_position;
    }
}

void LineCursor::advanceBytes(qsizetype count)
{
    m_position += count;
    m_column += int(count);
    m_inTab = false;
}

} // namespace Aura
