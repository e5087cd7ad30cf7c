// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdowndocument.h"

#include <QByteArray>
#include <QString>

namespace MarkdownTree {

//! What md4c says about the whole text: a neutral tree, one node a line, indented.
QString fromMd4c(const QByteArray &text);

//! Whether the text's tree can be held against md4c's: where md4c 0.4.8 is known to leave the
//! specification, it cannot. The source has the list.
bool isComparable(const QByteArray &text, const Aura::MarkdownDocument &document);

//! A tree without what md4c changes in code and HTML: it expands tabs at lines' beginnings, and
//! cuts white space off the ends of HTML lines.
QString withoutIndentation(const QString &tree);

//! The same tree, made of a document's blocks, whether each list is loose worked out as in
//! CommonMark.
QString fromDocument(Aura::MarkdownDocument &document);

//! Everything a document says about its blocks, for comparing two of the same text.
QString dump(Aura::MarkdownDocument &document);

//! A document of the whole text, ended.
QString wholeDump(const QByteArray &text, Aura::MarkdownSyntax syntax = {});

//! The text in pieces that end at the cuts; shows what is tentative after each if flushing.
enum class Flushing { No, Yes, Finish }; // Finish: each piece ends the text, and it goes on
void stream(Aura::BlockSplitter &splitter, const QByteArray &text, const QList<qsizetype> &cuts,
            Flushing flushing);

//! Whether two that have read the same text see the same blocks, containers, lines and definitions.
//! Since the content of a block is made of these and the source alone, it says what comparing two
//! dumps would say, in a hundredth of the time.
bool areSame(const Aura::BlockSplitter &a, const Aura::BlockSplitter &b);

QString streamedDump(const QByteArray &text, const QList<qsizetype> &cuts, Flushing flushing,
                     Aura::MarkdownSyntax syntax = {});

} // namespace MarkdownTree
