// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/scenario.h"

#include <optional>

namespace Aura {

//! Some bytes of a response, and how long to wait before they leave.
struct WriteStep
{
    std::chrono::milliseconds pause{0};
    QByteArray bytes{};
};

//! Whether the connection is meant to serve another request afterwards.
enum class ConnectionUse { KeepAlive, Close };

//! Works out, step by step, the bytes that a scenario puts on the wire. Pure; no sockets.
class ResponseScript
{
public:
    //! What becomes of the connection once everything has been said.
    enum class Ending { KeepOpen, Close, Reset, Silence };

    ResponseScript(const Scenario &scenario, ConnectionUse use);

    //! The next write; nothing once everything has been said.
    std::optional<WriteStep> next();

    Ending ending() const;

    //! Whether each write is to be seen on its own by the client.
    bool goesInSmallSteps() const { return m_scenario.byteSteps > 0; }

private:
    std::optional<WriteStep> nextUncut();
    std::optional<WriteStep> nextOfPlan();
    std::optional<WriteStep> nextPart();
    QByteArray head() const;
    QByteArray framed(const QByteArray &piece) const;
    bool isChunked() const;
    bool hasHeader(const QByteArray &name) const;
    bool endsEarly() const; // the framing is left unfinished on purpose

    enum class Part { Head, Pieces, LastChunk, Over };

    Scenario m_scenario;
    ConnectionUse m_use;
    Part m_part = Part::Head;
    qsizetype m_nextPiece = 0;
    QByteArray m_waitingHead{};
    std::optional<WriteStep> m_divided{}; // what is left of a write that byteSteps divides
    qsizetype m_sent = 0;
};

} // namespace Aura
