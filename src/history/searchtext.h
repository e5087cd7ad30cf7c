// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace Aura {

//! Han, Hiragana, Katakana, Hangul and Bopomofo: what is written without spaces, or searched by
//! parts of words.
bool isCjk(char32_t character);

//! The runs of such characters in a text as pairs that overlap, each run's last character alone: of
//! "日本語 is" "日本 本語 語". Every substring of a run is found: one character as the beginning of
//! a term, a longer one as a phrase of its pairs.
QString cjkTerms(QStringView text);

//! Whether a Markdown text has a fenced code block.
bool hasFencedCode(QStringView text);

} // namespace Aura
