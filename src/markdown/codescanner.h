// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/codelanguage.h"

#include <QList>
#include <QStringView>

namespace Aura {

//! A coloured piece of a line, in UTF-16 units. Pieces are in order; what lies in none is plain.
struct CodeToken
{
    qsizetype offset = 0;
    qsizetype length = 0;
    TokenKind kind = TokenKind::Plain;

    friend bool operator==(const CodeToken &, const CodeToken &) = default;
};

//! What a line's end hands on to the next line: the comment or string that is open, or the tag.
struct CodeState
{
    quint8 open = 0;  // 0: nothing
    quint8 depth = 0; // of nested comments

    friend bool operator==(CodeState, CodeState) = default;
};

//! Colours code line by line. It is a scanner and no parser: it knows words, strings, comments and
//! numbers, looks at each character a fixed number of times, and keeps two bytes from line to line.
//! Lines above 4 KiB stay plain and hand on the state that they got.
class CodeScanner
{
public:
    //! The language must outlive the scanner.
    explicit CodeScanner(const CodeLanguage &language)
        : m_language(language)
    {}

    //! Scans one line without its end; tokens may be null where only the state counts.
    CodeState scanLine(QStringView line, CodeState state, QList<CodeToken> *tokens) const;

    static constexpr qsizetype longestLine = 4096;

private:
    const CodeLanguage &m_language;
};

} // namespace Aura
