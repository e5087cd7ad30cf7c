// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace Aura {

//! The heights of a column of rows, and where each begins: a Fenwick tree. Finding a row, moving
//! the rows below one and asking for a position cost O(log n). 12 bytes a row.
class HeightIndex
{
public:
    int count() const { return int(m_heights.size()); }
    qint64 total() const { return m_total; }
    int height(int row) const { return m_heights[size_t(row)]; }

    //! Where a row begins; for row == count() where the last one ends.
    qint64 top(int row) const;

    //! The row that holds y; the last one below the end, -1 where there are no rows.
    int rowAt(qint64 y) const;

    void setHeight(int row, int height);
    void append(int height);
    void truncate(int count);
    void assign(std::vector<int> heights); // O(n)
    void assign(int count, int height);    // all of one height; O(n), and keeps the memory

private:
    std::vector<int> m_heights;
    std::vector<qint64> m_sums; // m_sums[i]: of the lowbit(i + 1) rows that end with i
    qint64 m_total = 0;
};

} // namespace Aura
