// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/bodystart.h"
#include "net/eventshape.h"
#include "net/linebuffer.h"
#include "net/openaievents.h"
#include "net/replyevents.h"
#include "net/ssereader.h"
#include "net/streamdecoder.h"

#include <optional>

namespace Aura {

//! The body of an OpenAI-compatible reply: server-sent events of JSON, ended by "[DONE]".
//!
//! Servers that do not stream answer with one object, some proxies with one object a line, and what
//! is no such server with a web page: the first character tells.
class OpenAiDecoder final : public StreamDecoder
{
public:
    //! Whether events of a shape that is known are read by it: quicker, and no different.
    enum class Shapes { Used, Ignored };

    explicit OpenAiDecoder(Shapes shapes = Shapes::Used)
        : m_shapes(shapes)
    {}

    QList<StreamEvent> feed(QByteArrayView bytes) override;
    QList<StreamEvent> finish() override;
    qsizetype heldBytes() const override;
    bool marksEnd() const override { return true; }

private:
    enum class Form { Unknown, Events, Json, JsonLines, Page };

    void choose(QByteArrayView bytes);
    void readEvents(const QList<SseEvent> &events);
    void readEvent(const SseEvent &event);
    void readStray(QByteArrayView line);
    void readJson(QByteArrayView bytes);
    void readJsonLines();
    void readPage(QByteArrayView bytes);
    void finishEvents();
    void finishJson();
    void failTooLong();

    Shapes m_shapes;
    Form m_form = Form::Unknown;
    QByteArray m_held; // the beginning, or the whole JSON
    SseReader m_sse;
    LineBuffer m_lines{LineBuffer::LineEnd::LineFeed};
    PageBeginning m_page;
    EventShape m_shape;
    ReplyEvents m_events;
    OpenAiEvents m_openAi{m_events};
    bool m_isFirstLine = true; // of JSON
    bool m_hasObjects = false;
};

} // namespace Aura
