// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/textwalk.h"

#include "ui/transcript/textboundaries.h"
#include "ui/transcript/transcripttext.h"

namespace Aura {

bool TextWalk::isSeen(int row, int block)
{
    MessageContent &content = m_text.content(row);
    return !content.isFolded(block) && content.kind(block) != BlockKind::Rule;
}

TextPosition TextWalk::nextBlock(const TextPosition &from)
{
    TextPosition at = from;
    while (at.row < m_text.rowCount()) {
        const int count = m_text.blockCount(at.row);
        for (++at.block; at.block < count; ++at.block) {
            if (isSeen(at.row, at.block))
                return {at.row, at.block, 0};
        }
        ++at.row;
        at.block = -1;
    }
    return m_text.end();
}

TextPosition TextWalk::endOfPreviousBlock(const TextPosition &from)
{
    TextPosition at = from;
    while (at.row >= 0) {
        for (--at.block; at.block >= 0; --at.block) {
            if (isSeen(at.row, at.block))
                return {at.row, at.block, int(m_text.blockText(at.row, at.block).size())};
        }
        --at.row;
        at.block = at.row >= 0 ? m_text.blockCount(at.row) : 0;
    }
    return m_text.begin();
}

TextPosition TextWalk::nextCharacter(const TextPosition &from)
{
    const int offset = Aura::nextCharacter(m_text.blockText(from.row, from.block), from.offset);
    return offset >= 0 ? TextPosition{from.row, from.block, offset} : nextBlock(from);
}

TextPosition TextWalk::previousCharacter(const TextPosition &from)
{
    const int offset = Aura::previousCharacter(m_text.blockText(from.row, from.block), from.offset);
    return offset >= 0 ? TextPosition{from.row, from.block, offset} : endOfPreviousBlock(from);
}

TextPosition TextWalk::nextWord(const TextPosition &from)
{
    const QString text = m_text.blockText(from.row, from.block);
    const int offset = Aura::nextWord(text, from.offset);
    if (offset >= 0)
        return {from.row, from.block, offset};
    if (from.offset < text.size())
        return {from.row, from.block, int(text.size())};
    return nextBlock(from);
}

TextPosition TextWalk::previousWord(const TextPosition &from)
{
    const int offset = Aura::previousWord(m_text.blockText(from.row, from.block), from.offset);
    if (offset >= 0)
        return {from.row, from.block, offset};
    if (from.offset > 0)
        return {from.row, from.block, 0};
    return endOfPreviousBlock(from);
}

TextPosition TextWalk::blockBegin(const TextPosition &from)
{
    if (from.offset > 0)
        return {from.row, from.block, 0};
    TextPosition before = endOfPreviousBlock(from);
    before.offset = 0;
    return before;
}

bool TextWalk::isRightToLeft(const TextPosition &at)
{
    MessageContent &content = m_text.content(at.row);
    const bool code = at.block < content.blockCount() && content.kind(at.block) == BlockKind::Code;
    return !code && m_text.blockText(at.row, at.block).isRightToLeft();
}

} // namespace Aura
