// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <utility>

namespace Aura {

//! What the demo server answers when it plays a fault instead of the demo: one HTTP response, its
//! timing and how it ends. Everything is bytes, so that anything can be said.
//!
//! Headers given here replace the server's own of the same name: a Content-Length or a
//! Transfer-Encoding of yours stands alone, and "Connection: close" is kept to. Where the ending
//! is not Proper, Content-Length promises 64 bytes more than the pieces hold.
struct Scenario
{
    enum class Framing { Chunked, ContentLength, UntilClose };
    enum class Ending {
        Proper,  // as the framing asks; raw bytes leave the connection open unless UntilClose
        CutOff,  // FIN where the framing promised more
        Reset,   // RST instead of an end
        Silence, // nothing more, the connection open
    };

    int status = 200;
    QByteArray reason{}; // the phrase in the status line, Latin-1; empty: the standard one
    QList<std::pair<QByteArray, QByteArray>> headers{};
    QList<QByteArray> pieces{};         // the body; a piece is a write, and a chunk where chunked
    std::chrono::milliseconds delay{0}; // before the head
    std::chrono::milliseconds pause{0}; // before every piece
    Framing framing = Framing::Chunked;
    Ending ending = Ending::Proper;
    bool sendHead = true;    // false: pieces are the raw bytes of the whole response
    qsizetype cutAfter = -1; // bytes of the proper response, as they travel (head, chunk
                             // sizes and last chunk too), that leave before the ending;
                             // Proper then ends like CutOff; -1: all
    int byteSteps = 0;       // > 0: everything is written in steps of so many bytes
    bool headWaits = false;  // the head leaves together with the first piece
    bool endless = false;    // the pieces are sent again and again until the client leaves
};

} // namespace Aura
