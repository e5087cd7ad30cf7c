// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/heightindex.h"

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
    qint64 sum = 0;
    for (size_t i = size_t(row); i > 0; i -= lowBit(i))
        sum += m_sums[i - 1];
    return sum;
}

int HeightIndex::rowAt(qint64 y) const
{
    if (m_heights.empty())
        return -1;
    // Descends the tree from its largest power of two: the rows before i end at or above y.
    size_t i = 0;
    for (size_t step = std::bit_floor(m_sums.size()); step > 0; step /= 2) {
        if (i + step <= m_sums.size() && m_sums[i + step - 1] <= y) {
            i += step;
            y -= m_sums[i - 1];
        }
    }
    return int(std::min(i, m_heights.size() - 1));
}

void HeightIndex::setHeight(int row, int height)
{
    const int difference = height - m_heights[size_t(row)];
    if (difference == 0)
        return;
    m_heights[size_t(row)] = height;
    m_total += difference;
    for (size_t i = size_t(row) + 1; i <= m_sums.size(); i += lowBit(i))
        m_sums[i - 1] += difference;
}

void HeightIndex::append(int height)
{
    m_heights.push_back(height);
    m_total += height;
    const size_t i = m_heights.size();
    qint64 sum = height;
    for (size_t child = 1; child < lowBit(i); child *= 2)
        sum += m_sums[i - child - 1];
    m_sums.push_back(sum);
}

void HeightIndex::truncate(int count)
{
    m_total = top(count);
    m_heights.resize(size_t(count));
    m_sums.resize(size_t(count));
}

void HeightIndex::assign(std::vector<int> heights)
{
    m_heights = std::move(heights);
    m_sums.assign(m_heights.begin(), m_heights.end());
    m_total = 0;
    for (size_t i = 1; i <= m_sums.size(); ++i) {
        m_total += m_heights[i - 1];
        if (const size_t parent = i + lowBit(i); parent <= m_sums.size())
            m_sums[parent - 1] += m_sums[i - 1];
    }
}

void HeightIndex::assign(int count, int height)
{
    m_heights.assign(size_t(count), height);
    m_sums.resize(size_t(count));
    for (size_t i = 1; i <= m_sums.size(); ++i)
        m_sums[i - 1] = qint64(lowBit(i)) * height;
    m_total = qint64(count) * height;
}

} // namespace Aura
