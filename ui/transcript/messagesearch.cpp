// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/messagesearch.h"

#include "ui/transcript/imagewords.h"
#include "ui/transcript/markdowncontent.h"

namespace Aura {

namespace {

constexpr qsizetype readAtOnce = 16 * 1024; // characters: half a millisecond

} // namespace

MessageSearch::MessageSearch(const Message &message, const FindQuery &query)
    : m_query(query)
    , m_id(message.id)
    , m_text(message.text)
    , m_length(message.text.size())
    , m_ended(message.state != ReplyState::Answering)
{
    if (!mayContain(message.role, message.text, query) && m_ended) {
        m_done = true;
        return;
    }
    m_content = makeContent({.role = message.role});
    m_content->setFolded(false);
}

MessageSearch::~MessageSearch() = default;

void MessageSearch::setMessage(const Message &message)
{
    const bool ended = message.state != ReplyState::Answering;
    if (!m_content || (m_length == message.text.size() && m_ended == ended))
        return;
    m_text = message.text;
    m_length = m_text.size();
    m_ended = ended;
    m_done = false;
    m_flushed = false;
}

bool MessageSearch::readMore()
{
    if (m_read < m_length) {
        const qsizetype length = std::min(readAtOnce, m_length - m_read);
        m_content->append(QStringView(m_text).sliced(m_read, length));
        m_read += length;
        return true;
    }
    if (m_flushed)
        return false;
    m_text.clear(); // a copy that is held would make each piece of a reply cost its whole length
    const ContentChange change = m_ended ? m_content->finish() : m_content->flush();
    m_flushed = true;
    m_block = std::min(m_block, change.firstDirty);
    m_row = m_rowOffset = 0;
    while (!m_hits.isEmpty() && m_hits.constLast().anchor.block >= m_block)
        m_hits.removeLast();
    m_places.resize(m_hits.size());
    return true;
}

bool MessageSearch::advance(const QDeadlineTimer &until)
{
    while (!m_done && !until.hasExpired()) {
        if (readMore())
            continue;
        if (m_block >= m_content->blockCount())
            m_done = true;
        else if (m_content->kind(m_block) == BlockKind::Table)
            searchRow();
        else
            searchBlock();
    }
    return m_done;
}

void MessageSearch::searchBlock()
{
    addHits(m_content->plainText(m_block), 0);
    ++m_block;
}

void MessageSearch::searchRow()
{
    MarkdownDocument &document = static_cast<MarkdownContent &>(*m_content).document();
    if (m_row >= document.lineCount(m_block)) {
        ++m_block;
        m_row = m_rowOffset = 0;
        return;
    }
    QStringList cells;
    for (const RichText &cell : shownRow(document, m_block, m_row))
        cells.append(cell.text);
    const QString line = cells.join(u'\t');
    addHits(line, m_rowOffset);
    m_rowOffset += int(line.size()) + 1;
    ++m_row;
}

void MessageSearch::addHits(const QString &text, int offset)
{
    const QList<TextSpan> spans = occurrences(text, m_query);
    for (const TextSpan &span : spans) {
        m_hits.append(
            TextSelection{{0, m_block, offset + span.begin}, {0, m_block, offset + span.end}});
        m_places.append(placeOf(m_row > 0 ? 0.5 : double(span.begin) / double(text.size())));
    }
}

float MessageSearch::placeOf(double inBlock) const
{
    if (const auto *markdown = dynamic_cast<MarkdownContent *>(m_content.get())) {
        const Block &block = markdown->document().block(m_block);
        const double at = block.begin + inBlock * (block.end - block.begin);
        return float(at / std::max<double>(1, double(markdown->document().source().size())));
    }
    return float((m_block + inBlock) / m_content->blockCount());
}

} // namespace Aura
