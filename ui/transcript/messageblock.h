// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/textflow.h"

#include <QColor>
#include <QDeadlineTimer>
#include <QPointF>
#include <QRectF>
#include <QString>

class QPainter;

namespace Aura {

class RemoteImages;
struct Theme;
struct Typography;

//! What a block is laid out with.
struct BlockStyle
{
    const Theme &theme;
    const Typography &type;
    const RemoteImages *images = nullptr;           // those that the reader had loaded
    QDeadlineTimer until = QDeadlineTimer::Forever; // of this frame, for what may wait
};

//! What a block needs to know to paint itself.
struct BlockPaint
{
    const Theme &theme;
    const Typography &type;
    QRectF clip{};           // in the painter's coordinates
    QList<TextMark> marks{}; // selected and found text, in the block's offsets
};

//! What the reader chose for a block, kept while its layout is not.
struct BlockChoices
{
    int scroll = 0; // pixels that wide content is moved to the left
    bool wraps = false;

    friend bool operator==(const BlockChoices &, const BlockChoices &) = default;
};

//! What lies under the mouse in a block.
struct BlockHit
{
    enum class Kind { Nothing, Text, Link, Image, CopyCode, SaveCode, WrapCode };

    Kind kind = Kind::Nothing;
    QString address{}; // of a link or an image

    friend bool operator==(const BlockHit &, const BlockHit &) = default;
};

//! A part of a message that is laid out, painted and dropped on its own: a paragraph, a code
//! block, a table. Its text is what is selected and copied.
class MessageBlock
{
public:
    virtual ~MessageBlock() = default;

    //! Lays the block out in a width; returns its height. Called again after the source grew. The
    //! style outlives the block.
    virtual qreal layout(qreal width, const BlockStyle &style) = 0;

    //! Whether layout() did all; else parts of a long block are guesses until it was called again,
    //! in the next frames.
    virtual bool isComplete() const { return true; }

    virtual void paint(QPainter &painter, QPointF topLeft, const BlockPaint &paint) const = 0;

    //! Its text, without any style; the same as is shown.
    virtual QString text() const = 0;

    //! The offset in text() nearest to a point relative to the top left corner.
    virtual int offsetAt(QPointF point) const = 0;
    virtual QRectF caretRect(int offset) const = 0;
    //! Where text that is being written goes on; costs no more in a long block.
    virtual QRectF endRect() const = 0;
    virtual BlockHit hitAt(QPointF) const { return {BlockHit::Kind::Text, {}}; }
    //! Where one clicks for a kind of hit that the block has once; empty where it has none.
    virtual QRectF buttonRect(BlockHit::Kind) const { return {}; }

    //! So much of it from its top, the last layout() left looking as it was.
    virtual qreal unchangedHeight() const { return 0; }

    //! The width that the block would take if it could.
    virtual qreal naturalWidth() const = 0;

    //! How far wide content can be moved to the left; 0 where it fits.
    virtual int maximumScroll() const { return 0; }
    virtual void setChoices(const BlockChoices &) {}
};

} // namespace Aura
