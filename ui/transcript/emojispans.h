// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/textboundaries.h"

#include <QList>
#include <QStringView>

namespace Aura {

//! Where a text shows pictures: emoji with what is joined to them, as Unicode's UTS #51 (15.0) has
//! it. Offsets in UTF-16 units; neighbours are one span. Text without any costs one pass.
//!
//! Qt chooses a font for each character by whether it has a glyph, so a sign of text that a
//! selector makes a picture (U+FE0F), a keycap and a joined sequence fall apart without this.
QList<TextSpan> emojiSpans(QStringView text);

//! Puts the selectors (U+FE0F) of joined pictures and keycaps behind what they are joined with: Qt
//! 6.4 hands them to the font as characters, and no font knows them in the middle. Every picture
//! keeps its place and its length.
void moveSelectorsBack(QString &text, const TextSpan &span);

} // namespace Aura
