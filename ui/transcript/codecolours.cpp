// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/codecolours.h"

#include "markdown/codelanguage.h"
#include "ui/theme/theme.h"

namespace Aura {

namespace {

constexpr double readable = 4.5; // WCAG 2.1, level AA
constexpr int step = 4;          // of lightness, in 1/255

//! A hue at the lightness nearest to the given one that reads on the surface.
QColor readableHue(int hue, int saturation, const Theme &theme)
{
    const bool dark = theme.isDark();
    int lightness = dark ? 185 : 85;
    QColor colour = QColor::fromHsl(hue, saturation, lightness);
    while (contrastRatio(colour, theme.surface) < readable && lightness > step
           && lightness < 255 - step) {
        lightness += dark ? step : -step;
        colour = QColor::fromHsl(hue, saturation, lightness);
    }
    return colour;
}

} // namespace

QHash<int, QColor> codeColours(const Theme &theme)
{
    const QColor violet = readableHue(275, 130, theme);
    const QColor blue = readableHue(210, 170, theme);
    const QColor green = readableHue(155, 140, theme);
    const QColor orange = readableHue(28, 190, theme);
    const QColor teal = readableHue(185, 150, theme);
    return {{int(TokenKind::Plain), theme.text},
            {int(TokenKind::Keyword), violet},
            {int(TokenKind::Type), teal},
            {int(TokenKind::String), green},
            {int(TokenKind::Number), orange},
            {int(TokenKind::Comment), theme.textSoft},
            {int(TokenKind::Function), blue},
            {int(TokenKind::Attribute), orange},
            {int(TokenKind::Constant), orange},
            {int(TokenKind::Inserted), green},
            {int(TokenKind::Deleted), theme.problem},
            {int(TokenKind::Heading), blue}};
}

} // namespace Aura
