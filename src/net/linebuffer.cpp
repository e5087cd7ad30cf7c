// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/linebuffer.h"

#include <utility>

namespace Aura {

namespace {
constexpr qsizetype little = 64 * 1024; // bytes that are kept for the next lines
} // namespace

void LineBuffer::append(QByteArrayView bytes)
{
    if (m_isTooLong || bytes.isEmpty())
        return;
    if (m_start > 0) { // lines that were read make room
        m_bytes.remove(0, m_start);
        m_scanned -= m_start;
        m_start = 0;
    }
    m_bytes.append(bytes);
}

//! The index of the line's end, -1 where it has not come.
qsizetype LineBuffer::findEnd()
{
    const QByteArrayView bytes(m_bytes);
    const qsizetype feed = bytes.indexOf('\n', m_scanned);
    if (m_lineEnd == LineEnd::LineFeed)
        return feed;
    const QByteArrayView before = feed < 0 ? bytes : bytes.first(feed);
    const qsizetype carriage = before.indexOf('\r', m_scanned);
    return carriage >= 0 ? carriage : feed;
}

std::optional<QByteArrayView> LineBuffer::next()
{
    if (m_isTooLong)
        return std::nullopt;
    if (m_skipsLineFeed && m_start < m_bytes.size()) {
        m_skipsLineFeed = false;
        if (m_bytes.at(m_start) == '\n')
            ++m_start;
        m_scanned = m_start;
    }
    const qsizetype end = findEnd();
    m_scanned = end < 0 ? m_bytes.size() : end;
    if (m_scanned - m_start > m_limit) {
        m_isTooLong = true;
        m_bytes = {};
        m_start = m_scanned = 0;
        return std::nullopt;
    }
    if (end < 0)
        return std::nullopt;
    QByteArrayView line = QByteArrayView(m_bytes).sliced(m_start, end - m_start);
    if (m_lineEnd == LineEnd::LineFeed && line.endsWith('\r'))
        line.chop(1);
    m_skipsLineFeed = m_bytes.at(end) == '\r';
    m_start = m_scanned = end + 1;
    return line;
}

void LineBuffer::releaseRead()
{
    if (m_start <= little)
        return;
    m_bytes = m_bytes.sliced(m_start);
    m_scanned -= m_start;
    m_start = 0;
}

QByteArray LineBuffer::takeRest()
{
    QByteArray rest = m_bytes.mid(m_start);
    if (m_skipsLineFeed && rest.startsWith('\n'))
        rest.remove(0, 1);
    if (m_lineEnd == LineEnd::LineFeed && rest.endsWith('\r'))
        rest.chop(1);
    m_bytes = {};
    m_start = m_scanned = 0;
    return rest;
}

} // namespace Aura
