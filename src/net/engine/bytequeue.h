// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <deque>

namespace Aura {

//! Bytes in the order they came, in blocks: growing copies nothing, reading frees what was read.
class ByteQueue
{
public:
    qint64 size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

    void append(QByteArrayView bytes);
    void append(ByteQueue &&other);

    //! Moves at most so many bytes to `target`; how many it were.
    qint64 read(char *target, qint64 maximum);

    bool contains(char byte) const;

private:
    std::deque<QByteArray> m_blocks;
    qsizetype m_offset = 0; // read from the first block
    qint64 m_size = 0;
};

} // namespace Aura
