// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationlistmodel.h"

#include <QUuid>

#include <algorithm>

namespace Aura {

ConversationListModel::ConversationListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

ConversationListModel::~ConversationListModel() = default;

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_conversations.size());
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};

    Conversation *conversation = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return conversation->title();
    case ActivityRole: return static_cast<int>(conversation->activity());
    case LastChangeRole: return conversation->lastChange();
    case ConversationRole: return QVariant::fromValue(conversation);
    }
    return {};
}

QHash<int, QByteArray> ConversationListModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"},
            {TitleRole, "title"},
            {ActivityRole, "activity"},
            {LastChangeRole, "lastChange"},
            {ConversationRole, "conversation"}};
}

Conversation &ConversationListModel::create()
{
    beginInsertRows({}, 0, 0);
    m_conversations.insert(
        m_conversations.begin(),
        std::make_unique<Conversation>(QUuid::createUuid().toString(QUuid::WithoutBraces)));
    Conversation &conversation = *m_conversations.front();
    endInsertRows();

    connect(&conversation, &Conversation::titleChanged, this, [this, &conversation] {
        notify(conversation, {Qt::DisplayRole, TitleRole});
    });
    connect(&conversation, &Conversation::activityChanged, this,
            [this, &conversation] { onActivityChanged(conversation); });
    connect(&conversation, &Conversation::lastChangeChanged, this,
            [this, &conversation] { moveToTop(conversation); });
    return conversation;
}

Conversation *ConversationListModel::at(int row) const
{
    return m_conversations.at(static_cast<size_t>(row)).get();
}

int ConversationListModel::rowOf(const Conversation &conversation) const
{
    const auto found =
        std::ranges::find(m_conversations, &conversation, &std::unique_ptr<Conversation>::get);
    return found == m_conversations.cend() ? -1
                                           : static_cast<int>(found - m_conversations.cbegin());
}

void ConversationListModel::remove(Conversation &conversation)
{
    const int row = rowOf(conversation);
    if (row < 0)
        return;

    if (m_current == &conversation)
        m_current = nullptr;
    beginRemoveRows({}, row, row);
    const std::unique_ptr<Conversation> removed =
        std::move(m_conversations[static_cast<size_t>(row)]);
    m_conversations.erase(m_conversations.begin() + row);
    endRemoveRows();
}

void ConversationListModel::setCurrent(Conversation *conversation)
{
    m_current = conversation;
    if (conversation)
        onActivityChanged(*conversation);
}

void ConversationListModel::onActivityChanged(Conversation &conversation)
{
    const Activity activity = conversation.activity();
    if (&conversation == m_current && activity != Activity::Answering && activity != Activity::None)
        conversation.setActivity(Activity::None); // seen; comes back here
    else
        notify(conversation, {ActivityRole});
}

void ConversationListModel::moveToTop(Conversation &conversation)
{
    const int row = rowOf(conversation);
    if (row > 0) {
        beginMoveRows({}, row, row, {}, 0);
        std::rotate(m_conversations.begin(), m_conversations.begin() + row,
                    m_conversations.begin() + row + 1);
        endMoveRows();
    }
    notify(conversation, {LastChangeRole});
}

void ConversationListModel::notify(const Conversation &conversation, const QList<int> &roles)
{
    const int row = rowOf(conversation);
    if (row >= 0)
        emit dataChanged(index(row), index(row), roles);
}

} // namespace Aura
