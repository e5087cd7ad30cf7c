// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationlistmodel.h"

#include "base/messageids.h"

#include <QHash>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace Aura {

namespace {

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

//! The same messages with new ids, in the same order of time, nothing of them Answering.
QList<StoredMessage> copied(QList<StoredMessage> messages)
{
    std::ranges::sort(messages, {}, [](const StoredMessage &stored) { return stored.message.id; });
    QHash<MessageId, MessageId> ids;
    for (StoredMessage &stored : messages) {
        const MessageId id = nextMessageId();
        ids.insert(std::exchange(stored.message.id, id), id);
        stored.parent = ids.value(stored.parent); // parents are older
        stored.origin.clear();
        if (stored.message.state == ReplyState::Answering)
            stored.message.state = ReplyState::Interrupted;
    }
    return messages;
}

} // namespace

ConversationListModel::ConversationListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

ConversationListModel::~ConversationListModel() = default;

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};

    const ConversationSummary &summary = summaryAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return summary.title;
    case ActivityRole: return static_cast<int>(activityAt(index.row()));
    case LastChangeRole: return summary.changed;
    case IdRole: return summary.id;
    }
    return {};
}

QHash<int, QByteArray> ConversationListModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"},
            {TitleRole, "title"},
            {ActivityRole, "activity"},
            {LastChangeRole, "lastChange"},
            {IdRole, "id"}};
}

const ConversationSummary &ConversationListModel::summaryAt(int row) const
{
    return m_entries.at(static_cast<size_t>(row)).summary;
}

Activity ConversationListModel::activityAt(int row) const
{
    const Conversation *conversation = at(row);
    return conversation ? conversation->activity() : Activity::None;
}

int ConversationListModel::rowOf(const QString &id) const
{
    const auto found =
        std::ranges::find_if(m_entries, [&id](const Entry &e) { return e.summary.id == id; });
    return found == m_entries.cend() ? -1 : static_cast<int>(found - m_entries.cbegin());
}

int ConversationListModel::rowOf(const Conversation &conversation) const
{
    const auto found = std::ranges::find_if(m_entries, [&conversation](const Entry &e) {
        return e.conversation.get() == &conversation;
    });
    return found == m_entries.cend() ? -1 : static_cast<int>(found - m_entries.cbegin());
}

Conversation *ConversationListModel::at(int row) const
{
    return m_entries.at(static_cast<size_t>(row)).conversation.get();
}

Conversation *ConversationListModel::find(const QString &id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : at(row);
}

Conversation &ConversationListModel::create()
{
    return addOnTop(std::make_unique<Conversation>(newId()));
}

Conversation &ConversationListModel::duplicate(const Conversation &conversation)
{
    return copy(conversation, {});
}

Conversation &ConversationListModel::branch(const Conversation &conversation, MessageId last)
{
    return copy(conversation, last);
}

//! The copy of a long conversation is filled when all of that is loaded.
Conversation &ConversationListModel::copy(const Conversation &source, MessageId last)
{
    auto made = std::make_unique<Conversation>(newId());
    if (source.isWhole()) {
        fill(*made, source, last);
        return addOnTop(std::move(made));
    }
    made->expectLoad(Conversation::Source::Copy);
    connect(&source, &Conversation::completed, made.get(),
            [target = made.get(), &source, last] { fill(*target, source, last); });
    Conversation &added = addOnTop(std::move(made));
    source.requestWhole();
    return added;
}

void ConversationListModel::fill(Conversation &target, const Conversation &source, MessageId last)
{
    StoredConversation stored = source.toStored();
    stored.id = target.id();
    stored.changed = QDateTime::currentDateTimeUtc();
    const ConversationModel &model = source.messages();
    if (!last.isValid()) {
        target.load(stored, {.messages = copied(model.storedMessages())});
        return;
    }
    stored.draft.clear();
    QList<StoredMessage> path;
    for (int row = 0; row <= model.rowOf(last); ++row)
        path.append(model.stored(model.messageAt(row).id));
    target.load(stored, {.messages = copied(path)});
}

Conversation &ConversationListModel::addOnTop(std::unique_ptr<Conversation> conversation)
{
    Conversation &added = *conversation;
    beginInsertRows({}, 0, 0);
    m_entries.insert(m_entries.begin(),
                     {{.id = added.id(), .title = added.title(), .changed = added.lastChange()},
                      std::move(conversation)});
    endInsertRows();
    watch(added);
    emit opened(&added);
    return added;
}

Conversation &ConversationListModel::open(const QString &id)
{
    int row = rowOf(id);
    if (row < 0) {
        row = rowCount();
        beginInsertRows({}, row, row);
        m_entries.push_back({{.id = id}, {}});
        endInsertRows();
    }
    if (Conversation *known = at(row))
        return *known;
    entry(row).conversation = std::make_unique<Conversation>(id);
    Conversation &conversation = *at(row);
    conversation.expectLoad(Conversation::Source::History);
    watch(conversation);
    emit opened(&conversation);
    return conversation;
}

void ConversationListModel::watch(Conversation &conversation)
{
    connect(&conversation, &Conversation::titleChanged, this,
            [this, &conversation] { takeOver(conversation); });
    connect(&conversation, &Conversation::loaded, this,
            [this, &conversation] { takeOver(conversation); });
    connect(&conversation, &Conversation::lastChangeChanged, this,
            [this, &conversation] { moveToTop(conversation); });
    connect(&conversation, &Conversation::activityChanged, this,
            [this, &conversation] { onActivityChanged(conversation); });
}

void ConversationListModel::takeOver(const Conversation &conversation)
{
    const int row = rowOf(conversation);
    if (row < 0 || !conversation.isLoaded())
        return;
    entry(row).summary.title = conversation.title();
    entry(row).summary.changed = conversation.lastChange();
    notify(row, {Qt::DisplayRole, TitleRole});
}

void ConversationListModel::moveToTop(const Conversation &conversation)
{
    const int row = rowOf(conversation);
    if (row < 0)
        return;
    entry(row).summary.changed = conversation.lastChange();
    if (row > 0) {
        beginMoveRows({}, row, row, {}, 0);
        std::rotate(m_entries.begin(), m_entries.begin() + row, m_entries.begin() + row + 1);
        endMoveRows();
    }
    notify(0, {LastChangeRole});
}

void ConversationListModel::remove(Conversation &conversation)
{
    const int row = rowOf(conversation);
    if (row >= 0)
        removeRow(row);
}

void ConversationListModel::removeRow(int row)
{
    if (m_current && m_current == at(row))
        m_current = nullptr;
    beginRemoveRows({}, row, row);
    const Entry removed = std::move(entry(row));
    m_entries.erase(m_entries.begin() + row);
    endRemoveRows();
}

void ConversationListModel::setSummaries(const QList<ConversationSummary> &summaries)
{
    for (const ConversationSummary &wanted : summaries) {
        const int row = rowOf(wanted.id);
        if (row < 0)
            continue;
        const QDateTime changed = summaryAt(row).changed; // changes by itself alone
        if (Conversation *conversation = at(row); conversation && conversation->isLoaded())
            conversation->setTitle(wanted.title);
        ConversationSummary &summary = entry(row).summary;
        const QString title = at(row) ? summary.title : wanted.title;
        summary = wanted;
        summary.title = title;
        summary.changed = changed;
        notify(row);
    }
    emit summariesChanged(summaries);
}

void ConversationListModel::setFolders(const QList<Folder> &folders)
{
    m_folders = folders;
    for (int row = 0; row < rowCount(); ++row) {
        QString &folder = entry(row).summary.folderId;
        const bool isThere = folder.isEmpty()
            || std::ranges::any_of(folders, [&folder](const Folder &f) { return f.id == folder; });
        if (!isThere) {
            folder.clear();
            notify(row);
        }
    }
    emit foldersChanged();
    emit foldersEdited(folders);
}

void ConversationListModel::deleteForGood(const QStringList &ids)
{
    emit deletedForGood(ids);
    for (const QString &id : ids) {
        const int row = rowOf(id);
        if (row >= 0)
            removeRow(row);
    }
}

void ConversationListModel::adopt(const QList<ConversationSummary> &summaries,
                                  const QList<Folder> &folders)
{
    beginResetModel();
    QHash<QString, ConversationSummary> stored;
    stored.reserve(summaries.size());
    for (const ConversationSummary &summary : summaries)
        stored.insert(summary.id, summary);
    for (Entry &known : m_entries) {
        const auto found = stored.constFind(known.summary.id);
        if (found == stored.cend())
            continue;
        const ConversationSummary before = std::exchange(known.summary, *found);
        if (known.conversation && known.conversation->isLoaded()) {
            known.summary.title = before.title;
            known.summary.changed = before.changed;
        }
        stored.remove(known.summary.id);
    }
    m_entries.reserve(m_entries.size() + static_cast<size_t>(stored.size()));
    for (const ConversationSummary &summary : summaries) {
        if (stored.contains(summary.id))
            m_entries.push_back({summary, {}});
    }
    std::ranges::stable_sort(m_entries, [](const Entry &a, const Entry &b) {
        return a.summary.changed > b.summary.changed;
    });
    m_folders = folders;
    endResetModel();
    emit foldersChanged();
}

void ConversationListModel::setCurrent(Conversation *conversation)
{
    const bool isAnother = std::exchange(m_current, conversation) != conversation;
    if (conversation)
        onActivityChanged(*conversation);
    if (isAnother)
        emit currentChanged(conversation);
}

void ConversationListModel::onActivityChanged(Conversation &conversation)
{
    const Activity activity = conversation.activity();
    if (&conversation == m_current && activity != Activity::Answering && activity != Activity::None)
        conversation.setActivity(Activity::None); // seen; comes back here
    else if (const int row = rowOf(conversation); row >= 0)
        notify(row, {ActivityRole});
}

void ConversationListModel::notify(int row, const QList<int> &roles)
{
    emit dataChanged(index(row), index(row), roles);
}

} // namespace Aura
