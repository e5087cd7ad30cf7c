// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/messagecolumn.h"

#include "ui/transcript/messagelayout.h"
#include "ui/transcript/transcripttext.h"

#include <algorithm>
#include <chrono>
#include <climits>
#include <numeric>

using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr int columnMargin = 24;
constexpr int estimatedExtra = 48; // paddings and the line below a message
constexpr auto textTime = 12ms;    // of a frame, for taking in a long text
constexpr int sampledRows = 100;   // of a long conversation; the others are taken for their mean

} // namespace

MessageColumn::MessageColumn(const TranscriptText &text, const RemoteImages &images)
    : m_text(text)
    , m_images(images)
    , m_type(Typography::make(QFont(), 1))
{}

MessageColumn::~MessageColumn() = default;

int MessageColumn::width() const
{
    const int maximum = qRound(m_type.columnMaximum * std::max(1.0, m_zoom));
    return std::max(80, std::min(maximum, m_viewport.width() - 2 * columnMargin));
}

void MessageColumn::setViewport(QSize size)
{
    m_geometry.setViewportHeight(size.height());
    if (size.width() == m_viewport.width()) {
        m_viewport = size;
        return;
    }
    keepPlace();
    m_viewport = size;
    estimateAll();
    restorePlace();
}

void MessageColumn::setStyle(const QFont &font, double zoom, const Theme &theme)
{
    keepPlace();
    m_layouts.clear();
    m_type = Typography::make(font, zoom);
    m_zoom = zoom;
    m_theme = theme;
    estimateAll();
    restorePlace();
}

void MessageColumn::layOutAnew()
{
    keepPlace();
    m_layouts.clear();
    restorePlace();
}

void MessageColumn::reset()
{
    m_layouts.clear();
    m_place = {};
    estimateAll();
    m_geometry.setAnchor(0, 0);
}

void MessageColumn::insertRows(int first, int last)
{
    m_place = {};
    HeightIndex &heights = m_geometry.heights();
    if (first == heights.count()) {
        for (int row = first; row <= last; ++row)
            heights.append(estimate(row));
        return;
    }
    std::vector<int> all;
    all.reserve(size_t(m_model->rowCount()));
    for (int row = 0; row < m_model->rowCount(); ++row)
        all.push_back(row < first      ? heights.height(row)
                          : row > last ? heights.height(row - (last - first + 1))
                                       : estimate(row));
    heights.assign(all);
    if (m_geometry.anchorRow() >= first)
        m_geometry.setAnchor(m_geometry.anchorRow() + last - first + 1, m_geometry.anchorOffset());
}

void MessageColumn::removeRows(int first, int last)
{
    m_place = {};
    HeightIndex &heights = m_geometry.heights();
    std::vector<int> all;
    for (int row = 0; row < heights.count(); ++row) {
        if (row < first || row > last)
            all.push_back(heights.height(row));
    }
    heights.assign(all);
    if (m_geometry.anchorRow() > last)
        m_geometry.setAnchor(m_geometry.anchorRow() - (last - first + 1),
                             m_geometry.anchorOffset());
    else if (m_geometry.anchorRow() >= first)
        m_geometry.setAnchor(std::max(0, first - 1), 0);
}

void MessageColumn::grow(MessageId id, qsizetype offset, const QString &piece)
{
    MessageLayout *layout = m_layouts.find(id);
    if (!layout)
        return;
    if (offset == 0 && !m_model->tree().message(id).reasoning.isEmpty())
        layout->append(reasoningEnd.toString());
    layout->append(piece);
}

void MessageColumn::growReasoning(MessageId id, qsizetype offset, const QString &piece)
{
    MessageLayout *layout = m_layouts.find(id);
    if (!layout)
        return;
    if (!m_model->tree().message(id).text.isEmpty())
        return m_layouts.remove(id); // it stands before the text
    if (offset == 0)
        layout->append(reasoningBegin.toString());
    layout->append(piece);
}

void MessageColumn::changeMessage(const Message &message)
{
    MessageLayout *layout = m_layouts.find(message.id);
    if (layout && message.role == Role::System)
        m_layouts.remove(message.id);
    else if (layout)
        layout->setMessage(message);
}

void MessageColumn::setFirstSent(MessageId id)
{
    keepPlace();
    for (const MessageId changed : {m_firstSent, id}) {
        if (MessageLayout *layout = m_layouts.find(changed))
            layout->setFirstSent(changed == id);
    }
    m_firstSent = id;
    restorePlace();
}

MessageLayout *MessageColumn::laidOut(int row)
{
    return m_layouts.find(m_model->messageAt(row).id);
}

MessageLayout &MessageColumn::layoutOf(int row)
{
    const Message &message = m_model->messageAt(row);
    MessageLayout *layout = m_layouts.find(message.id);
    if (!layout) {
        layout =
            &m_layouts.insert(std::make_unique<MessageLayout>(message, m_type, m_theme, &m_images));
        if (m_text.isUnfolded(row))
            layout->setFolded(false);
        layout->setFirstSent(message.id == m_firstSent);
    }
    const bool isAnchor = row == m_geometry.anchorRow() && !m_geometry.isAtEnd();
    const int moved =
        layout->update(width(), isAnchor ? m_geometry.anchorOffset() : 0, m_textUntil);
    if (isAnchor && moved != 0)
        m_geometry.setAnchor(row, m_geometry.anchorOffset() + moved);
    if (!layout->isComplete())
        m_isComplete = false;
    m_geometry.heights().setHeight(row, layout->height());
    return *layout;
}

int MessageColumn::realise(int row, int from, int to, int anchor)
{
    MessageLayout &layout = layoutOf(row);
    const int moved = layout.realise(from, to, anchor);
    m_isComplete = m_isComplete && layout.isComplete();
    m_geometry.heights().setHeight(row, layout.height());
    return moved;
}

void MessageColumn::beginFrame()
{
    m_textUntil.setRemainingTime(textTime, Qt::PreciseTimer);
}

void MessageColumn::layOut()
{
    m_isComplete = true;
    if (rowCount() == 0)
        return;
    if (m_geometry.isAtEnd())
        layOutFromEnd();
    else
        layOutFromAnchor();
    dropUnseen();
}

void MessageColumn::layOutFromEnd()
{
    int missing = m_geometry.viewportHeight();
    for (int row = rowCount() - 1; row >= 0; --row) {
        // From the row's end upwards until the viewport is full; what is above its place in the
        // row is an estimate and stays one.
        int height = layoutOf(row).height();
        for (int previous = -1; previous != height;) {
            previous = height;
            realise(row, height - missing, height, 0);
            height = m_geometry.heights().height(row);
        }
        if (height >= missing) {
            m_geometry.setAnchor(row, height - missing);
            return;
        }
        missing -= height;
    }
    m_geometry.setAnchor(0, 0);
}

void MessageColumn::layOutFromAnchor()
{
    const int count = rowCount();
    layoutOf(m_geometry.anchorRow()); // may move the anchor
    int y = -m_geometry.anchorOffset();
    for (int row = m_geometry.anchorRow(); row < count; ++row) {
        const int moved = realise(row, -y, m_geometry.viewportHeight() - y, -y);
        if (row == m_geometry.anchorRow() && moved != 0) {
            m_geometry.setAnchor(row, m_geometry.anchorOffset() + moved);
            y -= moved;
        }
        y += m_geometry.heights().height(row);
        if (y > m_geometry.viewportHeight())
            return;
    }
    // The end has come into sight: hang on it again.
    m_geometry.setAtEnd(true);
    layOutFromEnd();
}

void MessageColumn::dropUnseen()
{
    const int margin = m_geometry.viewportHeight();
    int y = -m_geometry.anchorOffset();
    for (int row = m_geometry.anchorRow(); row < rowCount(); ++row) {
        if (MessageLayout *layout = laidOut(row))
            layout->dropOutside(-y - margin, m_geometry.viewportHeight() - y + margin);
        y += m_geometry.heights().height(row);
        if (y > m_geometry.viewportHeight())
            return;
    }
}

void MessageColumn::moveBy(int dy)
{
    if (rowCount() == 0)
        return;
    int row = m_geometry.anchorRow();
    layoutOf(row); // may move the anchor
    int offset = m_geometry.anchorOffset();
    while (dy < 0) {
        offset += realise(row, offset + dy, offset, offset);
        const int step = std::min(-dy, offset);
        offset -= step;
        dy += step;
        if (dy == 0 || row == 0)
            break;
        --row;
        offset = layoutOf(row).height();
    }
    if (dy > 0) {
        offset += dy;
        while (row + 1 < rowCount() && offset >= m_geometry.heights().height(row)) {
            offset -= m_geometry.heights().height(row);
            ++row;
            realise(row, 0, offset + m_geometry.viewportHeight(), 0);
        }
    }
    m_geometry.setAtEnd(false);
    m_geometry.setAnchor(row, offset);
}

std::vector<PaintedPart> MessageColumn::takeParts(int top, int bottom)
{
    std::vector<PaintedPart> parts;
    int y = -m_geometry.anchorOffset();
    for (int row = m_geometry.anchorRow(); row < rowCount() && y < bottom; ++row) {
        if (MessageLayout *layout = laidOut(row))
            layout->collectParts(parts, y, top - y, bottom - y);
        y += m_geometry.heights().height(row);
    }
    return parts;
}

int MessageColumn::estimate(int row) const
{
    const Message &message = m_model->messageAt(row);
    const qreal characters = width() / (m_type.em * 0.55);
    const qreal lines = std::max<qreal>(1, qreal(message.text.size()) / std::max(1.0, characters));
    return int(std::min(lines * m_type.bodyLine + estimatedExtra, INT_MAX / 2.0));
}

// Heights are corrected as rows come into sight, so a guess is enough, and reading every message of
// a hundred thousand would take longer than showing the last ones.
void MessageColumn::estimateAll()
{
    const int count = m_model ? m_model->rowCount() : 0;
    HeightIndex &heights = m_geometry.heights();
    if (m_viewport.isEmpty()) // nothing is seen yet; the first width brings guesses
        return heights.assign(count, estimatedExtra);
    const int step = std::max(1, count / sampledRows) | 1; // odd: questions and answers
    std::vector<int> sample;
    sample.reserve(size_t(count / step) + 1);
    for (int row = 0; row < count; row += step)
        sample.push_back(estimate(row));
    if (step == 1)
        return heights.assign(sample);
    const qint64 sum = std::accumulate(sample.begin(), sample.end(), qint64(0));
    heights.assign(count, int(std::min<qint64>(sum / qint64(sample.size()), INT_MAX / 2)));
}

// What stands at the top of the viewport is remembered until the reader moves: through any number
// of changes it comes back to where it was.
void MessageColumn::keepPlace()
{
    if (m_place.isValid() || m_geometry.isAtEnd() || rowCount() == 0)
        return;
    const int row = m_geometry.anchorRow();
    MessageLayout *layout = laidOut(row);
    if (!layout)
        return;
    m_place = layout->positionAt(QPointF(0, m_geometry.anchorOffset()), row);
    m_placeTop = int(layout->caretRect(m_place).top()) - m_geometry.anchorOffset();
}

void MessageColumn::restorePlace()
{
    if (!m_place.isValid() || m_geometry.isAtEnd() || m_place.row >= rowCount())
        return;
    MessageLayout &layout = layoutOf(m_place.row);
    const int top = int(layout.caretRect(m_place).top());
    m_geometry.heights().setHeight(m_place.row, layout.height());
    m_geometry.setAnchor(m_place.row, top);
    moveBy(-m_placeTop);
}

} // namespace Aura
