// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace Aura {

//! How a running reply comes along, in words: "waiting 12 s", "writing · 41 tokens/s".
//! Tokens are an estimate: four characters each.
class ReplyPace
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ReplyPace)

public:
    //! Follows a reply that was asked for at a time and has so many characters already.
    void begin(const QDateTime &asked, qsizetype characters, const QDateTime &now);
    void grow(qsizetype characters, const QDateTime &now);

    QString text(const QDateTime &now) const;

private:
    QDateTime m_asked;
    QDateTime m_firstSeen;      // when the first character was seen to arrive
    qsizetype m_characters = 0; // since then
    bool m_writing = false;
};

} // namespace Aura
