// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstdlib>
#include <new>
#include <vector>

namespace Aura {

//! Memory that is zero without having been written: pages that nobody touches cost nothing. Only
//! for vectors that are made anew with their size.
template<typename T> struct UntouchedZeros
{
    using value_type = T;

    T *allocate(size_t count)
    {
        if (void *memory = std::calloc(count, sizeof(T)))
            return static_cast<T *>(memory);
        throw std::bad_alloc();
    }
    void deallocate(T *memory, size_t) { std::free(memory); }
    void construct(T *) {} // zero already
    void construct(T *place, const T &value) { *place = value; }

    friend bool operator==(const UntouchedZeros &, const UntouchedZeros &) { return true; }
};

//! The heights of a column of rows, and where each begins: a Fenwick tree. Finding a row, moving
//! the rows below one and asking for a position cost O(log n). 12 bytes a row at most: what is kept
//! is how far a row is from the usual height, so that a column of guesses is hardly touched.
class HeightIndex
{
public:
    int count() const { return int(m_differences.size()); }
    qint64 total() const { return m_total; }
    int height(int row) const { return m_usual + m_differences[size_t(row)]; }

    //! Where a row begins; for row == count() where the last one ends.
    qint64 top(int row) const;

    //! The row that holds y; the last one below the end, -1 where there are no rows.
    int rowAt(qint64 y) const;

    void setHeight(int row, int newHeight);
    void append(int height);
    void truncate(int count);
    void assign(const std::vector<int> &heights); // O(n)
    void assign(int count, int height);           // all of one

private:
    template<typename T> using Column = std::vector<T, UntouchedZeros<T>>;

    int m_usual = 0;
    Column<int> m_differences; // from m_usual
    Column<qint64> m_sums;     // m_sums[i]: of the lowbit(i + 1) differences that end with i
    qint64 m_total = 0;
};

} // namespace Aura
