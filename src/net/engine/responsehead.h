// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/replyattributes.h"

#include <QByteArray>
#include <QList>

#include <utility>

namespace Aura {

//! The status line and the header of a response, as they came.
struct ResponseHead
{
    int status = 0; // 0: none came
    QByteArray reason{};
    QList<std::pair<QByteArray, QByteArray>> headers{};
    Framing framing = Framing::Unknown;

    //! The value of the first header of that name, in any case; empty where there is none.
    QByteArray header(QByteArrayView name) const;
};

//! Milliseconds since the request was made; -1: that point was not reached.
struct TransferTimes
{
    qint64 nameLookupMs = -1;
    qint64 connectMs = -1;
    qint64 tlsMs = -1;
    qint64 firstByteMs = -1;
    qint64 totalMs = -1;

    friend bool operator==(const TransferTimes &, const TransferTimes &) = default;
};

} // namespace Aura
