// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace Aura {

//! The system's font of colour pictures.
QString emojiFamily();

//! The fonts and measures of the transcript, in device-independent pixels, all derived from one
//! font and a zoom.
struct Typography
{
    QFont body{};
    QFont small{};
    QFont code{};
    QFont headings[4]{}; // h1 … h4; deeper ones look like h4
    qreal bodyLine = 0;  // the height of a line
    qreal smallLine = 0;
    qreal codeLine = 0;
    qreal em = 0; // the body's size
    int columnMaximum = 724;

    //! Zoom 1.0 is the font as it is.
    static Typography make(const QFont &font, double zoom);

    friend bool operator==(const Typography &, const Typography &) = default;
};

} // namespace Aura
