// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/jsoncutter.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace Aura {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isScalarStart(char c)
{
    return c == '-' || c == 't' || c == 'f' || c == 'n' || (c >= '0' && c <= '9');
}

bool endsScalar(char c)
{
    return isSpace(c) || c == ',' || c == ']' || c == '}' || c == ':' || c == '"' || c == '['
        || c == '{';
}

//! A name as JSON writes it, with its escapes read.
QString unescaped(const QByteArray &name)
{
    if (!name.contains('\\'))
        return QString::fromUtf8(name);
    return QJsonDocument::fromJson("[\"" + name + "\"]").array().at(0).toString();
}

} // namespace

JsonCutter::JsonCutter(Options options)
    : m_options(std::move(options))
{}

QList<JsonItem> JsonCutter::feed(QByteArrayView utf8)
{
    while (!utf8.isEmpty() && m_error == Error::None) {
        qsizetype taken = 1;
        switch (m_in) {
        case In::Between: takeBetween(utf8.front()); break;
        case In::Name: takeName(utf8.front()); break;
        case In::Item: taken = takeItem(utf8); break;
        case In::Scalar: taken = takeScalar(utf8); break;
        }
        utf8 = utf8.sliced(taken);
    }
    return std::exchange(m_items, {});
}

QList<JsonItem> JsonCutter::finish()
{
    if (m_error == Error::None && m_in == In::Scalar)
        endItem();
    if (m_error == Error::None && m_values == 0)
        fail(Error::Empty);
    if (m_in != In::Between || !m_open.isEmpty())
        fail(Error::Truncated);
    return std::exchange(m_items, {});
}

void JsonCutter::takeBetween(char c)
{
    if (isSpace(c))
        return;
    switch (m_expect) {
    case Expect::NextValue:
    case Expect::Value: return beginValue(c);
    case Expect::ValueOrEnd: return c == ']' ? close(c) : beginValue(c);
    case Expect::NameOrEnd:
    case Expect::Name:
        if (c == '}' && m_expect == Expect::NameOrEnd)
            return close(c);
        if (c != '"')
            return fail(Error::Malformed);
        m_in = In::Name;
        m_name.clear();
        return;
    case Expect::Colon:
        if (c != ':')
            return fail(Error::Malformed);
        m_expect = Expect::Value;
        return;
    case Expect::CommaOrEnd:
        if (c != ',')
            return close(c);
        m_expect = m_open.back() == '[' ? Expect::Value : Expect::Name;
        return;
    }
}

void JsonCutter::takeName(char c)
{
    if (c == '"' && !m_escaped) {
        m_in = In::Between;
        m_expect = Expect::Colon;
        m_member = unescaped(m_name);
        m_keeps = !m_options.wants || m_options.wants(m_member);
        m_index = 0;
        return;
    }
    m_escaped = c == '\\' && !m_escaped;
    m_name += c;
    if (m_name.size() > longestName)
        fail(Error::TooLarge);
}

bool JsonCutter::isItemHere(char c) const
{
    if (m_options.cut == JsonCut::Whole)
        return true;
    switch (m_open.size()) {
    case 0: return c != '[' && c != '{';
    case 1: return m_open.front() == '[' || c != '[';
    default: return true;
    }
}

void JsonCutter::beginValue(char c)
{
    if (m_open.isEmpty())
        ++m_values;
    if (m_values == 1 && m_open == "{" && m_members.size() < mostMembers)
        m_members.insert(m_member, c);
    if (!isItemHere(c))
        return open(c);
    m_depth = 0;
    m_item.clear();
    if (c == '[' || c == '{' || c == '"') {
        m_in = In::Item;
        m_inString = c == '"';
        m_depth = m_inString ? 0 : 1;
        keep(QByteArrayView(&c, 1));
    } else if (isScalarStart(c)) {
        m_in = In::Scalar;
        keep(QByteArrayView(&c, 1));
    } else {
        fail(Error::Malformed);
    }
}

void JsonCutter::open(char c)
{
    if (m_open.isEmpty()) {
        m_member.clear();
        m_keeps = true;
    }
    m_open += c;
    m_index = 0;
    m_expect = c == '[' ? Expect::ValueOrEnd : Expect::NameOrEnd;
}

void JsonCutter::close(char c)
{
    if (m_open.isEmpty() || c != (m_open.back() == '[' ? ']' : '}'))
        return fail(Error::Malformed);
    m_open.chop(1);
    endValue();
}

void JsonCutter::endValue()
{
    m_expect = m_open.isEmpty() ? Expect::NextValue : Expect::CommaOrEnd;
}

void JsonCutter::endItem()
{
    if (m_keeps)
        m_items << JsonItem{m_member, std::exchange(m_item, {}), m_index};
    ++m_index;
    m_in = In::Between;
    endValue();
}

//! From within an array, an object or a string, to its end or as far as the bytes go.
qsizetype JsonCutter::takeItem(QByteArrayView bytes)
{
    qsizetype at = 0;
    bool ended = false;
    while (at < bytes.size() && !ended && m_error == Error::None) {
        const char c = bytes[at++];
        if (m_inString) {
            if (m_escaped)
                m_escaped = false;
            else if (c == '\\')
                m_escaped = true;
            else if (c == '"')
                ended = m_depth == 0, m_inString = false;
            continue;
        }
        if (c == '"')
            m_inString = true;
        else if ((c == '[' || c == '{') && ++m_depth + m_open.size() > deepest)
            fail(Error::TooDeep);
        else if (c == ']' || c == '}')
            ended = --m_depth == 0;
    }
    keep(bytes.first(at));
    if (ended && m_error == Error::None)
        endItem();
    return at;
}

qsizetype JsonCutter::takeScalar(QByteArrayView bytes)
{
    const auto *end = std::ranges::find_if(bytes, endsScalar);
    const qsizetype length = end - bytes.begin();
    keep(bytes.first(length));
    if (length < bytes.size() && m_error == Error::None)
        endItem();
    return length;
}

void JsonCutter::keep(QByteArrayView bytes)
{
    if (!m_keeps)
        return;
    if (m_options.keepAtMost >= 0)
        bytes = bytes.first(qMin(bytes.size(), m_options.keepAtMost - m_item.size()));
    else if (m_item.size() + bytes.size() > largestItem)
        return fail(Error::TooLarge);
    m_item.append(bytes.data(), bytes.size());
}

void JsonCutter::fail(Error error)
{
    if (m_error == Error::None)
        m_error = error;
}

} // namespace Aura
