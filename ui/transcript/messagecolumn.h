// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/conversationmodel.h"
#include "ui/theme/theme.h"
#include "ui/transcript/framedifference.h"
#include "ui/transcript/messagelayoutcache.h"
#include "ui/transcript/textposition.h"
#include "ui/transcript/transcriptgeometry.h"
#include "ui/transcript/typography.h"

#include <QDeadlineTimer>
#include <QPointer>
#include <QSize>

namespace Aura {

class MessageLayout;
class RemoteImages;
class TranscriptText;

//! A conversation's messages below each other: which of them are laid out, how high they are, and
//! where the viewport lies in them. Knows no widget.
//!
//! Rows must be told of as the model's rows change; the heights of rows out of sight are guesses.
//! Positions are pixels from the top of the viewport, below its padding.
class MessageColumn
{
public:
    //! What is unfolded stands in the text. It and the images outlive the column.
    MessageColumn(const TranscriptText &text, const RemoteImages &images);
    ~MessageColumn();

    void setModel(ConversationModel *model) { m_model = model; }
    int rowCount() const { return m_geometry.heights().count(); }
    TranscriptGeometry &geometry() { return m_geometry; }

    //! Sizes and styles. What is being read stays where it is, through any number of changes: see
    //! forgetPlace().
    void setViewport(QSize size);
    void setStyle(const QFont &font, double zoom, const Theme &theme);
    //! All that is laid out is laid out anew, where it is.
    void layOutAnew();
    const Typography &type() const { return m_type; }
    int width() const;
    int left() const { return (m_viewport.width() - width()) / 2; }

    //! All rows are new.
    void reset();
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void grow(MessageId id, qsizetype offset, const QString &piece);
    void growReasoning(MessageId id, qsizetype offset, const QString &piece);
    void changeMessage(const Message &message);

    //! Above this message a line says that what stands there is not sent any more; invalid: none.
    void setFirstSent(MessageId id);
    MessageId firstSent() const { return m_firstSent; }

    //! Time for taking in long texts, however often something is laid out until the next frame.
    void beginFrame();
    //! Lays out what is in sight. Where the end is followed, it is in sight afterwards.
    void layOut();
    //! A long message goes on being taken in with the next frame.
    bool isComplete() const { return m_isComplete; }
    //! Up to date, its blocks perhaps guesses.
    MessageLayout &layoutOf(int row);
    //! Null where the row is not laid out.
    MessageLayout *laidOut(int row);

    //! Moves what is seen up by exactly so many pixels: what comes into sight is laid out first.
    void moveBy(int dy);
    //! The reader moved, or changed what is seen: the place that was kept is no longer the one.
    void forgetPlace() { m_place = {}; }

    //! What is in sight, from a position down to another, and what changed since the last call.
    std::vector<PaintedPart> takeParts(int top, int bottom);

private:
    int realise(int row, int from, int to, int anchor);
    void layOutFromEnd();
    void layOutFromAnchor();
    void dropUnseen();
    int estimate(int row) const;
    void estimateAll();
    void keepPlace();
    void restorePlace();

    QPointer<ConversationModel> m_model;
    const TranscriptText &m_text;
    const RemoteImages &m_images;
    Typography m_type;
    Theme m_theme;
    double m_zoom = 1;
    QSize m_viewport;
    MessageLayoutCache m_layouts;
    TranscriptGeometry m_geometry;
    MessageId m_firstSent;
    TextPosition m_place; // what the reader sees at the top, while it is kept
    int m_placeTop = 0;
    QDeadlineTimer m_textUntil;
    bool m_isComplete = true;
};

} // namespace Aura
