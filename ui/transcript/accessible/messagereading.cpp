// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/accessible/messagereading.h"

#include "ui/transcript/transcripttext.h"

#include <algorithm>

namespace Aura {

MessageReading::MessageReading(TranscriptText &text, int row)
{
    MessageContent &content = text.content(row);
    m_begins.reserve(size_t(content.blockCount()));
    for (int block = 0; block < content.blockCount(); ++block) {
        if (block > 0)
            m_text += u'\n';
        m_begins.push_back(int(m_text.size()));
        m_text += content.plainText(block);
    }
}

int MessageReading::offsetOf(const TextPosition &position) const
{
    if (position.block >= blockCount())
        return int(m_text.size());
    return std::min(blockBegin(position.block) + position.offset, int(m_text.size()));
}

TextPosition MessageReading::positionOf(int offset, int row) const
{
    const auto above = std::ranges::upper_bound(m_begins, offset);
    const int block = std::max(0, int(above - m_begins.begin()) - 1);
    return {row, block, m_begins.empty() ? 0 : offset - m_begins[size_t(block)]};
}

} // namespace Aura
