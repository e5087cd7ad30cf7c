// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/linebuffer.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace Aura {

//! One server-sent event.
struct SseEvent
{
    QByteArray type{};    // of its "event:" line; empty: none
    QByteArray data{};    // its "data:" lines, joined by LF
    bool isStray = false; // a line of no event that looks like JSON: a server broke down

    friend bool operator==(const SseEvent &, const SseEvent &) = default;
};

//! Reads an event stream (WHATWG HTML, "Server-sent events"), over any split of the bytes.
//!
//! Comments, ids and retry times are passed over. More liberal than the standard in one thing: an
//! event that the end of the body cuts off before its blank line is given by finish().
class SseReader
{
public:
    QList<SseEvent> feed(QByteArrayView bytes);

    //! The event that was not ended. Not fed any more.
    QList<SseEvent> finish();

    qsizetype heldBytes() const { return m_lines.size() + m_event.data.size(); }

    //! Whether a line, or the data of one event, is longer than LineBuffer::longestLine.
    bool isTooLong() const { return m_isTooLong || m_lines.isTooLong(); }

    //! Whether there were lines that no event stream has.
    bool hasStrangeLines() const { return m_hasStrangeLines; }

private:
    void readLine(QByteArrayView line, QList<SseEvent> &events);
    void dispatch(QList<SseEvent> &events);

    LineBuffer m_lines{LineBuffer::LineEnd::Any};
    SseEvent m_event{};
    bool m_hasData = false;
    bool m_isFirstLine = true;
    bool m_isTooLong = false;
    bool m_hasStrangeLines = false;
};

} // namespace Aura
