// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/heightindex.h"

namespace Aura {

//! Where the rows of a transcript lie and which of them are in sight. No pixels are drawn here.
//!
//! What is seen hangs on an anchor: a row, and how far its top lies above the viewport's. Heights
//! are estimates until a row is laid out; correcting them, above or below, never moves the anchor.
class TranscriptGeometry
{
public:
    HeightIndex &heights() { return m_heights; }
    const HeightIndex &heights() const { return m_heights; }

    void setViewportHeight(int height) { m_viewportHeight = height; }
    int viewportHeight() const { return m_viewportHeight; }

    //! Whether the end of the last row is in sight, and followed as it grows.
    bool isAtEnd() const { return m_atEnd; }
    void setAtEnd(bool atEnd) { m_atEnd = atEnd; }

    int anchorRow() const { return m_anchorRow; }
    int anchorOffset() const
    {
        return m_anchorOffset;
    } // pixels of the anchor row above the viewport
    void setAnchor(int row, int offset);

    //! The anchor as a scroll position, and back. setScrollPosition() follows the end again when
    //! it reaches it.
    qint64 scrollPosition() const;
    qint64 maximumScrollPosition() const;
    void setScrollPosition(qint64 position);

    //! Where a row lies in the viewport.
    qint64 viewportTop(int row) const { return m_heights.top(row) - scrollPosition(); }
    int rowAtViewport(int y) const; // -1: below the last row, or no rows

private:
    HeightIndex m_heights;
    int m_viewportHeight = 0;
    int m_anchorRow = 0;
    int m_anchorOffset = 0;
    bool m_atEnd = true;
};

} // namespace Aura
