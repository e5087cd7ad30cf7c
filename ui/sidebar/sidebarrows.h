// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QSet>
#include <QString>

#include <vector>

namespace Aura {

class ConversationListModel;

//! A part of the sidebar, which says what stands in it and what may be dropped there.
enum class SidebarPart { Pinned, Folders, Days, Archive, Trash };

//! One row of the sidebar.
struct SidebarRow
{
    enum class Kind {
        Heading,
        Folder,
        Shelf, // the archive or the trash, which open like a folder
        Conversation,
    };

    Kind kind = Kind::Heading;
    SidebarPart part = SidebarPart::Days;
    int depth = 0;       // folders within folders
    int source = -1;     // of a conversation: its row in the list of all
    QString id{};        // of a conversation or folder
    QString text{};      // of all others: the heading, the name
    int count = 0;       // of a folder or shelf: how many conversations are in it
    bool isOpen = false; // of a folder or shelf

    friend bool operator==(const SidebarRow &, const SidebarRow &) = default;
};

//! Names of the shelves among the open ones; no folder is called so.
inline const QString archiveShelf = QStringLiteral("\x01"
                                                   "archive");
inline const QString trashShelf = QStringLiteral("\x01"
                                                 "trash");

//! The conversations that have begun: the pinned ones, the folders, the others by day, archive and
//! trash. open holds the ids of the folders and shelves whose content is shown. Linear in the
//! number of conversations.
std::vector<SidebarRow> makeSidebarRows(const ConversationListModel &conversations,
                                        const QSet<QString> &open, const QDate &today);

//! "Today", "Yesterday", "This week", else the month.
QString dayHeading(const QDate &day, const QDate &today);

} // namespace Aura
