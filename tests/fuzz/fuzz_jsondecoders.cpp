// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/ollamadecoder.h"
#include "net/openaidecoder.h"
#include "net/ssereader.h"
#include "pieces.h"
#include "support/decoderreading.h"

using namespace Aura;

namespace {

//! Whole and in pieces, a body reads the same; nothing follows its end.
template<typename Decoder> void check(const Pieces &pieces)
{
    const DecoderReading whole = readPieces<Decoder>({pieces.body});
    QList<QByteArrayView> list;
    pieces.feed([&](QByteArrayView piece) { list += piece; });
    require(readPieces<Decoder>(list) == whole);
    require(!whole.endedTwice && whole.text.isValidUtf16() && whole.reasoning.isValidUtf16());
}

void checkEvents(const Pieces &pieces)
{
    SseReader whole;
    QList<SseEvent> expected = whole.feed(pieces.body);
    expected += whole.finish();
    SseReader cut;
    QList<SseEvent> events;
    pieces.feed([&](QByteArrayView piece) { events += cut.feed(piece); });
    events += cut.finish();
    require(events == expected);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const Pieces pieces{bytes, size};
    checkEvents(pieces);
    check<OpenAiDecoder>(pieces);
    check<OllamaDecoder>(pieces);
    return 0;
}
