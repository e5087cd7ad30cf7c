// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcripttext.h"

#include <algorithm>

namespace Aura {

namespace {

constexpr size_t keptMessages = 8;

} // namespace

TranscriptText::TranscriptText(QObject *parent)
    : QObject(parent)
{}

TranscriptText::~TranscriptText() = default;

void TranscriptText::setModel(ConversationModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_kept.clear();
    m_unfolded.clear();
    if (m_model)
        connect(m_model, &ConversationModel::replyGrew, this, &TranscriptText::grow);
}

int TranscriptText::rowCount() const
{
    return m_model ? m_model->rowCount() : 0;
}

MessageExcerpt TranscriptText::excerpt(int row, const TextSelection &part) const
{
    const Message &message = m_model->messageAt(row);
    return {.role = message.role,
            .text = message.text,
            .part = part,
            .withReasoning = message.role != Role::Assistant || isUnfolded(row)};
}

bool TranscriptText::isUnfolded(int row) const
{
    return m_unfolded.contains(m_model->messageAt(row).id);
}

void TranscriptText::setUnfolded(int row, bool unfolded)
{
    const MessageId id = m_model->messageAt(row).id;
    if (unfolded)
        m_unfolded.insert(id);
    else
        m_unfolded.remove(id);
}

Message TranscriptText::message(int row) const
{
    return m_model->messageAt(row);
}

MessageContent &TranscriptText::content(int row)
{
    const Message &message = m_model->messageAt(row);
    const auto known = std::ranges::find(m_kept, message.id, &Kept::id);
    if (known != m_kept.end()) {
        std::rotate(known, known + 1, m_kept.end());
    } else {
        if (m_kept.size() >= keptMessages)
            m_kept.erase(m_kept.begin());
        m_kept.push_back({.id = message.id, .length = -1});
    }
    read(m_kept.back(), message);
    // Folded is only marked as such, but for a system prompt, whose text would be gone.
    m_kept.back().content->setFolded(message.role == Role::Assistant
                                     && !m_unfolded.contains(message.id));
    return *m_kept.back().content;
}

void TranscriptText::read(Kept &kept, const Message &message)
{
    const bool ended = message.state != ReplyState::Answering;
    if (kept.length != message.text.size() || (message.role == Role::System && kept.content)) {
        kept.content = makeContent(message);
        kept.length = message.text.size();
    } else if (kept.ended == ended && ended) {
        return;
    }
    kept.ended = ended;
    if (ended)
        kept.content->finish();
    else
        kept.content->flush();
}

void TranscriptText::grow(MessageId id, qsizetype offset, const QString &piece)
{
    const auto known = std::ranges::find(m_kept, id, &Kept::id);
    if (known == m_kept.end())
        return;
    if (known->length != offset || known->ended) {
        m_kept.erase(known);
        return;
    }
    known->content->append(piece);
    known->length += piece.size();
}

QString TranscriptText::blockText(int row, int block)
{
    MessageContent &blocks = content(row);
    return block >= 0 && block < blocks.blockCount() ? blocks.plainText(block) : QString();
}

TextPosition TranscriptText::endOf(int row)
{
    MessageContent &blocks = content(row);
    const int last = blocks.blockCount() - 1;
    return {row, std::max(0, last), last < 0 ? 0 : int(blocks.plainText(last).size())};
}

TextPosition TranscriptText::clamped(TextPosition position)
{
    if (!position.isValid() || rowCount() == 0)
        return {};
    if (position.row >= rowCount())
        return end();
    if (position.block >= blockCount(position.row))
        return endOf(position.row);
    const int length = int(blockText(position.row, position.block).size());
    position.offset = std::clamp(position.offset, 0, length);
    return position;
}

} // namespace Aura
