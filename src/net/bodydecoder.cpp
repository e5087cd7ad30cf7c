// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/bodydecoder.h"

#include "base/whenfinished.h"

#include <QPointer>
#include <QPromise>
#include <QThreadPool>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr qsizetype little = 256 * 1024;      // bytes that are decoded within a few milliseconds
constexpr qsizetype sliceLength = 128 * 1024; // characters that everybody above takes as quickly
constexpr auto slicePause = 2ms; // in which the window takes one in, before the next waits for it

//! Long texts as several events: each is told by itself, and its memory is free again then. Cut
//! from the end, so that the whole gives back what the slices take.
QList<StreamEvent> inSlices(QList<StreamEvent> events)
{
    QList<StreamEvent> slices;
    for (StreamEvent &event : events) {
        QStringList rest; // the last one first
        while (event.kind <= StreamEvent::Kind::Reasoning && event.text.size() > sliceLength) {
            qsizetype at = event.text.size() - sliceLength;
            if (event.text.at(at).isLowSurrogate()) // never half a character
                ++at;
            rest.append(event.text.sliced(at));
            event.text.truncate(at);
            event.text.squeeze();
        }
        slices.append(event);
        while (!rest.isEmpty())
            slices.append({.kind = event.kind, .text = rest.takeLast()});
    }
    return slices;
}

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
        promise->addResult(inSlices(work(*decoder)));
        promise->finish();
    });
}

QList<StreamEvent> BodyDecoder::nextSlice()
{
    QList<StreamEvent> slice;
    qsizetype room = sliceLength;
    while (!m_pending.isEmpty()
           && (slice.isEmpty() || m_pending.constFirst().text.size() <= room)) {
        slice.append(m_pending.takeFirst());
        room -= slice.constLast().text.size();
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
        return m_next.start(slicePause);
    m_isBusy = false;
    emit idle();
}

} // namespace Aura
