// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/bodydecoder.h"

#include "base/whenfinished.h"

#include <QPointer>
#include <QPromise>
#include <QThreadPool>

#include <utility>

namespace Aura {

namespace {

constexpr qsizetype little = 256 * 1024;      // bytes that are decoded within a few milliseconds
constexpr qsizetype sliceLength = 128 * 1024; // characters that everybody above takes as quickly

} // namespace

BodyDecoder::BodyDecoder(std::unique_ptr<StreamDecoder> decoder, QObject *parent)
    : QObject(parent)
    , m_decoder(std::move(decoder))
{
    m_next.setSingleShot(true);
    m_next.callOnTimeout(this, &BodyDecoder::tellSlice);
}

void BodyDecoder::feed(const QByteArray &bytes)
{
    run(bytes.size(), [bytes](StreamDecoder &decoder) { return decoder.feed(bytes); });
}

void BodyDecoder::finish()
{
    run(0, [](StreamDecoder &decoder) { return decoder.finish(); });
}

void BodyDecoder::run(qsizetype bytes, const Work &work)
{
    Q_ASSERT(!m_isBusy);
    if (m_decoder->heldBytes() + bytes <= little) {
        emit decoded(work(*m_decoder));
        return;
    }
    m_isBusy = true;
    const auto promise = std::make_shared<QPromise<QList<StreamEvent>>>();
    promise->start();
    whenFinished(promise->future(), this, [this](const QList<StreamEvent> &events) {
        m_pending = events;
        tellSlice();
    });
    QThreadPool::globalInstance()->start([promise, work, decoder = m_decoder] {
        promise->addResult(work(*decoder));
        promise->finish();
    });
}

QList<StreamEvent> BodyDecoder::nextSlice()
{
    QList<StreamEvent> slice;
    qsizetype room = sliceLength;
    while (!m_pending.isEmpty() && room > 0) {
        StreamEvent event = m_pending.constFirst();
        const qsizetype left = event.text.size() - m_told;
        if (left <= room || event.kind > StreamEvent::Kind::Reasoning) {
            m_pending.removeFirst();
            event.text = event.text.mid(std::exchange(m_told, 0));
        } else {
            const bool cutsCharacter = event.text.at(m_told + room - 1).isHighSurrogate();
            const qsizetype length = cutsCharacter ? room - 1 : room;
            event.text = event.text.mid(std::exchange(m_told, m_told + length), length);
            room = 0;
        }
        room -= event.text.size();
        slice.append(event);
    }
    return slice;
}

void BodyDecoder::tellSlice()
{
    const QPointer<BodyDecoder> alive(this);
    emit decoded(nextSlice());
    if (!alive)
        return;
    if (!m_pending.isEmpty())
        return m_next.start(0);
    m_isBusy = false;
    emit idle();
}

} // namespace Aura
