// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demorequest.h"

#include <QByteArrayView>

#include <optional>

namespace Aura {

//! How large a request may be before it is refused.
struct HttpRequestLimits
{
    qsizetype headBytes = 64 * 1024; // request line and headers; also a chunked body's trailers
    int headerLines = 200;
    qsizetype bodyBytes = 64 * 1024 * 1024;
};

//! Turns the bytes of one connection into requests; every split of the bytes reads the same.
//!
//! HTTP/1.0 and 1.1 (RFC 9112), bodies by Content-Length or chunked, one request after the other
//! on the same connection. Lines may end in LF alone. Where two lengths contradict each other the
//! request is refused. After a problem no further request comes.
class HttpRequestReader
{
public:
    enum class Problem { None, BadRequest, HeadTooLarge, BodyTooLarge };

    explicit HttpRequestReader(HttpRequestLimits limits = {});

    void feed(QByteArrayView bytes);

    //! The next request that has arrived whole, once.
    std::optional<DemoRequest> takeRequest();

    Problem problem() const { return m_problem; }

    //! True while a request has begun to arrive and is not whole.
    bool isInsideRequest() const;

    //! True once for a request whose client waits for "100 Continue" before it sends the body.
    bool takeContinueWanted();

private:
    enum class State { RequestLine, HeaderLines, Body, ChunkSize, ChunkBytes, ChunkEnd, Trailers };
    enum class Step { Done, NeedsMore, RequestWhole };

    Step advance();
    Step takeLineStep();
    Step takeBodyStep();
    std::optional<QByteArray> takeLine();
    Step handleLine(const QByteArray &line);
    void readRequestLine(const QByteArray &line);
    void readHeader(const QByteArray &line);
    void readChunkSize(const QByteArray &line);
    Step finishHead();
    void fail(Problem problem);

    HttpRequestLimits m_limits;
    QByteArray m_buffer{};
    qsizetype m_position = 0; // everything before it is used up
    qsizetype m_scanned = 0;  // no line end stands between m_position and here
    State m_state = State::RequestLine;
    Problem m_problem = Problem::None;
    DemoRequest m_request{};
    qsizetype m_headBytes = 0;
    qsizetype m_remaining = 0; // bytes of the body, or of the chunk, that are still to come
    bool m_continueWanted = false;
};

} // namespace Aura
