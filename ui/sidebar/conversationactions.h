// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "history/records.h"

#include <QObject>
#include <QString>

namespace Aura {

class Conversation;
class ConversationEdits;
class ConversationListModel;
class MainWindow;
class Sidebar;

//! What the window does with whole conversations: copies them, finds a message in them, takes what
//! is shown away and brings it back.
class ConversationActions : public QObject
{
    Q_OBJECT

public:
    //! All outlive this.
    ConversationActions(MainWindow &window, Sidebar &sidebar, ConversationListModel &conversations,
                        ConversationEdits &edits);

    //! What is shown, as a new conversation that ends with the message.
    void branchAt(MessageId message);
    //! A message of what is shown, with all that follows it. Can be undone.
    void removeMessage(MessageId message);
    void trashShown();

    //! Shows a message wherever it is, another version of an answer too.
    void showMessage(const QString &conversation, MessageId message);

private:
    void duplicate(const QString &id);
    void onSummariesChanged(const QList<ConversationSummary> &summaries);
    void onShown();
    void reveal(Conversation &conversation, MessageId message);

    MainWindow &m_window;
    ConversationListModel &m_conversations;
    ConversationEdits &m_edits;
    QString m_left;   // went to the trash while it was shown
    QString m_wanted; // where m_wantedMessage is
    MessageId m_wantedMessage;
};

} // namespace Aura
