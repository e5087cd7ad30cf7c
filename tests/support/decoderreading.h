// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/streamdecoder.h"

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Aura {

//! All that a decoder said of a body.
struct DecoderReading
{
    QString text{};
    QString reasoning{};
    QString model{};
    QStringList toolCalls{};
    Usage usage{};
    int unreadable = 0;
    bool endedTwice = false;
    std::optional<StreamEvent> ending{}; // End or Error

    friend bool operator==(const DecoderReading &, const DecoderReading &) = default;

    void take(const QList<StreamEvent> &events)
    {
        for (const StreamEvent &event : events) {
            endedTwice = endedTwice || ending;
            switch (event.kind) {
            case StreamEvent::Kind::Text: text += event.text; break;
            case StreamEvent::Kind::Reasoning: reasoning += event.text; break;
            case StreamEvent::Kind::ToolCall: toolCalls += event.text; break;
            case StreamEvent::Kind::Model: model = event.text; break;
            case StreamEvent::Kind::Usage: usage = event.usage; break;
            case StreamEvent::Kind::Progress: break;
            case StreamEvent::Kind::Unreadable: ++unreadable; break;
            case StreamEvent::Kind::End:
            case StreamEvent::Kind::Error: ending = event; break;
            }
        }
    }

    //! The state that a reply over a sound connection ends in.
    QString state() const
    {
        if (!ending)
            return replyStateName(ReplyState::Interrupted);
        if (ending->kind == StreamEvent::Kind::Error)
            return replyStateName(ReplyState::Failed);
        const bool isEmpty = text.isEmpty() && toolCalls.isEmpty();
        return replyStateName(ending->state == ReplyState::Complete && isEmpty ? ReplyState::Empty
                                                                               : ending->state);
    }
};

template<typename Decoder> DecoderReading readPieces(const QList<QByteArrayView> &pieces)
{
    Decoder decoder;
    DecoderReading reading;
    for (const QByteArrayView piece : pieces)
        reading.take(decoder.feed(piece));
    reading.take(decoder.finish());
    return reading;
}

} // namespace Aura
