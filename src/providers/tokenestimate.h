// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

#include <QList>
#include <QStringView>

namespace Aura {

//! About how many tokens a model's tokenizer makes of a text; no tokenizer is asked.
//!
//! Counts by the kind of character, as the byte-pair vocabularies of today's models treat them on
//! average: a letter of Latin script a quarter of a token, of another alphabet two fifths, an
//! ideograph, kana or hangul syllable one, an emoji two, a digit two fifths, a mark of punctuation
//! seven tenths; a space hardly counts, since it joins the word behind it. English prose and code
//! come out within a fifth of the real count, other languages within two fifths. Of more than
//! 256 Ki characters as many are looked at, in samples.
qint64 estimateTokens(QStringView text);

//! Tokens that an Aura server keeps free for the reply when it decides what fits.
constexpr qint64 auraReservedTokens = 768;

//! How a conversation fits an Aura server's context, by its own rule: the system prompt, the newest
//! message, and as many older ones, newest first, as leave the reserve free.
struct ContextFit
{
    qint64 needed = 0; // by prompt, newest message and reserve; above the limit the server would
                       // drop the newest message without a word
    qint64 total = 0;  // by prompt and all messages, without the reserve
    qsizetype firstSent = 0; // index of the oldest message that is still sent to the model

    friend bool operator==(const ContextFit &, const ContextFit &) = default;
};

//! Estimates how the messages fit; system messages make up the prompt.
ContextFit fitContext(const QList<Message> &messages, qint64 tokenLimit);

} // namespace Aura
