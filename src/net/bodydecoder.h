// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/streamdecoder.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace Aura {

//! Runs a decoder without making anybody wait: a little at once, much in another thread, and what
//! came of that is told in slices, a turn of the event loop each.
class BodyDecoder : public QObject
{
    Q_OBJECT

public:
    explicit BodyDecoder(std::unique_ptr<StreamDecoder> decoder, QObject *parent = nullptr);

    //! decoded() follows, before this returns unless it is busy then. Not while it is busy.
    void feed(const QByteArray &bytes);
    void finish();

    bool marksEnd() const { return m_decoder->marksEnd(); }

    //! Whether there is more to tell of what it was fed; idle() follows.
    bool isBusy() const { return m_isBusy; }

signals:
    void decoded(const QList<Aura::StreamEvent> &events);
    void idle();

private:
    using Work = std::function<QList<StreamEvent>(StreamDecoder &)>;

    void run(qsizetype bytes, const Work &work);
    QList<StreamEvent> nextSlice();
    void tellSlice();

    std::shared_ptr<StreamDecoder> m_decoder; // the other thread's while it works there
    QList<StreamEvent> m_pending;             // to be told
    QTimer m_next;                            // slice
    bool m_isBusy = false;
};

} // namespace Aura
