// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/conversationmodel.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace Aura {

class TranscriptSelection;
class TranscriptView;

//! How much of a text is whole sentences: up to where one may be read aloud. At the text's end a
//! sentence is whole only where nothing more will come.
qsizetype wholeSentences(const QString &text, qsizetype from, bool ended);

//! Tells assistive technology what happens in the transcript: where the keyboard is, what is
//! selected, which messages come, and each sentence of a reply as soon as it is whole.
//!
//! Costs nothing while nobody listens.
class ReplyReader : public QObject
{
    Q_OBJECT

public:
    //! The view and its selection outlive it.
    ReplyReader(TranscriptView &view, TranscriptSelection &selection);

    void setModel(ConversationModel *model);

    //! Says which message the keyboard acts on.
    void tellFocus();

private:
    void replyGrew(MessageId reply);
    void replyEnded(MessageId reply);
    void rowsInserted(int first, int last);
    void readSentences();
    void say(int row, int offset, const QString &text);
    void tellCursor();

    TranscriptView &m_view;
    TranscriptSelection &m_selection;
    QPointer<ConversationModel> m_model;
    MessageId m_reply;    // that is read
    int m_block = 0;      // that is read
    int m_begin = 0;      // of the block in the message's text
    qsizetype m_said = 0; // of the block
    bool m_ended = false;
    QTimer m_pause;
};

} // namespace Aura
