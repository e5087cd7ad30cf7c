// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/textflow.h"

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>

class QPainter;

namespace Aura {

struct Theme;
struct Typography;

//! What a block needs to know to paint itself.
struct BlockPaint
{
    const Theme &theme;
    const Typography &type;
    QRectF clip{};           // in the painter's coordinates
    QList<TextMark> marks{}; // selected and found text, in the block's offsets
    bool caret = false;      // the reply is being written, and this is its last block
};

//! A part of a message that is laid out, painted and dropped on its own: a paragraph, a code
//! block, a table. Its text is what is selected and copied.
class MessageBlock
{
public:
    virtual ~MessageBlock() = default;

    //! Lays the block out in a width; returns its height. Cheap where nothing has changed.
    virtual qreal layout(qreal width, const Typography &type) = 0;

    virtual void paint(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const = 0;

    virtual QString text() const = 0;

    //! The offset in text() nearest to a point relative to the top left corner.
    virtual int offsetAt(QPointF point) const = 0;
    virtual QRectF caretRect(int offset) const = 0;

    //! The width that the block would take if it could.
    virtual qreal naturalWidth() const = 0;

    //! The gaps to its neighbours; the larger of two that meet counts.
    virtual qreal spaceAbove(const Typography &) const { return 0; }
    virtual qreal spaceBelow(const Typography &) const { return 0; }
};

} // namespace Aura
