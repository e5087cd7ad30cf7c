// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/findquery.h"
#include "ui/transcript/heightindex.h"
#include "ui/transcript/messagesearch.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace Aura {

class TranscriptText;

//! Finds a text in the whole conversation, whether it is laid out or not, a few milliseconds at a
//! time; what is asked for meanwhile is answered from what was searched so far.
//!
//! Hits are numbered from the conversation's top. Only how many there are in each message is kept.
class TranscriptFind : public QObject
{
    Q_OBJECT

public:
    //! The texts outlive the search.
    explicit TranscriptFind(TranscriptText &text, QObject *parent = nullptr);
    ~TranscriptFind() override;

    //! Begins at a place, and shows the first hit from there on.
    void setQuery(const FindQuery &query, const TextPosition &from);
    const FindQuery &query() const { return m_query; }

    qint64 count() const { return m_counts.total(); }
    qint64 number() const; // of the hit that is shown, from 1; 0: none
    bool isSearching() const { return m_left > 0; }

    //! The hit that is shown; nothing where there is none.
    const std::optional<TextSelection> &current() const { return m_current; }
    std::optional<TextSelection> current(int row) const
    {
        return m_current && m_current->anchor.row == row ? m_current : std::nullopt;
    }
    void showNext();
    void showPrevious();

    //! Whether there are hits in rows [first, last).
    bool hasHits(int first, int last) const { return m_counts.top(last) > m_counts.top(first); }
    //! Whether there are in a part of one row: [from, to) of 0 … 1 from its top.
    bool hasHitsWithin(int row, double from, double to) const;
    int rowCount() const { return m_counts.count(); }

    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void changeRow(int row); // its text, or its end
    void reset();            // all rows are others

signals:
    void changed(); // counts, whether it is searching, the number of the hit that is shown
    void hitShown(const Aura::TextSelection &hit);

private:
    void restart();
    void searchSlice();
    void takeCount(int row, const MessageSearch &search);
    void searchChanged();
    void show(qint64 index);
    void showFrom(const TextPosition &from);
    MessageSearch &searched(int row);

    TranscriptText &m_text;
    FindQuery m_query;
    HeightIndex m_counts; // hits, by row
    std::optional<TextSelection> m_current;
    std::optional<TextPosition> m_wanted;    // the first hit from here on is shown when it is found
    int m_next = 0;                          // the row to search next
    int m_left = 0;                          // rows that were not searched yet
    std::unique_ptr<MessageSearch> m_search; // of the row m_next
    std::unique_ptr<MessageSearch> m_recent; // of the row whose hit is shown
    std::unique_ptr<MessageSearch> m_growing; // of the reply that grows
    QHash<MessageId, QList<float>> m_places;  // of the hits in long messages
    QTimer m_slice;
    QTimer m_growth;
    QElapsedTimer m_sinceTold;
};

} // namespace Aura
