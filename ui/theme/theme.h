// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace Aura {

//! The colours of the window, all of them. Derived from a palette, so that they follow any
//! desktop; nothing else in the program names a colour.
//!
//! line, hover, bubble, code, selection, found and problemSurface are translucent: they lie on
//! surface or chrome. What carries text reads at 4.5 : 1 or better on surface and on chrome, accent
//! on surface; what is only a shape (good; accent on chrome) is seen at 3 : 1.
struct Theme
{
    QColor surface{}; // what is read lies on it
    QColor chrome{};  // what surrounds it: sidebar, settings
    QColor text{};
    QColor textSoft{};
    QColor line{};   // text at 12 %
    QColor hover{};  // text at 6 %
    QColor bubble{}; // text at 7 %; the selected row too
    QColor code{};   // text at 5 %
    QColor accent{};
    QColor onAccent{};  // text on the accent
    QColor selection{}; // behind selected text
    QColor found{};     // behind text that was looked for
    QColor problem{};
    QColor problemSurface{}; // the banner
    QColor warning{};
    QColor good{};

    bool isDark() const;

    static Theme fromPalette(const QPalette &palette);
};

//! The theme of a palette, remembered for the palettes asked for last.
Theme themeOf(const QPalette &palette);

//! The contrast of two opaque colours as WCAG 2.1 defines it: 1 … 21.
double contrastRatio(const QColor &one, const QColor &other);

//! What is seen where a translucent colour lies on an opaque one.
QColor laidOn(const QColor &below, const QColor &above);

//! Our own palettes, for desktops that have none better.
QPalette lightPalette();
QPalette darkPalette();
QPalette highContrastPalette();

} // namespace Aura
