// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/importedconversation.h"

#include <optional>

namespace Aura {

//! Where an import puts what it reads: the history, or nowhere, for a dry run. Nothing is there
//! for others before commit(); without it, nothing stays.
class ImportTarget
{
public:
    virtual ~ImportTarget() = default;

    //! The conversation of this id or, where it was imported, of this origin; one in the trash too.
    virtual std::optional<ConversationSummary> find(const QString &id, const QString &origin) = 0;

    virtual QList<Folder> folders() = 0;
    virtual Result<void> add(const Folder &folder) = 0;

    //! The messages' ids are made of their times; where one is taken, another is chosen.
    virtual Result<void> add(const ImportedConversation &conversation) = 0;

    //! Adds what is new to a conversation that is here; how many messages that is.
    virtual Result<qint64> extend(const QString &id, const ImportedConversation &newer) = 0;

    virtual Result<void> commit() = 0;
};

} // namespace Aura
