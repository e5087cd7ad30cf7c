// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Aura {

//! A text of Open WebUI, with what it keeps inside it taken apart.
struct DetailsText
{
    QString text{};
    QString reasoning{}; // of <details type="reasoning">, and calls of tools as blocks of code
    int toolCalls = 0;

    friend bool operator==(const DetailsText &, const DetailsText &) = default;
};

//! Takes <details type="reasoning">, "tool_calls" and "code_interpreter" out of a text; others stay
//! in it. What has no end stays too.
DetailsText splitDetails(const QString &text);

} // namespace Aura
