// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptgeometry.h"

#include "chat/conversationmodel.h"
#include "ui/theme/painting.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace Aura {

namespace {

constexpr double topGap = 20;
constexpr double bottomGap = 16;
constexpr double sideGap = 20;      // between the column and the text in it, as in the composer
constexpr double bubbleShare = 0.85; // of the column

} // namespace

void TranscriptGeometry::sync(const ConversationModel &model)
{
    QHash<MessageId, std::size_t> known;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        known.insert(m_rows[i].id, i);
    std::vector<Row> rows;
    rows.reserve(std::size_t(model.rowCount()));
    for (int i = 0; i < model.rowCount(); ++i) {
        const Message &message = model.messageAt(i);
        const auto old = known.constFind(message.id);
        if (old != known.constEnd()) {
            rows.push_back(std::move(m_rows[*old]));
        } else {
            rows.push_back({.id = message.id, .role = message.role,
                            .layout = std::make_unique<MessageLayout>()});
            format(rows.back());
        }
        if (rows.back().layout->text() != message.text)
            rows.back().layout->setText(message.text);
    }
    m_rows = std::move(rows);
    place(0);
}

void TranscriptGeometry::setFormat(const QFont &font, double viewportWidth,
                                   Qt::LayoutDirection direction)
{
    const bool same = font == m_font && viewportWidth == m_viewportWidth;
    m_font = font;
    m_direction = direction;
    m_viewportWidth = viewportWidth;
    const double outer = qMin(viewportWidth - 24, double(Aura::columnWidth));
    m_column = qMax(120.0, outer - 2 * sideGap);
    m_columnLeft = std::floor((viewportWidth - m_column) / 2);
    if (same)
        return;
    for (Row &row : m_rows)
        format(row);
    place(0);
}

double TranscriptGeometry::textWidth(Role role) const
{
    return role == Role::User ? m_column * bubbleShare - 2 * bubblePaddingX : m_column;
}

void TranscriptGeometry::format(Row &row) const
{
    QFont font = m_font;
    if (row.role == Role::System)
        font.setPointSizeF(font.pointSizeF() * 0.87);
    row.layout->setFormat(font, textWidth(row.role));
}

int TranscriptGeometry::indexOf(MessageId id) const
{
    for (int i = count() - 1; i >= 0; --i) { // what is asked for stands near the end
        if (row(i).id == id)
            return i;
    }
    return -1;
}

int TranscriptGeometry::rowAt(double y) const
{
    const auto below = std::upper_bound(m_rows.begin(), m_rows.end(), y,
                                        [](double value, const Row &row) { return value < row.top; });
    if (m_rows.empty())
        return -1;
    return below == m_rows.begin() ? 0 : int(below - m_rows.begin()) - 1;
}

QRectF TranscriptGeometry::rowRect(int index) const
{
    return {m_columnLeft, row(index).top, m_column,
            bubbleRect(index).height() + footerHeight};
}

QRectF TranscriptGeometry::bubbleRect(int index) const
{
    const Row &r = row(index);
    if (r.role != Role::User)
        return {m_columnLeft, r.top, m_column, qMax(r.layout->height(), r.layout->lineHeight())};
    const double width = qMin(std::ceil(r.layout->naturalWidth()) + 1, textWidth(r.role))
        + 2 * bubblePaddingX;
    const double left = m_direction == Qt::RightToLeft ? m_columnLeft
                                                       : m_columnLeft + m_column - width;
    return {left, r.top, width, r.layout->height() + 2 * bubblePaddingY};
}

QRectF TranscriptGeometry::textRect(int index) const
{
    const QRectF bubble = bubbleRect(index);
    if (row(index).role != Role::User)
        return bubble;
    return bubble.adjusted(bubblePaddingX, bubblePaddingY, -bubblePaddingX, -bubblePaddingY);
}

QRectF TranscriptGeometry::footerRect(int index) const
{
    return {m_columnLeft, bubbleRect(index).bottom(), m_column, double(footerHeight)};
}

void TranscriptGeometry::place(int from)
{
    double y = from > 0 ? rowRect(from - 1).bottom() + rowGap : topGap;
    for (int i = from; i < count(); ++i) {
        row(i).top = y;
        y = rowRect(i).bottom() + rowGap;
    }
    m_height = std::ceil(y + bottomGap);
}

double TranscriptGeometry::realise(double top, double bottom, double anchor, bool *changed)
{
    double moved = 0;
    int firstChanged = count();
    for (int i = qMax(0, rowAt(top)); i < count() && row(i).top < bottom; ++i) {
        const double textTop = textRect(i).top();
        bool rowChanged = false;
        moved += row(i).layout->realise(top - textTop, bottom - textTop, anchor - textTop,
                                        &rowChanged);
        if (rowChanged) {
            *changed = true;
            firstChanged = qMin(firstChanged, i);
            place(i + 1);
        }
    }
    if (firstChanged < count())
        place(firstChanged + 1);
    return moved;
}

} // namespace Aura
