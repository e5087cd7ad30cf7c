// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replypace.h"

namespace Aura {

namespace {

constexpr double charactersPerToken = 4;
constexpr qint64 settled = 500; // ms; a rate over less says nothing

} // namespace

void ReplyPace::begin(const QDateTime &asked, qsizetype characters, const QDateTime &now)
{
    m_asked = asked;
    m_firstSeen = now;
    m_characters = 0;
    m_writing = characters > 0;
}

void ReplyPace::grow(qsizetype characters, const QDateTime &now)
{
    if (!m_writing) {
        m_writing = true;
        m_firstSeen = now;
    }
    m_characters += characters;
}

QString ReplyPace::text(const QDateTime &now) const
{
    if (!m_writing) {
        const qint64 seconds = qMax(qint64(0), m_asked.secsTo(now));
        return seconds < 1 ? tr("waiting") : tr("waiting %n s", nullptr, int(seconds));
    }
    const qint64 elapsed = m_firstSeen.msecsTo(now);
    if (elapsed < settled || m_characters == 0)
        return tr("writing");
    const double rate = double(m_characters) / charactersPerToken * 1000.0 / double(elapsed);
    return tr("writing · %n token(s)/s", nullptr, qMax(1, qRound(rate)));
}

} // namespace Aura
