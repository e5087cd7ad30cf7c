// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Aura {

//! The text with U+FFFD for every half of a surrogate pair: JSON and UTF-8 have no form for one.
QString wellFormed(QString text);

//! Makes text that comes in pieces well-formed: a pair that is cut between two pieces is joined,
//! other halves become U+FFFD. A half at the very end never shows.
class PieceJoiner
{
public:
    QString take(const QString &piece);

private:
    QChar m_half{}; // a high surrogate; null: none
};

} // namespace Aura
