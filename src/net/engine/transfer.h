// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/peercertificate.h"
#include "net/engine/errorclassifier.h"
#include "net/engine/headercheck.h"
#include "net/engine/replychannel.h"
#include "net/engine/requestoptions.h"
#include "net/engine/transferwatch.h"

#include <array>
#include <chrono>
#include <memory>
#include <optional>

struct curl_slist;

namespace Aura {

//! One request on its way, on the network thread: a curl easy handle, what it is told and what it
//! has said so far.
//!
//! Whatever libcurl reports is kept or handed to the channel; no code of the application runs here.
class Transfer
{
public:
    using Clock = std::chrono::steady_clock;

    //! What is to be done with the handle that libcurl has finished.
    enum class Next {
        Forget, // the outcome is in the channel
        Again,  // it has been set up anew and wants to be added once more
    };

    Transfer(RequestOptions options, std::shared_ptr<ReplyChannel> channel, Clock::time_point start,
             std::shared_ptr<ConnectionLog> log = {});
    ~Transfer();
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    void *easy() const { return m_easy; }

    //! The time the callbacks use; set before libcurl is called.
    void setNow(Clock::time_point now) { m_now = now; }

    Next ended(int curlCode);

    //! When one of our limits runs out; time_point::max(): never.
    Clock::time_point deadline() const;
    void expire(); // ends with the limit's cause

    void resume(); // the reader has made room

private:
    enum class Phase { Connecting, Waiting, Head, Body, Probing, Viewing };
    struct Limit
    {
        ErrorCause cause = ErrorCause::ConnectTimeout;
        std::chrono::milliseconds length{0}; // 0: none
        Clock::time_point since{};
    };

    void setUp();
    void setUpRequest();
    void setUpCallbacks();
    bool mayTryWithoutTunnel() const;
    bool mightSpeakTls(int curlCode) const;
    bool mayBeTrusted(int curlCode) const;
    void setUpProbe();
    void setUpView();
    void greetOnly();
    void readCertificate();
    void enter(Phase phase);
    Limit limit() const;
    Limit connectLimit() const;
    void finish();
    void collect(int curlCode);
    TransferTimes times() const;

    static size_t onHeader(char *data, size_t size, size_t count, void *self);
    static size_t onBody(char *data, size_t size, size_t count, void *self);
    static int onTlsStart(void *, void *, void *self);
    static int onSending(void *self, char *, char *, int, int);
    bool acceptHeader(QByteArrayView line);
    size_t acceptBody(QByteArrayView bytes);

    RequestOptions m_options;
    std::shared_ptr<ReplyChannel> m_channel;
    TransferWatch m_watch;
    void *m_easy;
    curl_slist *m_headers = nullptr;
    std::array<char, 256> m_errorText{}; // CURL_ERROR_SIZE; libcurl writes into it
    HeaderCheck m_check;
    TransferReport m_report;
    PeerCertificate m_certificate; // that was refused
    Phase m_phase = Phase::Connecting;
    Clock::time_point m_start;
    Clock::time_point m_now;
    Clock::time_point m_phaseStart;
    std::optional<Clock::time_point> m_tlsStart;
    qint64 m_firstByteMs = -1;
    qint64 m_received = 0;
    bool m_isPaused = false;
};

} // namespace Aura
