// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/providererror.h"
#include "net/engine/requestoptions.h"
#include "net/engine/responsehead.h"

#include <QByteArrayView>

#include <optional>

namespace Aura {

//! Reads the header lines of a response and refuses what libcurl would let pass: too many, too
//! long, contradictory or impossible lengths, another protocol, compression nobody asked for.
//!
//! Interim answers (1xx) are skipped. Lines after the final head are trailers: counted, not kept.
//! The rules of framing are those of RFC 9112, section 6.3, and stricter where a sender has no
//! honest reason: both Transfer-Encoding and Content-Length are refused.
class HeaderCheck
{
public:
    //! A response to HEAD has no body whatever its header says.
    enum class Request { WithBodyInReply, Head };

    explicit HeaderCheck(const ReplyLimits &limits, Request request = Request::WithBodyInReply);

    //! Takes one line with its end, the empty one included. False: refused, see refusal().
    bool accept(QByteArrayView line);

    bool hasStarted() const { return m_lines > 0; }
    bool isInInterim() const; // between an interim answer and what follows it
    bool isComplete() const { return m_isComplete; } // the final head's empty line has come
    bool isCompressed() const;                       // the body would be

    const ResponseHead &head() const { return m_head; }
    std::optional<ErrorCause> refusal() const { return m_refusal; }

private:
    bool refuse(ErrorCause cause);
    bool isWithinLimits(QByteArrayView line);
    bool acceptStatusLine(QByteArrayView line);
    bool acceptField(QByteArrayView line);
    bool acceptEnd();
    bool acceptFraming();

    ReplyLimits m_limits;
    Request m_request;
    ResponseHead m_head;
    int m_lines = 0;
    qsizetype m_bytes = 0;
    bool m_expectsStatusLine = true;
    bool m_isComplete = false;
    std::optional<ErrorCause> m_refusal;
};

} // namespace Aura
