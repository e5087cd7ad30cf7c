// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/windowserver.h"

#include "support/faultpaths.h"
#include "support/faultserver.h"

#include <array>
#include <atomic>
#include <ctime>
#include <memory>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr qint64 bigBytes = 100'000'000;
constexpr qint64 bigMilliseconds = 4000;

//! Markdown as models write it, in pieces of a token each.
constexpr std::array<WindowEvent, 24> events{{
    {"Some", 4},    {" words", 6}, {" in", 3},     {" **bold", 7}, {"**", 2},  {" and", 4},
    {" `code", 6},  {"`", 1},      {", which", 7}, {" go", 3},     {" on", 3}, {" и", 2},
    {" дальше", 7}, {".", 1},      {" More", 5},   {" of", 3},     {" it", 3}, {":", 1},
    {"\\n\\n", 2},  {"- one", 5},  {"\\n", 1},     {"- two", 5},   {"\\n", 1}, {"\\n", 1},
}};

struct Moments
{
    std::mutex mutex{};
    std::vector<qint64> sent{};
    std::atomic<qint64> closed = 0;
};

QByteArray eventBytes(qint64 index)
{
    return chunk(R"(data: {"id":"chatcmpl-0123456789","object":"chat.completion.chunk",)"
                 R"("created":1795167008,"model":"m","choices":[{"index":0,"delta":{"content":")"
                 + QByteArray(windowEvent(index).json) + R"("},"finish_reason":null}]})" + "\n\n");
}

const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                        "Transfer-Encoding: chunked\r\n\r\n";

bool sendAnswer(FaultPeer &peer, const QByteArray &body)
{
    return peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size())
                     + "\r\n\r\n" + body);
}

void streamEvents(FaultPeer &peer, WindowRate rate, Moments &moments)
{
    {
        const std::lock_guard lock(moments.mutex);
        moments.sent.clear();
    }
    moments.closed = 0;
    peer.send(head);
    const qint64 total = qint64(rate.eventsPerSecond) * rate.seconds;
    const auto start = std::chrono::steady_clock::now();
    for (qint64 sent = 0, tick = 1; sent < total && !peer.isEnding(); ++tick) {
        const qint64 due = std::min(total, tick * rate.eventsPerSecond / 1000);
        QByteArray batch;
        const qint64 first = sent;
        for (; sent < due; ++sent)
            batch += eventBytes(sent);
        {
            const std::lock_guard lock(moments.mutex);
            moments.sent.insert(moments.sent.end(), size_t(sent - first), monotonicNow());
        }
        if (!batch.isEmpty() && !peer.send(batch))
            break;
        const auto next = start + tick * 1ms;
        while (std::chrono::steady_clock::now() < next) {
            // Waits for the pause or for the client, whichever comes first.
            if (peer.waitForClose(1ms)) {
                moments.closed = monotonicNow();
                return;
            }
        }
    }
    peer.send(chunk("data: [DONE]\n\n") + "0\r\n\r\n");
}

void sendMuch(FaultPeer &peer)
{
    QByteArray piece;
    for (int i = 0; i < 100; ++i)
        piece += eventBytes(i);
    peer.send(head);
    const auto start = std::chrono::steady_clock::now();
    qint64 sent = 0;
    for (int tick = 1; sent < bigBytes && !peer.isEnding(); ++tick) {
        for (; sent < bigBytes / bigMilliseconds * tick; sent += piece.size()) {
            if (!peer.send(piece))
                return;
        }
        std::this_thread::sleep_until(start + tick * 1ms);
    }
}

} // namespace

WindowEvent windowEvent(qint64 index)
{
    return events.at(size_t(index) % events.size());
}

qint64 monotonicNow()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

void addWindowPaths(FaultServer &server)
{
    const auto moments = std::make_shared<Moments>();
    for (const WindowRate rate : {fastRate, usualRate, endlessRate}) {
        const QByteArray path = '/' + QByteArray::number(rate.eventsPerSecond) + '/'
            + QByteArray::number(rate.seconds) + "/v1/chat/completions";
        server.on(path, [=](FaultPeer &peer) { streamEvents(peer, rate, *moments); });
    }
    server.on("/big/v1/chat/completions", sendMuch);
    server.on("/stamps", [=](FaultPeer &peer) {
        const std::lock_guard lock(moments->mutex);
        sendAnswer(peer,
                   QByteArray(reinterpret_cast<const char *>(moments->sent.data()),
                              qsizetype(moments->sent.size() * sizeof(qint64))));
    });
    server.on("/closed", [=](FaultPeer &peer) {
        sendAnswer(peer, QByteArray::number(moments->closed.load()));
    });
}

} // namespace Aura
