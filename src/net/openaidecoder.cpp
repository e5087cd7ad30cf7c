// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/openaidecoder.h"

#include "net/jsontext.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Aura {

QList<StreamEvent> OpenAiDecoder::feed(QByteArrayView bytes)
{
    if (m_events.hasEnded())
        return {};
    switch (m_form) {
    case Form::Unknown: choose(bytes); break;
    case Form::Events: readEvents(m_sse.feed(bytes)); break;
    case Form::Json: readJson(bytes); break;
    case Form::JsonLines:
        m_lines.append(bytes);
        readJsonLines();
        break;
    case Form::Page: readPage(bytes); break;
    }
    return m_events.take();
}

QList<StreamEvent> OpenAiDecoder::finish()
{
    if (m_events.hasEnded())
        return {};
    switch (m_form) {
    case Form::Events: finishEvents(); break;
    case Form::Json:
    case Form::JsonLines: finishJson(); break;
    case Form::Page:
        m_events.fail(ErrorKind::WrongAddress, ErrorCause::Unknown, m_page.title());
        break;
    case Form::Unknown: break;
    }
    m_events.breakOff();
    return m_events.take();
}

qsizetype OpenAiDecoder::heldBytes() const
{
    return m_held.size() + m_sse.heldBytes() + m_lines.size();
}

void OpenAiDecoder::choose(QByteArrayView bytes)
{
    m_held += bytes;
    const BodyStart start = recognizeBody(m_held);
    if (start == BodyStart::Unknown)
        return;
    const QByteArray body = std::exchange(m_held, {});
    if (start == BodyStart::Json) {
        m_form = Form::Json;
        readJson(body);
    } else if (start == BodyStart::Page) {
        m_form = Form::Page;
        readPage(body);
    } else {
        m_form = Form::Events;
        readEvents(m_sse.feed(body));
    }
}

void OpenAiDecoder::readEvents(const QList<SseEvent> &events)
{
    for (const SseEvent &event : events) {
        readEvent(event);
        if (m_events.hasEnded())
            return;
    }
    if (m_sse.isTooLong())
        failTooLong();
}

void OpenAiDecoder::readEvent(const SseEvent &event)
{
    if (event.isStray)
        return readStray(event.data);
    const QByteArrayView data = QByteArrayView(event.data).trimmed();
    const bool mayBeShaped = m_shapes == Shapes::Used && event.type.isEmpty();
    if (const auto text = mayBeShaped ? m_shape.textOf(data) : std::nullopt) {
        if (!text->isEmpty())
            m_events.addContent(QString::fromUtf8(*text));
    } else if (data == "[DONE]") {
        m_openAi.done();
    } else if (const auto object = parseJsonObject(data)) {
        m_hasObjects = true;
        m_openAi.take(*object, event.type);
        if (mayBeShaped && OpenAiEvents::saysOnlyText(*object))
            m_shape.learn(data, *object);
        else
            m_shape.forget();
    } else if (event.type == "error") {
        m_events.fail(ErrorKind::Server, ErrorCause::Unknown, QString::fromUtf8(data));
    } else if (!data.isEmpty()) {
        m_events.addUnreadable();
    }
}

//! Some servers and proxies write their error into the stream as it is, without "data:".
void OpenAiDecoder::readStray(QByteArrayView line)
{
    const auto object = parseJsonObject(line);
    if (object && tellsOfError(*object))
        m_openAi.take(*object);
}

//! Keeps all of it, unless the first line is an object by itself.
void OpenAiDecoder::readJson(QByteArrayView bytes)
{
    const qsizetype end = m_isFirstLine ? bytes.indexOf('\n') : -1;
    const qsizetype lineLength = m_held.size() + end;
    m_held += bytes;
    if (end >= 0) {
        m_isFirstLine = false;
        const QByteArrayView line = QByteArrayView(m_held).first(lineLength);
        if (lineLength <= LineBuffer::longestLine && parseJsonObject(line)) {
            m_form = Form::JsonLines;
            m_lines.append(std::exchange(m_held, {}));
            return readJsonLines();
        }
    }
    if (m_held.size() > LineBuffer::longestLine)
        failTooLong();
}

void OpenAiDecoder::readJsonLines()
{
    while (!m_events.hasEnded()) {
        const auto line = m_lines.next();
        if (!line)
            break;
        if (const auto object = parseJsonObject(*line)) {
            m_hasObjects = true;
            m_openAi.take(*object);
        } else if (!line->trimmed().isEmpty()) {
            m_events.addUnreadable();
        }
    }
    m_lines.releaseRead();
    if (m_lines.isTooLong())
        failTooLong();
}

void OpenAiDecoder::readPage(QByteArrayView bytes)
{
    m_page.append(bytes);
    if (m_page.isEnough())
        m_events.fail(ErrorKind::WrongAddress, ErrorCause::Unknown, m_page.title());
}

void OpenAiDecoder::finishEvents()
{
    // Half an event at the end is no fault of its own: that the end is missing says it.
    QList<SseEvent> rest = m_sse.finish();
    rest.removeIf([](const SseEvent &event) {
        const QByteArrayView data = QByteArrayView(event.data).trimmed();
        return !event.isStray && data != "[DONE]" && event.type != "error"
            && !parseJsonObject(data);
    });
    readEvents(rest);
    if (!m_hasObjects && m_sse.hasStrangeLines())
        m_events.addUnreadable();
    m_openAi.finish(OpenAiEvents::Form::Stream);
}

void OpenAiDecoder::finishJson()
{
    const QByteArray rest = m_form == Form::Json ? std::exchange(m_held, {}) : m_lines.takeRest();
    if (const auto object = parseJsonObject(rest)) {
        m_hasObjects = true;
        m_openAi.take(*object);
    } else if (!m_hasObjects) {
        m_events.addUnreadable();
    }
    m_openAi.finish(OpenAiEvents::Form::OnePiece);
}

void OpenAiDecoder::failTooLong()
{
    m_events.fail(ErrorKind::Limit, ErrorCause::LineTooLong);
}

} // namespace Aura
