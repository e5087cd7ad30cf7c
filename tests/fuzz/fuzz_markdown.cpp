// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/markdowntree.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace Aura;

//! Any bytes are a message. The first ones say where it is cut: streamed in those pieces it must
//! show the same as whole, blocks must stand in order, and nothing may be read out of bounds.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static constexpr size_t cutBytes = 4;
    if (size < cutBytes || size > 16384)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + cutBytes),
                          qsizetype(size - cutBytes));
    QList<qsizetype> cuts;
    qsizetype cut = 0;
    for (size_t i = 0; cut < text.size() && cuts.size() < 64; ++i) {
        cut = qMin(text.size(), cut + 1 + data[i % cutBytes] * (data[0] & 1 ? 16 : 1));
        cuts.append(cut);
    }
    using MarkdownTree::Flushing;
    const Flushing flushing = data[1] & 1 ? Flushing::Yes
        : data[1] & 2                     ? Flushing::Finish
                                          : Flushing::No;
    BlockSplitter whole;
    BlockSplitter streamed;
    MarkdownTree::stream(whole, text, {}, Flushing::No);
    MarkdownTree::stream(streamed, text, cuts, flushing);
    if (!MarkdownTree::areSame(whole, streamed)) {
        std::fprintf(stderr, "whole:\n%s\nstreamed:\n%s\n",
                     qPrintable(MarkdownTree::wholeDump(text)),
                     qPrintable(MarkdownTree::streamedDump(text, cuts, flushing)));
        std::abort();
    }
    MarkdownDocument document;
    document.append(QByteArrayView(text));
    document.finish();
    quint32 end = 0;
    for (int i = 0; i < document.blockCount(); ++i) {
        if (document.block(i).begin < end || document.block(i).end < document.block(i).begin
            || !document.block(i).closed)
            std::abort();
        end = document.block(i).end;
        document.plainText(i);
    }
    MarkdownTree::dump(document);
    return 0;
}
