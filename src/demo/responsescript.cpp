// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/responsescript.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace Aura {

namespace {

constexpr qsizetype promisedTooMuch = 64;

struct StandardReason
{
    int status = 0;
    const char *phrase = "";
};

constexpr StandardReason standardReasons[] = {
    {200, "OK"},
    {204, "No Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {407, "Proxy Authentication Required"},
    {413, "Payload Too Large"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
};

QByteArray standardReason(int status)
{
    const auto *found =
        std::find_if(std::begin(standardReasons), std::end(standardReasons),
                     [status](const StandardReason &row) { return row.status == status; });
    return found == std::end(standardReasons) ? "Status" : found->phrase;
}

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
}

qsizetype bodySize(const QList<QByteArray> &pieces)
{
    qsizetype size = 0;
    for (const QByteArray &piece : pieces)
        size += piece.size();
    return size;
}

} // namespace

ResponseScript::ResponseScript(const Scenario &scenario, ConnectionUse use)
    : m_scenario(scenario)
    , m_use(use)
{
    if (m_scenario.cutAfter >= 0 && m_scenario.ending == Scenario::Ending::Proper)
        m_scenario.ending = Scenario::Ending::CutOff;
    if (!m_scenario.sendHead)
        m_part = Part::Pieces;
}

ResponseScript::Ending ResponseScript::ending() const
{
    switch (m_scenario.ending) {
    case Scenario::Ending::CutOff: return Ending::Close;
    case Scenario::Ending::Reset: return Ending::Reset;
    case Scenario::Ending::Silence: return Ending::Silence;
    case Scenario::Ending::Proper: break;
    }
    const bool saysClose =
        std::any_of(m_scenario.headers.cbegin(), m_scenario.headers.cend(), [](const auto &header) {
            return header.first.compare("Connection", Qt::CaseInsensitive) == 0
                && header.second.compare("close", Qt::CaseInsensitive) == 0;
        });
    const bool closes = m_use == ConnectionUse::Close || saysClose
        || m_scenario.framing == Scenario::Framing::UntilClose;
    return closes ? Ending::Close : Ending::KeepOpen;
}

std::optional<WriteStep> ResponseScript::next()
{
    const qsizetype limit = m_scenario.cutAfter;
    if (limit >= 0 && m_sent >= limit)
        return std::nullopt;
    std::optional<WriteStep> step = nextUncut();
    if (!step)
        return std::nullopt;
    if (limit >= 0)
        step->bytes.truncate(limit - m_sent);
    m_sent += step->bytes.size();
    return step;
}

//! The next write, divided where the scenario wants small steps.
std::optional<WriteStep> ResponseScript::nextUncut()
{
    if (m_scenario.byteSteps <= 0)
        return nextOfPlan();
    if (!m_divided)
        m_divided = nextOfPlan();
    if (!m_divided)
        return std::nullopt;
    WriteStep step{m_divided->pause, m_divided->bytes.left(m_scenario.byteSteps)};
    m_divided->pause = std::chrono::milliseconds(0);
    m_divided->bytes.remove(0, step.bytes.size());
    if (m_divided->bytes.isEmpty())
        m_divided.reset();
    return step;
}

std::optional<WriteStep> ResponseScript::nextOfPlan()
{
    std::optional<WriteStep> step = nextPart();
    if (step)
        step->pause += std::exchange(m_scenario.delay, std::chrono::milliseconds(0));
    return step;
}

std::optional<WriteStep> ResponseScript::nextPart()
{
    const QList<QByteArray> &pieces = m_scenario.pieces;
    if (m_part == Part::Head) {
        m_part = Part::Pieces;
        if (!m_scenario.headWaits || pieces.isEmpty())
            return WriteStep{.bytes = head()};
        m_waitingHead = head();
    }
    if (m_part == Part::Pieces && !pieces.isEmpty()) {
        if (m_scenario.endless && m_nextPiece == pieces.size())
            m_nextPiece = 0;
        if (m_nextPiece < pieces.size()) {
            const QByteArray bytes = framed(pieces.at(m_nextPiece++));
            return WriteStep{m_scenario.pause, std::exchange(m_waitingHead, QByteArray()) + bytes};
        }
    }
    if (m_part == Part::Over)
        return std::nullopt;
    m_part = Part::Over;
    if (m_scenario.sendHead && isChunked() && !endsEarly())
        return WriteStep{.bytes = "0\r\n\r\n"};
    return WriteStep{}; // so that the delay is kept to where nothing is said
}

QByteArray ResponseScript::head() const
{
    const QByteArray status = QByteArray::number(m_scenario.status);
    const QByteArray reason =
        m_scenario.reason.isEmpty() ? standardReason(m_scenario.status) : m_scenario.reason;
    QByteArray head = "HTTP/1.1 " + status + ' ' + reason + "\r\n";
    for (const auto &[name, value] : m_scenario.headers)
        head += name + ": " + value + "\r\n";
    const auto add = [&](const QByteArray &name, const QByteArray &value) {
        if (!hasHeader(name))
            head += name + ": " + value + "\r\n";
    };
    add("Date", httpDate(QDateTime::currentDateTimeUtc()));
    if (m_use == ConnectionUse::Close || m_scenario.framing == Scenario::Framing::UntilClose) {
        add("Connection", "close");
    } else if (!hasHeader("Connection")) {
        add("Connection", "keep-alive");
        add("Keep-Alive", "timeout=5");
    }
    const bool framedByScenario = hasHeader("Content-Length") || hasHeader("Transfer-Encoding");
    if (isChunked() && !framedByScenario)
        add("Transfer-Encoding", "chunked");
    if (m_scenario.framing == Scenario::Framing::ContentLength && !framedByScenario) {
        const qsizetype extra = endsEarly() || m_scenario.endless ? promisedTooMuch : 0;
        add("Content-Length", QByteArray::number(bodySize(m_scenario.pieces) + extra));
    }
    return head + "\r\n";
}

QByteArray ResponseScript::framed(const QByteArray &piece) const
{
    if (!m_scenario.sendHead || !isChunked() || piece.isEmpty()) // an empty chunk would be the last
        return piece;
    return QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
}

bool ResponseScript::isChunked() const
{
    const bool ownLength = hasHeader("Content-Length") && !hasHeader("Transfer-Encoding");
    return m_scenario.framing == Scenario::Framing::Chunked && !ownLength;
}

bool ResponseScript::hasHeader(const QByteArray &name) const
{
    const auto &headers = m_scenario.headers;
    return std::any_of(headers.cbegin(), headers.cend(), [&name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

bool ResponseScript::endsEarly() const
{
    return m_scenario.ending != Scenario::Ending::Proper && m_scenario.cutAfter < 0;
}

} // namespace Aura
