// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/ssereader.h"

#include <utility>

namespace Aura {

namespace {

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf", 3);

} // namespace

QList<SseEvent> SseReader::feed(QByteArrayView bytes)
{
    QList<SseEvent> events;
    m_lines.append(bytes);
    while (!m_isTooLong) {
        const auto line = m_lines.next();
        if (!line)
            break;
        readLine(*line, events);
    }
    m_lines.releaseRead();
    return events;
}

QList<SseEvent> SseReader::finish()
{
    QList<SseEvent> events;
    const QByteArray rest = m_lines.takeRest();
    if (!m_isTooLong && !rest.isEmpty())
        readLine(rest, events);
    dispatch(events);
    return events;
}

void SseReader::readLine(QByteArrayView line, QList<SseEvent> &events)
{
    if (std::exchange(m_isFirstLine, false) && line.startsWith(byteOrderMark))
        line = line.sliced(byteOrderMark.size());
    if (line.isEmpty())
        return dispatch(events);
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView field = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (field == "event") {
        m_event.type = value.toByteArray();
    } else if (field == "data" || field == "error") { // older llama.cpp: "error: {…}"
        if (field == "error")
            m_event.type = "error";
        if (std::exchange(m_hasData, true))
            m_event.data += '\n';
        m_event.data += value;
        m_isTooLong = m_event.data.size() > LineBuffer::longestLine;
    } else if (!field.isEmpty() && field != "id" && field != "retry") {
        m_hasStrangeLines = true;
        if (line.startsWith('{'))
            events += {.data = line.toByteArray(), .isStray = true};
    }
}

void SseReader::dispatch(QList<SseEvent> &events)
{
    SseEvent event = std::exchange(m_event, {});
    if (std::exchange(m_hasData, false) && !m_isTooLong && !event.data.isEmpty())
        events += std::move(event);
}

} // namespace Aura
