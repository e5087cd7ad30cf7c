// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <cstdlib>

namespace Aura {

//! What the fuzzer hands over, read as a body and how it is cut: the first byte is the length of
//! a piece (0: one piece), the others are the body.
struct Pieces
{
    Pieces(const std::uint8_t *bytes, std::size_t size)
        : length(size > 0 ? bytes[0] : 0)
        , body(bytes + (size > 0 ? 1 : 0), static_cast<qsizetype>(size > 0 ? size - 1 : 0))
    {}

    //! Calls take with each piece in turn.
    template<typename Take> void feed(Take take) const
    {
        const qsizetype step = length > 0 ? length : qMax<qsizetype>(body.size(), 1);
        for (qsizetype at = 0; at < body.size(); at += step)
            take(body.sliced(at, qMin(step, body.size() - at)));
    }

    qsizetype length;
    QByteArrayView body;
};

//! Ends the run where something that must hold does not; libFuzzer keeps the input.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace Aura
