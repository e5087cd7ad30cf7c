// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/typography.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QStringList>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr qreal smallSize = 0.87;
constexpr qreal codeSize = 0.93;
constexpr qreal headingSizes[4] = {1.5, 1.3, 1.15, 1.0};
constexpr qreal bodyLineHeight = 1.5;
constexpr qreal codeLineHeight = 1.4;

// Each family of a font costs a look-up whenever a stretch of text with a style is laid out.
#if defined(Q_OS_WIN)
constexpr auto emoji = "Segoe UI Emoji"_L1;
#elif defined(Q_OS_MACOS)
constexpr auto emoji = "Apple Color Emoji"_L1;
#else
constexpr auto emoji = "Noto Color Emoji"_L1;
#endif

QFont scaled(QFont font, qreal pixels)
{
    // The family that stands behind an alias: after "Sans Serif", which is no font, spaces and
    // digits would be taken from the emoji.
    // Colour emoji before any other font that happens to have some of them: a sequence that two
    // fonts share falls apart.
    font.setFamilies({QFontInfo(font).family(), emojiFamily()});
    font.setPixelSize(qMax(1, qRound(pixels)));
    return font;
}

} // namespace

QString emojiFamily()
{
    return emoji;
}

Typography Typography::make(const QFont &font, double zoom)
{
    Typography type;
    type.em = QFontInfo(font).pixelSize() * zoom;
    type.body = scaled(font, type.em);
    type.small = scaled(font, type.em * smallSize);
    type.code = scaled(QFontDatabase::systemFont(QFontDatabase::FixedFont), type.em * codeSize);
    type.code.setFixedPitch(true);
    for (int level = 0; level < 4; ++level) {
        type.headings[level] = scaled(font, type.em * headingSizes[level]);
        type.headings[level].setBold(true);
    }
    type.bodyLine = std::ceil(type.em * bodyLineHeight);
    type.smallLine = std::ceil(type.em * smallSize * bodyLineHeight);
    type.codeLine = std::ceil(type.em * codeSize * codeLineHeight);
    return type;
}

} // namespace Aura
