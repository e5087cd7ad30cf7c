// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptgeometry.h"

#include <algorithm>

namespace Aura {

void TranscriptGeometry::setAnchor(int row, int offset)
{
    m_anchorRow = row;
    m_anchorOffset = offset;
}

qint64 TranscriptGeometry::scrollPosition() const
{
    if (m_anchorRow >= m_heights.count())
        return 0;
    return m_heights.top(m_anchorRow) + m_anchorOffset;
}

qint64 TranscriptGeometry::maximumScrollPosition() const
{
    return std::max<qint64>(0, m_heights.total() - m_viewportHeight);
}

void TranscriptGeometry::setScrollPosition(qint64 position)
{
    position = std::clamp<qint64>(position, 0, maximumScrollPosition());
    m_atEnd = position == maximumScrollPosition();
    const int row = m_heights.rowAt(position);
    if (row >= 0)
        setAnchor(row, int(position - m_heights.top(row)));
}

int TranscriptGeometry::rowAtViewport(int y) const
{
    const qint64 position = scrollPosition() + y;
    if (position < 0 || position >= m_heights.total())
        return -1;
    return m_heights.rowAt(position);
}

} // namespace Aura
