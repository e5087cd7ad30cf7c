// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the transcript stays at the line that is being read when everything around it changes.
#include "chat/conversationmodel.h"
#include "ui/transcript/messagelayout.h"
#include "ui/transcript/messagelayoutcache.h"
#include "ui/transcript/transcriptview.h"
#include "ui/transcript/typography.h"

#include <algorithm>
#include <climits>

namespace Aura {

namespace {

constexpr int estimatedExtra = 48; // paddings and the line below a message
constexpr int sampledRows = 1000;  // of a long conversation; the others are taken for their mean

} // namespace

int TranscriptView::estimateHeight(int row) const
{
    const Message &message = m_model->messageAt(row);
    const qreal characters = columnWidth() / (m_type->em * 0.55);
    const qreal lines = std::max<qreal>(1, qreal(message.text.size()) / std::max(1.0, characters));
    return int(std::min(lines * m_type->bodyLine + estimatedExtra, INT_MAX / 2.0));
}

// Heights are corrected as rows come into sight, so a guess is enough, and reading every message of
// a hundred thousand would take longer than showing the last ones.
void TranscriptView::estimateHeights()
{
    const int count = m_model ? m_model->rowCount() : 0;
    std::vector<int> heights(static_cast<size_t>(count));
    const int step = std::max(1, count / sampledRows) | 1; // odd: questions and answers
    qint64 sum = 0;
    int sampled = 0;
    for (int row = 0; row < count; row += step, ++sampled)
        sum += heights[size_t(row)] = estimateHeight(row);
    if (step > 1)
        std::ranges::fill(heights, int(std::min<qint64>(sum / sampled, INT_MAX / 2)));
    m_geometry.heights().assign(std::move(heights));
}

// What stands at the top of the viewport is remembered until the reader moves: through any number
// of changes it comes back to where it was.
void TranscriptView::keepPlace()
{
    if (m_place.isValid() || m_geometry.isAtEnd() || m_geometry.heights().count() == 0)
        return;
    const int row = m_geometry.anchorRow();
    MessageLayout *layout = m_layouts->find(m_model->messageAt(row).id);
    if (!layout)
        return;
    m_place = layout->positionAt(QPointF(0, m_geometry.anchorOffset()), row);
    m_placeTop = layout->lineTop(m_place) - m_geometry.anchorOffset();
}

void TranscriptView::restorePlace()
{
    if (!m_place.isValid() || m_geometry.isAtEnd() || m_place.row >= m_geometry.heights().count())
        return;
    MessageLayout &layout = layoutOf(m_place.row);
    const int top = layout.lineTop(m_place);
    m_geometry.heights().setHeight(m_place.row, layout.height());
    m_geometry.setAnchor(m_place.row, top);
    moveBy(-m_placeTop);
}

} // namespace Aura
