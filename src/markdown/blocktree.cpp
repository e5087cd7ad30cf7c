// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/blocktree.h"

namespace Aura {

BlockTree::Mark BlockTree::mark() const
{
    return {.blocks = m_blocks.size(),
            .containers = m_containers.size(),
            .lines = m_lines.size(),
            .definitions = m_definitions.size(),
            .lastBlock = m_blocks.empty() ? Block() : m_blocks.back()};
}

void BlockTree::goBack(const Mark &mark)
{
    if (m_blocks.size() != mark.blocks)
        touch(mark.blocks);
    m_blocks.resize(mark.blocks);
    if (mark.blocks > 0 && m_blocks.back() != mark.lastBlock)
        changeLastBlock() = mark.lastBlock;
    m_containers.resize(mark.containers);
    m_lines.resize(mark.lines);
    m_definitions.truncate(mark.definitions);
}

Block &BlockTree::addBlock(const Block &block)
{
    touch(m_blocks.size());
    m_blocks.push_back(block);
    return m_blocks.back();
}

void BlockTree::removeLastBlock()
{
    m_blocks.pop_back();
    touch(m_blocks.size());
}

Block &BlockTree::changeLastBlock()
{
    touch(m_blocks.size() - 1);
    return m_blocks.back();
}

int BlockTree::addContainer(const Container &container)
{
    m_containers.push_back(container);
    return int(m_containers.size()) - 1;
}

void BlockTree::addLine(quint32 offset, int spaces, bool joined)
{
    m_lines.push_back(offset | quint32(spaces) << 29 | (joined ? 1U << 31 : 0));
}

LineRange BlockTree::line(const QByteArray &source, const Block &block, quint32 index) const
{
    const size_t at = block.firstLine + index;
    const quint32 line = m_lines[at];
    LineRange range{.begin = offsetOf(line),
                    .end = block.end,
                    .spaces = quint8(line >> 29 & 3),
                    .joined = index > 0 && line >> 31};
    if (index + 1 < block.lineCount && m_lines[at + 1] >> 31) {
        range.end = offsetOf(m_lines[at + 1]);
        return range;
    }
    const char *bytes = source.constData();
    quint32 end = range.begin;
    while (end < block.end && bytes[end] != '\n' && bytes[end] != '\r')
        ++end;
    range.end = end;
    return range;
}

QByteArray BlockTree::text(const QByteArray &source, const Block &block, quint32 from,
                           quint32 count) const
{
    QByteArray text;
    const quint32 end = qMin(block.lineCount, from + count);
    for (quint32 i = from; i < end; ++i) {
        const LineRange range = line(source, block, i);
        if (i > from && !range.joined)
            text += '\n';
        text.append(range.spaces, ' ');
        if (range.end > range.begin)
            text.append(source.constData() + range.begin, range.end - range.begin);
    }
    return text;
}

int BlockTree::takeFirstDirty()
{
    const size_t dirty = qMin(m_firstDirty, m_blocks.size());
    m_firstDirty = std::numeric_limits<size_t>::max();
    return int(dirty);
}

} // namespace Aura
