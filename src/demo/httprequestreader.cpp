// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/httprequestreader.h"

#include <algorithm>
#include <utility>

namespace Aura {

namespace {

constexpr qsizetype compactAt = 64 * 1024;

//! A number of digits only, as RFC 9112 writes lengths; no sign, no spaces.
std::optional<qsizetype> parseLength(const QByteArray &text, int base)
{
    constexpr qsizetype longest = 15; // digits; no body we would take has more
    const bool digitsOnly = std::all_of(text.cbegin(), text.cend(), [base](char c) {
        return base == 16 ? isxdigit(static_cast<unsigned char>(c)) != 0 : c >= '0' && c <= '9';
    });
    if (text.isEmpty() || text.size() > longest || !digitsOnly)
        return std::nullopt;
    return text.toLongLong(nullptr, base);
}

bool isToken(const QByteArray &text)
{
    static const QByteArray allowed = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](char c) {
        return isalnum(static_cast<unsigned char>(c)) || allowed.contains(c);
    });
}

qsizetype countHeaders(const DemoRequest &request, const QByteArray &name)
{
    return std::count_if(request.headers.cbegin(), request.headers.cend(), [&](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

HttpRequestReader::HttpRequestReader(HttpRequestLimits limits)
    : m_limits(limits)
{}

void HttpRequestReader::feed(QByteArrayView bytes)
{
    if (m_problem == Problem::None)
        m_buffer.append(bytes);
}

std::optional<DemoRequest> HttpRequestReader::takeRequest()
{
    Step step = Step::Done;
    while (m_problem == Problem::None && step == Step::Done)
        step = advance();
    if (m_position > compactAt || m_position == m_buffer.size()) {
        m_buffer.remove(0, m_position);
        m_scanned -= std::min(m_scanned, m_position);
        m_position = 0;
    }
    if (m_problem != Problem::None || step != Step::RequestWhole)
        return std::nullopt;
    m_state = State::RequestLine;
    m_headBytes = 0;
    m_continueWanted = false;
    return std::exchange(m_request, DemoRequest());
}

bool HttpRequestReader::isInsideRequest() const
{
    return m_state != State::RequestLine || m_position < m_buffer.size();
}

bool HttpRequestReader::takeContinueWanted()
{
    return std::exchange(m_continueWanted, false);
}

HttpRequestReader::Step HttpRequestReader::advance()
{
    return m_state == State::Body || m_state == State::ChunkBytes ? takeBodyStep() : takeLineStep();
}

HttpRequestReader::Step HttpRequestReader::takeLineStep()
{
    const std::optional<QByteArray> line = takeLine();
    if (!line)
        return Step::NeedsMore;
    return handleLine(*line);
}

//! The next line without its end; what has come is never searched twice.
std::optional<QByteArray> HttpRequestReader::takeLine()
{
    const qsizetype end = m_buffer.indexOf('\n', std::max(m_position, m_scanned));
    const qsizetype used = (end < 0 ? m_buffer.size() : end + 1) - m_position;
    if (m_headBytes + used > m_limits.headBytes) {
        fail(Problem::HeadTooLarge);
        return std::nullopt;
    }
    if (end < 0) {
        m_scanned = m_buffer.size();
        return std::nullopt;
    }
    QByteArray line = m_buffer.mid(m_position, end - m_position);
    if (line.endsWith('\r'))
        line.chop(1);
    m_position = end + 1;
    if (m_state != State::ChunkSize && m_state != State::ChunkEnd)
        m_headBytes += used;
    return line;
}

HttpRequestReader::Step HttpRequestReader::handleLine(const QByteArray &line)
{
    switch (m_state) {
    case State::RequestLine:
        if (!line.isEmpty()) // RFC 9112 2.2: empty lines before a request are ignored
            readRequestLine(line);
        break;
    case State::HeaderLines:
        if (line.isEmpty())
            return finishHead();
        readHeader(line);
        break;
    case State::ChunkSize: readChunkSize(line); break;
    case State::ChunkEnd:
        m_state = State::ChunkSize;
        if (!line.isEmpty())
            fail(Problem::BadRequest);
        break;
    case State::Trailers: return line.isEmpty() ? Step::RequestWhole : Step::Done;
    case State::Body:
    case State::ChunkBytes: break;
    }
    return Step::Done;
}

HttpRequestReader::Step HttpRequestReader::takeBodyStep()
{
    const qsizetype size = std::min(m_remaining, m_buffer.size() - m_position);
    m_request.body.append(QByteArrayView(m_buffer).sliced(m_position, size));
    m_position += size;
    m_remaining -= size;
    if (m_remaining > 0)
        return Step::NeedsMore;
    if (m_state == State::Body)
        return Step::RequestWhole;
    m_state = State::ChunkEnd;
    return Step::Done;
}

void HttpRequestReader::readRequestLine(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    const bool plausible = words.size() == 3 && isToken(words.at(0)) && !words.at(1).isEmpty()
        && (words.at(2) == "HTTP/1.1" || words.at(2) == "HTTP/1.0");
    if (!plausible)
        return fail(Problem::BadRequest);
    m_request = {.method = words.at(0), .target = words.at(1), .version = words.at(2)};
    m_state = State::HeaderLines;
}

void HttpRequestReader::readHeader(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.first(std::max<qsizetype>(colon, 0));
    if (!isToken(name)) // also a folded line, which RFC 9112 5.2 lets a server refuse
        return fail(Problem::BadRequest);
    if (m_request.headers.size() >= m_limits.headerLines)
        return fail(Problem::HeadTooLarge);
    m_request.headers.append({name, line.mid(colon + 1).trimmed()});
}

HttpRequestReader::Step HttpRequestReader::finishHead()
{
    const qsizetype lengths = countHeaders(m_request, "Content-Length");
    const qsizetype codings = countHeaders(m_request, "Transfer-Encoding");
    if (lengths + codings > 1) {
        fail(Problem::BadRequest);
        return Step::Done;
    }
    if (lengths + codings == 0)
        return Step::RequestWhole;
    m_continueWanted = m_request.header("Expect").toLower() == "100-continue";
    if (codings == 1) {
        m_state = State::ChunkSize;
        if (m_request.header("Transfer-Encoding").toLower() != "chunked")
            fail(Problem::BadRequest);
        return Step::Done;
    }
    const std::optional<qsizetype> length = parseLength(m_request.header("Content-Length"), 10);
    if (!length)
        fail(Problem::BadRequest);
    else if (*length > m_limits.bodyBytes)
        fail(Problem::BodyTooLarge);
    m_remaining = length.value_or(0);
    m_state = State::Body;
    return Step::Done;
}

void HttpRequestReader::readChunkSize(const QByteArray &line)
{
    const qsizetype extension = line.indexOf(';');
    const QByteArray digits = (extension < 0 ? line : line.first(extension)).trimmed();
    const std::optional<qsizetype> size = parseLength(digits, 16);
    if (!size)
        return fail(Problem::BadRequest);
    if (*size > m_limits.bodyBytes - m_request.body.size())
        return fail(Problem::BodyTooLarge);
    m_remaining = *size;
    m_state = *size == 0 ? State::Trailers : State::ChunkBytes;
}

void HttpRequestReader::fail(Problem problem)
{
    m_problem = problem;
    m_buffer.clear();
    m_position = 0;
    m_scanned = 0;
}

} // namespace Aura
