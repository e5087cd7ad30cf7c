// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/pendingtext.h"

#include <algorithm>

namespace Aura {

namespace {

constexpr qsizetype longestJoined = 8 * 1024; // UTF-16 units

} // namespace

void PendingText::append(const QString &piece)
{
    if (piece.isEmpty())
        return;
    m_size += piece.size();
    if (!m_pieces.empty() && m_pieces.back().size() + piece.size() <= longestJoined)
        m_pieces.back() += piece;
    else
        m_pieces.push_back(piece);
}

QStringView PendingText::first(qsizetype most) const
{
    if (m_pieces.empty())
        return {};
    const QStringView rest = QStringView(m_pieces.front()).sliced(m_taken);
    return rest.first(std::min(most, rest.size()));
}

void PendingText::removeFirst(qsizetype length)
{
    m_taken += length;
    m_size -= length;
    if (!m_pieces.empty() && m_taken == m_pieces.front().size()) {
        m_pieces.pop_front();
        m_taken = 0;
    }
}

} // namespace Aura
