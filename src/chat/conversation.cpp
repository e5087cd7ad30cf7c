// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversation.h"

#include "base/titletext.h"

#include <algorithm>

namespace Aura {

namespace {

QString firstQuestion(const ConversationModel &messages)
{
    for (int row = 0; row < messages.rowCount(); ++row) {
        if (messages.messageAt(row).role == Role::User)
            return messages.messageAt(row).text;
    }
    return {};
}

} // namespace

Conversation::Conversation(const QString &id, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_created(QDateTime::currentDateTimeUtc())
    , m_lastChange(m_created)
{
    connect(&m_messages, &ConversationModel::rowsInserted, this, &Conversation::onMessagesChanged);
    connect(&m_messages, &ConversationModel::rowsRemoved, this, &Conversation::onMessagesChanged);
    connect(&m_messages, &ConversationModel::replyEnded, this, &Conversation::touch);
}

Conversation::~Conversation() = default;

QString Conversation::title() const
{
    return m_title.isEmpty() ? m_questionTitle : m_title;
}

void Conversation::setTitle(const QString &title)
{
    const QString before = this->title();
    m_title = titleFrom(title);
    if (this->title() != before)
        emit titleChanged();
}

void Conversation::setParameters(const ChatParameters &parameters)
{
    if (parameters == m_parameters)
        return;
    m_parameters = parameters;
    emit parametersChanged();
}

void Conversation::setActivity(Activity activity)
{
    if (activity == m_activity)
        return;
    m_activity = activity;
    emit activityChanged();
}

void Conversation::setDraft(const QString &draft)
{
    if (draft == m_draft)
        return;
    m_draft = draft;
    emit draftChanged();
}

void Conversation::setScrollPlace(const ScrollPlace &place)
{
    if (place == m_scroll)
        return;
    m_scroll = place;
    emit scrollPlaceChanged();
}

void Conversation::expectLoad(Source source)
{
    m_isLoaded = false;
    m_source = source;
}

void Conversation::requestWhole() const
{
    if (!m_isWhole)
        emit wholeRequested();
}

void Conversation::complete(const QList<StoredMessage> &messages)
{
    if (m_isWhole)
        return;
    m_isWhole = true;
    m_messages.load({.messages = messages});
    emit completed();
}

void Conversation::takeIn(const QList<StoredMessage> &messages, const QDateTime &changed)
{
    for (const StoredMessage &stored : messages)
        m_newest = std::max(m_newest, stored.message.id); // no change of its own
    m_lastChange = std::max(m_lastChange, changed);
    m_messages.takeIn(messages);
}

void Conversation::load(const StoredConversation &stored, const MessageRange &messages)
{
    m_messages.load(messages);
    m_isWhole = messages.isWhole;
    m_questionTitle = m_isWhole ? titleFrom(firstQuestion(m_messages)) : stored.title;
    m_title = stored.hasOwnTitle ? stored.title : QString();
    m_newest = m_messages.rowCount() > 0 ? m_messages.messageAt(m_messages.rowCount() - 1).id
                                         : MessageId();
    m_parameters = stored.parameters;
    m_created = stored.created;
    m_lastChange = stored.changed;
    m_draft = stored.draft;
    m_scroll = stored.scroll;
    m_isLoaded = true;
    emit loaded();
}

StoredConversation Conversation::toStored() const
{
    return {.id = m_id,
            .title = title(),
            .hasOwnTitle = !m_title.isEmpty(),
            .created = m_created,
            .changed = m_lastChange,
            .parameters = m_parameters,
            .draft = m_draft,
            .scroll = m_scroll};
}

void Conversation::onMessagesChanged()
{
    const QString before = title();
    if (m_isWhole)
        m_questionTitle = titleFrom(firstQuestion(m_messages));
    if (title() != before)
        emit titleChanged();

    if (m_messages.rowCount() == 0)
        return;
    const MessageId last = m_messages.messageAt(m_messages.rowCount() - 1).id;
    if (last > m_newest) {
        m_newest = last;
        touch();
    }
}

void Conversation::touch()
{
    m_lastChange = QDateTime::currentDateTimeUtc();
    emit lastChangeChanged();
}

} // namespace Aura
