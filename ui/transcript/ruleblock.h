// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/transcript/messageblock.h"

#include <QPainter>

namespace Aura {

//! A thematic break: a thin line.
class RuleBlock : public MessageBlock
{
public:
    qreal layout(qreal width, const BlockStyle &) override
    {
        m_width = width;
        return 1;
    }
    void paint(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const override
    {
        painter.fillRect(QRectF(topLeft, QSizeF(m_width, 1)), paint.theme.line);
    }
    qreal unchangedHeight() const override { return 1; }
    QString text() const override { return {}; }
    int offsetAt(QPointF) const override { return 0; }
    QRectF caretRect(int) const override { return {0, 0, 1, 1}; }
    QRectF endRect() const override { return caretRect(0); }
    qreal naturalWidth() const override { return m_width; }

private:
    qreal m_width = 0;
};

} // namespace Aura
