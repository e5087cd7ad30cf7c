// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/bodystart.h"
#include "net/linebuffer.h"
#include "net/replyevents.h"
#include "net/streamdecoder.h"

#include <QJsonObject>

namespace Aura {

//! The body of an Ollama reply: one JSON object a line, the last of them with "done":true.
//! (https://github.com/ollama/ollama/blob/main/docs/api.md) A server that does not stream sends the
//! last line alone; one that wraps it over lines is understood, too.
class OllamaDecoder final : public StreamDecoder
{
public:
    QList<StreamEvent> feed(QByteArrayView bytes) override;
    QList<StreamEvent> finish() override;
    qsizetype heldBytes() const override;
    bool marksEnd() const override { return true; }

private:
    enum class Form { Unknown, Lines, Wrapped, Page };

    void readLines();
    void readLine(QByteArrayView line);
    void readPage(QByteArrayView bytes);
    void readWrapped(QByteArrayView bytes);
    void take(const QJsonObject &object);
    void takeMessage(const QJsonObject &message);
    void takeEnd(const QJsonObject &object);
    void failTooLong();

    Form m_form = Form::Unknown;
    QByteArray m_held;
    LineBuffer m_lines{LineBuffer::LineEnd::LineFeed};
    PageBeginning m_page;
    ReplyEvents m_events;
    bool m_isFirstLine = true;
};

} // namespace Aura
