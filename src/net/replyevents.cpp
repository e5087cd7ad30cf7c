// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/replyevents.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace Aura {

namespace {

constexpr int mostToolCalls = 128; // a server that names more is making them up

} // namespace

void ReplyEvents::addContent(const QString &piece)
{
    if (m_hasEnded)
        return;
    m_hasSense = true;
    const QString text = m_content.take(piece);
    if (!text.isEmpty())
        m_splitter.take(text, m_events);
}

void ReplyEvents::addReasoning(const QString &piece)
{
    if (m_hasEnded)
        return;
    m_hasSense = true;
    addText(m_events, StreamEvent::Kind::Reasoning, m_reasoning.take(piece));
}

void ReplyEvents::addModel(const QString &name)
{
    if (m_hasEnded)
        return;
    if (name.isEmpty() || name == m_model)
        return;
    m_hasSense = true;
    m_model = name;
    m_events.append({.kind = StreamEvent::Kind::Model, .text = wellFormed(name)});
}

void ReplyEvents::addUsage(const Usage &usage)
{
    if (m_hasEnded)
        return;
    if (usage == Usage() || usage == m_usage)
        return;
    m_hasSense = true;
    m_usage = usage;
    m_events.append({.kind = StreamEvent::Kind::Usage, .usage = usage});
}

void ReplyEvents::addProgress(const ReplyProgress &progress)
{
    if (m_hasEnded)
        return;
    m_hasSense = true;
    m_events.append({.kind = StreamEvent::Kind::Progress, .progress = progress});
}

void ReplyEvents::addUnreadable()
{
    if (m_hasEnded)
        return;
    m_events.append({.kind = StreamEvent::Kind::Unreadable});
}

void ReplyEvents::addToolCall(int index, const QString &name, const QJsonValue &arguments)
{
    if (m_hasEnded)
        return;
    m_hasSense = true;
    const qsizetype at = index < 0 ? m_toolCalls.size() : index;
    if (at >= mostToolCalls)
        return;
    while (m_toolCalls.size() <= at)
        m_toolCalls.append(ToolCall());
    ToolCall &call = m_toolCalls[at]; // clazy:exclude=detaching-member
    call.name += name;
    call.arguments += arguments.isObject()
        ? QString::fromUtf8(QJsonDocument(arguments.toObject()).toJson(QJsonDocument::Compact))
        : arguments.toString();
}

void ReplyEvents::end(const StreamEvent &ending)
{
    if (m_hasEnded)
        return;
    m_splitter.finish(m_events);
    tellToolCalls();
    m_events.append(ending);
    m_hasEnded = true;
}

void ReplyEvents::fail(ErrorKind kind, ErrorCause cause, const QString &detail)
{
    if (m_hasEnded)
        return;
    m_splitter.finish(m_events);
    m_events.append({.kind = StreamEvent::Kind::Error,
                     .error = {.kind = kind, .cause = cause, .detail = detail}});
    m_hasEnded = true;
}

void ReplyEvents::breakOff()
{
    if (m_hasEnded)
        return;
    m_splitter.finish(m_events);
    m_hasEnded = true;
}

QList<StreamEvent> ReplyEvents::take()
{
    return std::exchange(m_events, {});
}

void ReplyEvents::tellToolCalls()
{
    for (const ToolCall &call : std::as_const(m_toolCalls)) {
        const QString text = wellFormed(call.name + u'(' + call.arguments + u')');
        m_events.append({.kind = StreamEvent::Kind::ToolCall, .text = text});
    }
}

} // namespace Aura
