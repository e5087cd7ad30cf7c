// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the page says about the context: how full it is, and from which message on it is sent.
#include "ui/conversationpage.h"

#include "chat/chatcontroller.h"
#include "providers/tokenestimate.h"
#include "ui/composer.h"
#include "ui/transcript/transcriptview.h"

#include <QLocale>

#include <climits>

namespace Aura {

void ConversationPage::setTrimsContext(bool trims)
{
    m_trimsContext = trims;
    m_statusTimer.start();
}

// Where nothing is left out, there is no line.
void ConversationPage::showFirstSent()
{
    MessageId first;
    if (m_trimsContext) {
        const MessageId sent =
            m_chat.contextEstimate(*m_conversation, m_composer->text()).firstSent;
        const int row = m_conversation->messages().rowOf(sent);
        const int top = m_conversation->messages().systemPrompt().isEmpty() ? 0 : 1;
        if (row > top)
            first = sent;
    }
    m_transcript->setFirstSent(first);
}

QString ConversationPage::contextText() const
{
    const ContextEstimate context = m_chat.contextEstimate(*m_conversation, m_composer->text());
    if (context.tokens == 0)
        return {};
    const QLocale locale;
    if (context.limit <= 0)
        return tr("about %n token(s)", nullptr, int(qMin(context.tokens, qint64(INT_MAX))));
    return tr("%1 of %2 tokens")
        .arg(locale.toString(context.tokens), locale.toString(context.limit));
}

} // namespace Aura
