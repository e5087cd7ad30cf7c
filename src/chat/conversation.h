// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/chatparameters.h"
#include "chat/conversationmodel.h"
#include "history/records.h"

#include <QDateTime>
#include <QObject>
#include <QString>

namespace Aura {

//! The dot beside a conversation.
enum class Activity {
    None,
    Answering,
    FinishedUnseen, // a reply has come that nobody has looked at
    Problem,        // its last reply failed, was interrupted or was empty; not looked at either
};

//! One conversation: its title, its parameters, its messages.
class Conversation : public QObject
{
    Q_OBJECT

public:
    explicit Conversation(const QString &id, QObject *parent = nullptr);
    ~Conversation() override;

    QString id() const { return m_id; }

    //! What the user called it, else the first line of the first question that is shown; empty
    //! before the first question. One line, about 60 characters at most, without control
    //! characters.
    QString title() const;
    void setTitle(const QString &title); // empty: the first question's again

    const ChatParameters &parameters() const { return m_parameters; }
    void setParameters(const ChatParameters &parameters);

    //! Set by ChatController as replies begin and end, taken away by ConversationListModel when the
    //! user looks.
    Activity activity() const { return m_activity; }
    void setActivity(Activity activity);

    //! When it was made, last asked, or last answered to the end; UTC. Looking at another version
    //! is no change.
    QDateTime lastChange() const { return m_lastChange; }

    QDateTime created() const { return m_created; } // UTC

    QString draft() const { return m_draft; }
    void setDraft(const QString &draft);

    //! Where the reader is.
    const ScrollPlace &scrollPlace() const { return m_scroll; }
    void setScrollPlace(const ScrollPlace &place);

    //! A conversation of the history is here by its id alone until load() brings what it is;
    //! nothing is asked in it before.
    bool isLoaded() const { return m_isLoaded; }
    enum class Source { History, Copy };
    void expectLoad(Source source);
    Source source() const { return m_source; }
    void load(const StoredConversation &stored, const MessageRange &messages);

    //! Of a long conversation only the newest messages are loaded, until somebody needs the others:
    //! completed() follows. What is asked in it waits for that.
    bool isWhole() const { return m_isWhole; }
    void requestWhole() const;
    void complete(const QList<StoredMessage> &messages);

    //! What an import has added to it, and when it changed.
    void takeIn(const QList<StoredMessage> &messages, const QDateTime &changed);

    //! All that is known here; folder, pin, archive and trash are the list's.
    StoredConversation toStored() const;

    ConversationModel &messages() { return m_messages; }
    const ConversationModel &messages() const { return m_messages; }

signals:
    void titleChanged();
    void parametersChanged();
    void activityChanged();
    void lastChangeChanged();
    void draftChanged();
    void scrollPlaceChanged();
    void loaded();
    void wholeRequested() const; // clazy:exclude=const-signal-or-slot
    void completed();

private:
    void onMessagesChanged();
    void touch();

    QString m_id;
    QString m_title;         // the user's
    QString m_questionTitle; // what title() is without it
    MessageId m_newest;
    ChatParameters m_parameters;
    Activity m_activity = Activity::None;
    QDateTime m_created;
    QDateTime m_lastChange;
    QString m_draft;
    ScrollPlace m_scroll;
    bool m_isLoaded = true;
    bool m_isWhole = true;
    Source m_source = Source::History;
    ConversationModel m_messages;
};

} // namespace Aura
