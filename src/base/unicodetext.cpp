// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/unicodetext.h"

#include <utility>

namespace Aura {

QString wellFormed(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (!c.isSurrogate())
            continue;
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

QString PieceJoiner::take(const QString &piece)
{
    if (piece.isEmpty())
        return {};
    QString text = piece;
    if (!m_half.isNull())
        text.prepend(std::exchange(m_half, {}));
    if (text.at(text.size() - 1).isHighSurrogate()) { // back() would copy what is shared
        m_half = text.at(text.size() - 1);
        text.chop(1);
    }
    return wellFormed(std::move(text));
}

} // namespace Aura
