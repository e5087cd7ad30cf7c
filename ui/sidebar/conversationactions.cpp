// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/conversationactions.h"

#include "chat/conversationlistmodel.h"
#include "ui/conversationpage.h"
#include "ui/mainwindow.h"
#include "ui/sidebar/conversationedits.h"
#include "ui/sidebar/sidebar.h"
#include "ui/transcript/transcriptview.h"

#include <utility>

namespace Aura {

ConversationActions::ConversationActions(MainWindow &window, Sidebar &sidebar,
                                         ConversationListModel &conversations,
                                         ConversationEdits &edits)
    : QObject(&window)
    , m_window(window)
    , m_conversations(conversations)
    , m_edits(edits)
{
    connect(&sidebar, &Sidebar::duplicateRequested, this, &ConversationActions::duplicate);
    connect(&sidebar, &Sidebar::hitChosen, this, &ConversationActions::showMessage);
    connect(&window, &MainWindow::conversationShown, this, &ConversationActions::onShown);
    connect(&conversations, &ConversationListModel::summariesChanged, this,
            &ConversationActions::onSummariesChanged);
    connect(&conversations, &ConversationListModel::deletedForGood, this,
            [this](const QStringList &ids) {
                if (m_window.current() != nullptr && ids.contains(m_window.current()->id()))
                    m_window.newConversation();
            });
}

// What is copied has to be loaded first.
void ConversationActions::duplicate(const QString &id)
{
    Conversation &source = m_conversations.open(id);
    const auto copy = [this, &source] { m_window.show(m_conversations.duplicate(source)); };
    if (source.isLoaded())
        return copy();
    connect(&source, &Conversation::loaded, this, copy, Qt::SingleShotConnection);
}

void ConversationActions::branchAt(MessageId message)
{
    const Conversation *shown = m_window.current();
    if (shown != nullptr && shown->messages().rowOf(message) >= 0)
        m_window.show(m_conversations.branch(*shown, message));
}

void ConversationActions::removeMessage(MessageId message)
{
    if (Conversation *shown = m_window.current())
        m_edits.removeMessage(*shown, message);
}

void ConversationActions::trashShown()
{
    const Conversation *shown = m_window.current();
    if (shown != nullptr && !shown->title().isEmpty())
        m_edits.moveToTrash({shown->id()});
}

// What goes to the trash goes out of sight; what comes back is shown again.
void ConversationActions::onSummariesChanged(const QList<ConversationSummary> &summaries)
{
    const Conversation *shown = m_window.current();
    for (const ConversationSummary &summary : summaries) {
        const bool isTrashed = summary.trashedAt.isValid();
        if (isTrashed && shown != nullptr && summary.id == shown->id()) {
            m_left = summary.id;
            m_window.newConversation();
            return;
        }
        if (!isTrashed && summary.id == m_left) {
            m_left.clear();
            m_window.open(summary.id);
            return;
        }
    }
}

void ConversationActions::showMessage(const QString &conversation, MessageId message)
{
    m_wanted = conversation;
    m_wantedMessage = message;
    m_window.open(conversation);
}

void ConversationActions::onShown()
{
    Conversation *shown = m_window.current();
    const QString wanted = std::exchange(m_wanted, {});
    if (shown != nullptr && shown->id() == wanted && m_wantedMessage.isValid())
        reveal(*shown, m_wantedMessage);
}

void ConversationActions::reveal(Conversation &conversation, MessageId message)
{
    ConversationModel &messages = conversation.messages();
    const MessageTree &tree = messages.tree();
    if (!tree.contains(message)) {
        connect(
            &conversation, &Conversation::completed, this,
            [this, &conversation, message] { reveal(conversation, message); },
            Qt::SingleShotConnection);
        conversation.requestWhole(); // it is an older one, of a long conversation
        return;
    }
    QList<MessageId> way;
    for (MessageId id = message; id.isValid(); id = tree.parentOf(id))
        way.prepend(id);
    for (const MessageId id : std::as_const(way)) {
        if (messages.rowOf(id) >= 0)
            continue;
        const QList<MessageId> siblings = tree.siblingsOf(id);
        for (const MessageId sibling : siblings) {
            if (messages.rowOf(sibling) < 0)
                continue;
            messages.showSibling(sibling, int(siblings.indexOf(id) - siblings.indexOf(sibling)));
            break;
        }
    }
    m_window.page().transcript().setCurrentRow(messages.rowOf(message));
}

} // namespace Aura
