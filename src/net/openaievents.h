// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/replyevents.h"

#include <QJsonObject>

#include <optional>

namespace Aura {

//! What the objects of an OpenAI-compatible reply say: chat.completion.chunk, and
//! chat.completion where a server answers in one piece.
//!
//! Knows what OpenAI, Azure, llama.cpp, vLLM, Ollama, LM Studio, OpenRouter, DeepSeek, Mistral and
//! the proxies before them send. Only the first of several answers is read.
class OpenAiEvents
{
public:
    explicit OpenAiEvents(ReplyEvents &events)
        : m_events(events)
    {}

    //! One object; `type` is the "event:" line before it.
    void take(const QJsonObject &object, const QByteArray &type = {});

    //! Whether an object, right after it was taken, would say nothing new if it came again with
    //! another text in choices[0].delta.content than that text.
    static bool saysOnlyText(const QJsonObject &object);

    //! The mark of the end, "[DONE]".
    void done();

    //! The body is over. The reply is whole where the server gave a reason for its end, or where
    //! it came in one piece.
    enum class Form { Stream, OnePiece };
    void finish(Form form);

private:
    void takeChoice(const QJsonObject &choice);
    void takeDelta(const QJsonObject &delta);
    void takeContent(const QJsonValue &content);
    void takeToolCalls(const QJsonObject &delta);
    void takeUsage(const QJsonObject &object);
    void takeReason(const QString &reason);

    ReplyEvents &m_events;
    std::optional<StreamEvent> m_ending; // the reason has been given
    bool m_hasMessage = false;
};

} // namespace Aura
