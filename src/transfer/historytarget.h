// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/exporter.h"
#include "transfer/importtarget.h"

#include <memory>

namespace Aura {

class HistoryFile;

//! Imports into the history's file.
class HistoryTarget : public ImportTarget
{
public:
    //! A dry run reads the file, where there is one, and keeps nothing.
    enum class Mode { Write, DryRun };

    static Result<std::unique_ptr<HistoryTarget>> open(const QString &file, Mode mode);
    ~HistoryTarget() override;

    std::optional<ConversationSummary> find(const QString &id, const QString &origin) override;
    QList<Folder> folders() override;
    Result<void> add(const Folder &folder) override;
    Result<void> add(const ImportedConversation &conversation) override;
    Result<qint64> extend(const QString &id, const ImportedConversation &newer) override;
    Result<void> commit() override;

private:
    HistoryTarget() = default;

    Mode m_mode = Mode::DryRun;
    std::unique_ptr<HistoryFile> m_file; // null: a dry run without a history
};

//! Exports from the history's file.
class HistorySource : public ExportSource
{
public:
    static Result<std::unique_ptr<HistorySource>> open(const QString &file);
    ~HistorySource() override;

    QList<Folder> folders() override;
    QStringList conversations() override;
    Result<ExportedConversation> conversation(const QString &id) override;

    //! The conversations of that title; those of the trash left out.
    QStringList withTitle(const QString &title);

private:
    HistorySource() = default;

    std::unique_ptr<HistoryFile> m_file;
};

} // namespace Aura
