// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/completion.h"
#include "base/connection.h"
#include "base/replyprogress.h"
#include "net/bodydecoder.h"
#include "net/exchangerecorder.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace Aura {

//! One request in flight: a network reply read as it comes, watched by its own timers, ended once.
//!
//! Any number of textReceived() and reasoningReceived(), then exactly one finished(); never from
//! within the constructor. The reply is released when the stream ends or is destroyed. Both may
//! happen in a slot of the stream's own signals.
class ReplyStream : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 maximumBody = 64 * 1024 * 1024; // bytes of one reply
    //! UTF-16 units of what it says, reasoning included: more than a model writes in an hour, and
    //! what can be kept, shown and found in 64 MB.
    static constexpr qsizetype maximumText = 10'000'000;

    //! Takes the reply, which its manager still owns.
    ReplyStream(QNetworkReply *reply, std::unique_ptr<StreamDecoder> decoder,
                const Connection &connection, QObject *parent = nullptr);
    ~ReplyStream() override;

    //! Ends with ReplyState::Stopped. Does nothing if the stream has ended.
    void stop();

    //! How many bytes of a body are read before it is cut by the limit.
    void setMaximumBody(qint64 bytes) { m_maximumBody = bytes; }
    //! How long its text may be.
    void setMaximumText(qsizetype units) { m_maximumText = units; }

    //! For record(): what was posted.
    void setRequestBody(const QByteArray &body) { m_recorder.setRequestBody(body); }

    //! What was sent and what came back by now, without secrets.
    ExchangeRecord record() const { return m_recorder.record(m_reply, m_completion); }

signals:
    void textReceived(const QString &text);
    void reasoningReceived(const QString &text);
    void progressed(const Aura::ReplyProgress &progress);
    void finished(const Aura::Completion &completion);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    //! What is awaited, and so which limits run.
    enum class Phase { FirstByte, Connecting, Body, Refusal };

    //! The limit that runs out next.
    struct Deadline
    {
        ErrorCause cause = ErrorCause::Unknown;
        std::chrono::milliseconds limit{0};
        std::chrono::milliseconds left{0};
    };

    void onConnecting();
    void onConnected();
    void onSent();
    void onHeadReceived();
    void onBodyReceived();
    void onReplyFinished();

    void enter(Phase phase);
    std::optional<Deadline> nextDeadline() const;
    void watchDeadline();

    void readBody();
    void readRefusal();
    void onDecoded();
    void tell(const QList<StreamEvent> &events);
    QString takeText(const StreamEvent &event);
    void tellEnd(const StreamEvent &event);
    void tellRest();
    void endOfBody();

    void endWith(const ProviderError &error);
    void endWithReplysError();
    void finishWith(ReplyState state, const std::optional<ProviderError> &error);
    void takeTiming();
    ProviderError ownError(ErrorKind kind, ErrorCause cause) const;

    QPointer<QNetworkReply> m_reply;
    BodyDecoder m_decoder;
    Connection m_connection;
    Phase m_phase = Phase::FirstByte;
    qint64 m_maximumBody = maximumBody;
    qint64 m_bodyRead = 0;
    qsizetype m_maximumText = maximumText;
    qsizetype m_textTold = 0;
    QByteArray m_refusal;        // the body of an answer that is no reply, as far as it is of use
    bool m_hasContent = false;   // text, or a tool call
    bool m_isUnderstood = false; // something that the protocol knows came
    bool m_decoderIsDone = false;
    bool m_isTooLarge = false;
    std::optional<ProviderError> m_delayedEnd; // until all that was read is told
    bool m_finished = false;
    bool m_hasTold = false;  // text or reasoning, in this reading
    Completion m_completion; // what is known of it so far
    ExchangeRecorder m_recorder;
    QElapsedTimer m_clock;   // since the request
    QElapsedTimer m_silence; // since the last sign of life
    QBasicTimer m_deadline;
};

} // namespace Aura
