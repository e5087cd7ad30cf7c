// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/bytequeue.h"

#include <algorithm>
#include <cstring>

namespace Aura {

namespace {
constexpr qsizetype blockSize = 64 * 1024;
} // namespace

void ByteQueue::append(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    if (m_blocks.empty() || m_blocks.back().size() + bytes.size() > blockSize)
        m_blocks.emplace_back();
    m_blocks.back().append(bytes.data(), bytes.size());
    m_size += bytes.size();
}

void ByteQueue::append(ByteQueue &&other)
{
    if (m_blocks.empty()) {
        *this = std::move(other);
    } else {
        Q_ASSERT(other.m_offset == 0);
        m_size += other.m_size;
        for (QByteArray &block : other.m_blocks)
            m_blocks.push_back(std::move(block));
    }
    other = {};
}

qint64 ByteQueue::read(char *target, qint64 maximum)
{
    qint64 done = 0;
    while (done < maximum && !m_blocks.empty()) {
        const QByteArray &block = m_blocks.front();
        const qint64 piece = std::min<qint64>(maximum - done, block.size() - m_offset);
        std::memcpy(target + done, block.constData() + m_offset, size_t(piece));
        done += piece;
        m_offset += piece;
        if (m_offset == block.size()) {
            m_blocks.pop_front();
            m_offset = 0;
        }
    }
    m_size -= done;
    return done;
}

bool ByteQueue::contains(char byte) const
{
    for (size_t i = 0; i < m_blocks.size(); ++i) {
        if (m_blocks[i].indexOf(byte, i == 0 ? m_offset : 0) >= 0)
            return true;
    }
    return false;
}

} // namespace Aura
