// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Aura {

class FaultServer;

//! Adds a chat server that paces its events and remembers when it sent each:
//! "/RATE/SECONDS/v1/chat/completions" for the rates and lengths of windowRates(), "/stamps" for
//! the moments in ns of CLOCK_MONOTONIC as binary, and "/closed" for the moment at which the client
//! was seen to leave. "/big/v1/chat/completions" sends 100 MB in four seconds.
void addWindowPaths(FaultServer &server);

//! How a stream is paced: so many events a second for so long.
struct WindowRate
{
    int eventsPerSecond = 0;
    int seconds = 0;
};
inline constexpr WindowRate fastRate{10'000, 12};
inline constexpr WindowRate usualRate{200, 12};
inline constexpr WindowRate endlessRate{200, 600};

//! The text of an event, as JSON has it; its characters count.
struct WindowEvent
{
    const char *json = nullptr;
    int characters = 0;
};
WindowEvent windowEvent(qint64 index);

//! ns of CLOCK_MONOTONIC, the same clock in every process.
qint64 monotonicNow();

} // namespace Aura
