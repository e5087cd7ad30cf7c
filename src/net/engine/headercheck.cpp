// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/headercheck.h"

#include <algorithm>

namespace Aura {

namespace {

constexpr int lengthDigits = 18; // fits 63 bits; nobody sends more

bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

QByteArrayView withoutLineEnd(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isLength(QByteArrayView text)
{
    return isDigits(text) && text.size() <= lengthDigits;
}

// Every value of the fields of one name, lists taken apart.
QList<QByteArray> listOf(const ResponseHead &head, QByteArrayView name)
{
    QList<QByteArray> values;
    for (const auto &[field, value] : head.headers) {
        if (!equalsIgnoringCase(field, name))
            continue;
        const QList<QByteArray> parts = value.split(',');
        for (const QByteArray &part : parts)
            values.append(part.trimmed().toLower());
    }
    return values;
}

bool hasNoBody(int status)
{
    return status == 204 || status == 304;
}

} // namespace

QByteArray ResponseHead::header(QByteArrayView name) const
{
    for (const auto &[field, value] : headers) {
        if (equalsIgnoringCase(field, name))
            return value;
    }
    return {};
}

HeaderCheck::HeaderCheck(const ReplyLimits &limits, Request request)
    : m_limits(limits)
    , m_request(request)
{}

bool HeaderCheck::isInInterim() const
{
    return m_lines > 0 && m_expectsStatusLine && !m_isComplete;
}

bool HeaderCheck::isCompressed() const
{
    const QList<QByteArray> codings = listOf(m_head, "Content-Encoding");
    return std::any_of(codings.begin(), codings.end(), [](const QByteArray &coding) {
        return !coding.isEmpty() && coding != "identity";
    });
}

bool HeaderCheck::accept(QByteArrayView line)
{
    if (m_refusal || !isWithinLimits(line))
        return false;
    if (m_isComplete)
        return true;
    const QByteArrayView text = withoutLineEnd(line);
    if (m_expectsStatusLine)
        return acceptStatusLine(text);
    return text.isEmpty() ? acceptEnd() : acceptField(text);
}

bool HeaderCheck::refuse(ErrorCause cause)
{
    m_refusal = cause;
    return false;
}

bool HeaderCheck::isWithinLimits(QByteArrayView line)
{
    m_bytes += line.size();
    ++m_lines;
    const bool isStatusLine = m_expectsStatusLine && !m_isComplete;
    if (m_lines > m_limits.headerLines || m_bytes > m_limits.headerBytes
        || (line.size() > m_limits.headerLine && !isStatusLine))
        return refuse(ErrorCause::HeaderTooLarge);
    return true;
}

bool HeaderCheck::acceptStatusLine(QByteArrayView line)
{
    const bool isHttp1 = line.startsWith("HTTP/1.0 ") || line.startsWith("HTTP/1.1 ");
    const QByteArrayView status = line.sliced(std::min<qsizetype>(line.size(), 9))
                                      .first(std::clamp<qsizetype>(line.size() - 9, 0, 3));
    const bool endsWell = line.size() <= 12 || line.at(12) == ' ';
    if (!isHttp1 || status.size() != 3 || !isDigits(status) || status.front() < '1' || !endsWell)
        return refuse(ErrorCause::NotHttp);
    m_head = {.status = status.toInt()};
    if (line.size() > 13)
        m_head.reason = line.sliced(13).trimmed().toByteArray();
    if (m_head.status == 101) // we never offer to switch protocols
        return refuse(ErrorCause::NotHttp);
    m_expectsStatusLine = false;
    return true;
}

bool HeaderCheck::acceptField(QByteArrayView line)
{
    if (line.front() == ' ' || line.front() == '\t') { // a folded line belongs to the one before
        if (m_head.headers.isEmpty())
            return refuse(ErrorCause::BadFraming);
        m_head.headers.last().second += ' ' + line.trimmed().toByteArray();
        return true;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0)
        return refuse(ErrorCause::BadFraming);
    m_head.headers.append({line.first(colon).trimmed().toByteArray(),
                           line.sliced(colon + 1).trimmed().toByteArray()});
    return true;
}

bool HeaderCheck::acceptEnd()
{
    if (m_head.status < 200) { // interim: the real answer follows
        m_expectsStatusLine = true;
        m_head = {};
        return true;
    }
    m_isComplete = true;
    return acceptFraming();
}

bool HeaderCheck::acceptFraming()
{
    const QList<QByteArray> codings = listOf(m_head, "Transfer-Encoding");
    const QList<QByteArray> lengths = listOf(m_head, "Content-Length");
    const bool isEveryLengthValid = std::all_of(lengths.begin(), lengths.end(), isLength);
    const bool isOneLength = std::all_of(lengths.begin(), lengths.end(), [&](const auto &length) {
        return length == lengths.first();
    });
    if (!isEveryLengthValid || !isOneLength || (!lengths.isEmpty() && !codings.isEmpty()))
        return refuse(ErrorCause::BadFraming);
    if (codings.size() > 1 || (codings.size() == 1 && codings.first() != "chunked"))
        return refuse(ErrorCause::BadFraming);
    if (m_request == Request::Head || hasNoBody(m_head.status))
        m_head.framing = Framing::Length;
    else if (!codings.isEmpty())
        m_head.framing = Framing::Chunked;
    else
        m_head.framing = lengths.isEmpty() ? Framing::Close : Framing::Length;
    // An error or a redirect says enough without its body.
    if (isCompressed() && m_head.status < 300 && m_request != Request::Head)
        return refuse(ErrorCause::CompressionRefused);
    return true;
}

} // namespace Aura
