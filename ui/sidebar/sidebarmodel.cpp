// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/sidebarmodel.h"

#include "chat/conversationlistmodel.h"
#include "ui/sidebar/conversationedits.h"

#include <QMimeData>
#include <QTimerEvent>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr auto conversationsType = "application/x-aura-conversations"_L1; // ids, a line each
constexpr auto folderType = "application/x-aura-folder"_L1;               // an id

QStringList linesOf(const QMimeData &data, QLatin1StringView type)
{
    return QString::fromUtf8(data.data(type)).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

SidebarModel::SidebarModel(ConversationListModel &conversations, ConversationEdits &edits,
                           QObject *parent)
    : QAbstractListModel(parent)
    , m_conversations(conversations)
    , m_edits(edits)
    , m_today(QDate::currentDate())
{
    const auto *source = &conversations;
    connect(source, &QAbstractItemModel::rowsInserted, this, &SidebarModel::scheduleRebuild);
    connect(source, &QAbstractItemModel::rowsRemoved, this, &SidebarModel::scheduleRebuild);
    connect(source, &QAbstractItemModel::rowsMoved, this, &SidebarModel::scheduleRebuild);
    connect(source, &QAbstractItemModel::modelReset, this, &SidebarModel::rebuild);
    connect(source, &ConversationListModel::foldersChanged, this, &SidebarModel::scheduleRebuild);
    connect(source, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                onSourceChanged(first.row(), last.row());
            });
    m_rows = makeSidebarRows(m_conversations, m_open, m_today);
    m_midnight.start(60'000, Qt::VeryCoarseTimer, this);
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SidebarRow &row = rowAt(index.row());
    const bool isConversation = row.kind == SidebarRow::Kind::Conversation;
    switch (role) {
    case Qt::DisplayRole: return textOf(row);
    case Qt::EditRole: return row.kind == SidebarRow::Kind::Heading ? QVariant() : textOf(row);
    case Qt::ToolTipRole: // a tool tip would take a title with tags in it for rich text
        return isConversation ? textOf(row).toHtmlEscaped() : QVariant();
    case Qt::AccessibleDescriptionRole: return descriptionOf(row);
    case KindRole: return int(row.kind);
    case DepthRole: return row.depth;
    case IsOpenRole: return row.isOpen;
    case CountRole: return row.count;
    case ActivityRole: return int(activityOf(row));
    case IdRole: return row.id;
    case IsShownRole: return isConversation && row.id == m_shown;
    default: return {};
    }
}

QString SidebarModel::textOf(const SidebarRow &row) const
{
    if (row.kind != SidebarRow::Kind::Conversation)
        return row.text;
    const int source = sourceOf(row);
    return source >= 0 ? m_conversations.summaryAt(source).title : QString();
}

// Between a change of the source and the rebuild that follows it, the row may be another's.
int SidebarModel::sourceOf(const SidebarRow &row) const
{
    if (row.kind != SidebarRow::Kind::Conversation)
        return -1;
    const bool isStill = row.source < m_conversations.rowCount()
        && m_conversations.summaryAt(row.source).id == row.id;
    return isStill ? row.source : m_conversations.rowOf(row.id);
}

Activity SidebarModel::activityOf(const SidebarRow &row) const
{
    const int source = sourceOf(row);
    return source >= 0 ? m_conversations.activityAt(source) : Activity::None;
}

QString SidebarModel::descriptionOf(const SidebarRow &row) const
{
    switch (row.kind) {
    case SidebarRow::Kind::Heading: return {};
    case SidebarRow::Kind::Folder:
    case SidebarRow::Kind::Shelf: {
        const QString count = tr("%n conversations", nullptr, row.count);
        return row.isOpen ? tr("open, %1").arg(count) : tr("closed, %1").arg(count);
    }
    case SidebarRow::Kind::Conversation: break;
    }
    switch (activityOf(row)) {
    case Activity::None: return {};
    case Activity::Answering: return tr("answering");
    case Activity::FinishedUnseen: return tr("answered");
    case Activity::Problem: return tr("problem");
    }
    return {};
}

bool SidebarModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const SidebarRow row = rowAt(index.row());
    const QString name = value.toString().simplified();
    if (name == textOf(row))
        return true;
    if (row.kind == SidebarRow::Kind::Folder)
        m_edits.renameFolder(row.id, name);
    else
        m_edits.rename(row.id, name);
    return true;
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    constexpr Qt::ItemFlags row = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDropEnabled;
    switch (rowAt(index.row()).kind) {
    case SidebarRow::Kind::Heading: return Qt::ItemIsDropEnabled;
    case SidebarRow::Kind::Shelf: return row;
    case SidebarRow::Kind::Folder:
    case SidebarRow::Kind::Conversation: return row | Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
    }
    return Qt::NoItemFlags;
}

QStringList SidebarModel::mimeTypes() const
{
    return {conversationsType, folderType};
}

QMimeData *SidebarModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList conversations;
    QString folder;
    for (const QModelIndex &index : indexes) {
        const SidebarRow &row = rowAt(index.row());
        if (row.kind == SidebarRow::Kind::Conversation)
            conversations.append(row.id);
        else if (row.kind == SidebarRow::Kind::Folder)
            folder = row.id;
    }
    auto *data = new QMimeData;
    if (!conversations.isEmpty())
        data->setData(conversationsType, conversations.join(u'\n').toUtf8());
    else
        data->setData(folderType, folder.toUtf8());
    return data;
}

// Between two rows counts as onto the lower one. -1: below the last row, which is out of all
// folders.
int SidebarModel::targetOf(int gap, const QModelIndex &parent) const
{
    if (parent.isValid())
        return parent.row();
    return gap >= 0 && gap < rowCount() ? gap : -1;
}

bool SidebarModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int gap, int,
                                   const QModelIndex &parent) const
{
    const bool isFolder = data->hasFormat(folderType);
    if (!isFolder && !data->hasFormat(conversationsType))
        return false;
    const int target = targetOf(gap, parent);
    if (target < 0 || !isFolder)
        return true;
    const SidebarRow &row = rowAt(target);
    return row.part == SidebarPart::Folders
        && (row.kind == SidebarRow::Kind::Heading
            || m_edits.canMoveFolder(linesOf(*data, folderType).value(0), row.id));
}

bool SidebarModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const int onto = targetOf(row, parent);
    const SidebarRow target = onto >= 0 ? rowAt(onto) : SidebarRow();
    const bool onFolder = target.kind == SidebarRow::Kind::Folder;
    if (data->hasFormat(folderType)) {
        m_edits.moveFolder(linesOf(*data, folderType).value(0), onFolder ? target.id : QString());
        return true;
    }
    const QStringList ids = linesOf(*data, conversationsType);
    switch (target.part) {
    case SidebarPart::Pinned: m_edits.setPinned(ids, true); break;
    case SidebarPart::Archive: m_edits.setArchived(ids, true); break;
    case SidebarPart::Trash: m_edits.moveToTrash(ids); break;
    case SidebarPart::Days: m_edits.moveToFolder(ids, {}); break;
    case SidebarPart::Folders:
        if (onFolder)
            m_edits.moveToFolder(ids, target.id);
        else if (target.kind == SidebarRow::Kind::Conversation)
            m_edits.moveToFolder(ids, m_conversations.summaryAt(target.source).folderId);
        break;
    }
    return true;
}

int SidebarModel::rowOf(const QString &id) const
{
    if (id.isEmpty())
        return -1;
    const auto found = std::ranges::find(m_rows, id, &SidebarRow::id);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void SidebarModel::setShown(const QString &id)
{
    if (id == m_shown)
        return;
    const QString before = std::exchange(m_shown, id);
    for (const int row : {rowOf(before), rowOf(id)}) {
        if (row >= 0)
            emit dataChanged(index(row), index(row), {IsShownRole});
    }
}

void SidebarModel::setOpen(const QString &id, bool isOpen)
{
    if (m_open.contains(id) == isOpen)
        return;
    if (isOpen)
        m_open.insert(id);
    else
        m_open.remove(id);
    rebuild();
}

void SidebarModel::setOpenFolders(const QSet<QString> &ids)
{
    m_open = ids;
    rebuild();
}

void SidebarModel::reveal(const QString &conversation)
{
    const int row = m_conversations.rowOf(conversation);
    if (row < 0)
        return;
    const ConversationSummary &summary = m_conversations.summaryAt(row);
    QSet<QString> open = m_open;
    if (summary.trashedAt.isValid())
        open.insert(trashShelf);
    else if (summary.isArchived)
        open.insert(archiveShelf);
    else if (!summary.isPinned)
        open.unite(m_edits.foldersAbove(summary.folderId));
    if (open != m_open)
        setOpenFolders(open);
}

void SidebarModel::onSourceChanged(int first, int last)
{
    scheduleRebuild();
    for (int source = first; source <= last; ++source) {
        const int row = rowOf(m_conversations.summaryAt(source).id);
        if (row >= 0)
            emit dataChanged(index(row), index(row));
    }
}

// Many changes that come together are one.
void SidebarModel::scheduleRebuild()
{
    if (!m_rebuild.isActive())
        m_rebuild.start(0, this);
}

void SidebarModel::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_rebuild.timerId()) {
        rebuild();
    } else if (event->timerId() == m_midnight.timerId()) {
        if (std::exchange(m_today, QDate::currentDate()) != QDate::currentDate())
            rebuild();
    }
}

// The same rows are no change: the list keeps its selection and place.
void SidebarModel::rebuild()
{
    m_rebuild.stop();
    std::vector<SidebarRow> rows = makeSidebarRows(m_conversations, m_open, m_today);
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

} // namespace Aura
