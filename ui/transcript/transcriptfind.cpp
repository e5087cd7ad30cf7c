// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptfind.h"

#include "ui/transcript/transcripttext.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr auto sliceLength = 5ms; // of a frame's 16
constexpr auto growthPause = 200ms;
constexpr auto tellEvery = 50ms;
constexpr qsizetype longMessage = 1000; // characters: of these it is known where the hits stand

} // namespace

TranscriptFind::TranscriptFind(TranscriptText &text, QObject *parent)
    : QObject(parent)
    , m_text(text)
{
    m_slice.setSingleShot(true);
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &TranscriptFind::searchSlice);
    m_growth.setSingleShot(true);
    m_growth.setInterval(growthPause);
    connect(&m_growth, &QTimer::timeout, this, &TranscriptFind::searchChanged);
}

TranscriptFind::~TranscriptFind() = default;

void TranscriptFind::setQuery(const FindQuery &query, const TextPosition &from)
{
    if (query == m_query)
        return;
    m_query = query;
    m_wanted = from;
    m_current.reset();
    restart();
}

void TranscriptFind::reset()
{
    m_wanted.reset();
    m_current.reset();
    restart();
}

void TranscriptFind::restart()
{
    m_search.reset();
    if (!m_current)
        m_recent.reset();
    m_growing.reset();
    m_places.clear();
    const int rows = m_text.rowCount();
    m_counts.assign(rows, 0);
    m_left = m_query.isEmpty() ? 0 : rows;
    m_next = m_wanted && m_wanted->isValid() ? std::min(m_wanted->row, std::max(0, rows - 1)) : 0;
    if (m_left > 0)
        m_slice.start();
    m_sinceTold.start();
    emit changed();
}

void TranscriptFind::searchSlice()
{
    const QDeadlineTimer until(sliceLength);
    while (m_left > 0 && !until.hasExpired()) {
        if (!m_search)
            m_search = std::make_unique<MessageSearch>(m_text.message(m_next), m_query);
        if (!m_search->advance(until))
            break;
        takeCount(m_next, *m_search);
        if (m_text.message(m_next).state == ReplyState::Answering)
            m_growing = std::move(m_search);
        else if (m_wanted && m_search->count() > 0)
            m_recent = std::move(m_search); // likely to be shown: not searched again
        m_search.reset();
        m_next = (m_next + 1) % m_counts.count();
        --m_left;
    }
    if (m_left > 0)
        m_slice.start();
    if (m_wanted && (count() > 0 || m_left == 0))
        showFrom(*m_wanted);
    if (m_left == 0 || m_sinceTold.hasExpired(tellEvery.count())) {
        m_sinceTold.start();
        emit changed();
    }
}

void TranscriptFind::takeCount(int row, const MessageSearch &search)
{
    m_counts.setHeight(row, search.count());
    if (m_text.message(row).text.size() > longMessage)
        m_places[search.id()] = search.places();
}

bool TranscriptFind::hasHitsWithin(int row, double from, double to) const
{
    if (m_counts.height(row) == 0)
        return false;
    const auto places = m_places.constFind(m_text.message(row).id);
    if (places == m_places.constEnd())
        return from <= 0.5 && to > 0.5;
    return std::ranges::any_of(*places,
                               [from, to](float place) { return place >= from && place < to; });
}

MessageSearch &TranscriptFind::searched(int row)
{
    const Message message = m_text.message(row);
    if (!m_recent || m_recent->id() != message.id)
        m_recent = std::make_unique<MessageSearch>(message, m_query);
    m_recent->setMessage(message);
    m_recent->advance(QDeadlineTimer(QDeadlineTimer::Forever));
    takeCount(row, *m_recent);
    return *m_recent;
}

void TranscriptFind::show(qint64 index)
{
    // What is counted may be behind a reply that grows by a few hits.
    for (int attempt = 0; attempt < 2 && count() > 0; ++attempt) {
        const int row = m_counts.rowAt(index);
        const auto hits = searched(row).hits();
        const qint64 inRow = index - m_counts.top(row);
        if (inRow < 0 || inRow >= hits.size())
            continue;
        m_current = hits.at(inRow);
        m_current->anchor.row = m_current->cursor.row = row;
        emit hitShown(*m_current);
        emit changed();
        return;
    }
}

// The first hit from a place on; around the end where there is none. Rows behind the place were
// searched first.
void TranscriptFind::showFrom(const TextPosition &from)
{
    const int row = std::clamp(from.row, 0, std::max(0, m_counts.count() - 1));
    if (count() == 0) {
        m_wanted.reset();
        return;
    }
    const qint64 above = m_counts.top(row);
    if (above == count() && m_left > 0)
        return; // it may still come
    qint64 index = above;
    if (m_counts.height(row) > 0) {
        const auto hits = searched(row).hits();
        index += std::ranges::count_if(hits, [&from](const TextSelection &hit) {
            return TextPosition{from.row, hit.anchor.block, hit.anchor.offset} < from;
        });
    }
    if (index >= count() && m_left > 0)
        return;
    m_wanted.reset();
    show(index % count());
}

qint64 TranscriptFind::number() const
{
    if (!m_current || !m_recent)
        return 0;
    const auto &hits = m_recent->hits();
    const auto found = std::ranges::find_if(hits, [this](const TextSelection &hit) {
        return hit.anchor.block == m_current->anchor.block
            && hit.anchor.offset == m_current->anchor.offset;
    });
    return m_counts.top(m_current->anchor.row) + (found - hits.begin()) + 1;
}

void TranscriptFind::showNext()
{
    if (count() > 0)
        show(m_current ? number() % count() : 0);
}

void TranscriptFind::showPrevious()
{
    if (count() > 0)
        show((m_current ? number() - 2 + count() : count() - 1) % count());
}

void TranscriptFind::insertRows(int first, int last)
{
    if (first == m_counts.count()) {
        for (int row = first; row <= last; ++row)
            m_counts.append(0);
    } else {
        const int added = last - first + 1;
        const int total = m_counts.count() + added;
        std::vector<int> counts;
        counts.reserve(size_t(total));
        for (int row = 0; row < m_counts.count(); ++row)
            counts.push_back(m_counts.height(row));
        counts.insert(counts.begin() + first, size_t(added), 0);
        m_counts.assign(counts);
    }
    if (m_query.isEmpty())
        return;
    if (m_current && m_current->anchor.row >= first) {
        m_current->anchor.row += last - first + 1;
        m_current->cursor.row += last - first + 1;
    }
    if (m_left > 0)
        return restart(); // what was left is no longer one stretch
    m_next = first;
    m_left = last - first + 1;
    m_slice.start();
}

void TranscriptFind::removeRows(int first, int last)
{
    std::vector<int> counts;
    for (int row = 0; row < m_counts.count(); ++row) {
        if (row < first || row > last)
            counts.push_back(m_counts.height(row));
    }
    m_counts.assign(counts);
    if (m_current && m_current->anchor.row >= first) {
        if (m_current->anchor.row <= last) {
            m_current.reset();
        } else {
            m_current->anchor.row -= last - first + 1;
            m_current->cursor.row -= last - first + 1;
        }
    }
    m_search.reset();
    if (m_query.isEmpty())
        return;
    if (m_left > 0)
        return restart();
    emit changed();
}

void TranscriptFind::changeRow(int row)
{
    if (m_query.isEmpty() || row >= m_counts.count())
        return;
    const Message message = m_text.message(row);
    if (!m_growing || m_growing->id() != message.id)
        m_growing = std::make_unique<MessageSearch>(message, m_query);
    if (!m_growth.isActive())
        m_growth.start();
}

void TranscriptFind::searchChanged()
{
    if (!m_growing || !m_text.model())
        return;
    const int row = m_text.model()->rowOf(m_growing->id());
    if (row < 0 || row >= m_counts.count())
        return m_growing.reset();
    m_growing->setMessage(m_text.message(row));
    if (!m_growing->advance(QDeadlineTimer(sliceLength))) {
        m_growth.start(0);
        return;
    }
    m_growth.setInterval(growthPause);
    if (m_counts.height(row) != m_growing->count()) {
        takeCount(row, *m_growing);
        emit changed();
    }
}

} // namespace Aura
