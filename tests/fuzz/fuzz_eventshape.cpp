// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Events that are read by the shape of the one before say what their JSON says.
#include "net/openaidecoder.h"
#include "pieces.h"
#include "support/decoderreading.h"

#include <QByteArrayList>

using namespace Aura;

namespace {

//! A byte below the number of fragments stands for one, so that whole events are soon made.
const QByteArrayList &fragments()
{
    static const QByteArrayList all{
        "\n\ndata: ",
        R"({"choices":[{"delta":{"content":")",
        R"({"model":"m","choices":[{"index":0,"delta":{"content":")",
        R"({"choices": [{"delta": {"role": "assistant", "content": ")",
        R"("}}]})",
        R"("},"finish_reason":null}]})",
        R"("},"finish_reason":"length"}]})",
        R"(","reasoning_content":"r)",
        R"(","conten\u0074":")",
        R"(","content":")",
        R"("}}],"usage":{"prompt_tokens":1,"completion_tokens":2}})",
        R"("}}],"error":{"message":"no"}})",
        R"("}},{"delta":{"content":")",
        R"({"model":")",
        R"(","choices":[{"delta":{"content":")",
        R"(\ud83d)",
        R"(\ude00)",
        R"(\u0074)",
        R"(\\)",
        R"(\")",
        "\xef\xbb\xbf",
        "\xef\xbf\xbe",
        "\n\nevent: error\ndata: ",
        "\n\ndata: [DONE]",
    };
    return all;
}

QByteArray bodyOf(QByteArrayView bytes)
{
    QByteArray body;
    for (const char byte : bytes) {
        if (uchar(byte) < fragments().size())
            body += fragments().at(uchar(byte));
        else
            body += byte;
    }
    return body;
}

DecoderReading read(const QByteArray &body, qsizetype step, OpenAiDecoder::Shapes shapes)
{
    OpenAiDecoder decoder(shapes);
    DecoderReading reading;
    for (qsizetype at = 0; at < body.size(); at += step)
        reading.take(decoder.feed(QByteArrayView(body).sliced(at, qMin(step, body.size() - at))));
    reading.take(decoder.finish());
    return reading;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const Pieces pieces{bytes, size};
    const QByteArray body = bodyOf(pieces.body);
    const qsizetype step = pieces.length > 0 ? pieces.length : qMax<qsizetype>(body.size(), 1);
    require(read(body, step, OpenAiDecoder::Shapes::Used)
            == read(body, body.size() + 1, OpenAiDecoder::Shapes::Ignored));
    return 0;
}
