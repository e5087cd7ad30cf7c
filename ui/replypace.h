// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/replyprogress.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace Aura {

//! How a running reply comes along, in words: "connecting", "waiting for the first word · 12 s",
//! "thinking · 8 s", "writing · 41 tokens/s", "no data for 31 s".
//! Tokens are an estimate: four characters each.
class ReplyPace
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ReplyPace)

public:
    //! Follows a reply that was asked for at a time and has so many characters already.
    void begin(const QDateTime &asked, qsizetype characters, const QDateTime &now);
    void grow(qsizetype characters, const QDateTime &now);
    void think(const QDateTime &now); // the model reasons
    void take(const ReplyProgress &progress, const QDateTime &now);

    QString text(const QDateTime &now) const;

private:
    enum class Phase { Connecting, Waiting, Loading, Reading, Thinking, Writing };

    void enter(Phase phase, const QDateTime &now);
    QString phaseText(const QDateTime &now) const;

    QDateTime m_asked;
    QDateTime m_since;    // the phase
    QDateTime m_lastSign; // of life: anything that came
    Phase m_phase = Phase::Connecting;
    qsizetype m_characters = 0; // since the phase
    ReplyProgress m_progress;
};

} // namespace Aura
