// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/sidebarrows.h"

#include "chat/conversationlistmodel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace Aura {

namespace {

//! Says heading after heading for times that come newest first; a date is made of a time only where
//! a new period begins.
class DayHeadings
{
public:
    explicit DayHeadings(const QDate &today)
        : m_today(today)
    {}

    const QString &headingFor(const QDateTime &time)
    {
        if (!m_heading.isEmpty() && time.toMSecsSinceEpoch() >= m_begin)
            return m_heading;
        const QDate day = qMin(time.toLocalTime().date(), m_today); // a clock may have been wrong
        m_heading = dayHeading(day, m_today);
        QDate first = day;
        while (dayHeading(first.addDays(-1), m_today) == m_heading)
            first = first.addDays(-1);
        m_begin = first.startOfDay().toMSecsSinceEpoch();
        return m_heading;
    }

private:
    QDate m_today;
    QString m_heading;
    qint64 m_begin = 0;
};

//! Puts the rows together, part by part.
class RowBuilder
{
    Q_DECLARE_TR_FUNCTIONS(Aura::SidebarModel)

public:
    RowBuilder(const ConversationListModel &conversations, const QSet<QString> &open)
        : m_conversations(conversations)
        , m_open(open)
    {
        for (const Folder &folder : conversations.folders())
            m_folders.insert(folder.id, folder);
        sortFolders();
        sortConversations();
    }

    std::vector<SidebarRow> build(const QDate &today)
    {
        if (!m_pinned.empty()) {
            addHeading(SidebarPart::Pinned, tr("Pinned"));
            addConversations(SidebarPart::Pinned, m_pinned, 0);
        }
        if (!m_folders.isEmpty()) {
            addHeading(SidebarPart::Folders, tr("Folders"));
            addFolders({}, 0);
        }
        DayHeadings days(today);
        QString heading;
        for (const int row : m_loose) {
            const QString &group = days.headingFor(m_conversations.summaryAt(row).changed);
            if (group != heading)
                addHeading(SidebarPart::Days, heading = group);
            addConversations(SidebarPart::Days, {row}, 0);
        }
        addShelf(SidebarPart::Archive, archiveShelf, tr("Archive"), m_archived);
        addShelf(SidebarPart::Trash, trashShelf, tr("Trash"), m_trashed);
        return std::exchange(m_rows, {});
    }

private:
    void sortFolders()
    {
        for (const Folder &folder : std::as_const(m_folders)) {
            const QString parent = isBelowItself(folder) ? QString() : folder.parentId;
            m_children[m_folders.contains(parent) ? parent : QString()].push_back(folder.id);
        }
        for (std::vector<QString> &children : m_children) {
            std::ranges::sort(children, [this](const QString &one, const QString &other) {
                const Folder &a = m_folders[one];
                const Folder &b = m_folders[other];
                if (a.position != b.position)
                    return a.position < b.position;
                const int order = QString::localeAwareCompare(a.name, b.name);
                return order != 0 ? order < 0 : one < other;
            });
        }
    }

    //! Files of others may say so; such a folder is shown at the top.
    bool isBelowItself(const Folder &folder) const
    {
        QString above = folder.parentId;
        for (qsizetype steps = 0; steps <= m_folders.size() && !above.isEmpty(); ++steps) {
            if (above == folder.id)
                return true;
            above = m_folders.value(above).parentId;
        }
        return false;
    }

    void sortConversations()
    {
        for (int row = 0; row < m_conversations.rowCount(); ++row) {
            const ConversationSummary &summary = m_conversations.summaryAt(row);
            if (summary.title.isEmpty())
                continue; // nothing was asked yet
            if (summary.trashedAt.isValid())
                m_trashed.push_back(row);
            else if (summary.isArchived)
                m_archived.push_back(row);
            else if (summary.isPinned)
                m_pinned.push_back(row);
            else if (!summary.folderId.isEmpty() && m_folders.contains(summary.folderId))
                m_filed[summary.folderId].push_back(row);
            else
                m_loose.push_back(row);
        }
    }

    void addHeading(SidebarPart part, const QString &text)
    {
        m_rows.push_back({.kind = SidebarRow::Kind::Heading, .part = part, .text = text});
    }

    void addConversations(SidebarPart part, const std::vector<int> &rows, int depth)
    {
        for (const int row : rows)
            m_rows.push_back({.kind = SidebarRow::Kind::Conversation,
                              .part = part,
                              .depth = depth,
                              .source = row,
                              .id = m_conversations.summaryAt(row).id});
    }

    int countBelow(const QString &folder) const
    {
        const auto filed = m_filed.constFind(folder);
        int count = filed == m_filed.cend() ? 0 : int(filed->size());
        for (const QString &child : m_children.value(folder))
            count += countBelow(child);
        return count;
    }

    void addFolders(const QString &parent, int depth)
    {
        for (const QString &id : m_children.value(parent)) {
            const bool isOpen = m_open.contains(id);
            m_rows.push_back({.kind = SidebarRow::Kind::Folder,
                              .part = SidebarPart::Folders,
                              .depth = depth,
                              .id = id,
                              .text = m_folders.value(id).name,
                              .count = countBelow(id),
                              .isOpen = isOpen});
            if (!isOpen)
                continue;
            addFolders(id, depth + 1);
            addConversations(SidebarPart::Folders, m_filed.value(id), depth + 1);
        }
    }

    void addShelf(SidebarPart part, const QString &id, const QString &name,
                  const std::vector<int> &rows)
    {
        if (rows.empty())
            return;
        const bool isOpen = m_open.contains(id);
        m_rows.push_back({.kind = SidebarRow::Kind::Shelf,
                          .part = part,
                          .id = id,
                          .text = name,
                          .count = int(rows.size()),
                          .isOpen = isOpen});
        if (isOpen)
            addConversations(part, rows, 1);
    }

    const ConversationListModel &m_conversations;
    const QSet<QString> &m_open;
    QHash<QString, Folder> m_folders;
    QHash<QString, std::vector<QString>> m_children; // of a folder, "" the top
    QHash<QString, std::vector<int>> m_filed;        // by folder
    std::vector<int> m_pinned;
    std::vector<int> m_loose;
    std::vector<int> m_archived;
    std::vector<int> m_trashed;
    std::vector<SidebarRow> m_rows;
};

} // namespace

QString dayHeading(const QDate &day, const QDate &today)
{
    const qint64 ago = day.daysTo(today);
    if (ago <= 0)
        return QCoreApplication::translate("Aura::SidebarModel", "Today");
    if (ago == 1)
        return QCoreApplication::translate("Aura::SidebarModel", "Yesterday");
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    if (day >= monday)
        return QCoreApplication::translate("Aura::SidebarModel", "This week");
    QString month = QLocale().standaloneMonthName(day.month());
    month.replace(0, 1, month.left(1).toUpper());
    return month + QLatin1Char(' ') + QString::number(day.year());
}

std::vector<SidebarRow> makeSidebarRows(const ConversationListModel &conversations,
                                        const QSet<QString> &open, const QDate &today)
{
    return RowBuilder(conversations, open).build(today);
}

} // namespace Aura
