// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/accessible/replyreader.h"
#include "ui/transcript/messagetarget.h"
#include "ui/transcript/selectiongesture.h"
#include "ui/transcript/transcriptcaret.h"
#include "ui/transcript/transcriptfind.h"
#include "ui/transcript/transcriptselection.h"
#include "ui/transcript/transcripttext.h"

namespace Aura {

//! What makes the transcript one text: reading, selecting and finding in it, by mouse and by key.
class TranscriptSurface
{
public:
    explicit TranscriptSurface(TranscriptView &view);

    void setModel(ConversationModel *model);
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void resetRows();

    //! What Tab has reached in the message that the keyboard acts on; nothing: the message itself.
    const std::optional<MessageTarget> &target() const { return m_target; }
    //! On to the next (+1) or the one before (-1). False where there is none: Tab goes on.
    bool moveTarget(int row, int step);
    void clearTarget() { m_target.reset(); }

    TranscriptText text;
    TranscriptSelection selection{text};
    TranscriptFind find{text};
    SelectionGesture gesture;
    TranscriptCaret caret;
    ReplyReader reader;

private:
    std::optional<MessageTarget> m_target;
};

} // namespace Aura
