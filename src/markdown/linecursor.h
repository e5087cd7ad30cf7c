// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Aura {

//! A place in one line of Markdown that counts in columns, so that a tab can be consumed in part.
//! Tab stops are every 4 columns of the line (CommonMark 0.31, section 2.2).
class LineCursor
{
public:
    //! The line must not contain a line end; base is its offset in the source.
    LineCursor(QByteArrayView line, quint32 base)
        : m_line(line)
        , m_base(base)
    {}

    qsizetype position() const { return m_position; }
    quint32 offset() const { return m_base + quint32(m_position); } // in the source
    quint32 endOffset() const { return m_base + quint32(m_line.size()); }
    int column() const { return m_column; }
    bool atEnd() const { return m_position >= m_line.size(); }

    //! Columns of white space before the next other character, and whether there is none.
    int indent() const;
    bool isBlank() const;

    //! The next character that is neither space nor tab; 0 at the end.
    char nextCharacter() const;

    //! What follows the white space, and what follows this place.
    QByteArrayView text() const { return m_line.sliced(nextPosition()); }
    QByteArrayView rest() const { return m_line.sliced(m_position); }

    void skipSpaces();
    void advanceColumns(int columns);   // stops at a character that is no white space
    void advanceBytes(qsizetype count); // none of them a tab

    //! The columns that are left of a tab consumed in part; contentOffset() is behind that tab.
    int leftOfTab() const { return m_inTab ? 4 - m_column % 4 : 0; }
    quint32 contentOffset() const { return offset() + (m_inTab ? 1 : 0); }

private:
    qsizetype nextPosition() const;

    QByteArrayView m_line;
    quint32 m_base;
    qsizetype m_position = 0;
    int m_column = 0;
    bool m_inTab = false;
};

} // namespace Aura
