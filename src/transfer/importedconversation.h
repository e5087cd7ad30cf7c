// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/records.h"

#include <QList>

namespace Aura {

//! A conversation as it was read from a file, before it has a place in the history.
//!
//! Its own id and folderId are those of the file. Parents come before their children.
struct ImportedConversation
{
    StoredConversation conversation{};
    QList<StoredMessage> messages{}; // their ids are 1, 2, 3 …, or their own
    bool isOwn = false; // Aura wrote the file: all ids, times and origins are to stay as they are

    friend bool operator==(const ImportedConversation &, const ImportedConversation &) = default;
};

//! A folder of the file, by the id that it has there.
struct ImportedFolder
{
    QString id{};
    QString parentId{}; // empty: at the top
    QString name{};
    int position = 0;
    bool isOwn = false; // as above
    QString origin{};   // of an own one

    friend bool operator==(const ImportedFolder &, const ImportedFolder &) = default;
};

} // namespace Aura
