// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/conversationmodel.h"
#include "ui/transcript/messagecontent.h"
#include "ui/transcript/messageexcerpt.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <climits>
#include <memory>
#include <vector>

namespace Aura {

//! The messages' texts as they are shown, block by block, whether they are laid out or not.
//!
//! The one place that selecting, copying, finding and reading aloud ask. A message is parsed when
//! it is asked for; the few that were asked for last are kept, and grow with a reply.
class TranscriptText : public QObject
{
    Q_OBJECT

public:
    explicit TranscriptText(QObject *parent = nullptr);
    ~TranscriptText() override;

    //! The model outlives its being set.
    void setModel(ConversationModel *model);
    ConversationModel *model() const { return m_model; }

    int rowCount() const;

    Message message(int row) const;

    //! A message, or a part of it, for copying.
    MessageExcerpt excerpt(int row, const TextSelection &part) const;
    MessageExcerpt excerpt(int row) const { return excerpt(row, {{row, 0, 0}, {row, INT_MAX, 0}}); }

    //! Whether the reader unfolded what is folded at first. What is not seen is not copied.
    bool isUnfolded(int row) const;
    void setUnfolded(int row, bool unfolded);

    //! Holds until another row is asked for, or the model changes.
    MessageContent &content(int row);

    int blockCount(int row) { return content(row).blockCount(); }
    //! As shown: a block that is not there is empty.
    QString blockText(int row, int block);
    //! Whether anything of it can be seen or selected.
    bool isEmpty(int row, int block) { return blockText(row, block).isEmpty(); }

    TextPosition begin() const { return {rowCount() > 0 ? 0 : -1, 0, 0}; }
    TextPosition endOf(int row);
    TextPosition end() { return rowCount() > 0 ? endOf(rowCount() - 1) : TextPosition(); }

    //! The place moved to where there is text, if the text has changed since.
    TextPosition clamped(TextPosition position);

private:
    struct Kept
    {
        MessageId id{};
        qsizetype length = 0; // of the text that was read
        bool ended = false;
        std::unique_ptr<MessageContent> content{};
    };

    void grow(MessageId id, qsizetype offset, const QString &piece);
    void read(Kept &kept, const Message &message);

    QPointer<ConversationModel> m_model;
    std::vector<Kept> m_kept; // the last one was asked for last
    QSet<MessageId> m_unfolded;
};

} // namespace Aura
