// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/exporter.h"
#include "transfer/importtarget.h"

#include <QHash>

namespace Aura {

//! A history in memory, to import into and to export from.
class MemoryTarget : public ImportTarget, public ExportSource
{
public:
    std::optional<ConversationSummary> find(const QString &id, const QString &origin) override;
    QList<Folder> folders() override { return m_folders; }
    Result<void> add(const Folder &folder) override;
    Result<void> add(const ImportedConversation &conversation) override;
    Result<qint64> extend(const QString &id, const ImportedConversation &newer) override;
    Result<void> commit() override;

    QStringList conversations() override;
    Result<ExportedConversation> conversation(const QString &id) override;

    bool isCommitted = false;
    QString refusal{}; // add() of a conversation fails with it, where it is not empty
    QList<Folder> m_folders{};
    QList<ImportedConversation> m_conversations{};
};

//! What is in it as text to read: titles, folders, and the messages as a tree, * the active ones.
QString describe(const MemoryTarget &target);

} // namespace Aura
