// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/eventshape.h"

#include "net/jsontext.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr QByteArrayView contentName("\"content\"");
constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf", 3);
constexpr qsizetype longestShape = 16 * 1024; // bytes; what is longer is no plain event
constexpr int patience = 4;                   // shapes of no use before learning pauses
constexpr int longestPause = 1024;            // events

struct Span
{
    qsizetype start = 0;
    qsizetype end = 0;
};

//! Where the text of the only "content" in the bytes stands, between its quotes.
std::optional<Span> contentIn(QByteArrayView json)
{
    const qsizetype name = json.indexOf(contentName);
    if (name < 0 || json.indexOf(contentName, name + 1) >= 0)
        return std::nullopt;
    qsizetype at = name + contentName.size();
    for (const char awaited : {':', '"'}) {
        while (at < json.size() && json[at] == ' ')
            ++at;
        if (at >= json.size() || json[at] != awaited)
            return std::nullopt;
        ++at;
    }
    const qsizetype start = at;
    while (at < json.size() && json[at] != '"')
        at += json[at] == '\\' ? 2 : 1;
    return at < json.size() ? std::optional(Span{start, at}) : std::nullopt;
}

QJsonObject withContent(QJsonObject object, const QString &text)
{
    QJsonArray choices = object.value("choices"_L1).toArray();
    QJsonObject choice = choices.at(0).toObject();
    QJsonObject delta = choice.value("delta"_L1).toObject();
    delta.insert("content"_L1, text);
    choice.insert("delta"_L1, delta);
    choices.replace(0, choice);
    object.insert("choices"_L1, choices);
    return object;
}

bool isPlain(QByteArrayView text)
{
    const bool hasMarks = std::any_of(
        text.begin(), text.end(), [](char c) { return c == '"' || c == '\\' || uchar(c) < 0x20; });
    // A decoder of a whole text would take the mark for one of encoding.
    return !hasMarks && !text.startsWith(byteOrderMark) && text.isValidUtf8();
}

} // namespace

void EventShape::forget()
{
    m_before.clear();
    m_behind.clear();
}

void EventShape::learn(QByteArrayView json, const QJsonObject &object)
{
    if (hasShape(json)) { // all but the text: it was read because of a line break or a quote
        const auto span = contentIn(json);
        if (span && span->start == m_before.size() && json.size() - span->end == m_behind.size())
            return;
    }
    forget();
    if (std::exchange(m_isOfUse, false))
        m_pause = m_nextPause = 0;
    if (m_pause > 0) {
        --m_pause;
        return;
    }
    if (json.size() > longestShape || !json.isValidUtf8())
        return;
    m_nextPause = std::min(m_nextPause + 1, longestPause);
    m_pause = m_nextPause < patience ? 0 : m_nextPause;

    const auto span = contentIn(json);
    if (!span)
        return;
    const QByteArrayView before = json.first(span->start);
    const QByteArrayView behind = json.sliced(span->end);
    // Letters are no JSON by themselves: they are read only where a text has begun. Others than
    // those that stood there show that it is this text which counts.
    const bool isLetterA = json.sliced(span->start, span->end - span->start) == "a";
    const QByteArray other = isLetterA ? "b" : "a";
    const auto reading = parseJsonObject(before.toByteArray() + other + behind.toByteArray());
    if (!reading || *reading != withContent(object, QString::fromLatin1(other)))
        return;
    m_before = before.toByteArray();
    m_behind = behind.toByteArray();
}

bool EventShape::hasShape(QByteArrayView json) const
{
    return !m_before.isEmpty() && json.size() >= m_before.size() + m_behind.size()
        && json.startsWith(m_before) && json.endsWith(m_behind);
}

std::optional<QByteArrayView> EventShape::textOf(QByteArrayView json)
{
    if (!hasShape(json))
        return std::nullopt;
    const QByteArrayView text =
        json.sliced(m_before.size(), json.size() - m_before.size() - m_behind.size());
    if (!isPlain(text))
        return std::nullopt;
    m_isOfUse = true;
    return text;
}

} // namespace Aura
