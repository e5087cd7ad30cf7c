// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/textposition.h"

#include <QString>

#include <vector>

namespace Aura {

class TranscriptText;

//! A message as one text, its blocks parted by line feeds, and where each of them begins: how
//! assistive technology counts. Offsets are UTF-16 units.
class MessageReading
{
public:
    MessageReading() = default;
    MessageReading(TranscriptText &text, int row);

    const QString &text() const { return m_text; }
    int blockCount() const { return int(m_begins.size()); }
    int blockBegin(int block) const { return m_begins[size_t(block)]; }

    int offsetOf(const TextPosition &position) const;
    TextPosition positionOf(int offset, int row) const;

private:
    QString m_text;
    std::vector<int> m_begins;
};

} // namespace Aura
