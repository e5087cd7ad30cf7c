// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversationpage.h"

#include "ui/exchangedialog.h"
#include "ui/problembanner.h"

// What was sent.
namespace Aura {

void ConversationPage::showExchange(MessageId answer)
{
    if (!m_exchanges.contains(answer)) {
        m_banner->showProblem(tr("What was sent for this answer is not kept any more."),
                              tr("It is kept in memory only, for the newest answers since Aura was "
                                 "started."),
                              ProblemBanner::Remedy::None);
        return;
    }
    auto *dialog = new ExchangeDialog(m_exchanges.find(answer), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace Aura
