// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/richtext.h"

namespace Aura {

//! A code point that the text builder uses for a line break the author asked for. It is a
//! noncharacter, which no text may hold; makeVisible() turns it into U+2028.
inline constexpr char16_t hardBreak = 0xfdd3;

//! Whether the text holds characters that cannot be seen, or that turn the order of others:
//! controls, bidirectional marks, zero-width characters, tags. Joiners and variation selectors
//! where a script or an emoji needs them do not count; nor do '\n' and '\t'.
bool hasHiddenCharacters(QStringView text);

//! Replaces each hidden character by a visible mark (U+202E by "⟨RLO⟩", ESC by "␛") in a run of
//! style Mark. Other runs keep their characters.
RichText makeVisible(const RichText &text);
QString makeVisible(const QString &text);

//! The text without its hidden characters.
QString withoutHiddenCharacters(const QString &text);

} // namespace Aura
