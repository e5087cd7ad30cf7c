// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pieces.h"
#include "transfer/conversationjson.h"
#include "transfer/importformat.h"
#include "transfer/jsonfields.h"
#include "transfer/mendtree.h"
#include "transfer/jsontext.h"

#include <QBuffer>

#include <set>

using namespace Aura;

namespace {

//! Holds what every conversation has to be, whatever it was read from.
class StrictSink : public ImportSink
{
public:
    void add(ImportedConversation imported) override
    {
        std::set<qint64> ids;
        for (const StoredMessage &stored : imported.messages) {
            require(stored.message.id.isValid());
            require(!stored.parent.isValid() || ids.contains(stored.parent.value));
            require(ids.insert(stored.message.id.value).second);
            require(!stored.message.text.contains(QChar(u'\0')));
        }
        QList<StoredMessage> mended = imported.messages;
        require(mendTree(mended)); // there is nothing to mend
        require(mended == imported.messages);
    }
    void add(const ImportedFolder &folder) override { require(!folder.id.isEmpty()); }
    void warn(ImportWarning::Kind, const QString &, qint64) override {}
};

QList<JsonItem> cutWhole(const QByteArray &text, JsonCut cut, JsonCutter::Error *error)
{
    JsonCutter cutter({.cut = cut});
    QList<JsonItem> items = cutter.feed(text);
    items += cutter.finish();
    *error = cutter.error();
    return items;
}

//! Whole and in pieces, a text is cut alike.
void checkCutting(const Pieces &pieces, JsonCut cut)
{
    JsonCutter::Error error{};
    const QList<JsonItem> whole = cutWhole(pieces.body.toByteArray(), cut, &error);
    JsonCutter cutter({.cut = cut});
    QList<JsonItem> items;
    pieces.feed([&](QByteArrayView piece) { items += cutter.feed(piece); });
    items += cutter.finish();
    require(items == whole);
    require(cutter.error() == error);
}

void readBy(const ImportFormatRow &row, const JsonOutline &outline, const QByteArray &text)
{
    const std::unique_ptr<ImportFormat> format = row.make();
    StrictSink sink;
    const ImportFile file{.name = QStringLiteral("a/../b/messages.jsonl"),
                          .neighbour = [&](const QString &) { return text; }};
    format->match(outline, file.name);
    JsonCutter::Error error{};
    const QList<JsonItem> items = cutWhole(text, format->cut(outline), &error);
    for (const JsonItem &item : items) {
        if (format->wants(item.member))
            format->read({item.member, parseJson(item.json).value, item.index}, file, sink);
    }
    format->finish(file, sink);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const Pieces pieces(bytes, size);
    checkCutting(pieces, JsonCut::Whole);
    checkCutting(pieces, JsonCut::Elements);
    QByteArray body = pieces.body.toByteArray();
    QBuffer device(&body);
    device.open(QIODevice::ReadOnly);
    const Result<JsonOutline> outline = readOutline(device);
    device.seek(0);
    JsonText reader(device);
    const QByteArray text = reader.read();
    // Not only the one that matches: the others see shapes that nobody thought of.
    for (const ImportFormatRow &row : importFormats())
        readBy(row, *outline, text);
    return 0;
}
