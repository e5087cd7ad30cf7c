// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QHash>

#include <cmath>

namespace Aura {

namespace {

constexpr double readable = 4.5; // WCAG 2.1, level AA, of text
constexpr double visible = 3.0;  // of shapes
constexpr double plain = 7.0;    // level AAA, of text, where the desktop asks for high contrast

double channelLuminance(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * channelLuminance(colour.redF()) + 0.7152 * channelLuminance(colour.greenF())
        + 0.0722 * channelLuminance(colour.blueF());
}

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(float(alpha));
    return colour;
}

QColor mixed(const QColor &one, const QColor &other, double share)
{
    return laidOn(one, withAlpha(other, share));
}

double worstContrast(const QColor &colour, const QList<QColor> &grounds)
{
    double worst = 21;
    for (const QColor &ground : grounds)
        worst = qMin(worst, contrastRatio(colour, ground));
    return worst;
}

//! The colour, moved towards the text colour as little as gives it that contrast on every ground.
QColor contrastingOn(const QList<QColor> &grounds, const QColor &colour, const QColor &text,
                     double contrast)
{
    for (int share = 0; share < 100; share += 2) {
        const QColor candidate = mixed(colour, text, share / 100.0);
        if (worstContrast(candidate, grounds) >= contrast)
            return candidate;
    }
    return text;
}

QColor readableOn(const QList<QColor> &grounds, const QColor &colour, const QColor &text)
{
    return contrastingOn(grounds, colour, text, readable);
}

//! Desktops of high contrast know one ground, and text as far from it as colours go.
bool isHighContrast(const QColor &surface, const QColor &chrome, const QColor &text)
{
    return surface == chrome && contrastRatio(surface, text) >= 20;
}

QColor readableTextOn(const QColor &ground, const QColor &wanted)
{
    if (contrastRatio(wanted, ground) >= readable)
        return wanted;
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    return contrastRatio(black, ground) > contrastRatio(white, ground) ? black : white;
}

//! A palette of few colours; the rest follows from them.
QPalette paletteOf(const QColor &surface, const QColor &chrome, const QColor &text,
                   const QColor &soft, const QColor &accent, const QColor &onAccent)
{
    QPalette palette(text, chrome, Qt::white, Qt::black, Qt::gray, text, surface);
    palette.setColor(QPalette::Button, surface);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, text);
    palette.setColor(QPalette::AlternateBase, chrome);
    palette.setColor(QPalette::Light, mixed(chrome, text, 0.06));
    palette.setColor(QPalette::Midlight, mixed(chrome, text, 0.09));
    palette.setColor(QPalette::Mid, mixed(chrome, text, 0.25));
    palette.setColor(QPalette::Dark, mixed(chrome, text, 0.35));
    palette.setColor(QPalette::Shadow, mixed(chrome, text, 0.5));
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, onAccent);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::PlaceholderText, soft);
    palette.setColor(QPalette::ToolTipBase, surface);
    palette.setColor(QPalette::ToolTipText, text);
    const QColor faint = mixed(surface, text, 0.42);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, mixed(surface, text, 0.25));
    return palette;
}

} // namespace

double contrastRatio(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (qMax(a, b) + 0.05) / (qMin(a, b) + 0.05);
}

QColor laidOn(const QColor &below, const QColor &above)
{
    const float share = above.alphaF();
    const auto channel = [share](float under, float over) {
        return under + (over - under) * share;
    };
    return QColor::fromRgbF(channel(below.redF(), above.redF()),
                            channel(below.greenF(), above.greenF()),
                            channel(below.blueF(), above.blueF()));
}

bool Theme::isDark() const
{
    return luminance(surface) < luminance(text);
}

Theme Theme::fromPalette(const QPalette &palette)
{
    Theme theme;
    theme.surface = palette.color(QPalette::Active, QPalette::Base);
    theme.chrome = palette.color(QPalette::Active, QPalette::Window);
    const QColor wantedText = palette.color(QPalette::Active, QPalette::Text);
    theme.text = readableTextOn(theme.surface, wantedText);
    const bool strict = isHighContrast(theme.surface, theme.chrome, theme.text);
    theme.line = withAlpha(theme.text, strict ? 0.6 : 0.12);
    theme.hover = withAlpha(theme.text, strict ? 0.18 : 0.06);
    theme.bubble = withAlpha(theme.text, strict ? 0.2 : 0.07);
    theme.code = withAlpha(theme.text, strict ? 0.1 : 0.05);

    const QList<QColor> grounds{theme.surface, theme.chrome, laidOn(theme.surface, theme.bubble),
                                laidOn(theme.chrome, theme.bubble)};
    theme.textSoft = contrastingOn(grounds, mixed(theme.surface, theme.text, 0.62), theme.text,
                                   strict ? plain : readable);
    const QColor highlight = palette.color(QPalette::Active, QPalette::Highlight);
    const QColor seen = contrastingOn(grounds, highlight, theme.text, visible);
    theme.accent = readableOn({theme.surface}, seen, theme.text);
    theme.onAccent =
        readableTextOn(theme.accent, palette.color(QPalette::Active, QPalette::HighlightedText));
    theme.selection = withAlpha(theme.accent, 0.28);

    const bool dark = theme.isDark();
    const QColor red = dark ? QColor(0xff, 0x8a, 0x7a) : QColor(0xc0, 0x39, 0x2b);
    theme.problemSurface = withAlpha(red, dark ? 0.16 : 0.11);
    QList<QColor> problemGrounds = grounds;
    problemGrounds.append(laidOn(theme.surface, theme.problemSurface));
    theme.problem = readableOn(problemGrounds, red, theme.text);
    const QColor amber = dark ? QColor(0xe8, 0xb0, 0x58) : QColor(0xb8, 0x6e, 0x00);
    theme.warning = readableOn(grounds, amber, theme.text);
    theme.found = withAlpha(amber, dark ? 0.3 : 0.35);
    const QColor green = dark ? QColor(0x6c, 0xc3, 0x94) : QColor(0x2e, 0x8b, 0x57);
    theme.good = contrastingOn(grounds, green, theme.text, visible);
    return theme;
}

Theme themeOf(const QPalette &palette)
{
    static QHash<qint64, Theme> themes; // pure: the same palette has the same theme for ever
    const auto known = themes.constFind(palette.cacheKey());
    if (known != themes.constEnd())
        return *known;
    if (themes.size() > 64)
        themes.clear();
    return *themes.insert(palette.cacheKey(), Theme::fromPalette(palette));
}

QPalette lightPalette()
{
    return paletteOf(QColor(0xff, 0xff, 0xff), QColor(0xf4, 0xf4, 0xf2), QColor(0x1c, 0x1d, 0x1f),
                     QColor(0x62, 0x66, 0x6d), QColor(0x2f, 0x6f, 0xd0), QColor(Qt::white));
}

QPalette darkPalette()
{
    return paletteOf(QColor(0x1b, 0x1c, 0x1e), QColor(0x23, 0x24, 0x27), QColor(0xe7, 0xe7, 0xe5),
                     QColor(0xa0, 0xa4, 0xab), QColor(0x7d, 0xb0, 0xff), QColor(0x10, 0x12, 0x16));
}

QPalette highContrastPalette()
{
    return paletteOf(QColor(Qt::black), QColor(Qt::black), QColor(Qt::white), QColor(Qt::white),
                     QColor(0xff, 0xe1, 0x00), QColor(Qt::black));
}

} // namespace Aura
