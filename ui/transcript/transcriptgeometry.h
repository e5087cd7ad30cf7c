// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "ui/transcript/messagelayout.h"

#include <QFont>
#include <QRectF>

#include <memory>
#include <vector>

namespace Aura {

class ConversationModel;

//! Where each message of a transcript is: a column of rows, in pixels from its top.
class TranscriptGeometry
{
public:
    static constexpr int footerHeight = 30; // the state and the actions below a message
    static constexpr int rowGap = 8;
    static constexpr int bubblePaddingX = 14;
    static constexpr int bubblePaddingY = 9;

    struct Row
    {
        MessageId id{};
        Role role = Role::User;
        std::unique_ptr<MessageLayout> layout{};
        double top = 0;
    };

    //! Takes over the messages of the model; rows that stay keep their lines.
    void sync(const ConversationModel &model);
    void setFormat(const QFont &font, double viewportWidth, Qt::LayoutDirection direction);

    int count() const { return int(m_rows.size()); }
    Row &row(int index) { return m_rows[std::size_t(index)]; }
    const Row &row(int index) const { return m_rows[std::size_t(index)]; }
    int indexOf(MessageId id) const; // -1: not here
    int rowAt(double y) const;       // the nearest; -1 where there is none

    double height() const { return m_height; }
    double columnLeft() const { return m_columnLeft; }
    double columnWidth() const { return m_column; }

    QRectF rowRect(int index) const;    // all of it, with its footer
    QRectF bubbleRect(int index) const; // the text and what surrounds it
    QRectF textRect(int index) const;
    QRectF footerRect(int index) const;

    //! Computes the tops from this row on.
    void place(int from);
    //! Lays out what lies between two heights; returns how far what lies below anchor moved.
    double realise(double top, double bottom, double anchor, bool *changed);

private:
    double textWidth(Role role) const;
    void format(Row &row) const;

    std::vector<Row> m_rows;
    QFont m_font;
    Qt::LayoutDirection m_direction = Qt::LeftToRight;
    double m_column = 600;
    double m_columnLeft = 24;
    double m_viewportWidth = 0;
    double m_height = 0;
};

} // namespace Aura
