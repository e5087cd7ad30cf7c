// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptselection.h"

#include "ui/transcript/excerptmimedata.h"
#include "ui/transcript/transcripttext.h"

#include <QApplication>
#include <QClipboard>

#include <chrono>
#include <climits>

using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr auto primaryPause = 150ms; // while a key is held, the selection is not offered each time

} // namespace

TranscriptSelection::TranscriptSelection(TranscriptText &text, QObject *parent)
    : QObject(parent)
    , m_text(text)
{
    m_primary.setSingleShot(true);
    m_primary.setInterval(primaryPause);
    connect(&m_primary, &QTimer::timeout, this, [this] {
        if (!isEmpty())
            QApplication::clipboard()->setMimeData(new ExcerptMimeData(excerpts()),
                                                   QClipboard::Selection);
    });
}

void TranscriptSelection::begin(const TextPosition &at, Unit unit)
{
    m_unit = unit;
    m_origin = unitAt(at);
    select(m_origin);
}

void TranscriptSelection::extendTo(const TextPosition &to)
{
    if (!to.isValid())
        return;
    if (!m_range.anchor.isValid())
        return begin(to);
    TextSelection range = m_range;
    if (m_unit == Unit::Character) {
        range.cursor = to;
    } else {
        const TextSelection reached = unitAt(to);
        const bool back = reached.begin() < m_origin.begin();
        range = {back ? m_origin.end() : m_origin.begin(), back ? reached.begin() : reached.end()};
    }
    if (range == m_range)
        return;
    m_range = range;
    emit changed();
}

void TranscriptSelection::select(const TextSelection &range)
{
    if (m_range == range)
        return;
    m_range = range;
    emit changed();
}

void TranscriptSelection::selectAll()
{
    m_unit = Unit::Character;
    select({m_text.begin(), m_text.end()});
    emit allSelected();
}

void TranscriptSelection::clear()
{
    m_unit = Unit::Character;
    select({m_range.cursor, m_range.cursor});
}

bool TranscriptSelection::contains(const TextPosition &position) const
{
    return !isEmpty() && position >= m_range.begin() && position < m_range.end();
}

std::optional<TextSelection> TranscriptSelection::inRow(int row) const
{
    if (isEmpty() || row < m_range.begin().row || row > m_range.end().row)
        return std::nullopt;
    TextSelection part{{row, 0, 0}, {row, INT_MAX, 0}};
    if (m_range.begin().row == row)
        part.anchor = m_range.begin();
    if (m_range.end().row == row)
        part.cursor = m_range.end();
    return part;
}

TextSpan TranscriptSelection::spanAt(const TextPosition &position) const
{
    const QString text = m_text.blockText(position.row, position.block);
    if (m_unit == Unit::Word)
        return wordAt(text, position.offset);
    MessageContent &content = m_text.content(position.row);
    const BlockKind kind =
        position.block < content.blockCount() ? content.kind(position.block) : BlockKind::Paragraph;
    if (kind == BlockKind::Table)
        return cellAt(text, position.offset);
    if (kind == BlockKind::Code || kind == BlockKind::Html)
        return lineAt(text, position.offset);
    return {0, int(text.size())};
}

TextSelection TranscriptSelection::unitAt(const TextPosition &position) const
{
    if (m_unit == Unit::Character || !position.isValid())
        return {position, position};
    const TextSpan span = spanAt(position);
    return {{position.row, position.block, span.begin}, {position.row, position.block, span.end}};
}

QList<MessageExcerpt> TranscriptSelection::excerpts() const
{
    QList<MessageExcerpt> excerpts;
    if (isEmpty())
        return excerpts;
    const int last = std::min(m_range.end().row, m_text.rowCount() - 1);
    excerpts.reserve(last - m_range.begin().row + 1);
    for (int row = m_range.begin().row; row <= last; ++row)
        excerpts.append(m_text.excerpt(row, *inRow(row)));
    return excerpts;
}

QString TranscriptSelection::plainText() const
{
    return ExcerptMimeData(excerpts()).text();
}

void TranscriptSelection::offerAsPrimary()
{
    if (QApplication::clipboard()->supportsSelection() && !isEmpty())
        m_primary.start();
}

void TranscriptSelection::insertRows(int first, int last)
{
    const int count = last - first + 1;
    for (TextPosition *end :
         {&m_range.anchor, &m_range.cursor, &m_origin.anchor, &m_origin.cursor}) {
        if (end->row >= first)
            end->row += count;
    }
}

void TranscriptSelection::removeRows(int first, int last)
{
    const int count = last - first + 1;
    const auto isGone = [first, last](const TextPosition &end) {
        return end.row >= first && end.row <= last;
    };
    if (isGone(m_range.anchor) || isGone(m_range.cursor))
        return reset();
    for (TextPosition *end :
         {&m_range.anchor, &m_range.cursor, &m_origin.anchor, &m_origin.cursor}) {
        if (end->row > last)
            end->row -= count;
    }
}

void TranscriptSelection::reset()
{
    m_unit = Unit::Character;
    m_origin = {};
    select({});
}

} // namespace Aura
