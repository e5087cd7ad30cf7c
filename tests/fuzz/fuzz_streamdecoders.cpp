// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/streamdecoder.h"
#include "pieces.h"

using namespace Aura;

namespace {

//! What a decoder read, with neighbouring texts joined: how many there are depends on the split.
QList<StreamEvent> joined(const QList<StreamEvent> &events)
{
    QList<StreamEvent> result;
    for (const StreamEvent &event : events) {
        const bool isText =
            event.kind == StreamEvent::Kind::Text || event.kind == StreamEvent::Kind::Reasoning;
        if (isText && !result.isEmpty() && result.constLast().kind == event.kind)
            result.last().text += event.text;
        else
            result << event;
    }
    return result;
}

//! Whole and in pieces, a body reads the same.
template<typename Decoder> void check(const Pieces &pieces)
{
    Decoder whole;
    QList<StreamEvent> expected = whole.feed(pieces.body);
    expected += whole.finish();
    Decoder cut;
    QList<StreamEvent> events;
    pieces.feed([&](QByteArrayView piece) { events += cut.feed(piece); });
    events += cut.finish();
    require(joined(events) == joined(expected));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    check<PlainTextDecoder>({bytes, size});
    return 0;
}
