// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace Aura {

class ConversationModel;
class TranscriptView;

//! What can be done with a message as a whole.
enum class MessageAction { Copy, Edit, TryAgain, Continue, PreviousVersion, NextVersion };

//! What can be done with the message in a row now.
QList<MessageAction> actionsOf(const ConversationModel &model, int row);

//! Does it, if it can be done.
void perform(TranscriptView &view, int row, MessageAction action);

//! The row that a key means: the one the keyboard acts on, else the last one that it can be done
//! with; -1: none.
int rowFor(const TranscriptView &view, MessageAction action);

} // namespace Aura
