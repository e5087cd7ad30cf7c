// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>

namespace Aura {

//! A formula in a line of text: offsets in bytes, the delimiters included, and the TeX between.
struct MathSpan
{
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype texBegin = 0;
    qsizetype texEnd = 0;

    friend bool operator==(const MathSpan &, const MathSpan &) = default;
};

//! The formulas in inline Markdown: $…$, $$…$$, \(…\), \[…\], outside code spans.
//!
//! As in pandoc, $ opens before a character that is no white space, and closes behind one if no
//! digit follows; so "$5 and $10" is money. The next delimiter of a kind decides: every byte is
//! looked at a fixed number of times.
QList<MathSpan> findMath(QByteArrayView text);

} // namespace Aura
