// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the reader is, and the older messages of a long conversation that come when they are
// needed.
#include "ui/conversationpage.h"

#include "chat/conversation.h"
#include "ui/composer.h"
#include "ui/transcript/transcriptselection.h"
#include "ui/transcript/transcriptview.h"

#include <QScrollBar>

#include <chrono>
#include <utility>

namespace Aura {

//! What is written and where it is read is told a moment after it changes, however long it goes on.
void ConversationPage::watchPlace()
{
    const auto placeChanged = [this] {
        if (m_conversation && !m_placeTimer.isActive())
            m_placeTimer.start();
    };
    connect(&m_placeTimer, &QTimer::timeout, this, &ConversationPage::keepPlace);
    connect(m_composer, &Composer::textChanged, this, placeChanged);
    connect(m_transcript->verticalScrollBar(), &QScrollBar::valueChanged, this, placeChanged);
    connect(m_transcript, &TranscriptView::atEndChanged, this, placeChanged);
    connect(&m_transcript->selection(), &TranscriptSelection::allSelected, this,
            &ConversationPage::onAllSelected);
    connect(&m_transcript->selection(), &TranscriptSelection::changed, this, [this] {
        if (m_conversation && !m_conversation->isWhole())
            m_selectsAll = false; // the reader selected something else meanwhile, or nothing
    });
}

//! All means what is not here yet, too.
void ConversationPage::onAllSelected()
{
    m_selectsAll = m_conversation && !m_conversation->isWhole();
    if (m_selectsAll)
        m_conversation->requestWhole();
}

void ConversationPage::onCompleted()
{
    m_transcript->setScrollPlace(m_conversation->scrollPlace());
    if (std::exchange(m_selectsAll, false))
        m_transcript->selection().selectAll();
}

//! False where the reader is among older messages that are not here yet.
bool ConversationPage::isPlaceLoaded() const
{
    const MessageId message = m_conversation->scrollPlace().message;
    return m_conversation->isWhole() || !message.isValid()
        || m_conversation->messages().rowOf(message) >= 0;
}

void ConversationPage::keepPlace()
{
    m_placeTimer.stop();
    if (!m_conversation)
        return;
    m_conversation->setDraft(m_edited.isValid() ? m_draftBeforeEditing : m_composer->text());
    if (!isPlaceLoaded())
        return;
    m_conversation->setScrollPlace(m_transcript->scrollPlace());
    if (m_transcript->verticalScrollBar()->value() < m_transcript->height())
        m_conversation->requestWhole(); // the older messages come into sight
}

} // namespace Aura
