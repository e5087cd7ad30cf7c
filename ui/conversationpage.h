// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "chat/exchangelog.h"
#include "ui/replypace.h"

#include <QPointer>
#include <QSet>
#include <QTimer>
#include <QWidget>

class QStackedLayout;
class QVBoxLayout;

namespace Aura {

class ChatController;
class Composer;
class Conversation;
class FindBar;
class ProblemBanner;
class TranscriptView;
class WelcomePage;

//! One conversation as it is shown: the transcript or the welcome, a problem if there is one, and
//! the composer.
class ConversationPage : public QWidget
{
    Q_OBJECT

public:
    //! The controller outlives the page.
    explicit ConversationPage(ChatController &chat, QWidget *parent = nullptr);

    //! Keeps the draft of the one that was shown. Null shows nothing.
    void setConversation(Conversation *conversation);
    Conversation *conversation() const;

    TranscriptView &transcript() { return *m_transcript; }
    FindBar &findBar() { return *m_findBar; }
    Composer &composer() { return *m_composer; }
    ProblemBanner &banner() { return *m_banner; }
    WelcomePage &welcome() { return *m_welcome; }

    //! Ends what runs or was begun here: the reply, else the change of a question.
    void stop();
    void refreshParameters();
    //! The server leaves out old messages that do not fit, and says nothing: Aura servers do.
    void setTrimsContext(bool trims);
    void openParameters();

    //! Tells the conversation what is being written, and where it is read.
    void keepPlace();
    //! Another answer to the last question, whatever became of the last one.
    void retry();

signals:
    void connectionsRequested();
    void trustRequested(const Aura::PeerCertificate &certificate); // the same
    void sendUnencryptedRequested(); // by the conversation's connection; then retry()

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectParts();
    void connectAccess();
    void watchPlace();
    void onAllSelected();
    void onCompleted();
    bool isPlaceLoaded() const;
    void send(const QString &text);
    void tryAgain(MessageId answer);
    void showVersion(MessageId id, int step);
    void beginEditing(MessageId question);
    void cancelEditing();
    void onAnsweringChanged(Conversation *conversation);
    void onMessagesChanged();
    void showLastProblem();
    void tellNotes(const Completion &completion);
    const Message *lastMessage() const;
    void updateStatus();
    void showExchange(MessageId answer);
    QString contextText() const;
    void showFirstSent();

    ChatController &m_chat;
    QPointer<Conversation> m_conversation;
    TranscriptView *m_transcript = nullptr;
    FindBar *m_findBar = nullptr;
    WelcomePage *m_welcome = nullptr;
    ProblemBanner *m_banner = nullptr;
    Composer *m_composer = nullptr;
    QStackedLayout *m_stack = nullptr;
    QVBoxLayout *m_bottom = nullptr;
    ReplyPace m_pace;
    ExchangeLog m_exchanges;
    QTimer m_statusTimer;
    bool m_trimsContext = false;
    bool m_selectsAll = false; // once the older messages are here
    QTimer m_placeTimer;
    MessageId m_edited;
    QString m_draftBeforeEditing;
    QSet<MessageId> m_dismissed; // problems that the user closed
    QSet<QString> m_toldNotes;
};

} // namespace Aura
