// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/unicodetext.h"
#include "net/streamdecoder.h"
#include "net/thinksplitter.h"

#include <QJsonValue>
#include <QList>
#include <QString>

namespace Aura {

//! What the decoders of the JSON protocols have in common: pieces of a reply become its events.
//! Nothing is added behind an end.
class ReplyEvents
{
public:
    void addContent(const QString &piece);
    void addReasoning(const QString &piece);
    void addModel(const QString &name);
    void addUsage(const Usage &usage);
    void addProgress(const ReplyProgress &progress);
    void addUnreadable();

    //! A part of a tool call, or all of it. Index -1: the next one. Arguments are a text that goes
    //! on, or an object.
    void addToolCall(int index, const QString &name, const QJsonValue &arguments);

    //! The end, with what was held back before it.
    void end(const StreamEvent &ending);
    void fail(ErrorKind kind, ErrorCause cause, const QString &detail = {});
    //! What was held back by a reply that broke off.
    void breakOff();

    bool hasEnded() const { return m_hasEnded; }
    //! Whether anything at all was understood.
    bool hasSense() const { return m_hasSense; }

    //! The events since the last call.
    QList<StreamEvent> take();

private:
    struct ToolCall
    {
        QString name{};
        QString arguments{};
    };

    void tellToolCalls();

    QList<StreamEvent> m_events;
    ThinkSplitter m_splitter;
    PieceJoiner m_content;
    PieceJoiner m_reasoning;
    QList<ToolCall> m_toolCalls;
    QString m_model;
    Usage m_usage;
    bool m_hasEnded = false;
    bool m_hasSense = false;
};

} // namespace Aura
