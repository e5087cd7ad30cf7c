// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/paragraphblock.h"

#include "ui/theme/theme.h"
#include "ui/transcript/typography.h"

#include <QPainter>

namespace Aura {

void ParagraphBlock::append(QStringView piece)
{
    m_text.append(piece);
    m_width = -1;
}

qreal ParagraphBlock::layout(qreal width, const Typography &type)
{
    if (m_width == width)
        return m_flow.height();
    m_width = width;
    const bool soft = m_tone == Tone::Soft;
    m_flow.setText(m_text, soft ? type.small : type.body);
    return m_flow.layout(width, soft ? type.smallLine : type.bodyLine);
}

void ParagraphBlock::paint(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const
{
    painter.setPen(m_tone == Tone::Soft ? paint.theme.textSoft : paint.theme.text);
    m_flow.paint(painter, topLeft, paint.clip, paint.marks);
}

} // namespace Aura
