// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QStringView>

#include <optional>
#include <string>

namespace Aura {

//! A character as the tokenizer of the search index takes it: unicode61 with remove_diacritics 2,
//! as in FTS5's fts5_unicode2.c.
struct TokenCharacter
{
    enum class Kind {
        Separator,
        Letter,
        Mark,  // goes on with a word and is no part of it
        Unsure // Qt's Unicode and the tokenizer's may differ
    };

    Kind kind = Kind::Separator;
    char32_t folded = 0; // of a Letter: in lower case, a Latin one without its marks

    static TokenCharacter of(char32_t character);

    friend bool operator==(const TokenCharacter &, const TokenCharacter &) = default;
};

//! The words of a text as they stand in the index; nothing where that is unsure.
std::optional<QStringList> tokensOf(QStringView text);

//! The text with each word cut to what the index keeps of it (FTS5: 32,768 bytes): a tokenizer
//! makes room for the whole of a word of megabytes first. The index takes both texts for the same.
QString withShortWords(const QString &text);

//! Says of a text, without the index, whether a word of it begins so: one pass, a nanosecond or
//! two a character.
class WordBeginning
{
public:
    enum class Answer { No, Yes, Unsure };

    //! The beginning of one word, as it stands in the index.
    explicit WordBeginning(QStringView folded);

    Answer in(QStringView text) const;

private:
    std::u32string m_beginning;
};

} // namespace Aura
