// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <deque>

namespace Aura {

//! Text that came and was not taken in yet. A long text is neither copied when it comes nor moved
//! when a part of it is taken: pieces are kept as they are, and only short ones are joined.
class PendingText
{
public:
    void append(const QString &piece);

    qsizetype size() const { return m_size; } // UTF-16 units
    bool isEmpty() const { return m_size == 0; }

    //! What stands at its beginning, at most so much and often less; holds until it is changed.
    QStringView first(qsizetype most) const;
    void removeFirst(qsizetype length); // not more than first() gave

private:
    std::deque<QString> m_pieces; // none is empty
    qsizetype m_taken = 0;        // of the first piece
    qsizetype m_size = 0;
};

} // namespace Aura
