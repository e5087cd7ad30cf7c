// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/conversationmodel.h"
#include "ui/transcript/transcriptview.h"

#include <QByteArray>

#include <memory>

namespace Aura {

//! A conversation in the program's own view, 800 × 600 pixels, where a reply may grow.
class TranscriptStage
{
public:
    //! So many messages stand in it already, of about 200 characters each.
    explicit TranscriptStage(int earlierMessages);
    ~TranscriptStage();

    TranscriptView &view() { return *m_view; }
    ConversationModel &model() { return *m_model; }

    //! Shows the window with the conversation; returns the CPU time to its first picture, in ms.
    double open();

    //! Begins a reply that has text already, all of which is laid out.
    void beginReply(const QString &text);
    void append(const QString &piece) { m_model->appendToReply(m_reply, piece); }

    //! Lays out and paints what is due, at once instead of in the next frame.
    void frame();

private:
    std::unique_ptr<ConversationModel> m_model;
    std::unique_ptr<TranscriptView> m_view;
    MessageId m_reply;
};

//! Paints what waits for the next turn of the event loop.
void paintNow();

//! A text in pieces of about twenty bytes, as a server sends them.
QStringList inChunks(const QByteArray &text);

//! Eight KiB of Markdown like a model's reply. Streamed again and again it is the same work.
QByteArray mixedCycle();

} // namespace Aura
