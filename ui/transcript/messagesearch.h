// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/findquery.h"
#include "ui/transcript/textposition.h"

#include <QDeadlineTimer>

#include <memory>

namespace Aura {

class MessageContent;

//! Finds a text in one message, a bit at a time, and goes on where the message grows.
class MessageSearch
{
public:
    MessageSearch(const Message &message, const FindQuery &query);
    ~MessageSearch();

    MessageId id() const { return m_id; }

    //! The message as it is now: the same, or longer.
    void setMessage(const Message &message);

    //! Goes on until the time is over. Returns whether it is done for now.
    bool advance(const QDeadlineTimer &until);
    bool isDone() const { return m_done; }

    int count() const { return int(m_hits.size()); }
    //! Hits in the order of the text; positions are of row 0.
    const QList<TextSelection> &hits() const { return m_hits; }
    //! Where they stand in the message, about: 0 … 1 from its top.
    const QList<float> &places() const { return m_places; }

private:
    bool readMore();
    void searchBlock();
    void searchRow();
    void addHits(const QString &text, int offset);
    float placeOf(double inBlock) const;

    FindQuery m_query;
    MessageId m_id;
    QString m_text; // while it is read
    qsizetype m_length = 0;
    bool m_ended = false;
    std::unique_ptr<MessageContent> m_content;
    qsizetype m_read = 0; // of the text
    bool m_flushed = false;
    int m_block = 0; // the next one to search
    int m_row = 0;   // of a table
    int m_rowOffset = 0;
    bool m_done = false;
    QList<TextSelection> m_hits;
    QList<float> m_places; // of the hits
};

} // namespace Aura
