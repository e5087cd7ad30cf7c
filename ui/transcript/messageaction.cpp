// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/messageaction.h"

#include "ui/transcript/messageactionbar.h"
#include "ui/transcript/transcriptview.h"

namespace Aura {

namespace {

constexpr int farthestBack = 20; // rows; farther up a key without a chosen message does nothing

} // namespace

QList<MessageAction> actionsOf(const ConversationModel &model, int row)
{
    const Message &message = model.messageAt(row);
    QList<MessageAction> actions{MessageAction::Copy};
    if (message.role == Role::User)
        actions << MessageAction::Edit;
    if (message.role == Role::Assistant && message.state != ReplyState::Answering)
        actions << MessageAction::TryAgain;
    if (row + 1 == model.rowCount() && canContinue(message))
        actions << MessageAction::Continue;
    const QModelIndex index = model.index(row);
    const int sibling = index.data(ConversationModel::SiblingIndexRole).toInt();
    if (sibling > 0)
        actions << MessageAction::PreviousVersion;
    if (sibling + 1 < index.data(ConversationModel::SiblingCountRole).toInt())
        actions << MessageAction::NextVersion;
    return actions;
}

void perform(TranscriptView &view, int row, MessageAction action)
{
    if (!view.model() || row < 0 || row >= view.model()->rowCount()
        || !actionsOf(*view.model(), row).contains(action))
        return;
    const MessageId id = view.model()->messageAt(row).id;
    switch (action) {
    case MessageAction::Copy: view.copyMessage(row); break;
    case MessageAction::Edit: emit view.editRequested(id); break;
    case MessageAction::TryAgain: emit view.askAgainRequested(id); break;
    case MessageAction::Continue: emit view.continueRequested(id); break;
    case MessageAction::PreviousVersion: emit view.siblingRequested(id, -1); break;
    case MessageAction::NextVersion: emit view.siblingRequested(id, +1); break;
    }
}

int rowFor(const TranscriptView &view, MessageAction action)
{
    const ConversationModel *model = view.model();
    if (!model)
        return -1;
    if (view.currentRow() >= 0)
        return actionsOf(*model, view.currentRow()).contains(action) ? view.currentRow() : -1;
    const int last = model->rowCount() - 1;
    for (int row = last; row >= std::max(0, last - farthestBack); --row) {
        if (actionsOf(*model, row).contains(action))
            return row;
    }
    return -1;
}

} // namespace Aura
