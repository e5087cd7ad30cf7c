// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/completion.h"
#include "base/peercertificate.h"

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QUrl>

namespace Aura {

//! When what happened to a request: milliseconds since it was made; -1: that was not reached, or is
//! not known.
struct ExchangeTimes
{
    qint64 nameLookupMs = -1;
    qint64 connectMs = -1;
    qint64 tlsMs = -1;
    qint64 firstByteMs = -1;
    qint64 firstTextMs = -1; // or reasoning
    qint64 totalMs = -1;

    friend bool operator==(const ExchangeTimes &, const ExchangeTimes &) = default;
};

//! One request and its answer as they travelled. Secrets are cut out: the name of an environment
//! variable stands in for each, "$AURA_KEY".
struct ExchangeRecord
{
    static constexpr qsizetype longestBody = 262'144; // bytes of either body that are kept

    QDateTime time{}; // UTC, when it was made
    QByteArray method{};
    QUrl url{};
    QString proxy{};          // "http://host:port"; empty: none
    QByteArray requestHead{}; // its lines, each with CR LF
    QByteArray requestBody{}; // its beginning
    qint64 requestBytes = 0;  // of the body, all of them
    QByteArray replyHead{};
    QByteArray replyBody{}; // its beginning, without the transfer coding
    qint64 replyBytes = 0;
    qint64 textLength = 0; // characters of text and reasoning that came of it
    ExchangeTimes times{};
    Completion completion{};
    PeerCertificate certificate{}; // that was refused, where the user may decide to trust it

    friend bool operator==(const ExchangeRecord &, const ExchangeRecord &) = default;
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::ExchangeRecord)
