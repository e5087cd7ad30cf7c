// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/thinksplitter.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr auto opening = "<think>"_L1;
constexpr auto closing = "</think>"_L1;

//! How many characters at the text's end may be the beginning of the closing tag.
qsizetype beginningOfClosing(QStringView text)
{
    for (qsizetype size = std::min(text.size(), closing.size() - 1); size > 0; --size) {
        if (text.last(size) == closing.first(size))
            return size;
    }
    return 0;
}

} // namespace

void ThinkSplitter::take(const QString &piece, QList<StreamEvent> &events)
{
    if (m_place == Place::Text)
        return addText(events, StreamEvent::Kind::Text, piece);
    m_held += piece;
    if (m_place == Place::Start)
        readStart(events);
    if (m_place == Place::Thought)
        readThought(events);
    if (m_place != Place::AfterThought)
        return;
    const auto *const text = std::find_if(m_held.cbegin(), m_held.cend(),
                                          [](QChar c) { return c != u'\n' && c != u'\r'; });
    m_held.remove(0, text - m_held.cbegin());
    if (m_held.isEmpty())
        return;
    m_place = Place::Text;
    addText(events, StreamEvent::Kind::Text, std::exchange(m_held, {}));
}

void ThinkSplitter::finish(QList<StreamEvent> &events)
{
    addText(events,
            m_place == Place::Thought ? StreamEvent::Kind::Reasoning : StreamEvent::Kind::Text,
            std::exchange(m_held, {}));
}

void ThinkSplitter::readStart(QList<StreamEvent> &events)
{
    const qsizetype space =
        std::find_if_not(m_held.cbegin(), m_held.cend(), [](QChar c) { return c.isSpace(); })
        - m_held.cbegin();
    const QStringView text = QStringView(m_held).sliced(space);
    if (text.startsWith(opening)) {
        m_held.remove(0, space + opening.size());
        m_place = Place::Thought;
    } else if (!opening.startsWith(text)) { // nor may become the tag
        m_place = Place::Text;
        addText(events, StreamEvent::Kind::Text, std::exchange(m_held, {}));
    }
}

void ThinkSplitter::readThought(QList<StreamEvent> &events)
{
    const qsizetype end = m_held.indexOf(closing);
    const qsizetype kept = end >= 0 ? end : m_held.size() - beginningOfClosing(m_held);
    addText(events, StreamEvent::Kind::Reasoning, m_held.left(kept));
    m_held.remove(0, end >= 0 ? end + closing.size() : kept);
    if (end >= 0)
        m_place = Place::AfterThought;
}

} // namespace Aura
