// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/conversationedits.h"

#include "chat/conversationlistmodel.h"

#include <QUndoCommand>
#include <QUuid>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

//! The folders of now, with what differs between two lists changed from the one to the other: an
//! import may have added some since.
QList<Folder> changedFolders(QList<Folder> now, const QList<Folder> &from, const QList<Folder> &to)
{
    for (const Folder &folder : from) {
        if (std::ranges::find(to, folder.id, &Folder::id) == to.end())
            now.removeIf([&folder](const Folder &other) { return other.id == folder.id; });
    }
    for (const Folder &folder : to) {
        if (from.contains(folder))
            continue;
        const auto known = std::ranges::find(now, folder.id, &Folder::id);
        if (known == now.end())
            now.append(folder);
        else
            *known = folder;
    }
    return now;
}

} // namespace

//! Conversations and folders as they were and as they are.
class ConversationEdits::Step : public QUndoCommand
{
public:
    Step(ConversationListModel &conversations, const QString &text,
         const QList<ConversationSummary> &before, const QList<ConversationSummary> &after,
         const QList<Folder> &foldersBefore, const QList<Folder> &foldersAfter)
        : QUndoCommand(text)
        , m_conversations(conversations)
        , m_before(before)
        , m_after(after)
        , m_foldersBefore(foldersBefore)
        , m_foldersAfter(foldersAfter)
    {}

    void undo() override { apply(m_before, m_foldersAfter, m_foldersBefore); }
    void redo() override { apply(m_after, m_foldersBefore, m_foldersAfter); }

private:
    //! Only what a step is about: a reply may have come, a title may have grown since.
    void apply(const QList<ConversationSummary> &wanted, const QList<Folder> &from,
               const QList<Folder> &to)
    {
        QList<ConversationSummary> now;
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            const int row = m_conversations.rowOf(wanted.at(i).id);
            if (row < 0)
                continue; // it was deleted for good
            ConversationSummary summary = m_conversations.summaryAt(row);
            if (m_before.at(i).title != m_after.at(i).title)
                summary.title = wanted.at(i).title;
            summary.folderId = wanted.at(i).folderId;
            summary.isPinned = wanted.at(i).isPinned;
            summary.isArchived = wanted.at(i).isArchived;
            summary.trashedAt = wanted.at(i).trashedAt;
            now.append(summary);
        }
        if (from != to)
            m_conversations.setFolders(changedFolders(m_conversations.folders(), from, to));
        if (!now.isEmpty())
            m_conversations.setSummaries(now);
    }

    ConversationListModel &m_conversations;
    QList<ConversationSummary> m_before;
    QList<ConversationSummary> m_after;
    QList<Folder> m_foldersBefore;
    QList<Folder> m_foldersAfter;
};

//! Messages that were taken away, to be put back where their conversation is still there.
class ConversationEdits::MessageRemoval : public QUndoCommand
{
public:
    MessageRemoval(ConversationListModel &conversations, const QString &conversation,
                   MessageId message)
        : QUndoCommand(ConversationEdits::tr("Delete message"))
        , m_conversations(conversations)
        , m_conversation(conversation)
        , m_message(message)
    {}

    void redo() override
    {
        whenLoaded([this](Conversation &conversation) {
            m_messages = conversation.messages().remove(m_message);
            setObsolete(m_messages.isEmpty());
        });
    }

    void undo() override
    {
        whenLoaded([messages = m_messages](Conversation &conversation) {
            conversation.messages().putBack(messages);
        });
    }

private:
    void whenLoaded(const std::function<void(Conversation &)> &work)
    {
        if (m_conversations.rowOf(m_conversation) < 0)
            return;
        Conversation &conversation = m_conversations.open(m_conversation);
        if (conversation.isLoaded())
            return work(conversation);
        QObject::connect(
            &conversation, &Conversation::loaded, &conversation,
            [work, &conversation] { work(conversation); }, Qt::SingleShotConnection);
    }

    ConversationListModel &m_conversations;
    QString m_conversation;
    MessageId m_message;
    QList<StoredMessage> m_messages;
};

ConversationEdits::ConversationEdits(ConversationListModel &conversations, QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
{
    m_undo.setUndoLimit(500);
}

QList<ConversationSummary> ConversationEdits::summariesOf(const QStringList &ids) const
{
    QList<ConversationSummary> summaries;
    for (const QString &id : ids) {
        const int row = m_conversations.rowOf(id);
        if (row >= 0)
            summaries.append(m_conversations.summaryAt(row));
    }
    return summaries;
}

void ConversationEdits::push(const QString &text, const QList<ConversationSummary> &after,
                             const QList<Folder> &folders)
{
    QStringList ids;
    for (const ConversationSummary &summary : after)
        ids.append(summary.id);
    const QList<ConversationSummary> before = summariesOf(ids);
    if (before == after && folders == m_conversations.folders())
        return;
    m_undo.push(new Step(m_conversations, text, before, after, m_conversations.folders(), folders));
}

template<typename Change>
void ConversationEdits::changeEach(const QStringList &ids, const QString &text,
                                   const Change &change)
{
    QList<ConversationSummary> after = summariesOf(ids);
    for (ConversationSummary &summary : after)
        change(summary);
    push(text, after, m_conversations.folders());
}

void ConversationEdits::rename(const QString &id, const QString &title)
{
    if (title.isEmpty())
        return;
    changeEach({id}, tr("Rename"),
               [&title](ConversationSummary &summary) { summary.title = title; });
}

void ConversationEdits::setPinned(const QStringList &ids, bool isPinned)
{
    changeEach(ids, isPinned ? tr("Pin") : tr("Unpin"), [isPinned](ConversationSummary &summary) {
        summary.isPinned = isPinned;
        if (isPinned) {
            summary.isArchived = false;
            summary.trashedAt = {};
        }
    });
}

void ConversationEdits::setArchived(const QStringList &ids, bool isArchived)
{
    changeEach(ids, isArchived ? tr("Archive") : tr("Take out of the archive"),
               [isArchived](ConversationSummary &summary) {
                   summary.isArchived = isArchived;
                   if (isArchived) {
                       summary.isPinned = false;
                       summary.trashedAt = {};
                   }
               });
    if (isArchived)
        emit movedAway(tr("%n conversations archived", nullptr, int(ids.size())));
}

void ConversationEdits::moveToFolder(const QStringList &ids, const QString &folder)
{
    changeEach(ids, tr("Move"), [&folder](ConversationSummary &summary) {
        summary.folderId = folder;
        summary.isPinned = false;
        summary.isArchived = false;
        summary.trashedAt = {};
    });
}

void ConversationEdits::moveToTrash(const QStringList &ids)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    changeEach(ids, tr("Move to the trash"), [&now](ConversationSummary &summary) {
        if (!summary.trashedAt.isValid())
            summary.trashedAt = now;
    });
    emit movedAway(tr("%n conversations moved to the trash", nullptr, int(ids.size())));
}

void ConversationEdits::restore(const QStringList &ids)
{
    changeEach(ids, tr("Restore"),
               [](ConversationSummary &summary) { summary.trashedAt = QDateTime(); });
}

QString ConversationEdits::freeName(const QString &parent, const QString &name) const
{
    QSet<QString> taken;
    for (const Folder &folder : m_conversations.folders()) {
        if (folder.parentId == parent)
            taken.insert(folder.name);
    }
    QString free = name;
    for (int number = 2; taken.contains(free); ++number)
        free = tr("%1 (%2)", "the second folder of a name").arg(name).arg(number);
    return free;
}

QString ConversationEdits::addFolder(const QString &parent, const QString &name)
{
    QList<Folder> folders = m_conversations.folders();
    QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    folders.append({.id = id, .parentId = parent, .name = freeName(parent, name)});
    push(tr("New folder"), {}, folders);
    return id;
}

void ConversationEdits::renameFolder(const QString &id, const QString &name)
{
    QList<Folder> folders = m_conversations.folders();
    const auto folder = std::ranges::find(folders, id, &Folder::id);
    if (folder == folders.end() || name.isEmpty())
        return;
    folder->name = name;
    push(tr("Rename"), {}, folders);
}

bool ConversationEdits::canMoveFolder(const QString &id, const QString &parent) const
{
    return !id.isEmpty() && !foldersAbove(parent).contains(id);
}

void ConversationEdits::moveFolder(const QString &id, const QString &parent)
{
    QList<Folder> folders = m_conversations.folders();
    const auto folder = std::ranges::find(folders, id, &Folder::id);
    if (folder == folders.end() || !canMoveFolder(id, parent))
        return;
    folder->parentId = parent;
    push(tr("Move"), {}, folders);
}

void ConversationEdits::removeFolder(const QString &id)
{
    QList<Folder> folders = m_conversations.folders();
    const auto folder = std::ranges::find(folders, id, &Folder::id);
    if (folder == folders.end())
        return;
    const QString above = folder->parentId;
    folders.removeIf([&id](const Folder &other) { return other.id == id; });
    for (Folder &child : folders) {
        if (child.parentId == id)
            child.parentId = above;
    }
    QList<ConversationSummary> inside;
    for (int row = 0; row < m_conversations.rowCount(); ++row) {
        ConversationSummary summary = m_conversations.summaryAt(row);
        if (summary.folderId != id)
            continue;
        summary.folderId = above;
        inside.append(summary);
    }
    push(tr("Remove folder"), inside, folders);
    emit movedAway(tr("Folder removed; its conversations are kept"));
}

QSet<QString> ConversationEdits::foldersAbove(const QString &folder) const
{
    QSet<QString> above;
    const QList<Folder> folders = m_conversations.folders();
    for (QString id = folder; !id.isEmpty() && !above.contains(id);) {
        above.insert(id);
        const auto found = std::ranges::find(folders, id, &Folder::id);
        id = found == folders.end() ? QString() : found->parentId;
    }
    return above;
}

void ConversationEdits::removeMessage(Conversation &conversation, MessageId message)
{
    const int before = m_undo.count();
    m_undo.push(new MessageRemoval(m_conversations, conversation.id(), message));
    if (m_undo.count() != before || m_undo.canUndo())
        emit movedAway(tr("Message deleted, and what followed it"));
}

QList<ConversationEdits::FolderPath> ConversationEdits::folderPaths() const
{
    const QList<Folder> folders = m_conversations.folders();
    QHash<QString, Folder> byId;
    for (const Folder &folder : folders)
        byId.insert(folder.id, folder);
    QList<FolderPath> paths;
    for (const Folder &folder : folders) {
        QString path = folder.name;
        QSet<QString> seen{folder.id};
        for (QString id = folder.parentId; byId.contains(id) && !seen.contains(id);) {
            seen.insert(id);
            path.prepend(byId.value(id).name + u" / "_s);
            id = byId.value(id).parentId;
        }
        paths.append({folder.id, path});
    }
    std::ranges::sort(paths, [](const FolderPath &one, const FolderPath &other) {
        return QString::localeAwareCompare(one.path, other.path) < 0;
    });
    return paths;
}

QStringList ConversationEdits::trashed() const
{
    QStringList ids;
    for (int row = 0; row < m_conversations.rowCount(); ++row) {
        if (m_conversations.summaryAt(row).trashedAt.isValid())
            ids.append(m_conversations.summaryAt(row).id);
    }
    return ids;
}

void ConversationEdits::deleteForGood(const QStringList &ids)
{
    m_conversations.deleteForGood(ids);
}

} // namespace Aura
