// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversationpage.h"

#include "chat/chatcontroller.h"
#include "ui/exchangedialog.h"
#include "ui/problembanner.h"
#include "ui/transcript/transcriptview.h"

// What was sent, and what the user allows to be sent.
namespace Aura {

void ConversationPage::connectAccess()
{
    connect(m_transcript, &TranscriptView::sentRequested, this, &ConversationPage::showExchange);
    connect(m_banner, &ProblemBanner::sendUnencryptedRequested, this,
            &ConversationPage::sendUnencryptedRequested);
    connect(m_banner, &ProblemBanner::trustRequested, this, &ConversationPage::trustRequested);
    connect(
        &m_chat, &ChatController::exchangeRecorded, this,
        [this](MessageId reply, const ExchangeRecord &record) { m_exchanges.add(reply, record); });
    connect(&m_chat, &ChatController::replyProgressed, this,
            [this](const Conversation *conversation, const ReplyProgress &progress) {
                if (conversation == m_conversation)
                    m_pace.take(progress, QDateTime::currentDateTimeUtc());
            });
}

void ConversationPage::showExchange(MessageId answer)
{
    std::optional<ExchangeRecord> record = m_chat.runningExchange(answer);
    if (!record && m_exchanges.contains(answer))
        record = m_exchanges.find(answer);
    if (!record) {
        m_banner->showProblem(tr("What was sent for this answer is not kept any more."),
                              tr("It is kept in memory only, for the newest answers since Aura was "
                                 "started."),
                              ProblemBanner::Remedy::None);
        return;
    }
    auto *dialog = new ExchangeDialog(*record, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace Aura
