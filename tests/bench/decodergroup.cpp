// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/groups.h"

#include "net/ollamadecoder.h"
#include "net/openaidecoder.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int repetitions = 7;
constexpr int eventCount = 20'000;

template<typename Work> double fastestMs(const Work &work)
{
    double fastest = 1e9;
    for (int i = 0; i < repetitions; ++i) {
        QElapsedTimer clock;
        clock.start();
        work();
        fastest = std::min(fastest, double(clock.nsecsElapsed()) / 1e6);
    }
    return fastest;
}

template<typename Decoder> double decodeMs(const QByteArray &body, qsizetype step)
{
    return fastestMs([&] {
        Decoder decoder;
        for (qsizetype at = 0; at < body.size(); at += step)
            decoder.feed(QByteArrayView(body).sliced(at, std::min(step, body.size() - at)));
        decoder.finish();
    });
}

//! What a decoder costs beyond reading the JSON of its events.
template<typename Decoder>
void measureEvents(BenchReport &report, const QString &name, const QByteArray &object,
                   const QByteArray &before, const QByteArray &behind)
{
    const QByteArray body = (before + object + behind).repeated(eventCount);
    const double json = fastestMs([&] {
        for (int i = 0; i < eventCount; ++i)
            QJsonDocument::fromJson(object).object();
    });
    const double whole = decodeMs<Decoder>(body, 64 * 1024);
    const double small = decodeMs<Decoder>(body, 16);
    report.atMost(u"decoders: %1, events ÷ their JSON alone"_s.arg(name), whole / json, 3, u"×"_s,
                  {{u"jsonMs"_s, json}, {u"decoderMs"_s, whole}});
    // Not ÷ the decoder's own: it reads most events of OpenAI's without a JSON reader.
    report.atMost(u"decoders: %1, in pieces of 16 bytes, ÷ their JSON alone"_s.arg(name),
                  small / json, 6, u"×"_s, {{u"inPiecesMs"_s, small}});
}

//! A line that grows costs each of its bytes once; a quadratic one would cost 8 ×. What it costs
//! more is memory that no cache holds.
void measureLongLine(BenchReport &report)
{
    const auto body = [](qsizetype size) {
        return R"(data: {"choices":[{"delta":{"content":")" + QByteArray(size, 'a') + "\"}}]}\n\n";
    };
    const double one = decodeMs<OpenAiDecoder>(body(1'000'000), 1000);
    const double eight = decodeMs<OpenAiDecoder>(body(8'000'000), 1000);
    report.atMost(u"decoders: a line of 8 MB ÷ eight of 1 MB"_s, eight / (8 * one), 5, u"×"_s);
}

} // namespace

void benchDecoders(BenchReport &report)
{
    measureEvents<OpenAiDecoder>(
        report, u"OpenAI"_s,
        R"({"id":"chatcmpl-0123456789","object":"chat.completion.chunk","created":1795167008,)"
        R"("model":"aura","choices":[{"index":0,"delta":{"content":" word"},)"
        R"("finish_reason":null}]})",
        "data: ", "\n\n");
    measureEvents<OllamaDecoder>(
        report, u"Ollama"_s,
        R"({"model":"aura","created_at":"2026-11-20T09:36:27Z","message":{"role":"assistant",)"
        R"("content":" word"},"done":false})",
        "", "\n");
    measureLongLine(report);
}

} // namespace Aura
