// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/ollamadecoder.h"

#include "net/jsontext.h"

#include <QJsonArray>

#include <utility>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

//! A proxy may make server-sent events of the lines.
QByteArrayView withoutField(QByteArrayView line)
{
    line = line.trimmed();
    return line.startsWith("data:") ? line.sliced(5).trimmed() : line;
}

} // namespace

QList<StreamEvent> OllamaDecoder::feed(QByteArrayView bytes)
{
    if (m_events.hasEnded())
        return {};
    if (m_form == Form::Unknown) {
        m_held += bytes;
        const BodyStart start = recognizeBody(m_held);
        if (start == BodyStart::Unknown)
            return {};
        m_form = start == BodyStart::Page ? Form::Page : Form::Lines;
        const QByteArray body = std::exchange(m_held, {});
        if (m_form == Form::Page) {
            readPage(body);
        } else {
            m_lines.append(body);
            readLines();
        }
    } else if (m_form == Form::Lines) {
        m_lines.append(bytes);
        readLines();
    } else if (m_form == Form::Wrapped) {
        readWrapped(bytes);
    } else {
        readPage(bytes);
    }
    return m_events.take();
}

QList<StreamEvent> OllamaDecoder::finish()
{
    if (m_events.hasEnded())
        return {};
    if (m_form == Form::Page) {
        m_events.fail(ErrorKind::WrongAddress, ErrorCause::Unknown, m_page.title());
    } else if (m_form == Form::Wrapped) {
        if (const auto object = parseJsonObject(m_held))
            take(*object);
        else
            m_events.addUnreadable();
    } else if (const QByteArray rest = m_lines.takeRest(); !m_events.hasEnded()) {
        // Half a line at the end is no fault of its own: that the end is missing says it.
        if (const auto object = parseJsonObject(withoutField(rest)))
            take(*object);
        else if (m_isFirstLine && !rest.isEmpty() && !rest.startsWith('{'))
            m_events.addUnreadable();
    }
    m_events.breakOff();
    return m_events.take();
}

qsizetype OllamaDecoder::heldBytes() const
{
    return m_held.size() + m_lines.size();
}

void OllamaDecoder::readLines()
{
    while (!m_events.hasEnded() && m_form == Form::Lines) {
        const auto line = m_lines.next();
        if (!line)
            break;
        readLine(*line);
    }
    m_lines.releaseRead();
    if (m_lines.isTooLong())
        failTooLong();
}

void OllamaDecoder::readLine(QByteArrayView line)
{
    const QByteArrayView text = withoutField(line);
    if (text.isEmpty() || text.startsWith(':'))
        return;
    const bool isFirst = std::exchange(m_isFirstLine, false);
    if (const auto object = parseJsonObject(text)) {
        take(*object);
    } else if (isFirst && (text == "{" || text == "[")) { // one object over many lines
        m_form = Form::Wrapped;
        m_held = text.toByteArray() + '\n'; // before the line goes with its buffer
        readWrapped(m_lines.takeRest());
    } else {
        m_events.addUnreadable();
    }
}

void OllamaDecoder::readWrapped(QByteArrayView bytes)
{
    m_held += bytes;
    if (m_held.size() > LineBuffer::longestLine)
        failTooLong();
}

void OllamaDecoder::readPage(QByteArrayView bytes)
{
    m_page.append(bytes);
    if (m_page.isEnough())
        m_events.fail(ErrorKind::WrongAddress, ErrorCause::Unknown, m_page.title());
}

void OllamaDecoder::take(const QJsonObject &object)
{
    m_events.addModel(object.value("model"_L1).toString());
    if (tellsOfError(object))
        return m_events.fail(ErrorKind::Server, ErrorCause::Unknown, errorMessageIn(object));
    takeMessage(object.value("message"_L1).toObject());
    if (const QString text = object.value("response"_L1).toString(); !text.isEmpty())
        m_events.addContent(text); // the form of /api/generate
    if (object.value("done"_L1).toBool())
        takeEnd(object);
}

void OllamaDecoder::takeMessage(const QJsonObject &message)
{
    if (const QString thought = saidText(message.value("thinking"_L1)); !thought.isEmpty())
        m_events.addReasoning(thought);
    if (const QString text = saidText(message.value("content"_L1)); !text.isEmpty())
        m_events.addContent(text);
    const QJsonArray calls = message.value("tool_calls"_L1).toArray();
    for (const auto &call : calls)
        m_events.addToolCall(-1, call["function"_L1]["name"_L1].toString(),
                             call["function"_L1]["arguments"_L1]);
}

void OllamaDecoder::takeEnd(const QJsonObject &object)
{
    m_events.addUsage({.promptTokens = tokenCount(object.value("prompt_eval_count"_L1)),
                       .completionTokens = tokenCount(object.value("eval_count"_L1))});
    const bool isCut = object.value("done_reason"_L1) == "length"_L1;
    m_events.end({.kind = StreamEvent::Kind::End,
                  .state = isCut ? ReplyState::CutByLimit : ReplyState::Complete});
}

void OllamaDecoder::failTooLong()
{
    m_events.fail(ErrorKind::Limit, ErrorCause::LineTooLong);
}

} // namespace Aura
