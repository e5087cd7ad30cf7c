// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "ui/transcript/textboundaries.h"

#include <QList>
#include <QString>

namespace Aura {

//! What is looked for.
struct FindQuery
{
    QString text{};
    bool matchCase = false;
    bool wholeWords = false;

    bool isEmpty() const { return text.isEmpty(); }
    friend bool operator==(const FindQuery &, const FindQuery &) = default;
};

//! Where it stands in a text as it is shown; hits do not overlap. A line end counts as a space.
QList<TextSpan> occurrences(const QString &text, const FindQuery &query);

//! Whether the message may show it, told from its source alone: false is certain. Costs a fraction
//! of parsing it.
bool mayContain(Role role, const QString &source, const FindQuery &query);

} // namespace Aura
