// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace Aura {

//! What a piece of code is, for its colour.
enum class TokenKind : quint8 {
    Plain,
    Keyword,
    Type,
    String,
    Number,
    Comment,
    Function,
    Attribute, // annotations, preprocessor lines, keys, attributes of tags
    Constant,  // true, null, self
    Inserted,
    Deleted,
    Heading,
};

//! How one language looks, as its file in resources/languages says; resources/languages/README.md
//! describes the format. Adding a language is adding a file.
struct CodeLanguage
{
    enum class Mode { Code, Markup, Diff };

    struct Delimiters
    {
        QString begin{};
        QString end{};  // of a comment; empty: up to the line's end
        QChar escape{}; // null: none
        bool multiline = false;
        bool nested = false;
        bool atLineStart = false;
        bool afterSpace = false; // only at a line's start or behind white space, like # in a shell
        int longest = 0;         // > 0: ends within so many characters, or is no string
    };

    QString name{};
    QStringList aliases{};
    Mode mode = Mode::Code;
    Qt::CaseSensitivity caseSensitivity = Qt::CaseSensitive;
    QHash<QString, TokenKind> words{};
    QList<Delimiters> comments{};
    QList<Delimiters> strings{};
    QString wordCharacters{};     // beside letters, digits and _
    QString attributePrefixes{};  // @ before a word makes it an attribute
    QString variablePrefixes{};   // $ before a word makes it a type
    QString preprocessorPrefix{}; // # at a line's start
    QString keyEnd{};             // a word or a string before one of these is a key
    bool keysAtLineStart = false; // only the first one in a line
    bool sections = false;        // [section] at a line's start is a heading
    bool capitalTypes = false;    // words with a capital and a small letter are types
    bool functions = true;        // a word before ( is a function
    bool regularExpressions = false;
    bool firstWordOnly = false; // keywords count only at a line's start, in any case
    QChar digitSeparator{};
};

//! The language of that name or alias, as it stands behind ``` ("py", "C++", "js title=x");
//! null: it is not known. Read once from the resources, and kept.
const CodeLanguage *codeLanguage(const QString &info);

//! The names of all languages, sorted.
QStringList codeLanguageNames();

} // namespace Aura
