// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationmodel.h"

#include <algorithm>
#include <utility>

namespace Aura {

ConversationModel::ConversationModel(QObject *parent)
    : QAbstractListModel(parent)
{}

ConversationModel::~ConversationModel() = default;

int ConversationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_path.size());
}

QVariant ConversationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};

    const Message &message = messageAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TextRole: return message.text;
    case ReasoningRole: return message.reasoning;
    case RoleRole: return static_cast<int>(message.role);
    case StateRole: return static_cast<int>(message.state);
    case ModelRole: return message.model;
    case TimeRole: return message.time;
    case SiblingIndexRole:
        return static_cast<int>(
            std::max<qsizetype>(0, m_tree.siblingsOf(message.id).indexOf(message.id)));
    case SiblingCountRole:
        return static_cast<int>(std::max<qsizetype>(1, m_tree.siblingsOf(message.id).size()));
    case MessageIdRole: return message.id.value;
    }
    return {};
}

QHash<int, QByteArray> ConversationModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"},
            {TextRole, "text"},
            {ReasoningRole, "reasoning"},
            {RoleRole, "role"},
            {StateRole, "state"},
            {ModelRole, "model"},
            {TimeRole, "time"},
            {SiblingIndexRole, "siblingIndex"},
            {SiblingCountRole, "siblingCount"},
            {MessageIdRole, "messageId"}};
}

const Message &ConversationModel::messageAt(int row) const
{
    const MessageId id = m_path.at(row);
    return id == m_system.id ? m_system : m_tree.message(id);
}

int ConversationModel::rowOf(MessageId id) const
{
    return static_cast<int>(m_path.lastIndexOf(id)); // what changes stands at the end
}

QList<Message> ConversationModel::activePath() const
{
    QList<Message> messages;
    messages.reserve(m_path.size());
    for (int row = 0; row < m_path.size(); ++row)
        messages.append(messageAt(row));
    return messages;
}

void ConversationModel::setSystemPrompt(const QString &text)
{
    if (text == m_system.text)
        return;

    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (m_system.text.isEmpty()) {
        beginInsertRows({}, 0, 0);
        m_system = {.id = m_tree.nextId(), .role = Role::System, .text = text, .time = now};
        m_path.prepend(m_system.id);
        endInsertRows();
        emit messageAdded(m_system.id);
    } else if (text.isEmpty()) {
        beginRemoveRows({}, 0, 0);
        const MessageId gone = std::exchange(m_system, {.role = Role::System}).id;
        m_path.removeFirst();
        endRemoveRows();
        emit messagesRemoved({gone});
    } else {
        m_system.text = text;
        m_system.time = now;
        notify(m_system.id, {Qt::DisplayRole, TextRole, TimeRole});
        emit messageChanged(m_system.id);
    }
}

MessageId ConversationModel::appendQuestion(const QString &text)
{
    return addBelow(endOfPath(), {.text = text});
}

MessageId ConversationModel::branchQuestion(MessageId question, const QString &text)
{
    Q_ASSERT(m_tree.contains(question) && m_tree.message(question).role == Role::User);
    return addBelow(m_tree.parentOf(question), {.text = text});
}

MessageId ConversationModel::beginReply(MessageId question)
{
    Q_ASSERT(m_tree.contains(question) && m_tree.message(question).role == Role::User);
    return addBelow(question, {.role = Role::Assistant, .state = ReplyState::Answering});
}

void ConversationModel::appendToReply(MessageId reply, const QString &text)
{
    Message *message = findAnswering(reply);
    if (!message || text.isEmpty())
        return;

    const qsizetype offset = message->text.size();
    message->text += text;
    notify(reply, {Qt::DisplayRole, TextRole});
    emit replyGrew(reply, offset, text);
}

void ConversationModel::appendToReasoning(MessageId reply, const QString &text)
{
    Message *message = findAnswering(reply);
    if (!message || text.isEmpty())
        return;

    const qsizetype offset = message->reasoning.size();
    message->reasoning += text;
    notify(reply, {ReasoningRole});
    emit reasoningGrew(reply, offset, text);
}

void ConversationModel::endReply(MessageId reply, const Completion &completion)
{
    Q_ASSERT(completion.state != ReplyState::Answering);
    Message *message = findAnswering(reply);
    if (!message)
        return;

    message->state = completion.state;
    message->error = completion.error;
    message->usage = completion.usage;
    message->timing = completion.timing;
    if (!completion.model.isEmpty())
        message->model = completion.model;
    notify(reply, {StateRole, ModelRole});
    emit replyEnded(reply);
}

void ConversationModel::setReplySource(MessageId reply, const QString &connectionName,
                                       const QString &model)
{
    Message *message = findAnswering(reply);
    if (!message)
        return;

    message->connectionName = connectionName;
    message->model = model;
    notify(reply, {ModelRole});
    emit messageChanged(reply);
}

void ConversationModel::showSibling(MessageId id, int step)
{
    const QList<MessageId> siblings = m_tree.siblingsOf(id);
    const qsizetype wanted = siblings.indexOf(id) + step;
    if (siblings.isEmpty() || wanted < 0 || wanted >= siblings.size())
        return;

    m_tree.activate(siblings.at(wanted));
    emit pathChosen(rebuildPath());
}

StoredMessage ConversationModel::stored(MessageId id) const
{
    return id == m_system.id ? StoredMessage{.message = m_system} : m_tree.stored(id);
}

QList<StoredMessage> ConversationModel::storedMessages() const
{
    QList<StoredMessage> messages;
    QList<MessageId> ids = m_tree.childrenOf({});
    for (qsizetype i = 0; i < ids.size(); ++i)
        ids += m_tree.childrenOf(ids.at(i));
    if (m_system.id.isValid())
        ids.prepend(m_system.id);
    messages.reserve(ids.size());
    for (const MessageId id : std::as_const(ids))
        messages.append(stored(id));
    return messages;
}

int ConversationModel::placeOf(int row) const
{
    if (m_firstPlace > 0)
        return m_firstPlace + row;
    return m_system.id.isValid() ? row : row + 1;
}

void ConversationModel::load(const MessageRange &range)
{
    beginResetModel();
    m_tree = {};
    m_firstPlace = range.isWhole ? 0 : range.firstPlace;
    m_system = {.role = Role::System};
    QList<StoredMessage> inTree;
    inTree.reserve(range.messages.size());
    for (const StoredMessage &stored : range.messages) {
        if (stored.message.role == Role::System)
            m_system = stored.message;
        else
            inTree.append(stored);
    }
    m_tree.insert(inTree);
    m_path = m_tree.activePath();
    if (m_system.id.isValid())
        m_path.prepend(m_system.id);
    endResetModel();
}

QList<StoredMessage> ConversationModel::remove(MessageId id)
{
    if (!m_tree.contains(id))
        return {};
    QList<MessageId> doomed{id};
    for (qsizetype i = 0; i < doomed.size(); ++i) {
        if (m_tree.message(doomed.at(i)).state == ReplyState::Answering)
            return {};
        doomed += m_tree.childrenOf(doomed.at(i));
    }
    const bool wasShown = rowOf(id) >= 0;
    QList<StoredMessage> removed = m_tree.remove(id);
    const int from = rebuildPath();
    emit messagesRemoved(doomed);
    if (wasShown)
        emit pathChosen(from);
    return removed;
}

void ConversationModel::putBack(const QList<StoredMessage> &messages)
{
    m_tree.insert(messages);
    const int from = rebuildPath();
    emit messagesPutBack(messages);
    emit pathChosen(from);
}

void ConversationModel::takeIn(const QList<StoredMessage> &messages)
{
    QList<StoredMessage> fresh;
    for (const StoredMessage &stored : messages) {
        if (stored.message.role != Role::System && !m_tree.contains(stored.message.id))
            fresh.append(stored);
    }
    m_tree.insert(fresh);
    rebuildPath();
    for (const StoredMessage &stored : std::as_const(fresh)) {
        const QList<MessageId> siblings = m_tree.siblingsOf(stored.message.id);
        for (const MessageId sibling : siblings)
            notify(sibling, {SiblingIndexRole, SiblingCountRole});
    }
}

Message *ConversationModel::findAnswering(MessageId id)
{
    if (!m_tree.contains(id))
        return nullptr;
    Message &message = m_tree.message(id);
    return message.state == ReplyState::Answering ? &message : nullptr;
}

MessageId ConversationModel::addBelow(MessageId parent, Message message)
{
    message.id = m_tree.nextId();
    message.time = QDateTime::currentDateTimeUtc();
    const bool isLonger = parent == endOfPath();
    m_tree.add(message, parent);
    if (isLonger) {
        const int row = rowCount();
        beginInsertRows({}, row, row);
        m_path.append(message.id);
        endInsertRows();
    } else {
        m_tree.activatePathTo(message.id);
        rebuildPath();
    }
    emit messageAdded(message.id);
    return message.id;
}

MessageId ConversationModel::endOfPath() const
{
    const bool isEmpty = m_path.isEmpty() || m_path.last() == m_system.id;
    return isEmpty ? MessageId() : m_path.last();
}

// Rows that stay are not touched: the path changes from the first message that differs on.
int ConversationModel::rebuildPath()
{
    QList<MessageId> path = m_tree.activePath();
    if (m_system.id.isValid())
        path.prepend(m_system.id);

    const auto [oldEnd, newEnd] =
        std::mismatch(m_path.cbegin(), m_path.cend(), path.cbegin(), path.cend());
    const int same = static_cast<int>(oldEnd - m_path.cbegin());
    if (same < m_path.size()) {
        beginRemoveRows({}, same, static_cast<int>(m_path.size()) - 1);
        m_path.resize(same);
        endRemoveRows();
    }
    if (same < path.size()) {
        beginInsertRows({}, same, static_cast<int>(path.size()) - 1);
        m_path = path;
        endInsertRows();
    }
    return same;
}

void ConversationModel::notify(MessageId id, const QList<int> &roles)
{
    const int row = rowOf(id);
    if (row >= 0)
        emit dataChanged(index(row), index(row), roles);
}

} // namespace Aura
