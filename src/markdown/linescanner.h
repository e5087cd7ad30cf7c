// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/codescanner.h"

namespace Aura {

//! Reads one line from the left to the right.
class LineScanner
{
public:
    LineScanner(const CodeLanguage &language, QStringView line, CodeState state,
                QList<CodeToken> *tokens)
        : m_language(language)
        , m_line(line)
        , m_state(state)
        , m_tokens(tokens)
    {}

    CodeState scan();

private:
    using Delimiters = CodeLanguage::Delimiters;

    // What CodeState::open says: the number of a comment or of a string is added.
    static constexpr quint8 firstComment = 1;
    static constexpr quint8 firstString = 64;
    static constexpr quint8 inTag = 128;
    static constexpr qsizetype longestWord = 64;

    static bool isWordStart(QChar c) { return c.isLetter() || c == u'_'; }
    void scanCode();
    void scanMarkup();
    void scanDiff();
    void scanTag();
    bool goOn();
    bool goOnComment(const Delimiters &comment, qsizetype begin);
    bool goOnString(const Delimiters &string, qsizetype begin);
    bool startComment();
    bool startString();
    bool startRegularExpression();
    bool startPreprocessor();
    bool startSection();
    bool startPrefixed();
    void readNumber();
    void readWord();
    TokenKind kindOfWord(qsizetype begin, QStringView word) const;
    bool isKeyEndNext() const;
    bool startsWith(const Delimiters &delimiters) const;
    qsizetype wordEnd(qsizetype from) const;
    void add(qsizetype begin, TokenKind kind);
    QChar at(qsizetype i) const { return i >= 0 && i < m_line.size() ? m_line[i] : QChar(); }

    const CodeLanguage &m_language;
    QStringView m_line;
    CodeState m_state;
    QList<CodeToken> *m_tokens;
    qsizetype m_at = 0;
    qsizetype m_firstPlace = 0; // the first character that is no white space
    QChar m_previous;           // the last character that is no white space, before m_at
};

} // namespace Aura
