// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replypace.h"

namespace Aura {

namespace {

constexpr double charactersPerToken = 4;
constexpr qint64 settled = 500; // ms; a rate over less says nothing
constexpr qint64 silence = 30;  // s; from then on it is said

int secondsBetween(const QDateTime &from, const QDateTime &to)
{
    return int(qMax(qint64(0), from.secsTo(to)));
}

} // namespace

void ReplyPace::begin(const QDateTime &asked, qsizetype characters, const QDateTime &now)
{
    m_asked = asked;
    m_progress = {};
    enter(characters > 0 ? Phase::Writing : Phase::Connecting, now);
}

void ReplyPace::grow(qsizetype characters, const QDateTime &now)
{
    if (m_phase != Phase::Writing)
        enter(Phase::Writing, now);
    m_characters += characters;
    m_lastSign = now;
}

void ReplyPace::think(const QDateTime &now)
{
    if (m_phase != Phase::Thinking)
        enter(Phase::Thinking, now);
    m_lastSign = now;
}

void ReplyPace::take(const ReplyProgress &progress, const QDateTime &now)
{
    m_lastSign = now;
    switch (progress.stage) {
    case ReplyProgress::Stage::Sent: enter(Phase::Waiting, now); break;
    case ReplyProgress::Stage::LoadingModel: enter(Phase::Loading, now); break;
    case ReplyProgress::Stage::ReadingPrompt:
        m_progress = progress;
        enter(Phase::Reading, now);
        break;
    case ReplyProgress::Stage::Alive: break;
    }
}

void ReplyPace::enter(Phase phase, const QDateTime &now)
{
    m_phase = phase;
    m_since = now;
    m_lastSign = now;
    m_characters = 0;
}

QString ReplyPace::text(const QDateTime &now) const
{
    const bool isComing = m_phase == Phase::Thinking || m_phase == Phase::Writing;
    const int silent = secondsBetween(m_lastSign, now);
    if (silent < silence)
        return phaseText(now);
    if (m_phase == Phase::Waiting || m_phase == Phase::Reading)
        //: %1: "waiting for the first word · 35 s"
        return tr("%1 · no data for %n s", nullptr, silent).arg(phaseText(now));
    return isComing ? tr("no data for %n s", nullptr, silent) : phaseText(now);
}

QString ReplyPace::phaseText(const QDateTime &now) const
{
    const int waited = secondsBetween(m_asked, now);
    switch (m_phase) {
    case Phase::Connecting:
        return waited < 1 ? tr("connecting") : tr("connecting · %n s", nullptr, waited);
    case Phase::Waiting:
        return waited < 1 ? tr("waiting for the first word")
                          : tr("waiting for the first word · %n s", nullptr, waited);
    case Phase::Loading: return tr("the server loads the model · %n s", nullptr, waited);
    case Phase::Reading:
        return m_progress.total > 0
            ? tr("the model reads · %1 %").arg(100 * m_progress.done / m_progress.total)
            : tr("the model reads");
    case Phase::Thinking: return tr("thinking · %n s", nullptr, secondsBetween(m_since, now));
    case Phase::Writing: break;
    }
    const qint64 elapsed = m_since.msecsTo(now);
    if (elapsed < settled || m_characters == 0)
        return tr("writing");
    const double rate = double(m_characters) / charactersPerToken * 1000.0 / double(elapsed);
    return tr("writing · %n token(s)/s", nullptr, qMax(1, qRound(rate)));
}

} // namespace Aura
