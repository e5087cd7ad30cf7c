// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/textposition.h"

namespace Aura {

class TranscriptText;

//! Steps through the transcript's text, from block to block and from message to message. What is
//! folded is passed over. At an end a step leads nowhere else.
class TextWalk
{
public:
    explicit TextWalk(TranscriptText &text)
        : m_text(text)
    {}

    TextPosition nextCharacter(const TextPosition &from);
    TextPosition previousCharacter(const TextPosition &from);
    TextPosition nextWord(const TextPosition &from);
    TextPosition previousWord(const TextPosition &from);
    TextPosition blockBegin(const TextPosition &from); // of the one before at its begin
    TextPosition nextBlock(const TextPosition &from);  // the end of the text where there is none

    bool isRightToLeft(const TextPosition &at);

private:
    bool isSeen(int row, int block);
    TextPosition endOfPreviousBlock(const TextPosition &from);

    TranscriptText &m_text;
};

} // namespace Aura
