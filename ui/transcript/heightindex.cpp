// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/heightindex.h"

#include <algorithm>
#include <bit>

namespace Aura {

namespace {

size_t lowBit(size_t value)
{
    return value & (~value + 1);
}

} // namespace

qint64 HeightIndex::top(int row) const
{
    Q_ASSERT(row >= 0 && row <= count());
    qint64 sum = qint64(row) * m_usual;
    for (size_t i = size_t(row); i > 0; i -= lowBit(i))
        sum += m_sums[i - 1];
    return sum;
}

int HeightIndex::rowAt(qint64 y) const
{
    if (m_differences.empty())
        return -1;
    // Descends the tree from its largest power of two: the rows before i end at or above y.
    size_t i = 0;
    for (size_t step = std::bit_floor(m_sums.size()); step > 0; step /= 2) {
        if (i + step > m_sums.size())
            continue;
        const qint64 height = qint64(step) * m_usual + m_sums[i + step - 1];
        if (height <= y) {
            i += step;
            y -= height;
        }
    }
    return int(std::min(i, m_differences.size() - 1));
}

void HeightIndex::setHeight(int row, int newHeight)
{
    const int difference = newHeight - height(row);
    if (difference == 0)
        return;
    m_differences[size_t(row)] += difference;
    m_total += difference;
    for (size_t i = size_t(row) + 1; i <= m_sums.size(); i += lowBit(i))
        m_sums[i - 1] += difference;
}

void HeightIndex::append(int height)
{
    m_differences.push_back(height - m_usual);
    m_total += height;
    const size_t i = m_differences.size();
    qint64 sum = m_differences.back();
    for (size_t child = 1; child < lowBit(i); child *= 2)
        sum += m_sums[i - child - 1];
    m_sums.push_back(sum);
}

void HeightIndex::truncate(int count)
{
    m_total = top(count);
    m_differences.erase(m_differences.begin() + count, m_differences.end());
    m_sums.erase(m_sums.begin() + count, m_sums.end());
}

void HeightIndex::assign(const std::vector<int> &heights)
{
    m_usual = 0;
    m_differences.assign(heights.begin(), heights.end());
    m_sums.assign(heights.begin(), heights.end());
    m_total = 0;
    for (size_t i = 1; i <= m_sums.size(); ++i) {
        m_total += m_differences[i - 1];
        if (const size_t parent = i + lowBit(i); parent <= m_sums.size())
            m_sums[parent - 1] += m_sums[i - 1];
    }
}

void HeightIndex::assign(int count, int height)
{
    m_usual = height;
    m_differences = Column<int>(size_t(count));
    m_sums = Column<qint64>(size_t(count));
    m_total = qint64(count) * height;
}

} // namespace Aura
