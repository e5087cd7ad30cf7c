// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/httprequestreader.h"
#include "pieces.h"

using namespace Aura;

namespace {

constexpr HttpRequestLimits limits{.headBytes = 2000, .headerLines = 20, .bodyBytes = 5000};

//! The requests that were read, and how it ended.
struct Outcome
{
    QList<QByteArrayList> requests{};
    HttpRequestReader::Problem problem = HttpRequestReader::Problem::None;

    void take(HttpRequestReader &reader)
    {
        while (const std::optional<DemoRequest> request = reader.takeRequest())
            requests << QByteArrayList{request->method, request->target, request->body};
        problem = reader.problem();
    }
    friend bool operator==(const Outcome &, const Outcome &) = default;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const Pieces pieces(bytes, size);
    HttpRequestReader whole(limits);
    Outcome expected;
    whole.feed(pieces.body);
    expected.take(whole);

    HttpRequestReader cut(limits);
    Outcome outcome;
    pieces.feed([&](QByteArrayView piece) {
        cut.feed(piece);
        outcome.take(cut);
    });
    require(outcome == expected);
    return 0;
}
