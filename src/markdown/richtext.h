// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QList>
#include <QString>

namespace Aura {

enum class TextStyle {
    Bold = 1,
    Italic = 2,
    Strike = 4,
    Code = 8,        // code in a line of text
    Math = 16,       // a formula that was set in Unicode
    MathSource = 32, // a formula shown as its TeX source
    Link = 64,       // with a target that may be opened after asking
    Image = 128,     // stands for an image: its description, or U+FFFC where there is none
    Mark = 256,      // stands for a hidden character, "⟨RLO⟩"
};
Q_DECLARE_FLAGS(TextStyles, TextStyle)
Q_DECLARE_OPERATORS_FOR_FLAGS(TextStyles)

//! A stretch of text that looks alike. Offsets and lengths are in UTF-16 units of the text.
struct TextRun
{
    qsizetype offset = 0;
    qsizetype length = 0;
    TextStyles styles{};
    QString link{};  // http, https or mailto, never anything else
    QString image{}; // the image's address, http or https; nothing loads it by itself

    friend bool operator==(const TextRun &, const TextRun &) = default;
};

//! Text as it is shown, and how its parts look.
//!
//! Runs are in order and do not overlap; what lies in no run is plain. A line break that the author
//! asked for is U+2028, one that the source merely has is '\n' (read as a space, or a new line).
struct RichText
{
    QString text{};
    QList<TextRun> runs{};

    friend bool operator==(const RichText &, const RichText &) = default;
};

//! The address if it may be offered for opening (http, https, mailto); empty otherwise.
QString openableAddress(const QString &address);

//! The host that an image would come from, as it would be shown; empty where there is none.
QString addressHost(const QString &address);

} // namespace Aura
