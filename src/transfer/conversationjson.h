// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importedconversation.h"

#include <QJsonObject>

//! Conversations as Aura's own export writes them; FORMAT.md describes it.
namespace Aura {

inline constexpr QLatin1StringView conversationsFormat("aura-conversations");
inline constexpr int conversationsVersion = 1;

QJsonObject folderToJson(const Folder &folder);
Folder folderFromJson(const QJsonObject &json);

QJsonObject conversationToJson(const StoredConversation &conversation,
                               const QList<StoredMessage> &messages);

//! What conversationToJson() wrote, or somebody changed. Without an id it is no conversation.
//! isWhole says whether the tree of messages was sound; where it was not, it was mended.
ImportedConversation conversationFromJson(const QJsonObject &json, bool *isWhole);

} // namespace Aura
